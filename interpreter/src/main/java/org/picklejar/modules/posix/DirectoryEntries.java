package org.picklejar.modules.posix;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.StructSequence;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** {@code os.scandir}: the iterator and its entries. */
public final class DirectoryEntries {
    /** The class of the iterators, which no module has by name. */
    public static final PyType ITERATOR_TYPE = Scan.TYPE;

    private DirectoryEntries() {}

    /** What a saved state takes of an iterator or an entry; null of those of a directory that was given as a descriptor. */
    public static PyTuple parts(Execution x, PyObject o) {
        return o instanceof Scan s ? s.parts(x) : ((Entry) o).parts();
    }

    /** An iterator or an entry of these {@link #parts}; the directory is looked for from the current directory of the new process. */
    public static PyObject of(Execution x, PyTuple parts) {
        FileName directory = FileName.of(x, parts.get(0), "scandir", FileName.Accept.NAME_FD_OR_NONE);
        return parts.get(1) instanceof PyStr name
                ? new Entry(directory, directory.path(x).resolve(name.toString()), parts)
                : new Scan(x, directory, parts.get(1));
    }

    /** The iterator. */
    static final class Scan extends PyInstance {
        static final PyType TYPE = PyType.builtin("ScandirIterator", Scan.class, PyType.OBJECT)
                .inModule("posix")
                .notSubclassable();
        private final FileName directory;
        /** Null when there is nothing to close. */
        private DirectoryStream<Path> stream;
        /** Null at the end. */
        private Iterator<Path> paths;

        // Closed by close(), at the latest at the end of the entries.
        @SuppressWarnings("StreamResourceLeak")
        Scan(Execution x, FileName directory) {
            super(TYPE);
            this.directory = directory;
            Path p = directory.path(x);
            try {
                stream = Files.newDirectoryStream(p);
                paths = stream.iterator();
            } catch (IOException e) {
                throw OsFailure.of(e, directory.original());
            }
        }

        /** @param names those that are left, or None at the end */
        Scan(Execution x, FileName directory, PyObject names) {
            super(TYPE);
            this.directory = directory;
            if (names instanceof PyTuple left) {
                Path p = directory.path(x);
                paths = Arrays.stream(left.items)
                        .map(n -> p.resolve(n.toString()))
                        .iterator();
            }
        }

        PyObject next() {
            if (paths == null) {
                return null;
            }
            if (!paths.hasNext()) {
                close();
                return null;
            }
            return new Entry(directory, paths.next());
        }

        /** {@code (directory, names that are left)}; these are read now. */
        PyTuple parts(Execution x) {
            if (directory.fd() >= 0) {
                return null;
            }
            PyObject names = PySingleton.NONE;
            if (paths != null) {
                List<PyObject> left = new ArrayList<>();
                paths.forEachRemaining(p -> left.add(PyStr.of(p.getFileName().toString())));
                close();
                names = PyTuple.of(left);
                Path p = directory.path(x);
                paths = left.stream().map(n -> p.resolve(n.toString())).iterator();
            }
            return PyTuple.of(directory.orNone(), names);
        }

        void close() {
            paths = null;
            if (stream != null) {
                try {
                    stream.close();
                } catch (IOException e) {
                    throw OsFailure.of(e, directory.original());
                } finally {
                    stream = null;
                }
            }
        }
    }

    /** One entry. */
    static final class Entry extends PyInstance {
        static final PyType TYPE = PyType.builtin("DirEntry", Entry.class, PyType.OBJECT)
                .inModule("posix")
                .notSubclassable();
        private final FileName directory;
        private final Path path;
        private final PyObject name;
        private final PyObject shown;
        private int linkMode = -1;
        private PyObject status;
        private PyObject linkStatus;

        Entry(FileName directory, Path path) {
            super(TYPE);
            this.directory = directory;
            this.path = path;
            String n = path.getFileName().toString();
            name = directory.give(n);
            String d = directory.text();
            boolean bare = d == null || directory.original() == null;
            shown = bare
                    ? directory.give(directory.original() == null && d != null ? "./" + n : n)
                    : directory.give(d.endsWith("/") ? d + n : d + "/" + n);
        }

