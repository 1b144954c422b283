package org.picklejar.modules.posix;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.StructSequence;

/** {@code stat(2)}. */
public final class FileStatus {
    static final int S_IFMT = 0170000;
    static final int S_IFDIR = 0040000;
    static final int S_IFREG = 0100000;
    static final int S_IFLNK = 0120000;
    static final int S_IFIFO = 0010000;
    public static final int S_IFSOCK = 0140000;
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    private FileStatus() {}

    static PyObject stat(Execution x, FileName f, boolean follow) {
        if (f.text() == null) {
            OpenFile open;
            try {
                open = FileTable.of(x).get(f.fd());
            } catch (PyException e) {
                throw OsFailure.of(OsFailure.EBADF, f.original());
            }
            if (open.kind() != 0) {
                return ofKind(open.kind());
            }
        }
        try {
            return of(attributes(f.path(x), f.text() == null || follow));
        } catch (IOException e) {
            throw OsFailure.of(slashOnFile(x, f) ? OsFailure.ENOTDIR : OsFailure.number(e), f.original());
        }
    }

    private static boolean slashOnFile(Execution x, FileName f) {
        return f.text() != null && f.text().endsWith("/") && Files.isRegularFile(f.path(x));
    }

    static Map<String, Object> attributes(Path p, boolean follow) throws IOException {
        return follow
                ? Files.readAttributes(p, "unix:*")
                : Files.readAttributes(p, "unix:*", LinkOption.NOFOLLOW_LINKS);
    }

    static PyObject of(Map<String, Object> a) {
        long size = number(a, "size");
        PyObject[] v = new PyObject[19];
        v[0] = PyInt.of(number(a, "mode"));
        v[1] = PyInt.of(number(a, "ino"));
        v[2] = PyInt.of(number(a, "dev"));
        v[3] = PyInt.of(number(a, "nlink"));
        v[4] = PyInt.of(number(a, "uid"));
        v[5] = PyInt.of(number(a, "gid"));
        v[6] = PyInt.of(size);
        String[] times = {"lastAccessTime", "lastModifiedTime", "ctime"};
        for (int i = 0; i < 3; i++) {
            FileTime t = (FileTime) a.get(times[i]);
            Instant at = t.toInstant();
            long seconds = at.getEpochSecond();
            BigInteger nanos = BigInteger.valueOf(seconds).multiply(BILLION).add(BigInteger.valueOf(at.getNano()));
            v[7 + i] = PyInt.of(seconds);
            v[10 + i] = new PyFloat(seconds + 1e-9 * at.getNano());
            v[13 + i] = PyInteger.of(nanos);
        }
        v[16] = PyInt.of(4096);
        v[17] = PyInt.of((size + 511) / 512);
        v[18] = PyInt.of(number(a, "rdev"));
        return StructSequence.STAT_RESULT.of(v);
    }

    private static PyObject ofKind(int kind) {
        FileTime now = FileTime.from(Instant.now());
        return of(Map.of(
                "mode",
                kind | 0600,
                "ino",
                0L,
                "dev",
                0L,
                "nlink",
                1,
                "uid",
                0,
                "gid",
                0,
                "size",
                0L,
                "lastAccessTime",
                now,
                "lastModifiedTime",
                now,
                "ctime",
                now));
    }

    private static long number(Map<String, Object> a, String key) {
        return a.get(key) instanceof Number n ? n.longValue() : 0;
    }

    static int mode(Path p, boolean follow) {
        try {
            return (int) number(attributes(p, follow), "mode");
        } catch (IOException e) {
            return 0;
        }
    }
}
