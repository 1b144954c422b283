package org.picklejar.pickle;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.Pending;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyGetSet;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyMethodDescriptor;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Items;
import org.picklejar.ops.Values;

/** BUILD: gives an object its state, by {@code __setstate__} or into its {@code __dict__} and slots (CPython: load_build). */
final class BuildState implements LoadStep {
    private static final PyStr SET_STATE = PyStr.of("__setstate__");

    static final String KIND = "BUILD";

    private enum State {
        METHOD,
        CALLED,
        DICT,
        ENTRIES,
        SLOTS
    }

    private final PyObject object;
    private PyObject state;
    private PyDict slots;
    private PyObject dict;
    private PyObject[] keys;
    private int next;
    private State step = State.METHOD;

    BuildState(PyObject object, PyObject state) {
        this.object = object;
        this.state = state;
    }

    static BuildState ofParts(PyTuple parts) {
        PyObject[] fields = NullTuple.values(parts.get(1), "BUILD in progress");
        BuildState b = new BuildState(fields[0], fields[1]);
        b.slots = (PyDict) fields[2];
        b.dict = fields[3];
        b.keys = fields[4] instanceof PyTuple t ? t.items : null;
        b.next = Values.toInt(fields[5]);
        b.step = State.valueOf(fields[6].toString());
        return b;
    }

    @Override
    public PyTuple parts() {
        PyObject[] fields = {
            object, state, slots, dict, keys == null ? null : PyTuple.of(keys), PyInt.of(next), PyStr.of(step.name())
        };
        return PyTuple.of(PyStr.of(KIND), NullTuple.of(fields));
    }

    PyObject start(Execution x, LoadFrame f) {
        PyType type = object.type();
        if (f.u.structure != null) {
            return structural(x, f, type.lookup(SET_STATE));
        }
        if (type.binary(Slot.GETATTRIBUTE) == Attributes.GENERIC && type.binary(Slot.GETATTR) == null) {
            PyObject m = type.lookup(SET_STATE);
            if (m == null && (!(object instanceof PyInstance i) || i.getField(SET_STATE) == null)) {
                return plain(x, f);
            }
        }
        return f.call(x, this, () -> Attributes.get(x, object, SET_STATE));
    }

    /** Of a saved state: by a method of the class, in its time, else directly. */
    private PyObject structural(Execution x, LoadFrame f, PyObject method) {
        if (method == null && object instanceof PyInstance i) {
            StructureParts.setAttributes(x, i, state, false);
            return null;
        } else if (method instanceof PyFunction) {
            f.u.structure.setState(object, method, state);
            return null;
        } else if (method == null) {
            return plain(x, f);
        }
        return f.call(
                x,
                LoadStep.Simple.IGNORE,
                () -> StructuralLoading.call(
                        x,
                        method instanceof PyMethodDescriptor,
                        () -> x.callSpecial(object, method, new PyObject[] {object, state}, null)));
    }

    @Override
    public PyObject resume(Execution x, LoadFrame f, PyObject value) {
        switch (step) {
            case METHOD -> {
                step = State.CALLED;
                return f.call(x, this, () -> x.call(value, state));
            }
            case CALLED -> {
                return null;
            }
            case DICT -> {
                dict = value;
                keys = ((PyDict) state).keyArray();
                step = State.ENTRIES;
                return entries(x, f);
            }
            case ENTRIES -> {
                return entries(x, f);
            }
            default -> {
                return slots(x, f);
            }
        }
    }

    @Override
    public PyObject failed(Execution x, LoadFrame f, PyException e) {
        if (step == State.METHOD && e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
            return plain(x, f);
        }
        throw e;
    }

    private PyObject plain(Execution x, LoadFrame f) {
        PyObject slotState = null;
        if (state instanceof PyTuple t && t.size() == 2) {
            state = t.get(0);
            slotState = t.get(1);
        }
        if (slotState != null && slotState != PySingleton.NONE) {
            if (!(slotState instanceof PyDict d)) {
                throw PickleErrors.unpickling("slot state is not a dictionary");
            }
            slots = d;
        }
        if (state == PySingleton.NONE) {
            keys = null;
            return slots(x, f);
        }
        if (!(state instanceof PyDict attributes)) {
            throw PickleErrors.unpickling("state is not a dictionary");
        }
        if (object instanceof PyInstance i
                && object.type().hasDict
                && !object.type().isBuiltin()
                && i.getClass() == PyInstance.class
                && object.type().lookup(Names.DICT) instanceof PyGetSet) {
            for (int e = 0; e < attributes.entries(); e++) {
                if (attributes.keyAt(e) instanceof PyStr s) {
                    i.setField(s, attributes.valueAt(e));
                } else if (attributes.keyAt(e) != null) {
                    i.dict().put(x, attributes.keyAt(e), attributes.valueAt(e));
                }
            }
            return slots(x, f);
        }
        step = State.DICT;
        return f.call(x, this, () -> Attributes.get(x, object, Names.DICT));
    }

    private PyObject entries(Execution x, LoadFrame f) {
        PyDict attributes = (PyDict) state;
        while (next < keys.length) {
            PyObject key = keys[next++];
            f.waiting = this;
            if (Items.set(x, dict, key, attributes.get(x, key)) == Pending.PENDING) {
                return Pending.PENDING;
            }
        }
        f.waiting = null;
        keys = null;
        return slots(x, f);
    }

    private PyObject slots(Execution x, LoadFrame f) {
        if (slots == null) {
            return null;
        }
        if (keys == null) {
            step = State.SLOTS;
            keys = slots.keyArray();
            next = 0;
        }
        while (next < keys.length) {
            PyObject key = keys[next++];
            f.waiting = this;
            if (Attributes.set(x, object, Attributes.nameOf(key), slots.get(x, key)) == Pending.PENDING) {
                return Pending.PENDING;
            }
        }
        f.waiting = null;
        return null;
    }
}
