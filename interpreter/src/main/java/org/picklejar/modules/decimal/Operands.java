package org.picklejar.modules.decimal;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.ops.Values;
import org.picklejar.text.decimal.Decimal;

/** Numbers of other types as decimal ones. */
final class Operands {
    private Operands() {}

    /** The value of a Decimal or an int; null of anything else. */
    static Decimal orNull(PyObject o) {
        if (o instanceof PyDecimal d) {
            return d.value;
        }
        PyObject v = Values.payload(o);
        if (v instanceof PyDecimal d) {
            return d.value;
        }
        return v instanceof PyInteger i ? of(i) : null;
    }

    static Decimal of(PyInteger i) {
        return i.isLong() ? Decimal.of(i.longValue()) : Decimal.of(i.big());
    }

    static Decimal required(PyObject o) {
        Decimal d = orNull(o);
        if (d == null) {
            throw notSupported(o);
        }
        return d;
    }

    static RuntimeException notSupported(PyObject o) {
        return Errors.typeError(
                "conversion from %s to Decimal is not supported", o.type().name());
    }

    /** The exact value of a float. */
    static Decimal of(PyFloat f) {
        double v = f.value;
        if (Double.isNaN(v)) {
            return Decimal.nan(false, false, BigInteger.ZERO);
        }
        if (Double.isInfinite(v)) {
            return Decimal.infinity(v < 0);
        }
        BigDecimal exact = new BigDecimal(v);
        boolean negative = v < 0 || 1 / v < 0;
        return Decimal.of(negative, exact.unscaledValue().abs(), -exact.scale());
    }
}
