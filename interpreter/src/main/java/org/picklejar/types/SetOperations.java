package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;

/** The algebra of sets. Elements' {@code __eq__} and {@code __hash__} run nested (blocking). */
final class SetOperations {
    private SetOperations() {}

    static PySet of(Execution x, PyObject[] items) {
        PySet s = new PySet();
        for (PyObject o : items) {
            s.add(x, o);
        }
        return s;
    }

    /** A copy of type set or frozenset, as {@code s} is one or the other. */
    static PySet copy(Execution x, PySet s) {
        return copyAs(x, s, s.isFrozen() ? PySet.FROZEN_TYPE : PySet.TYPE);
    }

    static PySet copyAs(Execution x, PySet s, PyType type) {
        PySet r = new PySet(type);
        r.addAll(x, s);
        return r;
    }

    static PySet intersection(Execution x, PySet s, PyObject[] items) {
        PySet r = new PySet(s.isFrozen() ? PySet.FROZEN_TYPE : PySet.TYPE);
        for (PyObject o : items) {
            if (s.contains(x, o)) {
                r.add(x, o);
            }
        }
        return r;
    }

    static PySet intersection(Execution x, PySet s, PySet t) {
        return t.size() > s.size() ? withType(intersection(x, t, s.toArray()), s) : intersection(x, s, t.toArray());
    }

    /** The elements of {@code s} that are not in {@code t}; CPython: set_difference. */
    static PySet difference(Execution x, PySet s, PySet t) {
        if (s.size() >> 2 > t.size()) {
            PySet r = copy(x, s);
            subtract(x, r, t.toArray());
            return r;
        }
        PySet r = new PySet(s.isFrozen() ? PySet.FROZEN_TYPE : PySet.TYPE);
        for (PyObject o : s.toArray()) {
            if (!t.contains(x, o)) {
                r.add(x, o);
            }
        }
        return r;
    }

    private static PySet withType(PySet r, PySet s) {
        PyType type = s.isFrozen() ? PySet.FROZEN_TYPE : PySet.TYPE;
        if (r.type() == type) {
            return r;
        }
        PySet typed = new PySet(type);
        typed.become(r);
        return typed;
    }

    /** Makes {@code s} hold what {@code with} holds. */
    static PyObject replace(PySet s, PySet with) {
        s.become(with);
        return PySingleton.NONE;
    }

    static PyObject subtract(Execution x, PySet s, PyObject[] items) {
        for (PyObject o : items) {
            s.discard(x, o);
        }
        s.compact();
        return PySingleton.NONE;
    }

    /** Symmetric difference in place; items that come twice count once. */
    static PyObject toggle(Execution x, PySet s, PyObject[] items) {
        return toggle(x, s, of(x, items));
    }

    static PyObject toggle(Execution x, PySet s, PySet other) {
        for (PyObject o : other.toArray()) {
            if (!s.discard(x, o)) {
                s.add(x, o);
            }
        }
        return PySingleton.NONE;
    }

    static PyObject isDisjoint(Execution x, PySet s, PyObject[] items) {
        for (PyObject o : items) {
            if (s.contains(x, o)) {
                return PyBool.FALSE;
            }
        }
        return PyBool.TRUE;
    }

    static PyBool isSubset(Execution x, PySet s, PySet of) {
        if (s.size() > of.size()) {
            return PyBool.FALSE;
        }
        for (PyObject o : s.toArray()) {
            if (!of.contains(x, o)) {
                return PyBool.FALSE;
            }
        }
        return PyBool.TRUE;
    }
}
