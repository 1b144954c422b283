package org.picklejar.interp;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.Iteration;

/** The instructions that iterate and take apart. */
public final class IterationInstructions {
    private IterationInstructions() {}

    public static PyObject getIter(Execution x, PyObject o) {
        return Iteration.iter(x, o);
    }

    /** @return the next item, PENDING, or null at the end. An end that comes later as StopIteration is found by {@link Unwinder}. */
    public static PyObject forIter(Execution x, PyObject iterator) {
        return Iteration.next(x, iterator);
    }

    /** @return tuple or list of exactly {@code n} items, for {@link #unpack}; or PENDING */
    public static PyObject spread(Execution x, PyObject o, int n) {
        if (o instanceof PyTuple t && t.size() == n || o instanceof PyList l && l.isExact() && l.size == n) {
            return o;
        }
        return spread(x, o, n, -1);
    }

    /** @return tuple: {@code before} items, a list of the rest, {@code after} items; or PENDING */
    public static PyObject spreadStar(Execution x, PyObject o, int before, int after) {
        return spread(x, o, before, after);
    }

    private static PyObject spread(Execution x, PyObject o, int before, int after) {
        if (o.type().unary(Slot.ITER) == null && o.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError(
                    "cannot unpack non-iterable %s object", o.type().name());
        }
        PyObject[] items = o instanceof PyIterator ? null : Iteration.itemsOrNull(o);
        return items != null
                ? SpreadFrame.result(
                        items, before, after, o instanceof PyList || o instanceof PyTuple || o instanceof PyDict)
                : x.push(new SpreadFrame(o, before, after));
    }

    /** The items of what {@link #spread} gave; there may be room behind them. */
    public static PyObject[] unpack(PyObject o) {
        return o instanceof PyTuple t ? t.items : ((PyList) o).items;
    }
}
