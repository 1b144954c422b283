package org.picklejar.modules.io;

import java.io.IOException;
import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.MethodCall;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.posix.OpenFile;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** The table of {@code FileIO} (CPython: fileio.c). */
final class FileIOType {
    private FileIOType() {}

    static void define(TypeBuilder<PyFileIO> b) {
        b.constructor("FileIO(cls, /, *args, **kwargs)", (x, cls, a) -> new PyFileIO(cls));
        b.initializer(
                "FileIO",
                "__init__(self, file, mode='r', closefd: bool = True, opener=None)",
                (x, a) -> new FileOpenFrame(
                                (PyFileIO) a[0],
                                a[1],
                                Arguments.text(a[2], "FileIO() argument 'mode'"),
                                Values.isTrue(a[3]),
                                a[4])
                        .start(x));
        b.tail("read(self, size: size = -1, /)", FileIOType::read)
                .tail("readall(self, /)", FileIOType::readAll)
                .tail("readinto(self, buffer, /)", FileIOType::readInto)
                .tail("write(self, b, /)", FileIOType::write)
                .tail(
                        "seek(self, pos: index, whence: index = 0, /)",
                        (Execution x, PyFileIO f, PyObject pos, PyObject whence) -> {
                            if (Values.payload(pos) instanceof PyFloat) {
                                throw Errors.typeError("an integer is required");
                            }
                            return seek(x, f, Values.toLong(pos), Values.toInt(whence));
                        })
                .tail("tell(self, /)", (Execution x, PyFileIO f) -> seek(x, f, 0, 1))
                .tail("truncate(self, size: index = None, /)", FileIOType::truncate)
                .tail("close(self, /)", (Execution x, PyFileIO f) -> close(x, f))
                .tail(
                        "seekable(self, /)",
                        (Execution x, PyFileIO f) -> PyBool.of(open(x, f).isSeekable()))
                .tail("readable(self, /)", (Execution x, PyFileIO f) -> {
                    open(x, f);
                    return PyBool.of(f.readable);
                })
                .tail("writable(self, /)", (Execution x, PyFileIO f) -> {
                    open(x, f);
                    return PyBool.of(f.writable);
                })
                .tail("fileno(self, /)", (Execution x, PyFileIO f) -> {
                    open(x, f);
                    return PyInt.of(f.fd);
                })
                .tail(
                        "isatty(self, /)",
                        (Execution x, PyFileIO f) -> PyBool.of(open(x, f).isTerminal()))
                .tail(
                        "_isatty_open_only(self, /)",
                        (Execution x, PyFileIO f) -> PyBool.of(open(x, f).isTerminal()))
                .getter("closed", f -> PyBool.of(f.fd < 0))
                .getter("closefd", f -> PyBool.of(f.closeFd))
                .getter("mode", f -> PyStr.of(f.mode()))
                .getter("_blksize", f -> PyInt.of(8192))
                .tailN("__getstate__(self, /)", (x, f, a) -> {
                    throw Errors.typeError(
                            "cannot pickle '%s' instances", f.type().name());
                })
                .tailN("__reduce_ex__(self, protocol, /)", (x, f, a) -> {
                    throw Errors.typeError(
                            "cannot pickle '%s' instances", f.type().name());
                })
                .rawUnaryTail(Slot.REPR, (x, o) -> repr(x, (PyFileIO) o));
    }

    private static PyObject repr(Execution x, PyFileIO f) {
        if (f.fd < 0) {
            return PyStr.of("<" + f.type().fullName() + " [closed]>");
        }
        PyObject name = f.getField(PyStr.of("name"));
        String shown = name == null ? "fd=" + f.fd : "name=" + Text.reprNow(x, name);
        return PyStr.of("<" + f.type().fullName() + " " + shown + " mode='" + f.mode() + "' closefd="
                + (f.closeFd ? "True" : "False") + ">");
    }

    private static OpenFile open(Execution x, PyFileIO f) {
        return f.file(x);
    }

