package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Text;

/** Asks {@code persistent_id} about an object before it is written (CPython: save_pers). */
final class PersistentIdTask extends SaveTask {
    private enum State {
        ASK,
        ANSWER,
        TEXT
    }

    private final PyObject object;
    private State state = State.ASK;

    PersistentIdTask(PyObject object) {
        this.object = object;
    }

    static PersistentIdTask restore(PyObject[] fields) {
        PersistentIdTask t = new PersistentIdTask(fields[0]);
        t.state = State.valueOf(fields[1].toString());
        return t;
    }

    @Override
    TaskKind kind() {
        return TaskKind.PERSISTENT_ID;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {object, PyStr.of(state.name())};
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        PyObject v = value;
        if (state == State.ASK) {
            state = State.ANSWER;
            v = x.call(d.persistentId, object);
            if (v == Pending.PENDING) {
                return v;
            }
        }
        if (state == State.ANSWER) {
            if (v == PySingleton.NONE) {
                d.pop();
                d.saveObject(x, object);
                return null;
            }
            if (d.out.binary) {
                d.replace(new ScriptTask(null, PickleOp.BINPERSID));
                d.saveObject(x, v);
                return null;
            }
            state = State.TEXT;
            v = Text.str(x, v);
            if (v == Pending.PENDING) {
                return v;
            }
        }
        String text = v.toString();
        if (!text.chars().allMatch(c -> c < 0x80)) {
            throw PickleErrors.pickling("persistent IDs in protocol 0 must be ASCII strings");
        }
        d.out.op(PickleOp.PERSID);
        d.out.ascii(text + "\n");
        d.pop();
        return null;
    }
}
