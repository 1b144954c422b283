package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Items;
import org.picklejar.ops.TextBuilder;
import org.picklejar.ops.Values;

/** {@code str.translate}: asks the table for each character. */
public final class TranslateFrame extends NativeFrame {
    private PyStr text;
    private PyObject table;
    private int at;
    private final TextBuilder out = new TextBuilder();

    /** For unpickling. */
    public TranslateFrame() {}

    TranslateFrame(PyStr text, PyObject table) {
        this.text = text;
        this.table = table;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        if (value != null) {
            append(value);
        }
        while (at < text.length()) {
            PyObject key = PyInt.of(text.codePointAt(at));
            PyObject v;
            if (table instanceof PyDict d && d.isExact()) {
                // What is not there stays as it is.
                v = KeyOperation.GET.on(x, d, key, key);
            } else {
                try {
                    v = Items.get(x, table, key);
                } catch (PyException e) {
                    missing(e);
                    continue;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
            append(v);
        }
        return out.toStr();
    }

    private void missing(PyException e) {
        if (!e.is(ExceptionTypes.LOOKUP_ERROR)) {
            throw e;
        }
        out.appendCodePoint(text.codePointAt(at++));
    }

    private void append(PyObject replacement) {
        at++;
        PyObject v = Values.payload(replacement);
        if (v instanceof PyStr s) {
            out.append(s);
        } else if (v instanceof PyInteger i) {
            if (!i.isLong() || i.longValue() < 0 || i.longValue() > Character.MAX_CODE_POINT) {
                throw Errors.valueError("character mapping must be in range(0x110000)");
            }
            out.appendCodePoint((int) i.longValue());
        } else if (v != PySingleton.NONE) {
            throw Errors.typeError("character mapping must return integer, None or str");
        }
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        missing(e);
        return step(x, null);
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {text, table, PyInt.of(at), out.toStr()};
    }

    @Override
    public void restore(PyObject[] state) {
        text = (PyStr) state[0];
        table = state[1];
        at = (int) ((PyInt) state[2]).value;
        out.append((PyStr) state[3]);
    }
}
