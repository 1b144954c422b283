package org.picklejar.modules.io;

import java.io.IOException;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.OsFailure;
import org.picklejar.ops.Values;

/** {@code open}. */
final class OpenFrame extends IoFrame {
    private PyObject[] args;
    private boolean opening;

    /** For unpickling. */
    OpenFrame() {}

    /** @param args file, mode, buffering, encoding, errors, newline, closefd, opener */
    OpenFrame(PyObject[] args) {
        this.args = args;
    }

    @Override
    PyObject advance(Execution x, PyObject value) {
        String mode = Arguments.text(args[1], "open() argument 'mode'");
        if (!opening) {
            check(mode);
            opening = true;
            return callObject(x, PyFileIO.TYPE, args[0], PyStr.of(mode.replace("t", "")), args[6], args[7]);
        }
        PyFileIO raw = (PyFileIO) value;
        try {
            return wrap(x, raw, mode);
        } catch (PyException e) {
            try {
                raw.closeFile(x);
            } catch (IOException second) {
                throw OsFailure.of(second, null);
            }
            throw e;
        }
    }

    private void check(String mode) {
        boolean binary = mode.indexOf('b') >= 0;
        boolean text = mode.indexOf('t') >= 0;
        for (int i = 0; i < mode.length(); i++) {
            if ("rwxabt+".indexOf(mode.charAt(i)) < 0 || mode.indexOf(mode.charAt(i), i + 1) >= 0) {
                throw Errors.valueError("invalid mode: '%s'", mode);
            }
        }
        if (binary && text) {
            throw Errors.valueError("can't have text and binary mode at once");
        }
        int kinds = 0;
        for (char c : "rwxa".toCharArray()) {
            kinds += mode.indexOf(c) >= 0 ? 1 : 0;
        }
        if (kinds != 1) {
            throw Errors.valueError("must have exactly one of create/read/write/append mode");
        }
        String[] names = {"encoding", "errors", "newline"};
        for (int i = 0; i < names.length; i++) {
            if (binary && args[3 + i] != PySingleton.NONE) {
                throw Errors.valueError(
                        "binary mode doesn't take %s argument",
                        i == 0 ? "an encoding" : i == 1 ? "an errors" : "a newline");
            }
        }
        if (binary && Values.toInt(args[2]) == 1) {
            // CPython warns that line buffering means nothing here.
            args[2] = PyInt.MINUS_ONE;
        }
        Newlines.of(args[5], "open()");
    }

    private PyObject wrap(Execution x, PyFileIO raw, String mode) {
        boolean binary = mode.indexOf('b') >= 0;
        int buffering = Values.toInt(args[2]);
        boolean terminal = buffering < 0 && raw.file(x).isTerminal();
        boolean line = buffering == 1 || terminal;
        if (buffering == 0) {
            if (!binary) {
                throw Errors.valueError("can't have unbuffered text I/O");
            }
            return raw;
        }
        boolean update = mode.indexOf('+') >= 0;
        PyBuffered b = new PyBuffered(
                update ? PyBuffered.RANDOM : mode.indexOf('r') >= 0 ? PyBuffered.READER : PyBuffered.WRITER);
        if (update && !raw.file(x).isSeekable()) {
            throw IoErrors.unsupported(x, "File or stream is not seekable.");
        }
        b.raw = raw;
        b.reads = raw.readable;
        b.writes = raw.writable;
        b.bufferSize = buffering > 1 ? buffering : IoModule.DEFAULT_BUFFER_SIZE;
        if (binary) {
            return b;
        }
        PyTextIOWrapper t = new PyTextIOWrapper(PyTextIOWrapper.TYPE);
        TextIOWrapperType.setUp(x, t, b, args[3], args[4], Newlines.of(args[5], "open()"));
        t.lineBuffering = line;
        t.setField(PyStr.of("mode"), PyStr.of(mode));
        return t;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {PyTuple.of(args), PyBool.of(opening)};
    }

    @Override
    public void restore(PyObject[] s) {
        args = ((PyTuple) s[0]).items;
        opening = s[1] == PyBool.TRUE;
    }
}
