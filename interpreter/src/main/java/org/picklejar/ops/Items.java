package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.Names;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;

/** Subscripts, length and membership. */
public final class Items {
    private Items() {}

    /** {@code o[key]}. */
    public static PyObject get(Execution x, PyObject o, PyObject key) {
        if (key instanceof PyInt i) {
            long n = i.value;
            if (o instanceof PyList l && l.isExact()) {
                long at = n < 0 ? n + l.size : n;
                if (at < 0 || at >= l.size) {
                    throw Errors.indexError("list index out of range");
                }
                return l.items[(int) at];
            }
            if (o instanceof PyTuple t) {
                long at = n < 0 ? n + t.items.length : n;
                if (at < 0 || at >= t.items.length) {
                    throw Errors.indexError("tuple index out of range");
                }
                return t.items[(int) at];
            }
            if (o instanceof PyStr s) {
                long at = n < 0 ? n + s.length() : n;
                if (at < 0 || at >= s.length()) {
                    throw Errors.indexError("string index out of range");
                }
                return s.charAt((int) at);
            }
        }
        if (o instanceof PyDict d && d.isExact()) {
            return KeyOperation.GET_ITEM.on(x, d, key);
        }
        return slow(x, o, key);
    }

    private static PyObject slow(Execution x, PyObject o, PyObject key) {
        PyType type = o.type();
        Slot.Binary f = type.binary(Slot.GETITEM);
        if (f != null) {
            return f.apply(x, o, key);
        }
        if (o instanceof PyType cls) {
            PyObject m = Attributes.findOnType(x, cls, Names.CLASS_GETITEM);
            if (m != null && m != PySingleton.NONE) {
                return x.call(m, key);
            }
            if (cls == PyType.TYPE) {
                return x.call(x.machine.helpers.get("generic_alias"), cls, key);
            }
            throw Errors.typeError("type '%s' is not subscriptable", cls.name());
        }
        throw Errors.typeError("'%s' object is not subscriptable", type.name());
    }

    /** {@code o[key] = value}; the result means nothing. */
    public static PyObject set(Execution x, PyObject o, PyObject key, PyObject value) {
        if (o instanceof PyDict d && d.isExact()) {
            return KeyOperation.SET_ITEM.on(x, d, key, value);
        }
        if (o instanceof PyList l && l.isExact() && key instanceof PyInt i) {
            long at = i.value < 0 ? i.value + l.size : i.value;
            if (at < 0 || at >= l.size) {
                throw Errors.indexError("list assignment index out of range");
            }
            l.items[(int) at] = value;
            return PySingleton.NONE;
        }
        Slot.Ternary f = o.type().ternary(Slot.SETITEM);
        if (f == null) {
            throw Errors.typeError(
                    "'%s' object does not support item assignment", o.type().name());
        }
        return f.apply(x, o, key, value);
    }

    /** {@code del o[key]}. */
    public static PyObject delete(Execution x, PyObject o, PyObject key) {
        if (o instanceof PyDict d && d.isExact()) {
            return KeyOperation.DELETE_ITEM.on(x, d, key);
        }
        Slot.Binary f = o.type().binary(Slot.DELITEM);
        if (f == null) {
            throw Errors.typeError(
                    "'%s' object doesn't support item deletion", o.type().name());
        }
        return f.apply(x, o, key);
    }

    /** {@code len(o)}. */
    public static PyObject len(Execution x, PyObject o) {
        if (o instanceof PyList l && l.isExact()) {
            return PyInt.of(l.size);
        } else if (o instanceof PyStr s) {
            return PyInt.of(s.length());
        } else if (o instanceof PyTuple t) {
            return PyInt.of(t.size());
        } else if (o instanceof PyDict d && d.isExact()) {
            return PyInt.of(d.size());
        } else if (o instanceof PySet s && s.type().isBuiltin()) {
            return PyInt.of(s.size());
        }
        Slot.Unary f = o.type().unary(Slot.LEN);
        if (f == null) {
            throw Errors.typeError("object of type '%s' has no len()", o.type().name());
        }
        Frame caller = x.top;
        return Finish.LEN_RESULT.on(x, caller, f.apply(x, o), null, null);
    }

    /** The length now; a Python {@code __len__} runs nested (blocking). */
    public static int lenNow(Execution x, PyObject o) {
        return (int) ((PyInteger) x.await(() -> len(x, o))).longValue();
    }

    static PyInteger checkLength(PyInteger n) {
        if (n.signum() < 0) {
            throw Errors.valueError("__len__() should return >= 0");
        }
        if (!n.isLong()) {
            throw Errors.overflowError("cannot fit 'int' into an index-sized integer");
        }
        return n;
    }

    /** {@code o in container}: a bool, or PENDING. */
    public static PyObject contains(Execution x, PyObject container, PyObject o) {
        if (container instanceof PyDict d && d.isExact()) {
            return KeyOperation.CONTAINS.on(x, d, o);
        } else if (container instanceof PySet s && s.type().isBuiltin() && !(o instanceof PySet)) {
            return KeyOperation.CONTAINS.on(x, s, o);
        }
        Slot.Binary f = container.type().binary(Slot.CONTAINS);
        Frame caller = x.top;
        if (f != null) {
            return Finish.TRUTH.on(x, caller, f.apply(x, container, o), null, null);
        }
        if (container.type().lookup(Slot.CONTAINS.name) == PySingleton.NONE) {
            throw Errors.typeError(
                    "'%s' object is not a container", container.type().name());
        }
        if (container.type().unary(Slot.ITER) == null && container.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError(
                    "argument of type '%s' is not iterable", container.type().name());
        }
        return IterableSearchFrame.contains(x, container, o);
    }
}
