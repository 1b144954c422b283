package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PySlice;

/**
 * The items that a slice selects of a sequence (CPython: PySlice_AdjustIndices).
 *
 * @param start index of the first item
 * @param stop where the slice ends, for slice assignment
 * @param count how many items there are
 */
public record SliceRange(int start, int stop, int step, int count) {
    /** A Python {@code __index__} of a bound runs nested (blocking). */
    public static SliceRange of(Execution x, PySlice slice, int length) {
        Integer s = Values.sliceBound(x, slice.step);
        int step = s == null ? 1 : s;
        if (step == 0) {
            throw Errors.valueError("slice step cannot be zero");
        }
        Integer from = Values.sliceBound(x, slice.start);
        Integer to = Values.sliceBound(x, slice.stop);
        int start = from == null ? step < 0 ? length - 1 : 0 : clamp(from, length, step);
        int stop = to == null ? step < 0 ? -1 : length : clamp(to, length, step);
        int count;
        if (step < 0) {
            count = stop < start ? (int) (((long) start - stop - 1) / -(long) step + 1) : 0;
        } else {
            count = start < stop ? (stop - start - 1) / step + 1 : 0;
        }
        return new SliceRange(start, stop, step, count);
    }

    private static int clamp(int bound, int length, int step) {
        if (bound < 0) {
            int b = bound + length;
            return b < 0 ? step < 0 ? -1 : 0 : b;
        }
        return bound >= length ? step < 0 ? length - 1 : length : bound;
    }

    public int index(int i) {
        return start + i * step;
    }
}