    /** An operation on the open file. */
    private interface Action {
        PyObject run(OpenFile f) throws IOException;
    }

    private static PyObject with(Execution x, PyFileIO f, Action a) {
        try {
            return a.run(open(x, f));
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    private static void checkReadable(Execution x, PyFileIO f) {
        open(x, f);
        if (!f.readable) {
            throw IoErrors.unsupported(x, "File not open for reading");
        }
    }

    private static PyObject read(Execution x, PyFileIO f, PyObject size) {
        int n = Arguments.size(size);
        if (n < 0) {
            return readAll(x, f);
        }
        checkReadable(x, f);
        return with(x, f, file -> {
            byte[] b = new byte[n > 65536 ? (int) Math.min(n, Math.max(65536, file.size())) : n];
            int got = file.read(x, b, 0, b.length);
            return got < 0 ? PySingleton.NONE : new PyBytes(got == b.length ? b : Arrays.copyOf(b, got));
        });
    }

    private static PyObject readAll(Execution x, PyFileIO f) {
        checkReadable(x, f);
        return with(x, f, file -> {
            long left = file.isSeekable() ? Math.max(0, file.size() - file.seek(0, 1)) : 0;
            if (left > Integer.MAX_VALUE - 64) {
                throw Errors.overflowError("unbounded read returned more bytes than a Python bytes object can hold");
            }
            byte[] b = new byte[(int) left + 1];
            if (b.length == 1) {
                b = new byte[8192];
            }
            int total = 0;
            for (; ; ) {
                int got = file.read(x, b, total, b.length - total);
                if (got < 0 && total == 0) {
                    return PySingleton.NONE;
                }
                if (got <= 0) {
                    return new PyBytes(Arrays.copyOf(b, total));
                }
                total += got;
                if (total == b.length) {
                    b = Arrays.copyOf(b, b.length * 2);
                }
            }
        });
    }

    private static PyObject readInto(Execution x, PyFileIO f, PyObject into) {
        checkReadable(x, f);
        ByteTarget target = ByteTarget.of(into);
        return with(x, f, file -> {
            byte[] b = new byte[target.length()];
            int got = file.read(x, b, 0, b.length);
            if (got < 0) {
                return PySingleton.NONE;
            }
            target.put(b, got);
            return PyInt.of(got);
        });
    }

    private static PyObject write(Execution x, PyFileIO f, PyObject data) {
        open(x, f);
        if (!f.writable) {
            throw IoErrors.unsupported(x, "File not open for writing");
        }
        byte[] b = Buffers.bytes(data);
        return with(x, f, file -> {
            int n = file.write(x, b, 0, b.length);
            return n < 0 ? PySingleton.NONE : PyInt.of(n);
        });
    }

    private static PyObject seek(Execution x, PyFileIO f, long pos, int whence) {
        return with(x, f, file -> PyInt.of(file.seek(pos, whence)));
    }

    private static PyObject truncate(Execution x, PyFileIO f, PyObject size) {
        open(x, f);
        if (!f.writable) {
            throw IoErrors.unsupported(x, "File not open for writing");
        }
        return with(x, f, file -> {
            PyObject n = Arguments.isNone(size) ? PyInt.of(file.seek(0, 1)) : size;
            file.truncate(Values.toLong(n));
            return n;
        });
    }

    /** A subclass may have its own {@code flush}. */
    private static PyObject close(Execution x, PyFileIO f) {
        PyException failure = null;
        if (!f.type().isBuiltin() && !f.closed) {
            try {
                MethodCall.now(x, f, "flush");
            } catch (PyException e) {
                failure = e;
            }
        }
        f.closed = true;
        try {
            f.closeFile(x);
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
        if (failure != null) {
            throw failure;
        }
        return PySingleton.NONE;
    }

    static boolean isInt(PyObject o) {
        return Values.payload(o) instanceof PyInteger;
    }
}
