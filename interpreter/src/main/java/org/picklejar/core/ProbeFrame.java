package org.picklejar.core;

/** An operation on a key that waits for the key's {@code __hash__}, or for the {@code __eq__} of a key in the table. */
public final class ProbeFrame extends NativeFrame {
    private KeyOperation operation;
    private KeyTable table;
    private PyObject key;
    private PyObject operand;
    /** {@link Keys#UNKNOWN} while {@code __hash__} is asked. */
    private long hash;
    /** Null before a key is asked. */
    private Probe probe;

    /** For unpickling. */
    public ProbeFrame() {}

    ProbeFrame(KeyOperation operation, KeyTable table, PyObject key, long hash, PyObject operand) {
        this.operation = operation;
        this.table = table;
        this.key = key;
        this.hash = hash;
        this.operand = operand;
    }

    /** Begins: the result when no Python is needed for it. */
    PyObject run(Execution x) {
        Frame caller = x.top;
        x.push(this);
        try {
            PyObject r = step(x, null);
            if (r != Pending.PENDING) {
                x.top = caller;
            }
            return r;
        } catch (PyException e) {
            x.top = caller;
            throw e;
        }
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        if (hash == Keys.UNKNOWN) {
            if (v == null) {
                v = Keys.ask(x, key);
                if (v == Pending.PENDING) {
                    return v;
                }
            }
            hash = Keys.result(v);
            v = null;
        }
        for (; ; ) {
            int at = v == null ? KeyTable.ASK : answered(v == PyBool.TRUE);
            if (at == KeyTable.ASK) {
                if (probe == null) {
                    probe = new Probe();
                }
                at = table.find(key, hash, probe);
            }
            if (at != KeyTable.ASK) {
                // It is done: what the last step may call gives its result to the frame below.
                x.top = back;
                return operation.apply(x, table, at, key, hash, operand);
            }
            v = x.machine.equality.equal(x, probe.asked, key);
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    /** @return the entry, or ASK when the search has to go on */
    private int answered(boolean same) {
        if (!probe.stands(table)) {
            long plain = Keys.plainHash(key);
            hash = plain == Keys.UNKNOWN ? hash : plain;
            probe.restart();
            return KeyTable.ASK;
        }
        // A hash made of an identity is another one in another process.
        hash = table.hashAt(probe.entry());
        if (same) {
            return probe.entry();
        }
        probe.pass();
        return KeyTable.ASK;
    }

    /**
     * Of places in the table nothing is kept, since it will be built anew; but the key that is asked (none when the answer will
     * mean nothing) and those that were asked before it.
     */
    @Override
    public PyObject[] save() {
        boolean asking = probe != null;
        boolean stands = asking && (probe.isRestored() || probe.stands(table));
        return new PyObject[] {
            PyStr.of(operation.name()),
            table.object(),
            key,
            wrap(operand),
            hash == Keys.UNKNOWN ? PySingleton.NONE : PyInt.of(hash),
            PyBool.of(asking),
            wrap(stands ? probe.asked : null),
            PyTuple.of(stands ? probe.passed(table, key, hash) : NO_OBJECTS)
        };
    }

    private static final PyObject[] NO_OBJECTS = {};

    /** A tuple tells an unset field from one that holds None. */
    private static PyTuple wrap(PyObject o) {
        return o == null ? PyTuple.EMPTY : PyTuple.of(o);
    }

    private static PyObject unwrap(PyObject o) {
        return ((PyTuple) o).size() == 0 ? null : ((PyTuple) o).get(0);
    }

    @Override
    public void restore(PyObject[] state) {
        operation = KeyOperation.valueOf(state[0].toString());
        table = (KeyTable) state[1];
        key = state[2];
        operand = unwrap(state[3]);
        hash = state[4] == PySingleton.NONE ? Keys.UNKNOWN : ((PyInt) state[4]).value;
        if (state[5] == PyBool.TRUE) {
            probe = new Probe(unwrap(state[6]), ((PyTuple) state[7]).items);
        }
    }
}
