package org.picklejar.modules.io;

import java.io.IOException;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.posix.FileTable;
import org.picklejar.modules.posix.OpenFile;
import org.picklejar.ops.Values;
import org.picklejar.text.codec.ErrorHandlers;
import org.picklejar.text.codec.Utf8;

/** Opens the file of a {@code FileIO}: resolves a path-like name, asks an opener. */
final class FileOpenFrame extends IoFrame {
    private static final PyStr FSPATH = PyStr.of("__fspath__");
    private static final PyStr NAME = PyStr.of("name");
    private static final int O_CLOEXEC = 524288;

    private enum State {
        START,
        NAMED,
        OPENED
    }

    private State state = State.START;
    private PyFileIO io;
    private PyObject name;
    private String mode;
    private boolean closeFd;
    private PyObject opener;

    /** For unpickling. */
    FileOpenFrame() {}

    FileOpenFrame(PyFileIO io, PyObject name, String mode, boolean closeFd, PyObject opener) {
        this.io = io;
        this.name = name;
        this.mode = mode;
        this.closeFd = closeFd;
        this.opener = opener;
    }

    @Override
    PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        if (state == State.START) {
            state = State.NAMED;
            PyObject p = Values.payload(name);
            PyObject m = p instanceof PyStr || p instanceof PyBytes || p instanceof PyInteger
                    ? null
                    : name.type().lookup(FSPATH);
            if (m != null) {
                return callObject(x, m, name);
            }
            v = name;
        }
        if (state == State.NAMED) {
            state = State.OPENED;
            PyObject p = Values.payload(v);
            if (!(p instanceof PyStr) && !(p instanceof PyBytes) && !(p instanceof PyInteger)) {
                throw v == name
                        ? Errors.typeError(
                                "expected str, bytes or os.PathLike object, not %s",
                                name.type().name())
                        : Errors.typeError(
                                "expected %s.__fspath__() to return str or bytes, not %s",
                                name.type().name(), v.type().name());
            }
            PyObject shown = name;
            name = p;
            io.setField(NAME, p == Values.payload(shown) ? shown : v);
            int flags = flags();
            if (p instanceof PyInteger) {
                use(x, existing(x, p));
                return PySingleton.NONE;
            }
            if (!closeFd) {
                throw Errors.valueError("Cannot use closefd=False with file name");
            }
            if (opener != PySingleton.NONE) {
                return callObject(x, opener, v, PyInt.of(flags));
            }
            BufferedFrame.flushAll(x);
            use(x, FileTable.of(x).open(x, text(p), flags, 0666, v));
            return PySingleton.NONE;
        }
        if (!(Values.payload(v) instanceof PyInteger)) {
            throw Errors.typeError("expected integer from opener");
        }
        int fd = Values.toInt(x, v);
        if (fd < 0) {
            throw Errors.valueError("opener returned %d", fd);
        }
        use(x, fd);
        return PySingleton.NONE;
    }

    private static String text(PyObject p) {
        String s = p instanceof PyBytes b
                ? Utf8.decode(b.value, ErrorHandlers.SURROGATE_ESCAPE, true).text()
                : p.toString();
        if (s.indexOf('\0') >= 0) {
            throw Errors.valueError("embedded null byte");
        }
        return s;
    }

    private static int existing(Execution x, PyObject fd) {
        int n = Values.toInt(x, fd);
        if (n < 0) {
            throw Errors.valueError("negative file descriptor");
        }
        FileTable.of(x).get(n);
        return n;
    }

    private void use(Execution x, int fd) {
        OpenFile f = FileTable.of(x).get(fd);
        if (!f.isReadable() && !f.isWritable() || f.getClass().getSimpleName().equals("DirectoryFile")) {
            if (!(name instanceof PyInteger)) {
                close(x, fd);
            }
            throw OsFailure.of(OsFailure.EISDIR, name);
        }
        io.fd = fd;
        io.closed = false;
        io.closeFd = closeFd;
        if (closeFd) {
            FileTable.of(x).closeWith(io, fd);
        }
        if (io.appending) {
            try {
                f.seek(0, 2);
            } catch (IOException | PyException e) {
                // A pipe has no end to go to.
            }
        }
    }

    private static void close(Execution x, int fd) {
        try {
            FileTable.of(x).close(fd);
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    private int flags() {
        int kinds = 0;
        boolean plus = false;
        int flags = 0;
        for (int i = 0; i < mode.length(); i++) {
            char c = mode.charAt(i);
            switch (c) {
                case 'x' -> {
                    kinds++;
                    io.created = true;
                    io.writable = true;
                    flags |= FileTable.O_EXCL | FileTable.O_CREAT;
                }
                case 'r' -> {
                    kinds++;
                    io.readable = true;
                }
                case 'w' -> {
                    kinds++;
                    io.writable = true;
                    flags |= FileTable.O_CREAT | FileTable.O_TRUNC;
                }
                case 'a' -> {
                    kinds++;
                    io.writable = true;
                    io.appending = true;
                    flags |= FileTable.O_APPEND | FileTable.O_CREAT;
                }
                case 'b' -> {}
                case '+' -> {
                    if (plus) {
                        throw wrongMode();
                    }
                    plus = true;
                }
                default -> throw Errors.valueError("invalid mode: %s", mode);
            }
        }
        if (kinds != 1) {
            throw wrongMode();
        }
        io.readable |= plus;
        io.writable |= plus;
        return flags | O_CLOEXEC | (io.readable ? io.writable ? FileTable.O_RDWR : 0 : FileTable.O_WRONLY);
    }

    private static PyException wrongMode() {
        return Errors.valueError("Must have exactly one of create/read/write/append mode and at most one plus");
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {io, name, PyStr.of(mode), PyBool.of(closeFd), opener, PyStr.of(state.name())};
    }

    @Override
    public void restore(PyObject[] s) {
        io = (PyFileIO) s[0];
        name = s[1];
        mode = s[2].toString();
        closeFd = s[3] == PyBool.TRUE;
        opener = s[4];
        state = State.valueOf(s[5].toString());
    }
}
