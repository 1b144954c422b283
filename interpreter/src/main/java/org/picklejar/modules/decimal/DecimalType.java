package org.picklejar.modules.decimal;

import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.PyValueInstance;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Values;
import org.picklejar.text.FloatText;
import org.picklejar.text.decimal.Adjustment;
import org.picklejar.text.decimal.Arithmetic;
import org.picklejar.text.decimal.Condition;
import org.picklejar.text.decimal.Decimal;
import org.picklejar.text.decimal.DecimalContext;
import org.picklejar.text.decimal.DecimalWriter;
import org.picklejar.text.decimal.Ordering;
import org.picklejar.text.decimal.Power;
import org.picklejar.text.decimal.Rounding;

/** What Python's operators and conversions do with a Decimal; its methods are in {@link DecimalMethods}. */
final class DecimalType {
    /** The size of an object with a short coefficient, and what a longer one takes (CPython: 19 digits a word). */
    private static final int SIZE = 104;

    private static final int WORDS_INSIDE = 4;
    private static final int DIGITS_OF_WORD = 19;

    private DecimalType() {}

    static void define(TypeBuilder<PyDecimal> b) {
        b.doc("Construct a new Decimal object. 'value' can be an integer, string, tuple,\n"
                        + "or another Decimal object. If no value is given, return Decimal('0'). The\n"
                        + "context does not affect the conversion and is only passed to determine if\n"
                        + "the InvalidOperation trap is active.\n\n")
                .constructor("Decimal(cls, value='0', context=None)", DecimalConstruction::create)
                .rawUnary(Slot.REPR, (x, o) -> PyStr.of("Decimal('" + text(x, o, false) + "')"))
                .rawUnary(Slot.STR, (x, o) -> PyStr.of(text(x, o, false)))
                .rawUnary(Slot.HASH, (x, o) -> PyInt.of(DecimalHash.of(value(o), o)))
                .unary(Slot.BOOL, d -> PyBool.of(!d.value.isZero()))
                .unary(Slot.INT, d -> integer(d.value, Rounding.DOWN))
                .unary(Slot.FLOAT, d -> new PyFloat(toDouble(d.value)))
                .rawBinary(Slot.FORMAT, (x, o, spec) -> DecimalFormatting.format(x, value(o), spec, null))
                .comparisons(DecimalType::compare);
        unary(b, Slot.NEG, Arithmetic::minus);
        unary(b, Slot.POS, Arithmetic::plus);
        unary(b, Slot.ABS, Arithmetic::abs);
        binary(b, Slot.ADD, Arithmetic::add);
        binary(b, Slot.SUB, Arithmetic::subtract);
        binary(b, Slot.MUL, Arithmetic::multiply);
        binary(b, Slot.TRUEDIV, Arithmetic::divide);
        binary(b, Slot.FLOORDIV, Arithmetic::divideInteger);
        binary(b, Slot.MOD, Arithmetic::remainder);
        b.arithmetic(Slot.DIVMOD, (x, l, r) -> {
                    Decimal v = Operands.orNull(l);
                    Decimal w = Operands.orNull(r);
                    return v == null || w == null
                            ? PySingleton.NOT_IMPLEMENTED
                            : Operation.divmod(x, PyDecimalContext.current(x), v, w);
                })
                .rawTernary(Slot.POW, DecimalType::power)
                .rawBinary(Slot.RPOW, (x, r, l) -> power(x, l, r, PySingleton.NONE));
        conversions(b);
        DecimalMethods.define(b);
    }

