package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;

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
