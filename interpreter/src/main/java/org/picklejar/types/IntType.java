package org.picklejar.types;

import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Keys;
import org.picklejar.core.PyBool;
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
import org.picklejar.ops.IntLimits;
import org.picklejar.ops.Ints;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;
import org.picklejar.text.Formatter;

/** Python's int. */
final class IntType {
    private IntType() {}

    static void define(TypeBuilder<PyInteger> b) {
        b.doc("int([x]) -> integer\nint(x, base=10) -> integer")
                .constructor("int(cls, x=<unset>, /, base=<unset>)", IntConstruction::create)
                .unaryTail(Slot.REPR, (x, i) -> PyStr.of(IntLimits.decimal(x, i)))
                .unary(Slot.HASH, IntType::hash)
                .unary(Slot.BOOL, i -> PyBool.of(i.signum() != 0))
                .unary(Slot.INT, IntType::exact)
                .unary(Slot.INDEX, IntType::exact)
                .unary(Slot.FLOAT, i -> new PyFloat(Ints.toDouble(i)))
                .unary(Slot.NEG, Ints::negate)
                .unary(Slot.POS, IntType::exact)
                .unary(Slot.INVERT, Ints::invert)
                .unary(Slot.ABS, i -> i.signum() < 0 ? Ints.negate(i) : exact(i))
                .rawBinary(Slot.FORMAT, IntType::format)
                .comparisons(IntType::compare);
        arithmetic(b, Slot.ADD, Ints::add);
        arithmetic(b, Slot.SUB, Ints::sub);
        arithmetic(b, Slot.MUL, Ints::mul);
        arithmetic(b, Slot.TRUEDIV, Ints::trueDiv);
        arithmetic(b, Slot.FLOORDIV, Ints::floorDiv);
        arithmetic(b, Slot.MOD, Ints::mod);
        arithmetic(b, Slot.DIVMOD, (i, j) -> PyTuple.of(Ints.floorDiv(i, j), Ints.mod(i, j)));
        arithmetic(b, Slot.LSHIFT, Ints::shiftLeft);
        arithmetic(b, Slot.RSHIFT, Ints::shiftRight);
        arithmetic(b, Slot.AND, Ints::and);
        arithmetic(b, Slot.OR, Ints::or);
        arithmetic(b, Slot.XOR, Ints::xor);
        b.rawTernary(Slot.POW, (x, a, e, m) -> power(a, e, m));
        b.rawBinary(Slot.RPOW, (x, e, a) -> power(a, e, PySingleton.NONE));
        methods(b);
    }

    private static void methods(TypeBuilder<PyInteger> b) {
        b.method("bit_length(self, /)", i -> PyInt.of(i.big().abs().bitLength()))
                .method("bit_count(self, /)", i -> PyInt.of(i.big().abs().bitCount()))
                .method("conjugate(self, /)", IntType::exact)
                .method("as_integer_ratio(self, /)", i -> PyTuple.of(exact(i), PyInt.ONE))
                .method("is_integer(self, /)", i -> PyBool.TRUE)
                .method("__trunc__(self, /)", IntType::exact)
                .method("__floor__(self, /)", IntType::exact)
                .method("__ceil__(self, /)", IntType::exact)
                .method("__round__(self, ndigits: index = <unset>, /)", IntType::round)
                .method("__getnewargs__(self, /)", i -> PyTuple.of(exact(i)))
                .method(
                        "__sizeof__(self, /)",
                        i -> PyInt.of(24 + 4 * Math.max(1, (i.big().abs().bitLength() + 29) / 30)))
                .method(
                        "to_bytes(self, /, length: index = 1, byteorder='big', *, signed: bool = False)",
                        IntBytes::toBytes)
                .classMethod("from_bytes(cls, /, bytes, byteorder='big', *, signed: bool = False)", IntBytes::fromBytes)
                .getter("real", IntType::exact)
                .getter("imag", i -> PyInt.ZERO)
                .getter("numerator", IntType::exact)
                .getter("denominator", i -> PyInt.ONE);
    }

    /** Two ints to a value. */
    @FunctionalInterface
    private interface Operation {
        PyObject apply(PyInteger a, PyInteger b);
    }

    private static void arithmetic(TypeBuilder<PyInteger> b, Slot slot, Operation op) {
        b.arithmetic(
                slot,
                (x, left, right) ->
                        Values.payload(left) instanceof PyInteger i && Values.payload(right) instanceof PyInteger j
                                ? op.apply(i, j)
                                : PySingleton.NOT_IMPLEMENTED);
    }

    /** A bool as an int. */
    static PyInteger exact(PyInteger i) {
        return i instanceof PyBool ? PyInt.of(i.longValue()) : i;
    }

    private static PyObject hash(PyInteger i) {
        return PyInt.of(Keys.hashInteger(i));
    }

    private static PyObject power(PyObject a, PyObject e, PyObject m) {
        if (!(Values.payload(a) instanceof PyInteger i) || !(Values.payload(e) instanceof PyInteger j)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (m == PySingleton.NONE) {
            return Ints.pow(i, j);
        }
        return Values.payload(m) instanceof PyInteger k ? Ints.pow(i, j, k) : PySingleton.NOT_IMPLEMENTED;
    }

    private static PyObject compare(Execution x, PyInteger a, PyObject other, Slot op) {
        return Values.payload(other) instanceof PyInteger b
                ? PyBool.of(Comparisons.holds(op, PyInteger.compare(a, b)))
                : PySingleton.NOT_IMPLEMENTED;
    }

    private static PyObject format(Execution x, PyObject self, PyObject spec) {
        PyInteger i = (PyInteger) Values.payload(self);
        String text = NumberTypes.spec(spec);
        if (text.isEmpty()) {
            return Text.str(x, self);
        }
        try {
            return PyStr.of(Formatter.format(i.big(), text, self.type().name()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw NumberTypes.error(e);
        }
    }

    /** To even, at a power of ten: int.__round__. */
    private static PyObject round(PyInteger i, PyObject digits) {
        if (digits == null || digits == PySingleton.NONE) {
            return exact(i);
        }
        PyInteger n = (PyInteger) digits;
        if (n.signum() >= 0) {
            return exact(i);
        }
        if (!n.isLong() || -n.longValue() > i.big().abs().bitLength()) {
            return PyInt.ZERO;
        }
        BigInteger unit = BigInteger.TEN.pow((int) -n.longValue());
        BigInteger[] qr = i.big().abs().divideAndRemainder(unit);
        int half = qr[1].shiftLeft(1).compareTo(unit);
        BigInteger q = half > 0 || half == 0 && qr[0].testBit(0) ? qr[0].add(BigInteger.ONE) : qr[0];
        BigInteger r = q.multiply(unit);
        return PyInteger.of(i.signum() < 0 ? r.negate() : r);
    }

    /** A count that must be an int of Java. */
    static int size(PyObject o, String what) {
        PyInteger n = (PyInteger) o;
        if (n.signum() < 0) {
            throw Errors.valueError(what + " argument must be non-negative");
        }
        if (!n.isLong() || n.longValue() > Integer.MAX_VALUE) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        return (int) n.longValue();
    }

    static PyObject instance(PyType cls, PyInteger value) {
        return cls == PyInt.TYPE ? exact(value) : new PyValueInstance(cls, exact(value));
    }
}
