package org.picklejar.ops;

import java.util.function.IntSupplier;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySlice;

/**
 * A slice applied to a length (CPython: PySlice_AdjustIndices).
 *
 * @param start index of the first element
 * @param stop the end, not included
 * @param step not 0
 * @param count how many elements it selects
 */
public record SliceBounds(int start, int stop, int step, int count) {
    /** The bounds as the slice has them, before the length is known: an {@code __index__} may change it. */
    public static SliceBounds of(Execution x, PySlice slice, IntSupplier length) {
        Integer step = bound(x, slice.step);
        if (step != null && step == 0) {
            throw Errors.valueError("slice step cannot be zero");
        }
        Integer start = bound(x, slice.start);
        Integer stop = bound(x, slice.stop);
        return of(start, stop, step, length.getAsInt());
    }

    public static SliceBounds of(Integer startOrNull, Integer stopOrNull, Integer stepOrNull, int length) {
        int step = stepOrNull == null ? 1 : stepOrNull;
        int start = startOrNull == null ? step < 0 ? length - 1 : 0 : clip(startOrNull, step, length);
        int stop = stopOrNull == null ? step < 0 ? -1 : length : clip(stopOrNull, step, length);
        long count = step < 0
                ? stop < start ? ((long) start - stop - 1) / -(long) step + 1 : 0
                : start < stop ? ((long) stop - start - 1) / step + 1 : 0;
        return new SliceBounds(start, stop, step, (int) count);
    }

    private static int clip(int bound, int step, int length) {
        if (bound < 0) {
            int b = bound + length;
            return b < 0 ? step < 0 ? -1 : 0 : b;
        }
        return bound >= length ? step < 0 ? length - 1 : length : bound;
    }

    private static Integer bound(Execution x, PyObject o) {
        return Values.sliceBound(x, o);
    }

    /** The selected elements. */
    public PyObject[] select(PyObject[] items) {
        PyObject[] out = new PyObject[count];
        if (step == 1) {
            System.arraycopy(items, start, out, 0, count);
        } else {
            for (int i = 0, at = start; i < count; i++, at += step) {
                out[i] = items[at];
            }
        }
        return out;
    }
}
