package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;

/** Iterates over a set while watching that it keeps its size. */
final class SetIterator extends PyIterator {
    private static final PyType TYPE =
            PyType.builtin("set_iterator", SetIterator.class, PyType.OBJECT).notSubclassable();

    /** Null at the end. */
    private PySet set;

    private int size;
    private int place;
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
        int n = s.places();
        while (place < n) {
            PyObject o = s.keyAt(place++);
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

    /** {@code (iter, ([what is left],))}; the iterator itself stays where it is. */
    private PyObject reduce(Execution x) {
        PyList rest = new PyList();
        if (set != null) {
            SetIterator copy = new SetIterator(set);
            copy.size = size;
            copy.place = place;
            for (PyObject o = copy.next(); o != null; o = copy.next()) {
                rest.append(o);
            }
        }
        return Reduction.iterOf(x, rest);
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
