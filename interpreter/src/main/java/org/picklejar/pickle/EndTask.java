package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;

/** The bottom task: ends the pickle and delivers it. */
final class EndTask extends SaveTask {
    private boolean ended;

    static EndTask restore(PyObject[] fields) {
        EndTask t = new EndTask();
        t.ended = fields[0] == PyBool.TRUE;
        return t;
    }

    @Override
    TaskKind kind() {
        return TaskKind.END;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {PyBool.of(ended)};
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        if (!ended) {
            ended = true;
            d.out.end();
            PyBytes all = d.out.take();
            if (d.pickler.write == null) {
                d.pop();
                return all;
            }
            if (x.call(d.pickler.write, all) == Pending.PENDING) {
                return Pending.PENDING;
            }
        }
        d.pop();
        return PySingleton.NONE;
    }
}