    private static void conversions(TypeBuilder<PyDecimal> b) {
        b.tail(
                        "__format__(self, format_spec, override=<unset>, /)",
                        (x, d, spec, override) -> DecimalFormatting.format(x, d.value, spec, override))
                .tail("__round__(self, ndigits=<unset>, /)", DecimalType::round)
                .method("__ceil__(self, /)", d -> integer(d.value, Rounding.CEILING))
                .method("__floor__(self, /)", d -> integer(d.value, Rounding.FLOOR))
                .method("__trunc__(self, /)", d -> integer(d.value, Rounding.DOWN))
                .method("__complex__(self, /)", d -> new PyComplex(toDouble(d.value), 0))
                .tailN("__copy__(self, /)", (x, d, a) -> a[0])
                .tailN("__deepcopy__(self, memo, /)", (x, d, a) -> a[0])
                .tailN(
                        "__reduce__(self, /)",
                        (x, d, a) -> PyTuple.of(a[0].type(), PyTuple.of(PyStr.of(text(x, a[0], false)))))
                .method("__sizeof__(self, /)", d -> PyInt.of(size(d.value)))
                .getSet("real", (x, o) -> o, null)
                .getter("imag", d -> new PyDecimal(Decimal.ZERO))
                .tail("as_tuple(self, /)", DecimalType::asTuple)
                .method("as_integer_ratio(self, /)", d -> ratio(d.value))
                .classMethod("from_float(cls, f, /)", (x, cls, a) -> DecimalConstruction.fromFloat(x, cls, a[1]));
    }

    static Decimal value(PyObject o) {
        return ((PyDecimal) Values.payload(o)).value;
    }

    static String text(Execution x, PyObject o, boolean engineering) {
        return Operation.guarded(
                () -> DecimalWriter.write(value(o), engineering, PyDecimalContext.current(x).capitals));
    }

    private static void unary(TypeBuilder<PyDecimal> b, Slot slot, Operation.Unary op) {
        b.rawUnary(slot, (x, o) -> Operation.run(x, PyDecimalContext.current(x), op, value(o)));
    }

    private static void binary(TypeBuilder<PyDecimal> b, Slot slot, Operation.Binary op) {
        b.arithmetic(slot, (x, l, r) -> {
            Decimal v = Operands.orNull(l);
            Decimal w = Operands.orNull(r);
            return v == null || w == null
                    ? PySingleton.NOT_IMPLEMENTED
                    : Operation.run(x, PyDecimalContext.current(x), op, v, w);
        });
    }

