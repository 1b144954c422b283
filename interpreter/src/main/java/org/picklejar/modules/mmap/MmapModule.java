package org.picklejar.modules.mmap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.modules.AuditHooks;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.posix.FileTable;
import org.picklejar.modules.posix.OpenFile;
import org.picklejar.ops.Values;

/** The module {@code mmap}. */
public final class MmapModule {
    static final int PAGE = 4096;
    private static final int ENODEV = 19;
    private static final int MAP_SHARED = 1;
    private static final int MAP_PRIVATE = 2;
    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int READ_WRITE = PROT_READ | PROT_WRITE;

    private MmapModule() {}

    /** {@code ACCESS_...}, in the order of their numbers. */
    private enum Access {
        DEFAULT,
        READ,
        WRITE,
        COPY
    }

    public static PyModule create() {
        ModuleBuilder b = new ModuleBuilder("mmap").type(PyMmap.TYPE).constant("error", ExceptionTypes.OS_ERROR);
        for (Access a : Access.values()) {
            b.constant("ACCESS_" + a, PyInt.of(a.ordinal()));
        }
        String[] names = {
            "MAP_SHARED=1",
            "MAP_PRIVATE=2",
            "MAP_ANON=32",
            "MAP_ANONYMOUS=32",
            "MAP_DENYWRITE=2048",
            "MAP_EXECUTABLE=4096",
            "MAP_NORESERVE=16384",
            "MAP_POPULATE=32768",
            "MAP_STACK=131072",
            "PROT_READ=1",
            "PROT_WRITE=2",
            "PROT_EXEC=4",
            "MADV_NORMAL=0",
            "MADV_RANDOM=1",
            "MADV_SEQUENTIAL=2",
            "MADV_WILLNEED=3",
            "MADV_DONTNEED=4",
            "MADV_FREE=8",
            "MADV_DONTFORK=10",
            "MADV_DOFORK=11",
            "MADV_MERGEABLE=12",
            "MADV_UNMERGEABLE=13",
            "MADV_HUGEPAGE=14",
            "MADV_NOHUGEPAGE=15",
            "MADV_DONTDUMP=16",
            "MADV_DODUMP=17",
            "PAGESIZE=4096",
            "ALLOCATIONGRANULARITY=4096"
        };
        for (String n : names) {
            int eq = n.indexOf('=');
            b.constant(n.substring(0, eq), PyInt.of(Integer.parseInt(n.substring(eq + 1))));
        }
        return b.build();
    }

    /** @param a class, descriptor, length, flags, protection, access, offset, whether to keep the file */
    static PyObject make(Execution x, PyType cls, PyObject[] a) {
        int fd = Values.toInt(a[1]);
        long length = Values.toLong(a[2]);
        int flags = Values.toInt(a[3]);
        int protection = Values.toInt(a[4]);
        int access = Values.toInt(a[5]);
        long offset = Values.toLong(a[6]);
        if (length < 0) {
            throw Errors.overflowError("memory mapped length must be positive");
        } else if (offset < 0) {
            throw Errors.overflowError("memory mapped offset must be positive");
        } else if (access != 0 && (flags != MAP_SHARED || protection != READ_WRITE)) {
            throw Errors.valueError("mmap can't specify both access and flags, prot.");
        } else if (access < 0 || access >= Access.values().length) {
            throw Errors.valueError("mmap invalid access parameter.");
        }
        AuditHooks.tell(x, "mmap.__new__", a[1], a[2], a[5], a[6]);
        Access kind = Access.values()[access];
        boolean anonymous = fd == -1 || (flags & 32) != 0;
        boolean writes = kind == Access.DEFAULT ? (protection & PROT_WRITE) != 0 : kind != Access.READ;
        boolean copies = kind == Access.COPY || (flags & MAP_PRIVATE) != 0;
        if (!copies && (flags & MAP_SHARED) == 0) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        boolean resizable = kind == Access.WRITE || kind == Access.DEFAULT && writes;
        try {
            if (anonymous) {
                check(length, offset);
                ByteBuffer memory = ByteBuffer.allocateDirect((int) length);
                PyMmap m = new PyMmap(cls, memory, null, 0, !writes, !copies, resizable, true);
                m.isDefault = kind == Access.DEFAULT;
                m.keepsFile = Values.isTrue(a[7]);
                return m;
            }
            PyMmap m =
                    map(cls, FileTable.of(x).get(fd), length, offset, writes, copies, resizable, Values.isTrue(a[7]));
            m.isDefault = kind == Access.DEFAULT;
            m.keepsFile = Values.isTrue(a[7]);
            return m;
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    private static PyMmap map(
            PyType cls,
            OpenFile file,
            long length,
            long offset,
            boolean writes,
            boolean copies,
            boolean resizable,
            boolean keeps)
            throws IOException {
        if (file.path() == null || file.kind() != 0) {
            throw OsFailure.of(ENODEV);
        } else if (!file.isReadable() || writes && !copies && !file.isWritable()) {
            throw OsFailure.of(OsFailure.EACCES);
        }
        FileChannel channel = open(file, writes && !copies);
        try {
            long size = channel.size();
            long wanted = length == 0 ? size - offset : length;
            if (length == 0 && size == 0) {
                throw Errors.valueError("cannot mmap an empty file");
            } else if (length == 0 && offset >= size) {
                throw Errors.valueError("mmap offset is greater than file size");
            } else if (wanted > size - offset) {
                throw Errors.valueError("mmap length is greater than file size");
            }
            check(wanted, offset);
            ByteBuffer memory = memory(channel, offset, (int) wanted, writes, copies);
            if (!keeps) {
                channel.close();
            }
            return new PyMmap(cls, memory, keeps ? channel : null, offset, !writes, !copies, resizable, false);
        } catch (IOException | PyException e) {
            channel.close();
            throw e;
        }
    }

    /** A channel of the mapping's own, since the program may close its descriptor. */
    private static FileChannel open(OpenFile file, boolean writes) throws IOException {
        Path p = Path.of("/proc/self/fd/" + file.systemDescriptor());
        return writes
                ? FileChannel.open(p, StandardOpenOption.READ, StandardOpenOption.WRITE)
                : FileChannel.open(p, StandardOpenOption.READ);
    }

    /** What is private is a copy from the beginning: the system may give one at any time too. */
    static ByteBuffer memory(FileChannel channel, long offset, int size, boolean writes, boolean copies)
            throws IOException {
        if (!copies) {
            return channel.map(writes ? FileChannel.MapMode.READ_WRITE : FileChannel.MapMode.READ_ONLY, offset, size);
        }
        ByteBuffer memory = ByteBuffer.allocateDirect(size);
        for (int n = 1; memory.hasRemaining() && n > 0; ) {
            n = channel.read(memory, offset + memory.position());
        }
        return memory.clear();
    }

    private static void check(long length, long offset) {
        if (length == 0 || offset % PAGE != 0) {
            throw OsFailure.of(OsFailure.EINVAL);
        } else if (length > Integer.MAX_VALUE) {
            throw Errors.of(ExceptionTypes.NOT_IMPLEMENTED_ERROR, "a map has at most 2147483647 bytes, not %d", length);
        }
    }
}
