package org.picklejar.pickle;

import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** Gives finished parts of the pickle to the file, then writes an object. */
final class WriteTask extends SaveTask {
    private final PyObject then;
    private final PyObject[] parts;
    private int next;

    /** @param then null for none */
    WriteTask(PyObject then, PyObject... parts) {
        this.then = then;
        this.parts = parts;
    }

    static WriteTask restore(PyObject[] fields) {
        return new WriteTask(fields[0], ((PyTuple) fields[1]).items);
    }

    @Override
    TaskKind kind() {
        return TaskKind.WRITE;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {then, PyTuple.of(Arrays.copyOfRange(parts, next, parts.length))};
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        while (next < parts.length) {
            if (x.call(d.pickler.write, parts[next++]) == Pending.PENDING) {
                return Pending.PENDING;
            }
        }
        d.pop();
        if (then != null) {
            d.save(x, then);
        }
        return null;
    }
}
