package org.picklejar.modules.posix;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.AuditHooks;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.StructSequence;
import org.picklejar.modules.posix.FileName.Accept;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Steps;
import org.picklejar.ops.Values;

/** The functions of {@code posix} that take file names. */
final class PosixFunctions {
    private static final Map<String, PosixFunction> BY_NAME = new LinkedHashMap<>();

    static {
        one(
                "stat(path, *, dir_fd: index = None, follow_symlinks: bool = True)",
                (x, a) -> FileStatus.stat(x, at(x, a[0], a[1], "stat", Accept.NAME_OR_FD), Values.isTrue(a[2])));
        one(
                "lstat(path, *, dir_fd: index = None)",
                (x, a) -> FileStatus.stat(x, at(x, a[0], a[1], "lstat", Accept.NAME), false));
        one(
                "access(path, mode: index, *, dir_fd: index = None, effective_ids: bool = False, follow_symlinks: bool = True)",
                PosixFunctions::access);
        one("listdir(path=None)", PosixFunctions::listdir);
        one(
                "scandir(path=None)",
                (x, a) -> new DirectoryEntries.Scan(x, FileName.of(x, a[0], "scandir", Accept.NAME_FD_OR_NONE)));
        one("mkdir(path, mode: index = 511, *, dir_fd: index = None)", PosixFunctions::mkdir);
        one("rmdir(path, *, dir_fd: index = None)", (x, a) -> delete(x, at(x, a[0], a[1], "rmdir", Accept.NAME), true));
        one(
                "unlink(path, *, dir_fd: index = None)",
                (x, a) -> delete(x, at(x, a[0], a[1], "unlink", Accept.NAME), false));
        one(
                "remove(path, *, dir_fd: index = None)",
                (x, a) -> delete(x, at(x, a[0], a[1], "remove", Accept.NAME), false));
        two(
                "rename(src, dst, *, src_dir_fd: index = None, dst_dir_fd: index = None)",
                (x, a) -> rename(x, a, "rename"));
        two(
                "replace(src, dst, *, src_dir_fd: index = None, dst_dir_fd: index = None)",
                (x, a) -> rename(x, a, "replace"));
        two("symlink(src, dst, target_is_directory: bool = False, *, dir_fd: index = None)", PosixFunctions::symlink);
        two(
                "link(src, dst, *, src_dir_fd: index = None, dst_dir_fd: index = None, follow_symlinks: bool = True)",
                PosixFunctions::link);
        one("readlink(path, *, dir_fd: index = None)", PosixFunctions::readlink);
        one("chmod(path, mode: index, *, dir_fd: index = None, follow_symlinks: bool = True)", PosixFunctions::chmod);
        one(
                "chown(path, uid: index, gid: index, *, dir_fd: index = None, follow_symlinks: bool = True)",
                (x, a) -> chown(x, a, Values.isTrue(a[4]), "chown"));
        one("lchown(path, uid: index, gid: index)", (x, a) -> chown(x, a, false, "lchown"));
        one(
                "utime(path, times=None, *, ns=<unset>, dir_fd: index = None, follow_symlinks: bool = True)",
                PosixFunctions::utime);
        one("chdir(path)", PosixFunctions::chdir);
        one("truncate(path, length: index)", PosixFunctions::truncate);
        one("open(path, flags: index, mode: index = 511, *, dir_fd: index = None)", (x, a) -> {
            FileName f = at(x, a[0], a[3], "open", Accept.NAME);
            return PyInt.of(FileTable.of(x).open(x, f.text(), Values.toInt(a[1]), Values.toInt(a[2]), f.original()));
        });
        one("statvfs(path)", PosixFunctions::statvfs);
        one("mkfifo(path, mode: index = 438, *, dir_fd: index = None)", (x, a) -> {
            FileName f = at(x, a[0], a[2], "mkfifo", Accept.NAME);
            int status = Processes.run(
                    x,
                    "mkfifo",
                    "-m",
                    Integer.toOctalString(Values.toInt(a[1])),
                    f.path(x).toString());
            if (status != 0) {
                throw OsFailure.of(Files.exists(f.path(x)) ? OsFailure.EEXIST : OsFailure.ENOENT, f.original());
            }
            return PySingleton.NONE;
        });
        one("_path_normpath(path)", (x, a) -> PathText.normalise(FileName.of(x, a[0], "normpath", Accept.NAME)));
        one("_path_splitroot_ex(path)", (x, a) -> PathText.splitRoot(FileName.of(x, a[0], "splitroot", Accept.NAME)));
    }

