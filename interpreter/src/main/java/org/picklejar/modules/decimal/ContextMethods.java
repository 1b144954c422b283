package org.picklejar.modules.decimal;

import org.picklejar.core.Errors;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;
import org.picklejar.text.decimal.Adjustment;
import org.picklejar.text.decimal.Arithmetic;
import org.picklejar.text.decimal.Decimal;
import org.picklejar.text.decimal.DecimalWriter;
import org.picklejar.text.decimal.Ordering;
import org.picklejar.text.decimal.Power;

/** The methods of Context that work on numbers. */
final class ContextMethods {
    private ContextMethods() {}

    static void define(TypeBuilder<PyDecimalContext> b) {
        NumberFunctions.UNARY.forEach((name, op) -> unary(b, name, op));
        NumberFunctions.BINARY.forEach((name, op) -> binary(b, name, op));
        unary(b, "abs", Arithmetic::abs);
        unary(b, "minus", Arithmetic::minus);
        unary(b, "plus", Arithmetic::plus);
        unary(b, "_apply", (a, c) -> c.finish(a));
        unary(b, "to_integral", (a, c) -> Adjustment.toIntegral(a, false, c));
        unary(b, "to_integral_value", (a, c) -> Adjustment.toIntegral(a, false, c));
        unary(b, "to_integral_exact", (a, c) -> Adjustment.toIntegral(a, true, c));
        unary(b, "copy_abs", (a, c) -> a.abs());
        unary(b, "copy_negate", (a, c) -> a.negate());
        binary(b, "add", Arithmetic::add);
        binary(b, "subtract", Arithmetic::subtract);
        binary(b, "multiply", Arithmetic::multiply);
        binary(b, "divide", Arithmetic::divide);
        binary(b, "divide_int", Arithmetic::divideInteger);
        binary(b, "remainder", Arithmetic::remainder);
        binary(b, "quantize", Adjustment::quantize);
        for (NumberProperties p : NumberProperties.values()) {
            b.method(p.text + "(self, x, /)", (c, v) -> {
                Decimal d = p == NumberProperties.IS_CANONICAL ? decimal(v).value : Operands.required(v);
                return PyBool.of(p.test.of(d, c.arithmetic));
            });
        }
        b.tail(
                        "divmod(self, x, y, /)",
                        (x, c, v, w) -> Operation.divmod(x, c, Operands.required(v), Operands.required(w)))
                .tail("power(self, /, a, b, modulo=None)", (x, c, v, w, m) -> {
                    Decimal base = Operands.required(v);
                    Decimal exp = Operands.required(w);
                    return m == PySingleton.NONE
                            ? Operation.run(x, c, Power::pow, base, exp)
                            : Operation.run(x, c, Power::modulo, base, exp, Operands.required(m));
                })
                .tail(
                        "fma(self, x, y, z, /)",
                        (x, c, v, w, z) -> Operation.run(
                                x,
                                c,
                                Arithmetic::fma,
                                Operands.required(v),
                                Operands.required(w),
                                Operands.required(z)))
                .method(
                        "same_quantum(self, x, y, /)",
                        (c, v, w) -> PyBool.of(Ordering.sameQuantum(Operands.required(v), Operands.required(w))))
                .method(
                        "number_class(self, x, /)",
                        (c, v) -> PyStr.of(NumberProperties.numberClass(Operands.required(v), c.arithmetic)))
                .method("to_sci_string(self, x, /)", (c, v) -> text(Operands.required(v), false, c))
                .method("to_eng_string(self, x, /)", (c, v) -> text(Operands.required(v), true, c))
                .method("canonical(self, x, /)", (c, v) -> {
                    decimal(v);
                    return v;
                })
                .method(
                        "copy_decimal(self, x, /)",
                        (c, v) -> Values.payload(v) instanceof PyDecimal ? v : new PyDecimal(Operands.required(v)))
                .method("radix(self, /)", c -> new PyDecimal(DecimalMethods.RADIX))
                .method("Etiny(self, /)", c -> PyInt.of(c.arithmetic.etiny()))
                .method("Etop(self, /)", c -> PyInt.of(c.arithmetic.etop()))
                .tail("create_decimal(self, num='0', /)", DecimalConstruction::createIn)
                .tail("create_decimal_from_float(self, f, /)", DecimalConstruction::fromFloatIn);
    }

    private static void unary(TypeBuilder<PyDecimalContext> b, String name, Operation.Unary op) {
        b.tail(name + "(self, x, /)", (x, c, v) -> Operation.run(x, c, op, Operands.required(v)));
    }

    private static void binary(TypeBuilder<PyDecimalContext> b, String name, Operation.Binary op) {
        b.tail(
                name + "(self, x, y, /)",
                (x, c, v, w) -> Operation.run(x, c, op, Operands.required(v), Operands.required(w)));
    }

    private static PyDecimal decimal(PyObject o) {
        if (Values.payload(o) instanceof PyDecimal d) {
            return d;
        }
        throw Errors.typeError("argument must be a Decimal");
    }

    static PyObject text(Decimal d, boolean engineering, PyDecimalContext c) {
        return PyStr.of(Operation.guarded(() -> DecimalWriter.write(d, engineering, c.capitals)));
    }
}