        Entry(FileName directory, Path path, PyTuple parts) {
            this(directory, path);
            linkMode = Values.toInt(parts.get(2));
            status = orNull(parts.get(3));
            linkStatus = orNull(parts.get(4));
        }

        private static PyObject orNull(PyObject o) {
            return o == PySingleton.NONE ? null : o;
        }

        private static PyObject orNone(PyObject o) {
            return o == null ? PySingleton.NONE : o;
        }

        /** {@code (directory, name, mode or -1, status or None, that of the link or None)}: what was asked before is not asked again. */
        PyTuple parts() {
            if (directory.fd() >= 0) {
                return null;
            }
            return PyTuple.of(
                    directory.orNone(),
                    PyStr.of(path.getFileName().toString()),
                    PyInt.of(linkMode),
                    orNone(status),
                    orNone(linkStatus));
        }

        PyObject name() {
            return name;
        }

        private int mode(boolean follow) {
            if (linkMode < 0) {
                linkMode = FileStatus.mode(path, false);
            }
            return follow && (linkMode & FileStatus.S_IFMT) == FileStatus.S_IFLNK
                    ? FileStatus.mode(path, true)
                    : linkMode;
        }

        PyBool is(int type, boolean follow) {
            return PyBool.of((mode(follow) & FileStatus.S_IFMT) == type);
        }

        PyObject stat(boolean follow) {
            try {
                if (follow && is(FileStatus.S_IFLNK, false).value()) {
                    status = status == null ? FileStatus.of(FileStatus.attributes(path, true)) : status;
                    return status;
                }
                linkStatus = linkStatus == null ? FileStatus.of(FileStatus.attributes(path, false)) : linkStatus;
                return linkStatus;
            } catch (IOException e) {
                throw OsFailure.of(e, shown);
            }
        }

        PyObject inode() {
            return StructSequence.STAT_RESULT.get(stat(false), 1);
        }
    }

    static void defineScan(TypeBuilder<Scan> b) {
        b.unary(Slot.ITER, s -> s)
                .unary(Slot.NEXT, Scan::next)
                .method("close(self, /)", (Scan s) -> {
                    s.close();
                    return PySingleton.NONE;
                })
                .method("__enter__(self, /)", (Scan s) -> s)
                .methodN("__exit__(self, /, *args)", (s, a) -> {
                    s.close();
                    return PySingleton.NONE;
                });
    }

    static void defineEntry(TypeBuilder<Entry> b) {
        b.member("name", e -> e.name)
                .member("path", e -> e.shown)
                .method("__fspath__(self, /)", (Entry e) -> e.shown)
                .tailN(
                        "is_dir(self, /, *, follow_symlinks: bool = True)",
                        (x, e, a) -> e.is(FileStatus.S_IFDIR, Values.isTrue(a[1])))
                .tailN(
                        "is_file(self, /, *, follow_symlinks: bool = True)",
                        (x, e, a) -> e.is(FileStatus.S_IFREG, Values.isTrue(a[1])))
                .method("is_symlink(self, /)", (Entry e) -> e.is(FileStatus.S_IFLNK, false))
                .method("is_junction(self, /)", (Entry e) -> PyBool.FALSE)
                .tailN("stat(self, /, *, follow_symlinks: bool = True)", (x, e, a) -> e.stat(Values.isTrue(a[1])))
                .method("inode(self, /)", (Entry e) -> e.inode())
                .classMethod(
                        "__class_getitem__(cls, item, /)",
                        (x, cls, a) -> x.call(x.machine.helpers.get("generic_alias"), cls, a[1]))
                .rawUnaryTail(Slot.REPR, (x, o) -> PyStr.of("<DirEntry " + Text.reprNow(x, ((Entry) o).name) + ">"));
    }
}
