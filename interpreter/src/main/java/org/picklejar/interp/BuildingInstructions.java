package org.picklejar.interp;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.ExtendFrame;
import org.picklejar.ops.FillFrame;
import org.picklejar.ops.Finish;
import org.picklejar.ops.SetOperations;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** The instructions that build values: displays, comprehensions, unpacked arguments, formatted strings. */
public final class BuildingInstructions {
    private BuildingInstructions() {}

    public static PyTuple buildTuple(PyObject[] items) {
        return PyTuple.of(items);
    }

    public static PyList buildList(PyObject[] items) {
        return new PyList(items, items.length);
    }

    /** @return the set, or PENDING and the set later */
    public static PyObject buildSet(Execution x, PyObject[] items) {
        return FillFrame.fill(x, new PySet(), items, 0);
    }

    /**
     * @param items key, value, key, value, ...
     * @return the dict, or PENDING and the dict later
     */
    public static PyObject buildMap(Execution x, PyObject[] items) {
        return FillFrame.fill(x, new PyDict(), items, 0);
    }

    /** @param items strings, or instances of subclasses that {@code __format__} gave */
    public static PyStr buildString(PyObject[] items) {
        StringBuilder out = new StringBuilder();
        boolean simple = true;
        for (PyObject o : items) {
            PyStr s = (PyStr) Values.payload(o);
            simple &= s.isSimple();
            out.append(s);
        }
        if (simple) {
            return PyStr.of(out.toString());
        }
        PyStr s = PyStr.EMPTY;
        for (PyObject o : items) {
            s = s.concat((PyStr) Values.payload(o));
        }
        return s;
    }

    /** @param step null when there is none */
    public static PySlice buildSlice(PyObject start, PyObject stop, PyObject step) {
        return new PySlice(start, stop, step == null ? PySingleton.NONE : step);
    }

    public static void listAppend(PyObject list, PyObject item) {
        ((PyList) list).append(item);
    }

    /** @return None, or PENDING */
    public static PyObject setAdd(Execution x, PyObject set, PyObject item) {
        return KeyOperation.ADD.on(x, (PySet) set, item);
    }

    /** @return the dict, or PENDING and the dict later */
    public static PyObject mapAdd(Execution x, PyObject dict, PyObject key, PyObject value) {
        Frame caller = x.top;
        return Finish.RETURN_A.on(x, caller, KeyOperation.SET_ITEM.on(x, (PyDict) dict, key, value), dict, null);
    }

    /** @return None, or PENDING */
    public static PyObject listExtend(Execution x, PyObject list, PyObject o) {
        if (o.type().unary(Slot.ITER) == null && o.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError(
                    "Value after * must be an iterable, not %s", o.type().name());
        }
        return ExtendFrame.extend(x, (PyList) list, o, PySingleton.NONE);
    }

    /** @return None, or PENDING */
    public static PyObject setUpdate(Execution x, PyObject set, PyObject o) {
        return SetOperations.update(x, (PySet) set, o, PySingleton.NONE);
    }

    /** {@code **o} in a dict display. @return None, or PENDING */
    public static PyObject dictUpdate(Execution x, PyObject target, PyObject o) {
        PyDict d = (PyDict) target;
        if (o instanceof PyDict m && m.isExact() && d.copyFrom(m)) {
            return PySingleton.NONE;
        }
        return new MergeFrame(d, o, null).run(x);
    }

    /** {@code **o} in a call of {@code callee}, where a key twice is an error. @return the callee, or PENDING and the callee later */
    public static PyObject dictMerge(Execution x, PyObject target, PyObject o, PyObject callee) {
        PyDict d = (PyDict) target;
        Frame caller = x.top;
        return Finish.RETURN_A.on(x, caller, new MergeFrame(d, o, callee).run(x), callee, null);
    }

    public static PyTuple listToTuple(PyObject list) {
        return PyTuple.of(((PyList) list).toArray());
    }

    /** @param kind 's' for str, 'r' for repr, 'a' for ascii */
    public static PyObject convert(Execution x, PyObject o, int kind) {
        return kind == 's' ? Text.str(x, o) : kind == 'r' ? Text.repr(x, o) : Text.ascii(x, o);
    }

    /** @param spec null for the empty one */
    public static PyObject format(Execution x, PyObject o, PyObject spec) {
        return Text.format(x, o, spec == null ? PyStr.EMPTY : spec);
    }
}
