package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.Keys;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.ExtendFrame;
import org.picklejar.ops.Values;

/** The tables of the dict views: keys and items are like sets. */
public final class DictViewOperations {
    private DictViewOperations() {}

    public static void define(TypeBuilder<?> builder, DictIterator.Kind kind) {
        TypeBuilder<DictView> b = builder.of(DictView.class)
                .unaryTail(Slot.REPR, (x, v) -> ReprFrame.repr(x, v.reprParts()))
                .unary(Slot.LEN, v -> PyInt.of(v.dict.size()))
                .unary(Slot.ITER, v -> new DictIterator(v.kind, v.dict, false))
                .method(
                        "__reversed__(self, /) -- Return a reverse iterator over the dict view.",
                        v -> new DictIterator(v.kind, v.dict, true))
                .getter("mapping", v -> new MappingProxy(v.dict));
        if (kind == DictIterator.Kind.VALUES) {
            return;
        }
        b.binaryTail(Slot.CONTAINS, DictViewOperations::contains)
                .comparisons(DictViewOperations::compare)
                .notHashable()
                .binaryTail(Slot.AND, DictViewOperations::and)
                .binaryTail(Slot.RAND, DictViewOperations::and)
                .binaryTail(Slot.OR, DictViewOperations::or)
                .binaryTail(Slot.ROR, DictViewOperations::reflectedOr)
                .binaryTail(Slot.XOR, DictViewOperations::xor)
                .binaryTail(Slot.RXOR, (x, v, o) -> ContainerGather.gather(x, ContainerGather.Operation.VIEW_XOR, v, o))
                .binaryTail(Slot.SUB, (x, v, o) -> ContainerGather.gather(x, ContainerGather.Operation.VIEW_SUB, v, o))
                .binaryTail(
                        Slot.RSUB, (x, v, o) -> ContainerGather.gather(x, ContainerGather.Operation.VIEW_RSUB, v, o))
                .tail(
                        "isdisjoint(self, other, /) -- Return True if the view and the given iterable have a null intersection.",
                        (x, v, o) -> ContainerGather.gather(x, ContainerGather.Operation.VIEW_IS_DISJOINT, v, o));
    }

    private static PyObject contains(Execution x, DictView v, PyObject o) {
        if (v.kind == DictIterator.Kind.KEYS) {
            return PyBool.of(v.dict.contains(x, o));
        }
        if (!(Values.payload(o) instanceof PyTuple t) || t.size() != 2) {
            return PyBool.FALSE;
        }
        PyObject found = v.dict.get(x, t.get(0));
        if (found == null) {
            return PyBool.FALSE;
        }
        return found == t.get(1) ? PyBool.TRUE : Comparisons.compare(x, Slot.EQ, found, t.get(1));
    }

    /** Whether the view shows {@code o}, now (blocking when values need Python to compare). */
    private static boolean has(Execution x, DictView v, PyObject o) {
        if (v.kind == DictIterator.Kind.KEYS) {
            return v.dict.contains(x, o);
        }
        if (!(Values.payload(o) instanceof PyTuple t) || t.size() != 2) {
            return false;
        }
        PyObject found = v.dict.get(x, t.get(0));
        return found != null && Keys.same(x, found, t.get(1));
    }

    private static PyObject compare(Execution x, DictView v, PyObject other, Slot op) {
        PyObject[] theirs;
        if (other instanceof PySet s) {
            theirs = s.toArray();
        } else if (other instanceof DictView w && w.kind != DictIterator.Kind.VALUES) {
            theirs = w.items();
        } else {
            return PySingleton.NOT_IMPLEMENTED;
        }
        int n = v.dict.size();
        int m = theirs.length;
        boolean smaller = op == Slot.LT || op == Slot.LE;
        boolean strict = op == Slot.LT || op == Slot.GT;
        if (op == Slot.EQ || op == Slot.NE) {
            return PyBool.of((n == m && hasAll(x, v, theirs)) == (op == Slot.EQ));
        }
        if (smaller ? n > m || strict && n == m : m > n || strict && n == m) {
            return PyBool.FALSE;
        }
        if (!smaller) {
            return PyBool.of(hasAll(x, v, theirs));
        }
        if (other instanceof PySet s) {
            for (PyObject o : v.items()) {
                if (!s.contains(x, o)) {
                    return PyBool.FALSE;
                }
            }
            return PyBool.TRUE;
        }
        return PyBool.of(hasAll(x, (DictView) other, v.items()));
    }

    private static boolean hasAll(Execution x, DictView v, PyObject[] items) {
        for (PyObject o : items) {
            if (!has(x, v, o)) {
                return false;
            }
        }
        return true;
    }

    /** The set of what the view shows (CPython: dictviews_to_set). */
    private static PySet elements(Execution x, DictView v) {
        if (v.kind == DictIterator.Kind.KEYS && v.dict.isExact()) {
            PySet s = new PySet();
            s.addKeys(x, v.dict);
            return s;
        }
        return SetOperations.of(x, v.items());
    }

    private static PyObject and(Execution x, DictView v, PyObject other) {
        if (other instanceof PySet s && v.dict.size() <= s.size()) {
            return SetOperations.intersection(x, s, v.items());
        }
        if (other instanceof DictView w && w.kind != DictIterator.Kind.VALUES && w.dict.size() > v.dict.size()) {
            return and(x, w, v.items());
        }
        return ContainerGather.gather(x, ContainerGather.Operation.VIEW_AND, v, other);
    }

    // ---- with the items of the other operand

    static PySet and(Execution x, DictView v, PyObject[] items) {
        PySet r = new PySet();
        for (PyObject o : items) {
            if (has(x, v, o)) {
                r.add(x, o);
            }
        }
        return r;
    }

    private static PyObject or(Execution x, DictView v, PyObject other) {
        PySet r = elements(x, v);
        return ExtendFrame.extend(x, r, other, r);
    }

    private static PyObject reflectedOr(Execution x, DictView v, PyObject other) {
        return ContainerGather.gather(x, ContainerGather.Operation.VIEW_ROR, v, other);
    }

    /** {@code iterable | view}. */
    static PyObject ror(Execution x, DictView v, PyObject[] items) {
        PySet r = SetOperations.of(x, items);
        return ExtendFrame.extend(x, r, PyTuple.of(v.items()), r);
    }

    private static PyObject xor(Execution x, DictView v, PyObject other) {
        if (other instanceof PySet t) {
            PySet r = elements(x, v);
            SetOperations.toggle(x, r, t);
            return r;
        }
        return ContainerGather.gather(x, ContainerGather.Operation.VIEW_XOR, v, other);
    }

    static PyObject xor(Execution x, DictView v, PyObject[] items) {
        PySet r = elements(x, v);
        SetOperations.toggle(x, r, items);
        return r;
    }

    static PyObject sub(Execution x, DictView v, PyObject[] items) {
        PySet r = elements(x, v);
        SetOperations.subtract(x, r, items);
        return r;
    }

    static PyObject reflectedSub(Execution x, DictView v, PyObject[] items) {
        PySet r = SetOperations.of(x, items);
        SetOperations.subtract(x, r, v.items());
        return r;
    }

    static PyObject isDisjoint(Execution x, DictView v, PyObject[] items) {
        for (PyObject o : items) {
            if (has(x, v, o)) {
                return PyBool.FALSE;
            }
        }
        return PyBool.TRUE;
    }
}
