package org.picklejar.modules.posix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.StructSequence;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.system.Descriptors;

/** The functions of {@code posix} that take file descriptors. */
final class DescriptorFunctions {
    private static final int O_NONBLOCK = 2048;

    private DescriptorFunctions() {}

    /** An operation on an open file. */
    private interface Action {
        PyObject run(OpenFile f) throws IOException;
    }

    private static PyObject with(Execution x, PyObject fd, Action action) {
        try {
            return action.run(FileTable.of(x).get(Values.toInt(fd)));
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    static void addTo(ModuleBuilder b) {
        b.tail("read(fd: index, length: index, /)", DescriptorFunctions::read)
                .tail(
                        "write(fd: index, data, /)",
                        (x, fd, data) -> with(x, fd, f -> {
                            byte[] bytes = Buffers.bytes(data);
                            int n = f.write(x, bytes, 0, bytes.length);
                            if (n < 0) {
                                throw OsFailure.of(OsFailure.EAGAIN);
                            }
                            return PyInt.of(n);
                        }))
                .tail("close(fd: index)", (x, fd) -> {
                    try {
                        FileTable.of(x).close(Values.toInt(fd));
                    } catch (IOException e) {
                        throw OsFailure.of(e, null);
                    }
                    return PySingleton.NONE;
                })
                .tail("closerange(fd_low: index, fd_high: index, /)", (x, low, high) -> {
                    FileTable t = FileTable.of(x);
                    for (int fd = Values.toInt(low); fd < Math.min(Values.toInt(high), 65536); fd++) {
                        try {
                            if (t.isOpen(fd)) {
                                t.close(fd);
                            }
                        } catch (IOException e) {
                            throw OsFailure.of(e, null);
                        }
                    }
                    return PySingleton.NONE;
                })
                .tail(
                        "lseek(fd: index, position: index, whence: index, /)",
                        (x, fd, at, whence) ->
                                with(x, fd, f -> PyInt.of(f.seek(Values.toLong(at), Values.toInt(whence)))))
                .tail(
                        "ftruncate(fd: index, length: index, /)",
                        (x, fd, n) -> with(x, fd, f -> {
                            f.truncate(Values.toLong(n));
                            return PySingleton.NONE;
                        }))
                .tail(
                        "fstat(fd: index)",
                        (x, fd) -> FileStatus.stat(x, new FileName(null, null, Values.toInt(fd), false), true))
                .tail("fsync(fd: index)", (x, fd) -> sync(x, fd))
                .tail("fdatasync(fd: index)", (x, fd) -> sync(x, fd))
                .function("sync()", () -> PySingleton.NONE)
                .tail(
                        "isatty(fd: index, /)",
                        (x, fd) -> PyBool.of(FileTable.of(x).isOpen(Values.toInt(fd))
                                && FileTable.of(x).get(Values.toInt(fd)).isTerminal()))
                .tail("openpty()", x -> {
                    try {
                        int[] ends = Descriptors.terminal();
                        FileTable t = FileTable.of(x);
                        return PyTuple.of(
                                PyInt.of(t.add(new SystemFile(x.machine, ends[0], 1))),
                                PyInt.of(t.add(new SystemFile(x.machine, ends[1], 1))));
                    } catch (IOException e) {
                        throw OsFailure.of(e, null);
                    }
                })
                .tail(
                        "ttyname(fd: index, /)",
                        (x, fd) -> with(x, fd, f -> {
                            if (!f.isTerminal()) {
                                throw OsFailure.of(OsFailure.ENOTTY);
                            }
                            Path link = Path.of("/proc/self/fd/" + f.systemDescriptor());
                            return PyStr.of(Files.readSymbolicLink(link).toString());
                        }))
                .tail(
                        "tcgetpgrp(fd: index, /)",
                        (x, fd) -> with(x, fd, f -> PyInt.of(Descriptors.foreground(f.systemDescriptor()))))
                .tail(
                        "tcsetpgrp(fd: index, pgid: index, /)",
                        (x, fd, group) -> with(x, fd, f -> {
                            Descriptors.setForeground(f.systemDescriptor(), Values.toInt(group));
                            return PySingleton.NONE;
                        }))
                .tail("pipe()", DescriptorFunctions::pipe)
                .tail("pipe2(flags, /)", (x, flags) -> pipe(x))
                .tail("dup(fd: index, /)", (x, fd) -> PyInt.of(FileTable.of(x).duplicate(Values.toInt(fd))))
                .tail("dup2(fd: index, fd2: index, inheritable: bool = True)", (x, fd, to, inheritable) -> {
                    try {
                        FileTable t = FileTable.of(x);
                        t.duplicate(Values.toInt(fd), Values.toInt(to));
                        t.setInheritable(Values.toInt(to), Values.isTrue(inheritable));
                    } catch (IOException e) {
                        throw OsFailure.of(e, null);
                    }
                    return to;
                })
                .tail("get_blocking(fd: index, /)", (x, fd) -> with(x, fd, f -> PyBool.of(f.blocking)))
                .tail(
                        "set_blocking(fd: index, blocking: bool, /)",
                        (x, fd, on) -> with(x, fd, f -> {
                            f.blocking = Values.isTrue(on);
                            return PySingleton.NONE;
                        }))
                .tail(
                        "get_inheritable(fd: index, /)",
                        (x, fd) -> PyBool.of(FileTable.of(x).isInheritable(Values.toInt(fd))))
                .tail(
                        "set_inheritable(fd: index, inheritable: bool, /)",
                        (x, fd, on) -> with(x, fd, f -> setInheritable(x, fd, f, Values.isTrue(on))))
                .tail("_access_flags(fd: index, /)", (x, fd) -> with(x, fd, f -> PyInt.of(accessFlags(f))))
                .tail(
                        "_duplicate_from(fd: index, lowest: index, /)",
                        (x, fd, lowest) ->
                                PyInt.of(FileTable.of(x).duplicateFrom(Values.toInt(fd), Values.toInt(lowest))))
                .tail(
                        "fchdir(fd: index)",
                        (x, fd) -> x.call(
                                ((PyModule) x.machine.modules.get("posix"))
                                        .namespace()
                                        .get("chdir"),
                                fd))
                .tail("get_terminal_size(fd: index = 1, /)", DescriptorFunctions::terminalSize);
    }

    private static PyObject read(Execution x, PyObject fd, PyObject length) {
        int n = Values.toInt(length);
        if (n < 0) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        return with(x, fd, f -> {
            byte[] buffer = new byte[f.size() > 0 ? (int) Math.min(n, f.size() + 1) : Math.min(n, 1 << 20)];
            int got = f.read(x, buffer, 0, buffer.length);
            if (got < 0) {
                throw OsFailure.of(OsFailure.EAGAIN);
            }
            return new PyBytes(Arrays.copyOf(buffer, got));
        });
    }

    /** Refused at once for what no child can be given. */
    private static PyObject setInheritable(Execution x, PyObject fd, OpenFile f, boolean on) throws IOException {
        if (on) {
            f.systemDescriptor();
        }
        FileTable.of(x).setInheritable(Values.toInt(fd), on);
        return PySingleton.NONE;
    }

    private static int accessFlags(OpenFile f) {
        int access = !f.isWritable() ? 0 : f.isReadable() ? FileTable.O_RDWR : FileTable.O_WRONLY;
        return access | (f.appends() ? FileTable.O_APPEND : 0) | (f.blocking ? 0 : O_NONBLOCK);
    }

    private static PyObject sync(Execution x, PyObject fd) {
        return with(x, fd, f -> {
            f.sync();
            return PySingleton.NONE;
        });
    }

    private static PyObject pipe(Execution x) {
        Pipe p = Readiness.of(x.machine).pipe();
        FileTable t = FileTable.of(x);
        return PyTuple.of(PyInt.of(t.add(p.reader)), PyInt.of(t.add(p.writer)));
    }

    private static PyObject terminalSize(Execution x, PyObject fd) {
        OpenFile f = FileTable.of(x).get(Values.toInt(fd));
        if (!f.isTerminal()) {
            throw OsFailure.of(OsFailure.ENOTTY);
        }
        String[] size =
                Processes.output(x, "sh", "-c", "stty size < /dev/tty").strip().split(" ");
        if (size.length != 2) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "no terminal");
        }
        return StructSequence.TERMINAL_SIZE.of(PyInt.of(Long.parseLong(size[1])), PyInt.of(Long.parseLong(size[0])));
    }
}
