package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.KeyTable;
import org.picklejar.core.Keys;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;

/**
 * An operation of a set on the elements of another, on the keys of a dict, or on the items of an iterable, one after the other.
 * Elements and keys bring their hashes along, as in CPython.
 */
public final class SetFrame extends ConsumeFrame {
    /** What is done with each. */
    public enum Operation {
        /** It is added to the set. */
        ADD,
        /** It is removed from the set. */
        DISCARD,
        /** It is removed from the set if it is there, else added. */
        TOGGLE,
        /** It is added to the set if {@link #tested} has it. */
        ADD_COMMON,
        /** It is added to the set unless {@link #tested} has it. */
        ADD_OTHER,
        /** Nothing; the result is whether {@link #tested} has none. */
        HAS_NONE,
        /** Nothing; the result is whether {@link #tested} has all. */
        HAS_ALL
    }

    private enum Stage {
        HASH,
        TEST,
        ADD
    }

    private Operation operation;
    private PySet set;
    private PyObject tested;
    /** Of the whole; null for a bool that is found out. */
    private PyObject result;
    /** Null when items come from an iterable. */
    private HashedKeys keys;

    private Stage stage = Stage.HASH;
    private PyObject item;
    private long hash;

    /** For unpickling. */
    public SetFrame() {}

    private SetFrame(Operation operation, PySet set, PyObject tested, PyObject source, PyObject result) {
        super(source);
        this.operation = operation;
        this.set = set;
        this.tested = tested;
        this.result = result;
        keys = HashedKeys.of(source);
    }

    /** Changes a set. @return {@code result}, or PENDING and the result later */
    public static PyObject change(Execution x, Operation operation, PySet set, PyObject source, PyObject result) {
        if (operation == Operation.ADD) {
            if (source instanceof PySet s && set.copyFrom(s)) {
                return result;
            } else if (source instanceof PyDict d && d.isExact()) {
                set.reserve(d.size());
            }
        }
        return new SetFrame(operation, set, null, source, result).run(x);
    }

    /** Adds to a set what also is in {@code tested}, or is not. @return the set, or PENDING and the set later */
    public static PyObject select(Execution x, boolean common, PySet set, PyObject tested, PyObject source) {
        return new SetFrame(common ? Operation.ADD_COMMON : Operation.ADD_OTHER, set, tested, source, set).run(x);
    }

    /** Whether {@code tested}, a set or dict or what has {@code __contains__}, has all elements of the source, or none. A bool, or PENDING. */
    public static PyObject test(Execution x, boolean all, PyObject tested, PyObject source) {
        return new SetFrame(all ? Operation.HAS_ALL : Operation.HAS_NONE, null, tested, source, null).run(x);
    }

    @Override
    protected PyObject open(Execution x, PyObject value) {
        return keys == null ? super.open(x, value) : PySingleton.NONE;
    }

    @Override
    protected PyObject next(Execution x) {
        return keys == null ? super.next(x) : keys.next();
    }

    @Override
    protected PyObject item(Execution x, PyObject o) {
        item = o;
        hash = keys == null ? Keys.UNKNOWN : keys.hash();
        if (hash == Keys.UNKNOWN) {
            hash = Keys.plainHash(o);
            if (hash == Keys.UNKNOWN && (tested == null || tested instanceof KeyTable)) {
                stage = Stage.HASH;
                PyObject v = Keys.ask(x, o);
                return v == Pending.PENDING ? v : resumed(x, v);
            }
        }
        return test(x);
    }

    private PyObject test(Execution x) {
        if (operation == Operation.ADD) {
            return add(x);
        }
        stage = Stage.TEST;
        PyObject v;
        if (tested == null) {
            v = KeyOperation.DISCARD.on(x, set, item, hash, null);
        } else if (tested instanceof KeyTable t) {
            v = KeyOperation.CONTAINS.on(x, t, item, hash, null);
        } else {
            v = Items.contains(x, tested, item);
        }
        return v == Pending.PENDING ? v : tested(x, v == PyBool.TRUE);
    }

    private PyObject tested(Execution x, boolean found) {
        return switch (operation) {
            case ADD, DISCARD -> null;
            case TOGGLE, ADD_OTHER -> found ? null : add(x);
            case ADD_COMMON -> found ? add(x) : null;
            case HAS_NONE -> found ? PyBool.FALSE : null;
            case HAS_ALL -> found ? null : PyBool.FALSE;
        };
    }

    private PyObject add(Execution x) {
        stage = Stage.ADD;
        return KeyOperation.ADD.on(x, set, item, hash, null) == Pending.PENDING ? Pending.PENDING : null;
    }

    @Override
    protected PyObject resumed(Execution x, PyObject value) {
        return switch (stage) {
            case HASH -> {
                hash = Keys.result(value);
                yield test(x);
            }
            case TEST -> tested(x, value == PyBool.TRUE);
            case ADD -> null;
        };
    }

    @Override
    protected PyObject end(Execution x) {
        if (operation == Operation.DISCARD) {
            set.compact();
        }
        return result == null ? PyBool.TRUE : result;
    }

    @Override
    protected PyObject[] ownFields() {
        return new PyObject[] {
            PyStr.of(operation.name()),
            set,
            tested,
            result,
            HashedKeys.save(keys),
            PyStr.of(stage.name()),
            item,
            Keys.saved(item, hash)
        };
    }

    @Override
    protected void setOwnFields(PyObject[] f) {
        operation = Operation.valueOf(f[0].toString());
        set = (PySet) f[1];
        tested = f[2];
        result = f[3];
        keys = HashedKeys.restore(f[4]);
        stage = Stage.valueOf(f[5].toString());
        item = f[6];
        hash = Keys.restored(f[7]);
    }
}
