package org.picklejar.modules.decimal;

import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.TypeBuilder;
import org.picklejar.text.decimal.Adjustment;
import org.picklejar.text.decimal.Arithmetic;
import org.picklejar.text.decimal.Decimal;
import org.picklejar.text.decimal.DecimalContext;
import org.picklejar.text.decimal.Ordering;
import org.picklejar.text.decimal.Rounding;

/** The methods of Decimal. */
final class DecimalMethods {
    static final Decimal RADIX = Decimal.of(10);

    private DecimalMethods() {}

    static void define(TypeBuilder<PyDecimal> b) {
        NumberFunctions.UNARY.forEach((name, op) -> b.tail(
                name + "(self, /, context=None)",
                (x, d, context) -> Operation.run(x, PyDecimalContext.argument(x, context), op, d.value)));
        NumberFunctions.BINARY.forEach((name, op) -> b.tail(
                name + "(self, /, other, context=None)",
                (x, d, other, context) -> Operation.run(
                        x, PyDecimalContext.argument(x, context), op, d.value, Operands.required(other))));
        for (NumberProperties p : NumberProperties.values()) {
            if (p.needsContext()) {
                b.tail(
                        p.text + "(self, /, context=None)",
                        (x, d, context) ->
                                PyBool.of(p.test.of(d.value, PyDecimalContext.argument(x, context).arithmetic)));
            } else {
                b.method(p.text + "(self, /)", d -> PyBool.of(p.test.of(d.value, null)));
            }
        }
        b.tail(
                        "fma(self, /, other, third, context=None)",
                        (x, d, other, third, context) -> Operation.run(
                                x,
                                PyDecimalContext.argument(x, context),
                                Arithmetic::fma,
                                d.value,
                                Operands.required(other),
                                Operands.required(third)))
                .tail("quantize(self, /, exp, rounding=None, context=None)", DecimalMethods::quantize)
                .tail("to_integral(self, /, rounding=None, context=None)", (x, d, r, c) -> round(x, d, r, c, false))
                .tail(
                        "to_integral_value(self, /, rounding=None, context=None)",
                        (x, d, r, c) -> round(x, d, r, c, false))
                .tail(
                        "to_integral_exact(self, /, rounding=None, context=None)",
                        (x, d, r, c) -> round(x, d, r, c, true))
                .tail("same_quantum(self, /, other, context=None)", (x, d, other, context) -> {
                    PyDecimalContext.argument(x, context);
                    return PyBool.of(Ordering.sameQuantum(d.value, Operands.required(other)));
                })
                .tail(
                        "number_class(self, /, context=None)",
                        (x, d, context) -> PyStr.of(NumberProperties.numberClass(
                                d.value, PyDecimalContext.argument(x, context).arithmetic)))
                .tail(
                        "to_eng_string(self, /, context=None)",
                        (x, d, context) -> ContextMethods.text(d.value, true, PyDecimalContext.argument(x, context)))
                .method("adjusted(self, /)", d -> PyInt.of(d.value.isFinite() ? d.value.adjusted() : 0))
                .method("radix(self, /)", d -> new PyDecimal(RADIX))
                .method("copy_abs(self, /)", d -> new PyDecimal(d.value.abs()))
                .method("copy_negate(self, /)", d -> new PyDecimal(d.value.negate()))
                .tailN("canonical(self, /)", (x, d, a) -> a[0])
                .tailN("conjugate(self, /)", (x, d, a) -> a[0]);
    }

    private static PyObject quantize(Execution x, PyDecimal d, PyObject exp, PyObject rounding, PyObject context) {
        PyDecimalContext c = PyDecimalContext.argument(x, context);
        Decimal unit = Operands.required(exp);
        if (rounding == PySingleton.NONE) {
            return Operation.run(x, c, Adjustment::quantize, d.value, unit);
        }
        Rounding r = Roundings.of(rounding);
        return Operation.run(
                x, c, (v, w, in) -> rounded(in, r, other -> Adjustment.quantize(v, w, other)), d.value, unit);
    }

    private static PyObject round(Execution x, PyDecimal d, PyObject rounding, PyObject context, boolean exact) {
        PyDecimalContext c = PyDecimalContext.argument(x, context);
        Rounding r = rounding == PySingleton.NONE ? c.arithmetic.rounding : Roundings.of(rounding);
        return Operation.run(x, c, (v, in) -> rounded(in, r, other -> Adjustment.toIntegral(v, exact, other)), d.value);
    }

    private interface Work {
        Decimal in(DecimalContext c);
    }

    /** Works with another rounding. */
    private static Decimal rounded(DecimalContext c, Rounding rounding, Work work) {
        DecimalContext other = c.with(rounding);
        Decimal r = work.in(other);
        c.status |= other.status;
        return r;
    }
}
