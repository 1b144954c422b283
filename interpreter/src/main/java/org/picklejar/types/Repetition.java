package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.ops.Conversions;

/** How often {@code sequence * n} repeats. */
public final class Repetition {
    private static final int MOST_ITEMS = Integer.MAX_VALUE - 16;

    private Repetition() {}

    /**
     * The factor.
     *
     * @param factor what has {@code __index__}
     * @throws org.picklejar.core.PyException OverflowError when it has more than 64 bits
     */
    public static long times(Execution x, PyObject factor) {
        PyInteger i = Conversions.indexValue(x, factor);
        if (!i.isLong()) {
            throw Errors.overflowError(
                    "cannot fit '%s' into an index-sized integer", factor.type().name());
        }
        return i.longValue();
    }

    /**
     * The factor for so many items; 0 when the result is empty.
     *
     * @param tooLong what the OverflowError says when the length of the result has more than 64 bits; null: that is a MemoryError too
     * @throws org.picklejar.core.PyException MemoryError when an array of Java cannot hold the result
     */
    public static int count(Execution x, PyObject factor, int items, String tooLong) {
        long n = times(x, factor);
        if (n <= 0 || items == 0) {
            return 0;
        }
        if (n > MOST_ITEMS / items) {
            if (tooLong != null && n > Long.MAX_VALUE / items) {
                throw Errors.overflowError("%s", tooLong);
            }
            throw Errors.of(ExceptionTypes.MEMORY_ERROR);
        }
        return (int) n;
    }
}
