package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;

/** Writes, before a call of the program's code, the globals that it may need; they stay in the memo only. */
final class NeedsTask extends SaveTask {
    private boolean asked;

    static NeedsTask restore(PyObject[] fields) {
        NeedsTask t = new NeedsTask();
        t.asked = fields[0] == PyBool.TRUE;
        return t;
    }

    @Override
    TaskKind kind() {
        return TaskKind.NEEDS;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {PyBool.of(asked)};
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        PyObject v = value;
        if (!d.pickler.noted) {
            d.pop();
            return null;
        }
        if (!asked) {
            asked = true;
            d.pickler.before = null;
            PyList named = d.pickler.named;
            d.pickler.named = new PyList();
            v = x.call(d.pickler.needs, named);
            if (v == Pending.PENDING) {
                return v;
            }
        }
        if (v instanceof PyList l && l.size > 0) {
            // What they name in turn is asked for behind them.
            PyObject next = l.items[0];
            d.replace(
                    PicklePath.isData(next)
                            ? new ScriptTask(null, new AttemptTask(next, false), new NeedsTask())
                            : new ScriptTask(null, next, PickleOp.POP, new NeedsTask()));
        } else {
            d.pickler.noted = false;
            d.pop();
        }
        return null;
    }
}