    private static PyObject power(Execution x, PyObject base, PyObject exp, PyObject modulus) {
        Decimal v = Operands.orNull(base);
        Decimal w = Operands.orNull(exp);
        if (v == null || w == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDecimalContext context = PyDecimalContext.current(x);
        if (modulus == PySingleton.NONE) {
            return Operation.run(x, context, Power::pow, v, w);
        }
        Decimal m = Operands.orNull(modulus);
        return m == null ? PySingleton.NOT_IMPLEMENTED : Operation.run(x, context, Power::modulo, v, w, m);
    }

    // ---- comparison

    private static PyObject compare(Execution x, PyDecimal self, PyObject other, Slot op) {
        boolean equality = op == Slot.EQ || op == Slot.NE;
        Decimal w = Operands.orNull(other);
        PyObject v = Values.payload(other);
        if (w == null && v instanceof PyFloat f) {
            w = compared(x, f, equality);
        } else if (w == null && equality && v instanceof PyComplex c) {
            w = c.im != 0 ? null : compared(x, new PyFloat(c.re), true);
        } else if (w == null && !other.type().isBuiltin()) {
            return x.call(DecimalState.of(x).python("_compare_with_rational"), self, other, PyStr.of(op.text));
        }
        return w == null ? PySingleton.NOT_IMPLEMENTED : compare(x, self.value, w, op);
    }

    /** A float that is compared, which is noted; it raises FloatOperation unless it is for equality. */
    private static Decimal compared(Execution x, PyFloat f, boolean equality) {
        PyDecimalContext context = PyDecimalContext.current(x);
        if (!equality) {
            context.raise(x, Condition.FLOAT_OPERATION);
        }
        context.flags |= Condition.FLOAT_OPERATION;
        return Operands.of(f);
    }

    static PyObject compare(Execution x, Decimal a, Decimal b, Slot op) {
        if (!a.isNan() && !b.isNan()) {
            return PyBool.of(Comparisons.holds(op, Operation.guarded(() -> Ordering.compare(a, b))));
        }
        boolean equality = op == Slot.EQ || op == Slot.NE;
        if (!equality || a.isSignalingNan() || b.isSignalingNan()) {
            PyDecimalContext.current(x).raise(x, Condition.INVALID_OPERATION);
        }
        return PyBool.of(op == Slot.NE);
    }

    // ---- conversions

    static PyInteger integer(Decimal d, Rounding rounding) {
        if (d.isNan()) {
            throw Errors.valueError("cannot convert NaN to integer");
        }
        if (d.isInfinite()) {
            throw Errors.overflowError("cannot convert Infinity to integer");
        }
        return PyInteger.of(Operation.guarded(() -> Adjustment.toInteger(d, rounding)));
    }

    private static double toDouble(Decimal d) {
        if (d.isNan()) {
            if (d.isSignalingNan()) {
                throw Errors.valueError("cannot convert signaling NaN to float");
            }
            return d.negative ? FloatText.NEGATIVE_NAN : Double.NaN;
        }
        return Double.parseDouble(Operation.guarded(() -> DecimalWriter.write(d, false, true)));
    }

    private static PyObject round(Execution x, PyDecimal d, PyObject digits) {
        if (digits == null) {
            return integer(d.value, Rounding.HALF_EVEN);
        }
        if (!(Values.payload(digits) instanceof PyInteger n)) {
            throw Errors.typeError("optional arg must be an integer");
        }
        long places = ContextType.size(n);
        Decimal unit = Decimal.of(false, BigInteger.ONE, places == Long.MIN_VALUE ? Long.MAX_VALUE : -places);
        return Operation.run(x, PyDecimalContext.current(x), Adjustment::quantize, d.value, unit);
    }

    private static PyObject asTuple(Execution x, PyDecimal self) {
        Decimal d = self.value;
        PyObject exponent =
                d.isFinite() ? PyInt.of(d.exponent) : PyStr.of(d.isInfinite() ? "F" : d.isQuietNan() ? "n" : "N");
        String digits =
                d.isNan() && d.payloadDigits() == 0 ? "" : d.coefficient().toString();
        PyObject[] items = new PyObject[digits.length()];
        for (int i = 0; i < items.length; i++) {
            items[i] = PyInt.of(digits.charAt(i) - '0');
        }
        PyTuple parts = PyTuple.of(PyInt.of(d.negative ? 1 : 0), PyTuple.of(items), exponent);
        return new PyValueInstance((PyType) DecimalState.of(x).python("DecimalTuple"), parts);
    }

    private static PyObject ratio(Decimal d) {
        if (d.isNan()) {
            throw Errors.valueError("cannot convert NaN to integer ratio");
        }
        if (d.isInfinite()) {
            throw Errors.overflowError("cannot convert Infinity to integer ratio");
        }
        return Operation.guarded(() -> {
            Decimal reduced = d.isZero() ? Decimal.ZERO : Adjustment.normalize(d, DecimalContext.widest());
            BigInteger n = reduced.coefficient();
            BigInteger m = BigInteger.ONE;
            if (reduced.exponent >= 0) {
                n = Decimal.of(false, n, reduced.exponent).toBigInteger();
            } else {
                m = Decimal.of(false, BigInteger.ONE, -reduced.exponent).toBigInteger();
                BigInteger g = n.gcd(m);
                n = n.divide(g);
                m = m.divide(g);
            }
            return PyTuple.of(PyInteger.of(reduced.negative ? n.negate() : n), PyInteger.of(m));
        });
    }

    private static long size(Decimal d) {
        long words = (d.digits() + DIGITS_OF_WORD - 1L) / DIGITS_OF_WORD;
        return SIZE + (words > WORDS_INSIDE ? 8 * words : 0);
    }
}
