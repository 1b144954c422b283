package org.picklejar.modules.io;

import java.io.IOException;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.modules.posix.FileTable;
import org.picklejar.modules.posix.OpenFile;

/** {@code _io.FileIO}: a file descriptor as a raw stream. */
public final class PyFileIO extends PyIOBase {
    public static final PyType TYPE =
            PyType.builtin("FileIO", PyFileIO.class, RAW).inModule("_io").withDict();
    /** -1 when closed or not opened yet. */
    int fd = -1;

    boolean readable;
    boolean writable;
    boolean created;
    boolean appending;
    boolean closeFd = true;
    PyObject blockSize;

    PyFileIO(PyType type) {
        super(type);
    }

    @Override
    public PyTuple parts() {
        return fd >= 0
                ? null
                : PyTuple.of(
                        PyBool.of(closed),
                        PyBool.of(readable),
                        PyBool.of(writable),
                        PyBool.of(created),
                        PyBool.of(appending),
                        PyBool.of(closeFd));
    }

    @Override
    public void fill(Execution x, PyTuple parts) {
        super.fill(x, parts);
        readable = parts.get(1) == PyBool.TRUE;
        writable = parts.get(2) == PyBool.TRUE;
        created = parts.get(3) == PyBool.TRUE;
        appending = parts.get(4) == PyBool.TRUE;
        closeFd = parts.get(5) == PyBool.TRUE;
    }

    OpenFile file(Execution x) {
        if (fd < 0) {
            throw Errors.valueError("I/O operation on closed file");
        }
        return FileTable.of(x).get(fd);
    }

    /** The value of attribute mode: rb, wb, rb+, ab, xb, ... */
    String mode() {
        if (created) {
            return readable ? "xb+" : "xb";
        } else if (appending) {
            return readable ? "ab+" : "ab";
        }
        return readable ? writable ? "rb+" : "rb" : "wb";
    }

    void closeFile(Execution x) throws IOException {
        int f = fd;
        fd = -1;
        if (f >= 0 && closeFd) {
            FileTable.of(x).close(f);
        }
    }
}
