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
import org.picklejar.modules.io.StandardStream;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/**
 * {@code print}: writes the arguments, what stands between them and the end one by one, flushes when asked. The standard streams get
 * one text of all, so that lines of several threads do not mix.
 */
public final class PrintFrame extends NativeFrame {
    private static final PyStr WRITE = PyStr.of("write");
    private static final PyStr FLUSH = PyStr.of("flush");

    private enum State {
        METHOD,
        TEXT,
        WRITE,
        WRITTEN,
        FLUSH,
        FLUSHED
    }

    private State state = State.METHOD;
    private PyTuple args;
    private PyObject sep;
    private PyObject end;
    private PyObject file;
    private PyObject flush;
    /** The method {@code write} of the file. */
    private PyObject write;
    /** What is to be written next. */
    private PyStr text = PyStr.EMPTY;
    /** How many pieces (arguments, what is between them, the end) are written. */
    private int written;
    /** How many are written or in the text. */
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
        if (file == PySingleton.NONE) {
            file = x.machine.sys.get("stdout");
            if (file == null) {
                throw Errors.runtimeError("lost sys.stdout");
            }
            if (file == PySingleton.NONE) {
                return PySingleton.NONE;
            }
        }
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case METHOD -> {
                    state = State.TEXT;
                    v = Attributes.get(x, file, WRITE);
                }
                case TEXT -> {
                    if (write == null) {
                        write = v;
                    } else if (v != null) {
                        add(v);
                    }
                    v = makeText(x);
                    if (v == null) {
                        state = State.WRITE;
                    }
                }
                case WRITE -> {
                    state = State.WRITTEN;
                    v = x.call(write, text);
                }
                case WRITTEN -> {
                    written = next;
                    if (written < pieces()) {
                        write = null;
                        text = PyStr.EMPTY;
                        state = State.METHOD;
                    } else if (!Values.isTrue(flush)) {
                        return PySingleton.NONE;
                    } else {
                        state = State.FLUSH;
                        v = Attributes.get(x, file, FLUSH);
                    }
                }
                case FLUSH -> {
                    state = State.FLUSHED;
                    v = x.call(v);
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

    private int pieces() {
        return Math.max(1, 2 * args.size());
    }

    private void add(PyObject piece) {
        text = text.concat((PyStr) Values.payload(piece));
        next++;
    }

    /** Adds the next piece to the text, or all for a standard stream.
     * @return PENDING, or null when the text is complete */
    private PyObject makeText(Execution x) {
        int upTo = file instanceof StandardStream ? pieces() : written + 1;
        while (next < upTo) {
            PyObject piece = next == pieces() - 1 ? end : next % 2 == 1 ? sep : Text.str(x, args.get(next / 2));
            if (piece == Pending.PENDING) {
                return piece;
            }
            add(piece);
        }
        return null;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            PyStr.of(state.name()),
            args,
            sep,
            end,
            file,
            flush,
            write == null ? PySingleton.NONE : write,
            text,
            PyInt.of(written),
            PyInt.of(next)
        };
    }

    @Override
    public void restore(PyObject[] s) {
        state = State.valueOf(s[0].toString());
        args = (PyTuple) s[1];
        sep = s[2];
        end = s[3];
        file = s[4];
        flush = s[5];
        write = s[6] == PySingleton.NONE ? null : s[6];
        text = (PyStr) s[7];
        written = (int) ((PyInt) s[8]).value;
        next = (int) ((PyInt) s[9]).value;
    }
}
