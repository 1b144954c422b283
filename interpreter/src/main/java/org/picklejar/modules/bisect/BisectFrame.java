package org.picklejar.modules.bisect;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Items;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** Finds where an item belongs in a sorted sequence, and inserts it there if that is wanted. Items, keys and comparisons may be Python code. */
public final class BisectFrame extends StepFrame {
    private enum State {
        BEGIN,
        /** The key of the item that is to be inserted came. */
        WANTED,
        LENGTH,
        /** The item in the middle came. */
        ITEM,
        /** Its key came. */
        KEY,
        /** The comparison, or its truth, came. */
        ORDER,
        INSERTED
    }

    private State state = State.BEGIN;
    private boolean right;
    private boolean inserts;
    private PyObject sequence;
    /** Null when there is none. */
    private PyObject key;
    /** What is to be inserted. */
    private PyObject item;
    /** What items, or their keys, are compared with. */
    private PyObject wanted;

    private long low;
    /** -1 is the end of the sequence. */
    private long high;

    /** For unpickling. */
    public BisectFrame() {}

    /** @param args a, x, lo, hi, key */
    private BisectFrame(PyObject[] args, boolean right, boolean inserts) {
        this.right = right;
        this.inserts = inserts;
        sequence = args[0];
        item = args[1];
        wanted = item;
        low = bound(args[2], "Python int too large to convert to C ssize_t");
        high = args[3] == PySingleton.NONE ? -1 : bound(args[3], "cannot fit 'int' into an index-sized integer");
        key = args[4] == PySingleton.NONE ? null : args[4];
    }

    private static long bound(PyObject o, String tooLarge) {
        PyInteger i = (PyInteger) o;
        if (!i.isLong()) {
            throw Errors.overflowError(tooLarge);
        }
        return i.longValue();
    }

    static PyObject bisect(Execution x, PyObject[] args, boolean right) {
        return new BisectFrame(args, right, false).run(x);
    }

    static PyObject insort(Execution x, PyObject[] args, boolean right) {
        return new BisectFrame(args, right, true).run(x);
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case BEGIN -> {
                    state = State.WANTED;
                    v = inserts && key != null ? x.call(key, item) : item;
                }
                case WANTED -> {
                    wanted = v;
                    if (low < 0) {
                        throw Errors.valueError("lo must be non-negative");
                    }
                    state = State.LENGTH;
                    v = high == -1 ? Items.len(x, sequence) : PyInt.of(high);
                }
                case LENGTH -> {
                    high = Values.toLong(v);
                    requireSequence(sequence.type());
                    if (low >= high) {
                        return found(x);
                    }
                    state = State.ITEM;
                    v = Items.get(x, sequence, PyInt.of(middle()));
                }
                case ITEM -> {
                    state = State.KEY;
                    if (key != null) {
                        v = x.call(key, v);
                    }
                }
                case KEY -> {
                    state = State.ORDER;
                    v = right ? Comparisons.compare(x, Slot.LT, wanted, v) : Comparisons.compare(x, Slot.LT, v, wanted);
                }
                case ORDER -> {
                    if (v instanceof PyBool) {
                        if (right == (v == PyBool.TRUE)) {
                            high = middle();
                        } else {
                            low = middle() + 1;
                        }
                        if (low >= high) {
                            return found(x);
                        }
                        state = State.ITEM;
                        v = Items.get(x, sequence, PyInt.of(middle()));
                    } else {
                        v = Truth.of(x, v);
                    }
                }
                case INSERTED -> {
                    return PySingleton.NONE;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private long middle() {
        return low + (high - low) / 2;
    }

    /** CPython asks for the slot of sequences, which its mappings do not have. */
    private static void requireSequence(PyType type) {
        if (type.binary(Slot.GETITEM) == null) {
            throw Errors.typeError("'%s' object does not support indexing", type.name());
        }
        if (type.isBuiltin() && PyDict.class.isAssignableFrom(type.javaClass)) {
            throw Errors.typeError("%s is not a sequence", type.name());
        }
    }

    private PyObject found(Execution x) {
        if (!inserts) {
            return PyInt.of(low);
        }
        if (sequence instanceof PyList l && l.isExact()) {
            l.insert((int) Math.min(low, l.size), item);
            return PySingleton.NONE;
        }
        state = State.INSERTED;
        PyObject v = MethodCall.call(x, sequence, "insert", PyInt.of(low), item);
        return v == Pending.PENDING ? v : PySingleton.NONE;
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {
            PyStr.of(state.name()),
            PyBool.of(right),
            PyBool.of(inserts),
            sequence,
            key,
            item,
            wanted,
            PyInt.of(low),
            PyInt.of(high)
        };
    }

    @Override
    protected void setFields(PyObject[] f) {
        state = State.valueOf(f[0].toString());
        right = f[1] == PyBool.TRUE;
        inserts = f[2] == PyBool.TRUE;
        sequence = f[3];
        key = f[4];
        item = f[5];
        wanted = f[6];
        low = ((PyInt) f[7]).value;
        high = ((PyInt) f[8]).value;
    }
}
