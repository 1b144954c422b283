package org.picklejar.ops;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Keys;
import org.picklejar.core.Names;
import org.picklejar.core.Pending;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;

/**
 * Takes a mapping's entries one after the other, of a dict directly, else by its {@code keys()} and {@code __getitem__}; a subclass
 * says what to do with each.
 */
public abstract class EntriesFrame extends ConsumeFrame {
    private enum Stage {
        START,
        /** {@code keys} is looked up. */
        METHOD,
        /** It runs. */
        KEYS,
        /** The items are keys. */
        MAPPING,
        /** The entries of a dict, in place. */
        DICT,
        /** There are no {@code keys()}: the subclass knows what the items are. */
        OTHER
    }

    private Stage stage = Stage.START;
    private PyObject mapping;
    /** Whose value is awaited; null when it is not. */
    private PyObject key;
    /** In a dict: the next entry, and how many there were at the start. */
    private int entry;

    private int size;

    protected EntriesFrame() {}

    protected EntriesFrame(PyObject mapping) {
        super(mapping);
        this.mapping = mapping;
    }

    /** The iterator, or PENDING, of what has no {@code keys()}; its items are for {@link #other}. */
    protected abstract PyObject openOther(Execution x, PyObject source);

    /** Takes an item of what {@link #openOther} made; returns like {@link #item}. */
    protected PyObject other(Execution x, PyObject item) {
        throw new IllegalStateException(getClass().getName());
    }

    /**
     * Takes an entry; returns like {@link #item}.
     *
     * @param hash of the key; UNKNOWN when it is not known yet
     */
    protected abstract PyObject entry(Execution x, PyObject key, long hash, PyObject value);

    /** Whether a mapping iterates as dict does, so that Java may read it. */
    public static boolean readsAsDict(PyObject mapping) {
        return mapping instanceof PyDict d && d.type().unary(Slot.ITER) == PyDict.TYPE.unary(Slot.ITER);
    }

    /** Looks at a key before its value is asked for. */
    protected void check(Execution x, PyObject key) {}

    /** Takes the value that {@link #other}, {@link #entry} or this waited for; returns like them. */
    protected PyObject entryResumed(Execution x, PyObject value) {
        throw new IllegalStateException(getClass().getName());
    }

    /** As {@link #goOnWith}. */
    protected final void goOnWithEntries(PyObject more) {
        mapping = more;
        stage = Stage.START;
        goOnWith(more);
    }

    @Override
    protected final PyObject open(Execution x, PyObject value) {
        PyObject v = value;
        while (v != Pending.PENDING) {
            switch (stage) {
                case START -> {
                    if (readsAsDict(mapping)) {
                        stage = Stage.DICT;
                        entry = 0;
                        size = ((PyDict) mapping).size();
                        return PySingleton.NONE;
                    }
                    stage = Stage.METHOD;
                    v = Attributes.get(x, mapping, Names.KEYS, PySingleton.NOT_IMPLEMENTED);
                }
                case METHOD -> {
                    boolean isMapping = v != PySingleton.NOT_IMPLEMENTED;
                    stage = isMapping ? Stage.KEYS : Stage.OTHER;
                    v = isMapping ? x.call(v) : openOther(x, mapping);
                }
                case KEYS -> {
                    stage = Stage.MAPPING;
                    v = Iteration.iter(x, v);
                }
                case MAPPING, DICT, OTHER -> {
                    return v;
                }
            }
        }
        return v;
    }

    @Override
    protected final PyObject next(Execution x) {
        if (stage != Stage.DICT) {
            return super.next(x);
        }
        PyDict d = (PyDict) mapping;
        if (d.size() != size) {
            throw Errors.runtimeError("dict mutated during update");
        }
        while (entry < d.entries()) {
            PyObject k = d.keyAt(entry++);
            if (k != null) {
                return k;
            }
        }
        return null;
    }

    @Override
    protected final PyObject item(Execution x, PyObject item) {
        if (stage == Stage.OTHER) {
            return other(x, item);
        }
        check(x, item);
        if (mapping instanceof PyDict d && stage == Stage.DICT) {
            return entry(x, item, d.hashAt(entry - 1), d.valueAt(entry - 1));
        }
        key = item;
        PyObject v = Items.get(x, mapping, item);
        return v == Pending.PENDING ? v : resumed(x, v);
    }

    @Override
    protected final PyObject resumed(Execution x, PyObject value) {
        if (key == null) {
            return entryResumed(x, value);
        }
        PyObject k = key;
        key = null;
        return entry(x, k, Keys.UNKNOWN, value);
    }

    /** The fields of the subclass, for pickling. */
    protected abstract PyObject[] operands();

    protected abstract void setOperands(PyObject[] operands);

    @Override
    protected final PyObject[] ownFields() {
        PyObject[] operands = operands();
        PyObject[] out = new PyObject[operands.length + 5];
        out[0] = PyStr.of(stage.name());
        out[1] = mapping;
        out[2] = key;
        out[3] = PyInt.of(stage == Stage.DICT ? ((PyDict) mapping).entriesBefore(entry) : 0);
        out[4] = PyInt.of(size);
        System.arraycopy(operands, 0, out, 5, operands.length);
        return out;
    }

    @Override
    protected final void setOwnFields(PyObject[] fields) {
        stage = Stage.valueOf(fields[0].toString());
        mapping = fields[1];
        key = fields[2];
        entry = (int) ((PyInt) fields[3]).value;
        size = (int) ((PyInt) fields[4]).value;
        setOperands(Arrays.copyOfRange(fields, 5, fields.length));
    }
}
