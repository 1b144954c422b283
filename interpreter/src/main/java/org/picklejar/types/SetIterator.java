package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** Iterates over a set while watching that it keeps its size. */
public final class SetIterator extends PyIterator {
    private static final PyType TYPE =
            PyType.builtin("set_iterator", SetIterator.class, PyType.OBJECT).notSubclassable();

    /** Null at the end. */
    private PySet set;

    private int size;
    private int place;
    /** What is left, when it was saved: a set that is made anew can have another order. Null otherwise. */
    private PyTuple rest;

    private int remaining;

    SetIterator(PySet set) {
        this.set = set;
        size = set.size();
        remaining = size;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public PyObject next() {
        PySet s = set;
        if (s == null) {
            return null;
        }
        if (s.size() != size) {
            size = -1;
            throw Errors.runtimeError("Set changed size during iteration");
        }
        int n = rest != null ? rest.size() : s.places();
        while (place < n) {
            PyObject o = rest != null ? rest.get(place++) : s.keyAt(place++);
            if (o != null) {
                remaining--;
                return o;
            }
        }
        set = null;
        return null;
    }

    private PyObject lengthHint() {
        return PyInt.of(set != null && set.size() == size ? remaining : 0);
    }

    /** What it will give when nothing changes; it stays where it is. */
    private PyList left() {
        PyList left = new PyList();
        if (set != null) {
            SetIterator copy = new SetIterator(set);
            copy.size = size;
            copy.place = place;
            copy.rest = rest;
            for (PyObject o = copy.next(); o != null; o = copy.next()) {
                left.append(o);
            }
        }
        return left;
    }

    /** {@code (iter, ([what is left],))}. */
    private PyObject reduce(Execution x) {
        return Reduction.iterOf(x, left());
    }

    /** What it is made of. */
    public PyTuple parts() {
        boolean failed = set == null || set.size() != size;
        return PyTuple.of(
                set == null ? PySingleton.NONE : set,
                PyInt.of(size),
                failed ? PyTuple.EMPTY : PyTuple.of(left().toArray()));
    }

    /** An iterator of these {@link #parts}. */
    public static SetIterator of(PyTuple parts) {
        PySet set = parts.get(0) instanceof PySet s ? s : null;
        SetIterator i = new SetIterator(set == null ? new PySet() : set);
        i.set = set;
        i.size = Values.toInt(parts.get(1));
        i.rest = (PyTuple) parts.get(2);
        i.remaining = i.rest.size();
        return i;
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(SetIterator.class)
                .unary(Slot.ITER, i -> i)
                .unary(Slot.NEXT, SetIterator::next)
                .method(
                        "__length_hint__(self, /) -- Private method returning an estimate of len(list(it)).",
                        SetIterator::lengthHint)
                .tail("__reduce__(self, /) -- Return state information for pickling.", (x, i) -> i.reduce(x));
    }
}
