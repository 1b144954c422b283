package org.picklejar.types;

import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Keys;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyRange;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.IterableSearchFrame;

/** Python's range. */
final class RangeType {
    private RangeType() {}

    static void define(TypeBuilder<?> builder) {
        builder.of(PyRange.class)
                .doc("range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\n"
                        + "Return an object that produces a sequence of integers from start (inclusive)\n"
                        + "to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\n"
                        + "start defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\n"
                        + "These are exactly the valid indices for a list of 4 elements.\n"
                        + "When step is given, it specifies the increment (or decrement).")
                .constructor(
                        "range(cls, start: index, stop: index = <unset>, step: index = <unset>, /)", RangeType::make)
                .unary(
                        Slot.REPR,
                        r -> PyStr.of("range(" + r.start + ", " + r.stop + (isOne(r.step) ? ")" : ", " + r.step + ")")))
                .unary(Slot.LEN, RangeType::length)
                .unary(Slot.BOOL, r -> PyBool.of(r.length.signum() != 0))
                .unary(Slot.ITER, r -> iterator(r, false))
                .unary(
                        Slot.HASH,
                        r -> PyInt.of(Keys.plainHash(
                                r.length.signum() == 0
                                        ? PyTuple.of(PyInt.ZERO, PySingleton.NONE, PySingleton.NONE)
                                        : PyTuple.of(
                                                PyInteger.of(r.length),
                                                r.start,
                                                r.length.equals(BigInteger.ONE) ? PySingleton.NONE : r.step))))
                .comparisons(RangeType::compare)
                .binaryTail(Slot.CONTAINS, RangeType::contains)
                .binaryTail(Slot.GETITEM, RangeType::getItem)
                .tail(
                        "count(self, value, /) -- rangeobject.count(value) -> integer -- return number of occurrences of value",
                        (x, r, o) -> o instanceof PyInteger i
                                ? PyInt.of(indexOf(r, i) == null ? 0 : 1)
                                : IterableSearchFrame.count(x, r, o))
                .tail(
                        "index(self, value, /) -- rangeobject.index(value) -> integer -- return index of value.\n"
                                + "Raise ValueError if the value is not present.",
                        RangeType::index)
                .method("__reversed__(self, /) -- Return a reverse iterator.", r -> iterator(r, true))
                .tail("__reduce__(self, /)", (x, r) -> PyTuple.of(PyRange.TYPE, PyTuple.of(r.start, r.stop, r.step)))
                .member("start", r -> r.start)
                .member("stop", r -> r.stop)
                .member("step", r -> r.step);
    }

    private static boolean isOne(PyInteger i) {
        return i.isLong() && i.longValue() == 1;
    }

    private static PyObject make(Execution x, PyType cls, PyObject[] a) {
        PyInteger first = (PyInteger) a[1];
        if (a[2] == null) {
            return new PyRange(PyInt.ZERO, first, PyInt.ONE);
        }
        PyInteger stop = (PyInteger) a[2];
        PyInteger step = a[3] == null ? PyInt.ONE : (PyInteger) a[3];
        if (step.signum() == 0) {
            throw Errors.valueError("range() arg 3 must not be zero");
        }
        return new PyRange(first, stop, step);
    }

    static PyObject iterator(PyRange r, boolean reversed) {
        if (r.length.bitLength() < 63
                && r.start.isLong()
                && r.step.isLong()
                && r.start.big().add(r.step.big().multiply(r.length)).bitLength() < 63) {
            long n = r.length.longValue();
            long start = r.start.longValue();
            long step = r.step.longValue();
            return reversed ? new RangeIterator(start + (n - 1) * step, -step, n) : new RangeIterator(start, step, n);
        }
        BigInteger last = r.start.big().add(r.step.big().multiply(r.length.subtract(BigInteger.ONE)));
        return reversed
                ? new LongRangeIterator(last, r.step.big().negate(), r.length)
                : new LongRangeIterator(r.start.big(), r.step.big(), r.length);
    }

    private static PyObject length(PyRange r) {
        if (r.length.bitLength() > 63) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        return PyInteger.of(r.length);
    }

    private static PyObject compare(Execution x, PyRange r, PyObject other, Slot op) {
        if (!(other instanceof PyRange s) || op != Slot.EQ && op != Slot.NE) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        boolean same = r == s
                || r.length.equals(s.length)
                        && (r.length.signum() == 0
                                || r.start.big().equals(s.start.big())
                                        && (r.length.equals(BigInteger.ONE)
                                                || r.step.big().equals(s.step.big())));
        return PyBool.of(same == (op == Slot.EQ));
    }

    /** The index of an int, or null when it is not in the range. */
    private static BigInteger indexOf(PyRange r, PyInteger i) {
        BigInteger[] qr = i.big().subtract(r.start.big()).divideAndRemainder(r.step.big());
        return qr[1].signum() != 0 || qr[0].signum() < 0 || qr[0].compareTo(r.length) >= 0 ? null : qr[0];
    }

    private static PyObject contains(Execution x, PyRange r, PyObject o) {
        return o instanceof PyInteger i ? PyBool.of(indexOf(r, i) != null) : IterableSearchFrame.contains(x, r, o);
    }

    private static PyObject index(Execution x, PyRange r, PyObject o) {
        if (!(o instanceof PyInteger i)) {
            return IterableSearchFrame.index(x, r, o);
        }
        BigInteger at = indexOf(r, i);
        if (at == null) {
            throw Errors.valueError("%s is not in range", i);
        }
        return PyInteger.of(at);
    }

    private static PyObject getItem(Execution x, PyRange r, PyObject key) {
        if (key instanceof PySlice s) {
            BigInteger[] b = SliceType.adjust(x, s, r.length);
            PyInteger step = PyInteger.of(r.step.big().multiply(b[2]));
            return new PyRange(
                    PyInteger.of(r.start.big().add(r.step.big().multiply(b[0]))),
                    PyInteger.of(r.start.big().add(r.step.big().multiply(b[1]))),
                    step);
        }
        if (!Conversions.isIndex(key)) {
            throw Errors.typeError(
                    "range indices must be integers or slices, not %s",
                    key.type().name());
        }
        BigInteger i = Conversions.indexValue(x, key).big();
        BigInteger at = i.signum() < 0 ? i.add(r.length) : i;
        if (at.signum() < 0 || at.compareTo(r.length) >= 0) {
            throw Errors.indexError("range object index out of range");
        }
        return r.get(at);
    }
}
