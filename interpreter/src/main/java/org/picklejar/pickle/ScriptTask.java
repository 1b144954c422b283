package org.picklejar.pickle;

import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/**
 * Writes a fixed sequence. An element is a PyObject to be saved, an Integer (an opcode), bytes,
 * a {@link Memoize}, or another task. The
 * rest is skipped when the object turns out to be in the memo already: it contains itself.
 */
final class ScriptTask extends SaveTask {
    /** Puts the object into the memo here. */
    record Memoize(PyObject o) {}

    /** What an element that is not itself a Python object stands for in a pickle. */
    private enum Element {
        SAVE,
        MEMOIZE,
        TASK;

        PyTuple with(PyObject o) {
            return PyTuple.of(PyStr.of(name()), o);
        }
    }

    private final PyObject subject;
    private final Object[] script;
    private int next;

    ScriptTask(PyObject subject, Object... script) {
        this.subject = subject;
        this.script = script;
    }

    static ScriptTask restore(PyObject[] fields) {
        PyObject[] rest = ((PyTuple) fields[1]).items;
        Object[] script = new Object[rest.length];
        for (int i = 0; i < rest.length; i++) {
            script[i] = restoreElement(rest[i]);
        }
        return new ScriptTask(fields[0], script);
    }

    private static Object restoreElement(PyObject o) {
        if (o instanceof PyInt op) {
            return (int) op.value;
        } else if (o instanceof PyBytes b) {
            return b.value;
        }
        PyTuple t = (PyTuple) o;
        return switch (Element.valueOf(t.get(0).toString())) {
            case SAVE -> t.get(1);
            case MEMOIZE -> new Memoize(t.get(1));
            case TASK -> TaskKind.restore(t.get(1));
        };
    }

    private static PyObject save(Object element) {
        if (element instanceof Integer op) {
            return PyInt.of(op);
        } else if (element instanceof byte[] b) {
            return new PyBytes(b);
        } else if (element instanceof Memoize m) {
            return Element.MEMOIZE.with(m.o());
        } else if (element instanceof SaveTask t) {
            return Element.TASK.with(TaskKind.save(t));
        }
        return Element.SAVE.with((PyObject) element);
    }

    @Override
    TaskKind kind() {
        return TaskKind.SCRIPT;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {
            subject,
            PyTuple.of(Arrays.stream(script, next, script.length)
                    .map(ScriptTask::save)
                    .toArray(PyObject[]::new))
        };
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
