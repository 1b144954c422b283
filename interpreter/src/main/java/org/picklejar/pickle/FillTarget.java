package org.picklejar.pickle;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Items;
import org.picklejar.ops.Values;

/** Adds items to an object that is no exact list, dict or set, by its own methods. */
final class FillTarget implements LoadStep {
    private static final PyStr EXTEND = PyStr.of("extend");
    private static final PyStr APPEND = PyStr.of("append");
    private static final PyStr ADD = PyStr.of("add");

    static final String KIND = "FILL";

    private enum State {
        EXTEND_FOUND,
        METHOD_FOUND,
        EXTENDED,
        EACH,
        PAIRS
    }

    private final PyObject target;
    private final PyObject[] items;
    private PyObject method;
    private int next;
    private State state;

    FillTarget(PyObject target, PyObject[] items) {
        this.target = target;
        this.items = items;
    }

    static FillTarget ofParts(PyTuple parts) {
        PyObject[] fields = NullTuple.values(parts.get(1), "filling in progress");
        FillTarget t = new FillTarget(fields[0], ((PyTuple) fields[1]).items);
        t.method = fields[2];
        t.next = Values.toInt(fields[3]);
        t.state = State.valueOf(fields[4].toString());
        return t;
    }

    @Override
    public PyTuple parts() {
        PyObject[] fields = {target, PyTuple.of(items), method, PyInt.of(next), PyStr.of(state.name())};
        return PyTuple.of(PyStr.of(KIND), NullTuple.of(fields));
    }

    /** By {@code extend}, else {@code append}. */
    PyObject start(Execution x, LoadFrame f) {
        if (items.length == 1) {
            state = State.METHOD_FOUND;
            return f.call(x, this, () -> method(x, f, APPEND));
        }
        state = State.EXTEND_FOUND;
        return f.call(x, this, () -> method(x, f, EXTEND));
    }

    PyObject startPairs(Execution x, LoadFrame f) {
        state = State.PAIRS;
        return resume(x, f, null);
    }

    PyObject startAdd(Execution x, LoadFrame f) {
        state = State.METHOD_FOUND;
        return f.call(x, this, () -> method(x, f, ADD));
    }

    /** A method of the target; in a saved state that of the builtin type which the class of a program derives from. */
    private PyObject method(Execution x, LoadFrame f, PyStr name) {
        if (f.u.structure != null) {
            for (PyType t : target.type().mro()) {
                if (t.isBuiltin() && t.namespace().get(name) != null) {
                    return Attributes.bind(x, t.namespace().get(name), target, target.type());
                }
            }
        }
        return Attributes.get(x, target, name);
    }

    @Override
    public PyObject resume(Execution x, LoadFrame f, PyObject value) {
        switch (state) {
            case EXTEND_FOUND -> {
                state = State.EXTENDED;
                return f.call(x, this, () -> x.call(value, new PyList(items, items.length)));
            }
            case METHOD_FOUND -> {
                method = value;
                state = State.EACH;
            }
            default -> {}
        }
        while (state != State.EXTENDED && next < items.length) {
            f.waiting = this;
            int i = next;
            next += state == State.PAIRS ? 2 : 1;
            PyObject r = state == State.PAIRS ? Items.set(x, target, items[i], items[i + 1]) : x.call(method, items[i]);
            if (r == Pending.PENDING) {
                return r;
            }
        }
        f.waiting = null;
        return null;
    }

    @Override
    public PyObject failed(Execution x, LoadFrame f, PyException e) {
        if (state == State.EXTEND_FOUND && e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
            state = State.METHOD_FOUND;
            return f.call(x, this, () -> method(x, f, APPEND));
        }
        throw e;
    }
}