    /** Which arguments of a function audit hooks are told, as CPython's table of audit events has it. */
    private static final Map<String, int[]> TOLD = Map.ofEntries(
            Map.entry("scandir", new int[] {0}),
            Map.entry("listdir", new int[] {0}),
            Map.entry("chdir", new int[] {0}),
            Map.entry("mkdir", new int[] {0, 1, 2}),
            Map.entry("rmdir", new int[] {0, 1}),
            Map.entry("remove", new int[] {0, 1}),
            Map.entry("unlink", new int[] {0, 1}),
            Map.entry("rename", new int[] {0, 1, 2, 3}),
            Map.entry("replace", new int[] {0, 1, 2, 3}),
            Map.entry("symlink", new int[] {0, 1, 3}),
            Map.entry("link", new int[] {0, 1, 2, 3}),
            Map.entry("chmod", new int[] {0, 1, 2}),
            Map.entry("chown", new int[] {0, 1, 2, 3}),
            Map.entry("lchown", new int[] {0, 1, 2}),
            Map.entry("utime", new int[] {0, 1, 2, 3}),
            Map.entry("truncate", new int[] {0, 1}));

    private static String event(String function) {
        return switch (function) {
            case "unlink" -> "os.remove";
            case "replace" -> "os.rename";
            case "lchown" -> "os.chown";
            default -> "os." + function;
        };
    }

    private PosixFunctions() {}

    private static void one(String signature, ModuleBuilder.TailN body) {
        PosixFunction f = new PosixFunction(signature, 1, body);
        BY_NAME.put(f.name(), f);
    }

    private static void two(String signature, ModuleBuilder.TailN body) {
        PosixFunction f = new PosixFunction(signature, 2, body);
        BY_NAME.put(f.name(), f);
    }

    static PosixFunction byName(String name) {
        return BY_NAME.get(name);
    }

    static void addTo(ModuleBuilder b) {
        for (PosixFunction f : BY_NAME.values()) {
            int[] told = TOLD.get(f.name());
            b.tailN(f.signature(), (x, a) -> {
                if (told != null) {
                    AuditHooks.tell(x, event(f.name()), a, told);
                }
                return Steps.run(x, new FspathFrame(f.name(), a));
            });
        }
    }

    /** A name relative to an open directory. */
    private static FileName at(Execution x, PyObject path, PyObject directory, String function, Accept accept) {
        FileName f = FileName.of(x, path, function, accept);
        if (Arguments.isNone(directory) || f.text() == null) {
            return f;
        }
        String base = FileTable.of(x).get(Values.toInt(directory)).path();
        if (base == null) {
            throw OsFailure.of(OsFailure.ENOTDIR, path);
        }
        return new FileName(f.original(), base + "/" + f.text(), -1, f.isBytes());
    }

    private static PyObject access(Execution x, PyObject[] a) {
        FileName f = at(x, a[0], a[2], "access", Accept.NAME);
        int mode = Values.toInt(a[1]);
        if (f.text().isEmpty()) {
            return PyBool.FALSE;
        }
        Path p = f.path(x);
        boolean there = Values.isTrue(a[4]) ? Files.exists(p) : Files.exists(p, LinkOption.NOFOLLOW_LINKS);
        if (there && f.text().endsWith("/") && !Files.isDirectory(p)) {
            there = false;
        }
        return PyBool.of(there
                && ((mode & 4) == 0 || Files.isReadable(p))
                && ((mode & 2) == 0 || Files.isWritable(p))
                && ((mode & 1) == 0 || Files.isExecutable(p)));
    }

    private static PyObject listdir(Execution x, PyObject[] a) {
        FileName f = FileName.of(x, a[0], "listdir", Accept.NAME_FD_OR_NONE);
        PyList out = new PyList();
        DirectoryEntries.Scan scan = new DirectoryEntries.Scan(x, f);
        for (PyObject e = scan.next(); e != null; e = scan.next()) {
            out.append(((DirectoryEntries.Entry) e).name());
        }
        return out;
    }

    private static PyObject mkdir(Execution x, PyObject[] a) {
        FileName f = at(x, a[0], a[2], "mkdir", Accept.NAME);
        Environment e = Environment.of(x);
        try {
            FileAttribute<Set<PosixFilePermission>> permissions =
                    FileTable.permissions(Values.toInt(a[1]) & ~e.umask());
            Files.createDirectory(f.path(x), permissions);
            if (e.masksLess()) {
                Files.setPosixFilePermissions(f.path(x), permissions.value());
            }
        } catch (IOException failure) {
            throw OsFailure.of(failure, f.original());
        }
        return PySingleton.NONE;
    }

