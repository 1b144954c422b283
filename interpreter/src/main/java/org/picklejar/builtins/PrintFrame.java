package org.picklejar.builtins;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** {@code print}: makes one text of the arguments, writes it, flushes when asked. */
public final class PrintFrame extends NativeFrame {
    private static final PyStr WRITE = PyStr.of("write");
    private static final PyStr FLUSH = PyStr.of("flush");

    private enum State {
        TEXT,
        WRITE,
        WRITTEN,
        FLUSHED
    }

    private State state = State.TEXT;
    private PyTuple args;
    private PyObject sep;
    private PyObject end;
    private PyObject file;
    private PyObject flush;
    private PyStr text = PyStr.EMPTY;
    private int next;

    /** For unpickling. */
    public PrintFrame() {}

    PrintFrame(PyObject[] a) {
        args = (PyTuple) a[0];
        sep = checked(a[1], "sep", " ");
        end = checked(a[2], "end", "\n");
        file = a[3];
        flush = a[4];
    }

    private static PyObject checked(PyObject o, String what, String fallback) {
        if (o == PySingleton.NONE) {
            return PyStr.of(fallback);
        }
        if (Values.payload(o) instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError(
                "%s must be None or a string, not %s", what, o.type().name());
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case TEXT -> {
                    if (file == PySingleton.NONE) {
                        file = x.machine.sys.get("stdout");
                        if (file == null) {
                            throw Errors.runtimeError("lost sys.stdout");
                        }
                        if (file == PySingleton.NONE) {
                            return PySingleton.NONE;
                        }
                    }
                    if (v != null) {
                        add(v);
                    }
                    v = makeText(x);
                    if (v == Pending.PENDING) {
                        return v;
                    }
                    state = State.WRITE;
                }
                case WRITE -> {
                    state = State.WRITTEN;
                    PyObject write = Attributes.getNow(x, file, WRITE);
                    if (write == null) {
                        throw Errors.attributeError(file, WRITE);
                    }
                    v = x.call(write, text);
                }
                case WRITTEN -> {
                    if (!Values.isTrue(flush)) {
                        return PySingleton.NONE;
                    }
                    state = State.FLUSHED;
                    v = x.call(Attributes.getNow(x, file, FLUSH));
                }
                case FLUSHED -> {
                    return PySingleton.NONE;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private void add(PyObject part) {
        text = text.concat((PyStr) Values.payload(part));
        if (next < args.size()) {
            text = text.concat((PyStr) sep);
        }
    }

    private PyObject makeText(Execution x) {
        while (next < args.size()) {
            PyObject part = Text.str(x, args.get(next++));
            if (part == Pending.PENDING) {
                return part;
            }
            add(part);
        }
        text = text.concat((PyStr) end);
        return PySingleton.NONE;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {PyStr.of(state.name()), args, sep, end, file, flush, text, PyInt.of(next)};
    }

    @Override
    public void restore(PyObject[] s) {
        state = State.valueOf(s[0].toString());
        args = (PyTuple) s[1];
        sep = s[2];
        end = s[3];
        file = s[4];
        flush = s[5];
        text = (PyStr) s[6];
        next = (int) ((PyInt) s[7]).value;
    }
}
