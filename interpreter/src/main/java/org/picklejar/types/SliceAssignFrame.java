package org.picklejar.types;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.GatherFrame;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.SliceBounds;

/** {@code list[slice] = iterable}. */
public final class SliceAssignFrame extends GatherFrame {
    /** For unpickling. */
    public SliceAssignFrame() {}

    private SliceAssignFrame(PyList list, PySlice slice, PyObject iterable) {
        super(iterable, list, slice);
    }

    static PyObject assign(Execution x, PyList list, PySlice slice, PyObject value) {
        PyObject[] items = Iteration.itemsOrNull(value);
        if (items != null) {
            return assign(x, list, slice, items);
        }
        if (value.type().unary(Slot.ITER) == null && value.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError("must assign iterable to extended slice");
        }
        return new SliceAssignFrame(list, slice, value).run(x);
    }

    private static PyObject assign(Execution x, PyList l, PySlice slice, PyObject[] items) {
        SliceBounds s = SliceBounds.of(x, slice, () -> l.size);
        if (s.step() == 1) {
            replace(l, s.start(), Math.max(s.start(), s.stop()), items);
            return PySingleton.NONE;
        }
        if (items.length != s.count()) {
            throw Errors.valueError(
                    "attempt to assign sequence of size %d to extended slice of size %d", items.length, s.count());
        }
        for (int i = 0, at = s.start(); i < items.length; i++, at += s.step()) {
            l.items[at] = items[i];
        }
        return PySingleton.NONE;
    }

    private static void replace(PyList l, int from, int to, PyObject[] items) {
        int size = l.size - (to - from) + items.length;
        l.grow(size);
        System.arraycopy(l.items, to, l.items, from + items.length, l.size - to);
        System.arraycopy(items, 0, l.items, from, items.length);
        if (size < l.size) {
            Arrays.fill(l.items, size, l.size, null);
        }
        l.size = size;
    }

    static void delete(PyList l, SliceBounds s) {
        if (s.count() == 0) {
            return;
        }
        if (s.step() == 1) {
            replace(l, s.start(), s.stop(), new PyObject[0]);
            return;
        }
        int step = Math.abs(s.step());
        int first = s.step() > 0 ? s.start() : s.start() + (s.count() - 1) * s.step();
        int kept = first;
        for (int i = first, removed = 0; i < l.size; i++) {
            if (removed < s.count() && (i - first) % step == 0) {
                removed++;
            } else {
                l.items[kept++] = l.items[i];
            }
        }
        Arrays.fill(l.items, kept, l.size, null);
        l.size = kept;
    }

    @Override
    protected PyObject gathered(Execution x, PyObject[] items) {
        return Items.set(x, a, b, PyTuple.of(items));
    }
}
