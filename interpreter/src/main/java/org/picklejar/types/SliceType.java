package org.picklejar.types;

import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.HashFrame;
import org.picklejar.ops.Values;

/** Python's slice. */
final class SliceType {
    private SliceType() {}

    static void define(TypeBuilder<?> builder) {
        builder.of(PySlice.class)
                .doc(
                        "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).")
                .constructor(
                        "slice(cls, start, stop=<unset>, step=None, /)",
                        (x, cls, a) -> a[2] == null
                                ? new PySlice(PySingleton.NONE, a[1], PySingleton.NONE)
                                : new PySlice(a[1], a[2], a[3]))
                .unaryTail(
                        Slot.REPR,
                        (x, s) -> ReprFrame.repr(x, ReprFrame.sequence(s, "slice(", parts(s).items, ")", "slice(...)")))
                .unaryTail(Slot.HASH, (x, s) -> HashFrame.hash(x, parts(s)))
                .comparisons((x, s, o, op) -> o instanceof PySlice t
                        ? SequenceCompareFrame.compare(x, parts(s), parts(t), op)
                        : PySingleton.NOT_IMPLEMENTED)
                .tail(
                        "indices(self, object: index, /) -- S.indices(len) -> (start, stop, stride)\n\n"
                                + "Assuming a sequence of length len, calculate the start and stop\nindices, and the stride length of the extended slice "
                                + "described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices.",
                        SliceType::indices)
                .method(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        s -> PyTuple.of(PySlice.TYPE, parts(s)))
                .member("start", s -> s.start)
                .member("stop", s -> s.stop)
                .member("step", s -> s.step);
    }

    private static PyTuple parts(PySlice s) {
        return PyTuple.of(s.start, s.stop, s.step);
    }

    private static PyObject indices(Execution x, PySlice s, PyObject length) {
        BigInteger n = Values.big(length);
        if (n.signum() < 0) {
            throw Errors.valueError("length should not be negative");
        }
        BigInteger[] b = adjust(x, s, n);
        return PyTuple.of(PyInteger.of(b[0]), PyInteger.of(b[1]), PyInteger.of(b[2]));
    }

    /** Start, stop and step for a length of any size (CPython: _PySlice_GetLongIndices). */
    static BigInteger[] adjust(Execution x, PySlice s, BigInteger length) {
        BigInteger step = bound(x, s.step);
        if (step == null) {
            step = BigInteger.ONE;
        } else if (step.signum() == 0) {
            throw Errors.valueError("slice step cannot be zero");
        }
        boolean down = step.signum() < 0;
        BigInteger lower = down ? BigInteger.ONE.negate() : BigInteger.ZERO;
        BigInteger upper = down ? length.subtract(BigInteger.ONE) : length;
        BigInteger start = bound(x, s.start);
        BigInteger stop = bound(x, s.stop);
        start = start == null ? down ? upper : lower : clip(start, length, lower, upper);
        stop = stop == null ? down ? lower : upper : clip(stop, length, lower, upper);
        return new BigInteger[] {start, stop, step};
    }

    private static BigInteger clip(BigInteger i, BigInteger length, BigInteger lower, BigInteger upper) {
        return i.signum() < 0 ? i.add(length).max(lower) : i.min(upper);
    }

    private static BigInteger bound(Execution x, PyObject o) {
        if (o == PySingleton.NONE) {
            return null;
        }
        if (!Conversions.isIndex(o)) {
            throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
        }
        return Conversions.indexValue(x, o).big();
    }
}
