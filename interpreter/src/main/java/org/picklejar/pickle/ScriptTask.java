package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;

/**
 * Writes a fixed sequence. An element is a PyObject to be saved, an Integer (an opcode), bytes,
 * a {@link Memoize}, or another task. The
 * rest is skipped when the object turns out to be in the memo already: it contains itself.
 */
final class ScriptTask extends SaveTask {
    /** Puts the object into the memo here. */
    record Memoize(PyObject o) {}

    private final PyObject subject;
    private final Object[] script;
    private int next;

    ScriptTask(PyObject subject, Object... script) {
        this.subject = subject;
        this.script = script;
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        while (next < script.length) {
            Object s = script[next++];
            if (s instanceof PyObject o) {
                if (!d.save(x, o)) {
                    return null;
                }
            } else if (s instanceof Integer op) {
                d.out.op(op);
            } else if (s instanceof byte[] b) {
                d.out.raw(b);
            } else if (s instanceof Memoize m) {
                int known = d.memo(m.o());
                if (known >= 0) {
                    d.out.op(PickleOp.POP);
                    d.out.memoGet(known);
                    break;
                }
                d.memoize(m.o());
            } else if (s instanceof SaveTask t) {
                d.push(t);
                return null;
            }
        }
        d.pop();
        return null;
    }

    @Override
    PyObject subject() {
        return subject;
    }
}
