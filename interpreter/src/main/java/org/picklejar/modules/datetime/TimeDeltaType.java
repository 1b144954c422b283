package org.picklejar.modules.datetime;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Ints;
import org.picklejar.ops.Values;

/** The table of timedelta. */
final class TimeDeltaType {
    private static final PyInt MILLION = PyInt.of(PyTimeDelta.MICROSECONDS);

    private TimeDeltaType() {}

    static void define(TypeBuilder<PyTimeDelta> b) {
        b.doc("Difference between two datetime values.\n\n"
                        + "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\n"
                        + "All arguments are optional and default to 0.\n"
                        + "Arguments may be integers or floats, and may be positive or negative.")
                .constructor(
                        "__new__(cls, days=<unset>, seconds=<unset>, microseconds=<unset>, milliseconds=<unset>, minutes=<unset>, "
                                + "hours=<unset>, weeks=<unset>)",
                        (x, cls, a) -> TimeDeltaConstruction.make(cls, a))
                .arithmetic(
                        Slot.ADD,
                        (x, l, r) -> l instanceof PyTimeDelta a && r instanceof PyTimeDelta c
                                ? a.plus(c)
                                : PySingleton.NOT_IMPLEMENTED)
                .arithmetic(
                        Slot.SUB,
                        (x, l, r) -> l instanceof PyTimeDelta a && r instanceof PyTimeDelta c
                                ? a.minus(c)
                                : PySingleton.NOT_IMPLEMENTED)
                .binaryTail(Slot.MUL, TimeDeltaType::multiply)
                .binaryTail(Slot.RMUL, TimeDeltaType::multiply)
                .rawBinaryTail(Slot.TRUEDIV, TimeDeltaType::trueDivide)
                .rawBinaryTail(Slot.RTRUEDIV, (x, d, o) -> trueDivide(x, o, d))
                .arithmetic(Slot.FLOORDIV, (x, l, r) -> floorDivide(l, r))
                .arithmetic(Slot.MOD, (x, l, r) -> remainder(l, r))
                .arithmetic(Slot.DIVMOD, (x, l, r) -> {
                    PyObject quotient = r instanceof PyTimeDelta ? floorDivide(l, r) : PySingleton.NOT_IMPLEMENTED;
                    return quotient == PySingleton.NOT_IMPLEMENTED ? quotient : PyTuple.of(quotient, remainder(l, r));
                })
                .unary(Slot.NEG, PyTimeDelta::negated)
                .unary(Slot.POS, TimeDeltaType::copy)
                .unary(Slot.ABS, d -> d.days < 0 ? d.negated() : copy(d))
                .unary(Slot.BOOL, d -> PyBool.of(!d.isZero()))
                .unary(Slot.HASH, PyTimeDelta::hash)
                .comparisons((x, d, o, op) -> o instanceof PyTimeDelta other
                        ? PyBool.of(Comparisons.holds(op, d.compare(other)))
                        : PySingleton.NOT_IMPLEMENTED)
                .unary(Slot.REPR, TimeDeltaType::repr)
                .unary(Slot.STR, TimeDeltaType::str)
                .member("days", d -> PyInt.of(d.days))
                .member("seconds", d -> PyInt.of(d.seconds))
                .member("microseconds", d -> PyInt.of(d.microseconds))
                .method(
                        "total_seconds(self, /) -- Total seconds in the duration.",
                        d -> Ints.trueDiv(d.total(), MILLION))
                .method("__reduce__(self, /) -- __reduce__() -> (cls, state)", d -> PyTuple.of(d.type(), d.parts()))
                .constant("resolution", PyTimeDelta.of(0, 0, 1))
                .constant("min", PyTimeDelta.of(-PyTimeDelta.MOST_DAYS, 0, 0))
                .constant(
                        "max",
                        PyTimeDelta.of(
                                PyTimeDelta.MOST_DAYS, PyTimeDelta.SECONDS_PER_DAY - 1, PyTimeDelta.MICROSECONDS - 1));
    }

    /** Never an instance of a subclass. */
    private static PyTimeDelta copy(PyTimeDelta d) {
        return new PyTimeDelta(PyTimeDelta.TYPE, d.days, d.seconds, d.microseconds);
    }

    // ---- arithmetic

    private static PyObject multiply(Execution x, PyTimeDelta d, PyObject by) {
        PyObject v = Values.payload(by);
        if (v instanceof PyInteger i) {
            return PyTimeDelta.ofMicroseconds(PyTimeDelta.TYPE, Ints.mul(d.total(), i));
        }
        if (v instanceof PyFloat f) {
            BigInteger[] ratio = ratio(x, by, f);
            return nearest(d.total().big().multiply(ratio[0]), ratio[1]);
        }
        return PySingleton.NOT_IMPLEMENTED;
    }

