package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;

/**
 * The algebra of sets. Operands beside the set itself may be any iterables; sets and exact dicts give the hashes that they know.
 * Which side is gone through, and which is searched, is as in CPython (Objects/setobject.c). All results may be PENDING.
 */
public final class SetOperations {
    private SetOperations() {}

    /** A copy of type set or frozenset, as {@code s} is one or the other. */
    public static PySet copy(PySet s) {
        PySet r = emptyLike(s);
        r.copyFrom(s);
        return r;
    }

    private static PySet emptyLike(PySet s) {
        return new PySet(s.isFrozen() ? PySet.FROZEN_TYPE : PySet.TYPE);
    }

    /** The number of elements that are known with their hashes; -1 when the operand has to be iterated. */
    private static int sizeOf(PyObject other) {
        return other instanceof PySet s ? s.size() : other instanceof PyDict d && d.isExact() ? d.size() : -1;
    }

    // ---- in place; result is what is returned

    /** Adds all elements. */
    public static PyObject update(Execution x, PySet s, PyObject other, PyObject result) {
        return SetFrame.change(x, SetFrame.Operation.ADD, s, other, result);
    }

    /** Removes all elements of {@code other}. */
    public static PyObject subtract(Execution x, PySet s, PyObject other, PyObject result) {
        if (other == s) {
            s.clear();
            return result;
        }
        if (other instanceof PySet t && t.size() >> 3 > s.size()) {
            Frame caller = x.top;
            return Finish.SUBTRACT_FROM_SET.on(x, caller, intersection(x, s, t), s, result);
        }
        return SetFrame.change(x, SetFrame.Operation.DISCARD, s, other, result);
    }

    /** Keeps what is in one of the two; items that come twice count once. */
    public static PyObject toggle(Execution x, PySet s, PyObject other, PyObject result) {
        if (other == s) {
            s.clear();
            return result;
        }
        if (sizeOf(other) >= 0) {
            return SetFrame.change(x, SetFrame.Operation.TOGGLE, s, other, result);
        }
        PySet items = new PySet();
        Frame caller = x.top;
        return Finish.TOGGLE_IN_SET.on(x, caller, update(x, items, other, items), s, result);
    }

    /** Keeps what also is in {@code other}. */
    public static PyObject intersect(Execution x, PySet s, PyObject other, PyObject result) {
        Frame caller = x.top;
        return Finish.BECOME_SET.on(x, caller, intersection(x, s, other), s, result);
    }

    // ---- new sets

    public static PyObject union(Execution x, PySet s, PyObject other) {
        PySet r = copy(s);
        return update(x, r, other, r);
    }

    public static PyObject intersection(Execution x, PySet s, PyObject other) {
        if (other == s) {
            return copy(s);
        }
        return other instanceof PySet t && t.size() > s.size()
                ? SetFrame.select(x, true, emptyLike(s), t, s)
                : SetFrame.select(x, true, emptyLike(s), s, other);
    }

    public static PyObject difference(Execution x, PySet s, PyObject other) {
        int size = sizeOf(other);
        if (size < 0 || s.size() >> 2 > size) {
            PySet r = copy(s);
            return subtract(x, r, other, r);
        }
        return SetFrame.select(x, false, emptyLike(s), other, s);
    }

    public static PyObject symmetricDifference(Execution x, PySet s, PyObject other) {
        PySet r = emptyLike(s);
        Frame caller = x.top;
        return Finish.TOGGLE_BY.on(x, caller, update(x, r, other, r), s, null);
    }

    // ---- bools

    public static PyObject isDisjoint(Execution x, PySet s, PyObject other) {
        return other instanceof PySet t && t.size() > s.size()
                ? SetFrame.test(x, false, t, s)
                : SetFrame.test(x, false, s, other);
    }

    public static PyObject isSubset(Execution x, PySet s, PyObject other) {
        if (other instanceof PySet t) {
            return s.size() > t.size() ? PyBool.FALSE : SetFrame.test(x, true, t, s);
        }
        Frame caller = x.top;
        return Finish.SAME_SIZE.on(x, caller, intersection(x, s, other), s, null);
    }

    public static PyObject isSuperset(Execution x, PySet s, PyObject other) {
        return other instanceof PySet t ? isSubset(x, t, s) : SetFrame.test(x, true, s, other);
    }

    public static PyObject isEqual(Execution x, PySet s, PySet t) {
        boolean differ = s.size() != t.size() || s.hash != 0 && t.hash != 0 && s.hash != t.hash;
        return differ ? PyBool.FALSE : isSubset(x, s, t);
    }
}