    private static PyObject delete(Execution x, FileName f, boolean directory) {
        Path p = f.path(x);
        try {
            boolean isDirectory = Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS);
            if (Files.exists(p, LinkOption.NOFOLLOW_LINKS) && directory != isDirectory) {
                throw OsFailure.of(directory ? OsFailure.ENOTDIR : OsFailure.EISDIR, f.original());
            }
            Files.delete(p);
        } catch (IOException e) {
            throw OsFailure.of(e, f.original());
        }
        return PySingleton.NONE;
    }

    private static PyObject rename(Execution x, PyObject[] a, String function) {
        FileName from = at(x, a[0], a[2], function, Accept.NAME);
        FileName to = at(x, a[1], a[3], function, Accept.NAME);
        try {
            Path p = from.path(x);
            Path q = to.path(x);
            boolean directory = Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS);
            if (Files.exists(p, LinkOption.NOFOLLOW_LINKS)
                    && Files.exists(q, LinkOption.NOFOLLOW_LINKS)
                    && directory != Files.isDirectory(q, LinkOption.NOFOLLOW_LINKS)) {
                throw OsFailure.of(directory ? OsFailure.ENOTDIR : OsFailure.EISDIR, from.original(), to.original());
            }
            Files.move(p, q, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw OsFailure.of(e, from.original(), to.original());
        }
        return PySingleton.NONE;
    }

    private static PyObject symlink(Execution x, PyObject[] a) {
        FileName target = FileName.of(x, a[0], "symlink", Accept.NAME);
        FileName link = at(x, a[1], a[3], "symlink", Accept.NAME);
        try {
            Files.createSymbolicLink(link.path(x), Environment.of(x).relative(target.text()));
        } catch (IOException e) {
            throw OsFailure.of(e, target.original(), link.original());
        }
        return PySingleton.NONE;
    }

    private static PyObject link(Execution x, PyObject[] a) {
        FileName from = at(x, a[0], a[2], "link", Accept.NAME);
        FileName to = at(x, a[1], a[3], "link", Accept.NAME);
        try {
            Files.createLink(to.path(x), from.path(x));
        } catch (IOException e) {
            throw OsFailure.of(e, from.original(), to.original());
        }
        return PySingleton.NONE;
    }

    private static PyObject readlink(Execution x, PyObject[] a) {
        FileName f = at(x, a[0], a[1], "readlink", Accept.NAME);
        try {
            return f.give(Files.readSymbolicLink(f.path(x)).toString());
        } catch (IOException e) {
            throw OsFailure.of(e, f.original());
        }
    }

    private static PyObject chmod(Execution x, PyObject[] a) {
        FileName f = at(x, a[0], a[2], "chmod", Accept.NAME_OR_FD);
        int mode = Values.toInt(a[1]);
        try {
            Path p = f.path(x);
            if (!Values.isTrue(a[3]) && Files.isSymbolicLink(p)) {
                throw OsFailure.of(95, f.original());
            }
            Files.setAttribute(p, "unix:mode", mode & 07777);
        } catch (IOException e) {
            throw OsFailure.of(e, f.original());
        }
        return PySingleton.NONE;
    }

    private static PyObject chown(Execution x, PyObject[] a, boolean follow, String function) {
        FileName f = FileName.of(x, a[0], function, Accept.NAME_OR_FD);
        LinkOption[] options = follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        try {
            int uid = Values.toInt(a[1]);
            int gid = Values.toInt(a[2]);
            if (uid >= 0) {
                Files.setAttribute(f.path(x), "unix:uid", uid, options);
            }
            if (gid >= 0) {
                Files.setAttribute(f.path(x), "unix:gid", gid, options);
            }
        } catch (IOException e) {
            throw OsFailure.of(e, f.original());
        }
        return PySingleton.NONE;
    }

    private static PyObject utime(Execution x, PyObject[] a) {
        FileName f = at(x, a[0], a[3], "utime", Accept.NAME_OR_FD);
        FileTime accessed = FileTime.from(Instant.now());
        FileTime modified = accessed;
        if (!Arguments.isNone(a[1]) && a[2] != null) {
            throw Errors.valueError("utime: you may specify either 'times' or 'ns' but not both");
        }
        if (!Arguments.isNone(a[1])) {
            PyTuple t = pair(a[1], "utime: 'times' must be either a tuple of two ints or None");
            accessed = seconds(x, t.get(0));
            modified = seconds(x, t.get(1));
        } else if (a[2] != null) {
            PyTuple t = pair(a[2], "utime: 'ns' must be a tuple of two ints");
            accessed = FileTime.from(Values.toLong(x, t.get(0)), TimeUnit.NANOSECONDS);
            modified = FileTime.from(Values.toLong(x, t.get(1)), TimeUnit.NANOSECONDS);
        }
        LinkOption[] options = Values.isTrue(a[4]) ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        try {
            setTimes(f.path(x), modified, accessed, options);
        } catch (IOException e) {
            throw OsFailure.of(e, f.original());
        }
        return PySingleton.NONE;
    }

    /** Java opens the file, and would wait at a FIFO for somebody to write; so that is open meanwhile. */
    private static void setTimes(Path path, FileTime modified, FileTime accessed, LinkOption... options)
            throws IOException {
        FileChannel held = isFifo(path, options)
                ? FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)
                : null;
        try {
            Files.getFileAttributeView(path, BasicFileAttributeView.class, options)
                    .setTimes(modified, accessed, null);
        } finally {
            if (held != null) {
                held.close();
            }
        }
    }

    private static boolean isFifo(Path path, LinkOption[] options) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, options).isOther()
                && ((Integer) Files.getAttribute(path, "unix:mode", options) & FileStatus.S_IFMT) == FileStatus.S_IFIFO;
    }

    private static PyTuple pair(PyObject o, String complaint) {
        if (Values.payload(o) instanceof PyTuple t && t.size() == 2) {
            return t;
        }
        throw Errors.typeError(complaint);
    }

    private static FileTime seconds(Execution x, PyObject o) {
        if (Arguments.isInt(o)) {
            return FileTime.from(Instant.ofEpochSecond(Values.toLong(x, o)));
        }
        double d = Conversions.toDouble(x, o);
        long whole = (long) Math.floor(d);
        return FileTime.from(Instant.ofEpochSecond(whole, (long) Math.floor((d - whole) * 1e9)));
    }

    private static PyObject chdir(Execution x, PyObject[] a) {
        FileName f = FileName.of(x, a[0], "chdir", Accept.NAME_OR_FD);
        try {
            Path p = f.path(x).toRealPath();
            if (!Files.isDirectory(p)) {
                throw OsFailure.of(OsFailure.ENOTDIR, f.original());
            }
            Environment.of(x).setDirectory(p);
        } catch (IOException e) {
            throw OsFailure.of(e, f.original());
        }
        return PySingleton.NONE;
    }

    private static PyObject truncate(Execution x, PyObject[] a) {
        FileName f = FileName.of(x, a[0], "truncate", Accept.NAME_OR_FD);
        FileTable table = FileTable.of(x);
        try {
            int fd = f.text() == null ? f.fd() : table.open(x, f.text(), FileTable.O_WRONLY, 0, f.original());
            try {
                table.get(fd).truncate(Values.toLong(a[1]));
            } finally {
                if (f.text() != null) {
                    table.close(fd);
                }
            }
        } catch (IOException e) {
            throw OsFailure.of(e, f.original());
        }
        return PySingleton.NONE;
    }

    private static PyObject statvfs(Execution x, PyObject[] a) {
        FileName f = FileName.of(x, a[0], "statvfs", Accept.NAME_OR_FD);
        try {
            FileStore s = Files.getFileStore(f.path(x));
            long block = s.getBlockSize();
            PyInt zero = PyInt.ZERO;
            return StructSequence.STATVFS_RESULT.of(
                    PyInt.of(block),
                    PyInt.of(block),
                    PyInt.of(s.getTotalSpace() / block),
                    PyInt.of(s.getUnallocatedSpace() / block),
                    PyInt.of(s.getUsableSpace() / block),
                    zero,
                    zero,
                    zero,
                    PyInt.of(s.isReadOnly() ? 1 : 0),
                    PyInt.of(255),
                    zero);
        } catch (IOException e) {
            throw OsFailure.of(e, f.original());
        }
    }

    /** Bytes or str as the program had it. */
    static PyObject name(String s, boolean bytes) {
        return bytes ? new PyBytes(FileName.encode(s)) : PyStr.of(s);
    }
}