    private static PyObject trueDivide(Execution x, PyObject left, PyObject right) {
        PyObject by = Values.payload(right);
        if (!(left instanceof PyTimeDelta d)) {
            return PySingleton.NOT_IMPLEMENTED;
        } else if (by instanceof PyTimeDelta other) {
            return Ints.trueDiv(d.total(), other.total());
        } else if (by instanceof PyInteger i) {
            return nearest(d.total().big(), i.big());
        } else if (by instanceof PyFloat f) {
            BigInteger[] ratio = ratio(x, right, f);
            return nearest(d.total().big().multiply(ratio[1]), ratio[0]);
        }
        return PySingleton.NOT_IMPLEMENTED;
    }

    private static PyObject floorDivide(PyObject left, PyObject right) {
        PyObject by = Values.payload(right);
        if (!(left instanceof PyTimeDelta d)) {
            return PySingleton.NOT_IMPLEMENTED;
        } else if (by instanceof PyTimeDelta other) {
            return Ints.floorDiv(d.total(), divisor(other.total(), DIVISION));
        } else if (by instanceof PyInteger i) {
            return PyTimeDelta.ofMicroseconds(PyTimeDelta.TYPE, Ints.floorDiv(d.total(), divisor(i, DIVISION)));
        }
        return PySingleton.NOT_IMPLEMENTED;
    }

    private static PyObject remainder(PyObject left, PyObject right) {
        return left instanceof PyTimeDelta d && right instanceof PyTimeDelta by
                ? PyTimeDelta.ofMicroseconds(
                        PyTimeDelta.TYPE, Ints.mod(d.total(), divisor(by.total(), "integer modulo by zero")))
                : PySingleton.NOT_IMPLEMENTED;
    }

    private static final String DIVISION = "integer division or modulo by zero";

    private static PyInteger divisor(PyInteger i, String message) {
        if (i.signum() == 0) {
            throw Errors.zeroDivision(message);
        }
        return i;
    }

    /** What the class of a float says it is as a fraction. */
    private static BigInteger[] ratio(Execution x, PyObject o, PyFloat value) {
        if (o == value) {
            return ratio(value.value);
        }
        PyObject ratio = MethodCall.now(x, o, "as_integer_ratio");
        if (!(Values.payload(ratio) instanceof PyTuple t)) {
            throw Errors.typeError(
                    "unexpected return type from as_integer_ratio(): expected tuple, got '%s'",
                    ratio.type().nameWithModule());
        }
        if (t.size() != 2) {
            throw Errors.valueError("as_integer_ratio() must return a 2-tuple");
        }
        return new BigInteger[] {
            Conversions.indexValue(x, t.get(0)).big(),
            Conversions.indexValue(x, t.get(1)).big()
        };
    }

    /** A float as a fraction, the denominator positive. */
    private static BigInteger[] ratio(double d) {
        if (Double.isInfinite(d)) {
            throw Errors.overflowError("cannot convert Infinity to integer ratio");
        }
        if (Double.isNaN(d)) {
            throw Errors.valueError("cannot convert NaN to integer ratio");
        }
        BigDecimal exact = new BigDecimal(d);
        BigInteger numerator = exact.unscaledValue();
        BigInteger denominator = BigInteger.TEN.pow(Math.max(0, exact.scale()));
        numerator = numerator.multiply(BigInteger.TEN.pow(Math.max(0, -exact.scale())));
        return new BigInteger[] {numerator, denominator};
    }

    /** So many microseconds, halves rounded to even. */
    private static PyTimeDelta nearest(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw Errors.zeroDivision(DIVISION);
        }
        BigInteger n = denominator.signum() < 0 ? numerator.negate() : numerator;
        BigInteger d = denominator.abs();
        BigInteger[] parts = n.divideAndRemainder(d);
        BigInteger quotient = parts[0];
        BigInteger rest = parts[1];
        if (rest.signum() < 0) {
            quotient = quotient.subtract(BigInteger.ONE);
            rest = rest.add(d);
        }
        int half = rest.shiftLeft(1).compareTo(d);
        if (half > 0 || half == 0 && quotient.testBit(0)) {
            quotient = quotient.add(BigInteger.ONE);
        }
        return PyTimeDelta.ofMicroseconds(PyTimeDelta.TYPE, PyInteger.of(quotient));
    }

    // ---- text

    private static PyObject repr(PyTimeDelta d) {
        StringBuilder out = new StringBuilder();
        argument(out, "days", d.days);
        argument(out, "seconds", d.seconds);
        argument(out, "microseconds", d.microseconds);
        return PyStr.of(d.type().nameWithModule() + "(" + (out.length() == 0 ? "0" : out) + ")");
    }

    private static void argument(StringBuilder out, String name, int value) {
        if (value != 0) {
            out.append(out.length() == 0 ? "" : ", ").append(name).append('=').append(value);
        }
    }

    private static PyObject str(PyTimeDelta d) {
        StringBuilder out = new StringBuilder();
        if (d.days != 0) {
            out.append(d.days).append(Math.abs(d.days) == 1 ? " day, " : " days, ");
        }
        out.append(d.seconds / 3600);
        Digits.two(out.append(':'), d.seconds / 60 % 60);
        Digits.two(out.append(':'), d.seconds % 60);
        if (d.microseconds != 0) {
            Digits.append(out.append('.'), d.microseconds, 6);
        }
        return PyStr.of(out.toString());
    }
}
