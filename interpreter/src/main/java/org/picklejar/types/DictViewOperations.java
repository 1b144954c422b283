package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Finish;
import org.picklejar.ops.SetFrame;
import org.picklejar.ops.SetOperations;
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
                .binaryTail(Slot.OR, (x, v, o) -> on(x, v, Finish.UPDATE, o))
                .binaryTail(Slot.ROR, (x, v, o) -> on(x, o, Finish.UPDATE, v))
                .binaryTail(Slot.XOR, (x, v, o) -> on(x, v, Finish.TOGGLE_BY, o))
                .binaryTail(Slot.RXOR, (x, v, o) -> on(x, o, Finish.TOGGLE_BY, v))
                .binaryTail(Slot.SUB, (x, v, o) -> on(x, v, Finish.SUBTRACT, o))
                .binaryTail(Slot.RSUB, (x, v, o) -> on(x, o, Finish.SUBTRACT, v))
                .tail(
                        "isdisjoint(self, other, /) -- Return True if the view and the given iterable have a null intersection.",
                        DictViewOperations::isDisjoint);
    }

    /** Whether the view shows {@code o}: a bool, or PENDING. */
    private static PyObject contains(Execution x, DictView v, PyObject o) {
        if (v.kind == DictIterator.Kind.KEYS) {
            return KeyOperation.CONTAINS.on(x, v.dict, o);
        }
        if (!(Values.payload(o) instanceof PyTuple t) || t.size() != 2) {
            return PyBool.FALSE;
        }
        Frame caller = x.top;
        return Finish.ENTRY_HAS_VALUE.on(x, caller, KeyOperation.ENTRY.on(x, v.dict, t.get(0)), t.get(1), null);
    }

    private static boolean isSetLike(PyObject o) {
        return o instanceof DictView v && v.kind != DictIterator.Kind.VALUES;
    }

    /** The size of a set, or of a view that is like one; otherwise -1. */
    private static int sizeOf(PyObject o) {
        return o instanceof PySet s ? s.size() : isSetLike(o) ? ((DictView) o).dict.size() : -1;
    }

    private static PyObject compare(Execution x, DictView v, PyObject other, Slot op) {
        int n = v.dict.size();
        int m = sizeOf(other);
        if (m < 0) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (op == Slot.NE) {
            Frame caller = x.top;
            return Finish.NOT.on(x, caller, compare(x, v, other, Slot.EQ), null, null);
        }
        boolean smaller = op == Slot.LT || op == Slot.LE || op == Slot.EQ;
        if (!Comparisons.holds(op, Integer.compare(n, m))) {
            return PyBool.FALSE;
        }
        return smaller ? hasAll(x, other, v) : hasAll(x, v, other);
    }

    /** Asks the container for each, as CPython does (all_contained_in). */
    private static PyObject hasAll(Execution x, PyObject container, PyObject items) {
        return SetFrame.test(x, true, container, iterable(items));
    }

    /** What iterates without bringing hashes along. */
    private static PyObject iterable(PyObject items) {
        return items instanceof PySet s ? PyTuple.of(s.toArray()) : items;
    }

    /** The set of what the view, or an iterable, shows (CPython: dictviews_to_set). May be PENDING. */
    private static PyObject elements(Execution x, PyObject o) {
        PySet s = new PySet();
        boolean keys = o instanceof DictView v && v.kind == DictIterator.Kind.KEYS && v.dict.isExact();
        return SetOperations.update(x, s, keys ? ((DictView) o).dict : o, s);
    }

    /** What becomes of the {@link #elements} of one operand by a step with the other. */
    private static PyObject on(Execution x, PyObject operand, Finish step, PyObject other) {
        Frame caller = x.top;
        return step.on(x, caller, elements(x, operand), other, null);
    }

    private static PyObject and(Execution x, DictView v, PyObject other) {
        if (other instanceof PySet s && v.dict.size() <= s.size()) {
            return SetOperations.intersection(x, s, v);
        }
        if (isSetLike(other) && sizeOf(other) > v.dict.size()) {
            return SetFrame.select(x, true, new PySet(), other, v);
        }
        return SetFrame.select(x, true, new PySet(), v, iterable(other));
    }

    private static PyObject isDisjoint(Execution x, DictView v, PyObject other) {
        return sizeOf(other) > v.dict.size()
                ? SetFrame.test(x, false, other, v)
                : SetFrame.test(x, false, v, iterable(other));
    }
}
