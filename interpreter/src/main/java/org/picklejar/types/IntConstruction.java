package org.picklejar.types;

import java.nio.charset.StandardCharsets;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Finish;
import org.picklejar.ops.IntLimits;
import org.picklejar.ops.Values;
import org.picklejar.text.StringText;

/** {@code int(...)}. */
final class IntConstruction {
    private IntConstruction() {}

    static PyObject create(Execution x, PyType cls, PyObject[] args) {
        PyObject value = args[1];
        PyObject base = args[2];
        if (value == null) {
            if (base != null) {
                throw Errors.typeError("int() missing string argument");
            }
            return IntType.instance(cls, PyInt.ZERO);
        }
        if (base != null) {
            return IntType.instance(cls, parse(x, value, base));
        }
        if (value instanceof PyInteger i) {
            return IntType.instance(cls, i);
        }
        Frame caller = x.top;
        PyObject r = convert(x, value);
        return cls == PyInt.TYPE ? r : Finish.VALUE_OF_SUBCLASS.on(x, caller, r, cls, null);
    }

    /** CPython: PyNumber_Long. */
    private static PyObject convert(Execution x, PyObject o) {
        Frame caller = x.top;
        Slot.Unary f = o.type().unary(Slot.INT);
        if (f != null) {
            return Finish.INT_RESULT.on(x, caller, f.apply(x, o), o, null);
        }
        if (o.type().unary(Slot.INDEX) != null) {
            return Conversions.index(x, o);
        }
        PyObject trunc = o.type().lookup(Names.TRUNC);
        if (trunc != null) {
            return Finish.TRUNC_RESULT.on(x, caller, x.callSpecial(o, trunc, new PyObject[] {o}, null), o, null);
        }
        PyObject v = Values.payload(o);
        if (v instanceof PyStr s) {
            return parse(x, s, 10);
        }
        byte[] bytes = Buffers.bytesOrNull(o);
        if (bytes != null) {
            return parse(x, bytes, 10);
        }
        throw Errors.typeError(
                "int() argument must be a string, a bytes-like object or a real number, not '%s'",
                o.type().name());
    }

    private static PyInteger parse(Execution x, PyObject value, PyObject base) {
        PyInteger b = Conversions.indexValue(x, base);
        if (!b.isLong() || b.longValue() != 0 && (b.longValue() < 2 || b.longValue() > 36)) {
            throw Errors.valueError("int() base must be >= 2 and <= 36, or 0");
        }
        PyObject v = Values.payload(value);
        if (v instanceof PyStr s) {
            return parse(x, s, (int) b.longValue());
        }
        if (v instanceof PyBytes || v instanceof PyByteArray) {
            return parse(x, Buffers.bytes(v), (int) b.longValue());
        }
        throw Errors.typeError("int() can't convert non-string with explicit base");
    }

    private static PyInteger parse(Execution x, PyStr s, int base) {
        if (base == 10) {
            long small = small(s);
            if (small >= 0) {
                return PyInt.of(small);
            }
        }
        return IntLimits.parse(x, s.toString(), base);
    }

    /** The value of one to eighteen ASCII digits, else -1. */
    private static long small(PyStr s) {
        int n = s.length();
        if (n == 0 || n > 18) {
            return -1;
        }
        long v = 0;
        for (int i = 0; i < n; i++) {
            int d = s.codePointAt(i) - '0';
            if (d < 0 || d > 9) {
                return -1;
            }
            v = v * 10 + d;
        }
        return v;
    }

    private static PyInteger parse(Execution x, byte[] bytes, int base) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean ascii = text.chars().allMatch(c -> c < 128 && c != 0);
        try {
            if (ascii) {
                return IntLimits.parse(x, text, base);
            }
        } catch (PyException e) {
            if (e.value.args.get(0).toString().startsWith("Exceeds")) {
                throw e;
            }
        }
        throw Errors.valueError("invalid literal for int() with base " + base + ": " + StringText.reprBytes(bytes));
    }
}
