package org.picklejar.modules.mmap;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.SliceBounds;
import org.picklejar.ops.Values;

/** The table of {@code mmap.mmap}. */
public final class MmapType {
    private static final int MADV_DONTNEED = 4;
    private static final int MADV_FREE = 8;
    private static final int MADV_DONTFORK = 10;
    private static final int MADV_DODUMP = 17;

    private MmapType() {}

    public static void define(TypeBuilder<PyMmap> b) {
        b.constructor(
                        "mmap(cls, fileno: index, length: index, flags: index = 1, prot: index = 3, access: index = 0, offset: index = 0, *, trackfd: bool = True)",
                        MmapModule::make)
                .call(Slot.INIT, (x, self, args, names) -> PySingleton.NONE)
                .unary(Slot.REPR, m -> PyStr.of(repr(m)))
                .unary(Slot.LEN, m -> PyInt.of(m.size()))
                .binaryTail(Slot.GETITEM, MmapType::get)
                .ternaryTail(Slot.SETITEM, MmapType::set)
                .binary(Slot.DELITEM, (m, key) -> {
                    m.memory();
                    throw Errors.typeError(
                            key instanceof PySlice
                                    ? "mmap object doesn't support slice deletion"
                                    : "mmap object doesn't support item deletion");
                })
                .getter("closed", m -> PyBool.of(m.isClosed()))
                .method("__enter__(self, /)", m -> {
                    m.memory();
                    return m;
                })
                .methodN("__exit__(self, /, *exc_info)", (m, a) -> close(m))
                .method("close(self, /)", MmapType::close)
                .methodN("__reduce_ex__(self, protocol, /)", (m, a) -> {
                    throw Errors.typeError(
                            "cannot pickle '%s' object: its memory is the system's",
                            m.type().name());
                });
        reading(b);
        changing(b);
    }

    private static void reading(TypeBuilder<PyMmap> b) {
        b.tail(
                        "find(self, sub, start=None, end=None, /)",
                        (x, m, sub, start, end) -> find(x, m, sub, start, end, false))
                .tail(
                        "rfind(self, sub, start=None, end=None, /)",
                        (x, m, sub, start, end) -> find(x, m, sub, start, end, true))
                .tail("read(self, n=None, /)", (x, m, n) -> {
                    int left = Math.max(0, m.size() - m.position);
                    long wanted = n == PySingleton.NONE ? -1 : Values.toIndex(x, n);
                    if (left == 0) {
                        return new PyBytes(new byte[0]);
                    }
                    int count = wanted < 0 ? left : (int) Math.min(left, wanted);
                    m.position += count;
                    return new PyBytes(m.bytes(m.position - count, count));
                })
                .method("read_byte(self, /)", m -> {
                    if (m.position >= m.size()) {
                        throw Errors.valueError("read byte out of range");
                    }
                    return PyInt.of(m.memory().get(m.position++) & 0xFF);
                })
                .method("readline(self, /)", m -> {
                    int start = m.position;
                    if (start >= m.size()) {
                        return new PyBytes(new byte[0]);
                    }
                    int end = start;
                    while (end < m.size() && m.memory().get(end) != '\n') {
                        end++;
                    }
                    m.position = Math.min(m.size(), end + 1);
                    return new PyBytes(m.bytes(start, m.position - start));
                })
                .method("tell(self, /)", m -> {
                    m.memory();
                    return PyInt.of(m.position);
                })
                .method("seekable(self, /)", m -> PyBool.TRUE)
                .method("seek(self, pos: index, whence: index = 0, /)", (m, pos, whence) -> {
                    int w = Values.toInt(whence);
                    if (w < 0 || w > 2) {
                        m.memory();
                        throw Errors.valueError("unknown seek type");
                    }
                    long at = Values.toLong(pos) + (w == 0 ? 0 : w == 1 ? m.position : m.size());
                    if (at < 0 || at > m.size()) {
                        throw Errors.valueError("seek out of range");
                    }
                    m.position = (int) at;
                    return PyInt.of(at);
                })
                .method("size(self, /)", m -> {
                    m.memory();
                    if (!m.keepsFile) {
                        throw OsFailure.of(OsFailure.EBADF);
                    }
                    try {
                        return PyInt.of(m.anonymous ? (long) m.size() : m.channel.size());
                    } catch (IOException e) {
                        throw OsFailure.of(e, null);
                    }
                });
    }

    private static void changing(TypeBuilder<PyMmap> b) {
        b.method("write(self, bytes, /)", (m, data) -> {
                    byte[] bytes = Buffers.bytes(data);
                    checkWritable(m);
                    if (m.position > m.size() || m.size() - m.position < bytes.length) {
                        throw Errors.valueError("data out of range");
                    }
                    m.write(m.position, bytes, 0, bytes.length);
                    m.position += bytes.length;
                    return PyInt.of(bytes.length);
                })
                .method("write_byte(self, byte: index, /)", (m, value) -> {
                    int v = octet(Values.toLong(value), "unsigned byte integer");
                    checkWritable(m);
                    if (m.position >= m.size()) {
                        throw Errors.valueError("write byte out of range");
                    }
                    m.memory().put(m.position++, (byte) v);
                    return PySingleton.NONE;
                })
                .methodN("move(self, dest: index, src: index, count: index, /)", (m, a) -> {
                    checkWritable(m);
                    long to = Values.toLong(a[1]);
                    long from = Values.toLong(a[2]);
                    long count = Values.toLong(a[3]);
                    if (to < 0 || from < 0 || count < 0 || m.size() - to < count || m.size() - from < count) {
                        throw Errors.valueError("source, destination, or count out of range");
                    }
                    m.write((int) to, m.bytes((int) from, (int) count), 0, (int) count);
                    return PySingleton.NONE;
                })
                .methodN("flush(self, offset: index = 0, size: index = -1, /)", (m, a) -> {
                    long from = Values.toLong(a[1]);
                    long count = Values.toLong(a[2]) == -1 ? m.size() - from : Values.toLong(a[2]);
                    if (from < 0 || count < 0 || m.size() - from < count) {
                        throw Errors.valueError("flush values out of range");
                    } else if (from % MmapModule.PAGE != 0) {
                        throw OsFailure.of(OsFailure.EINVAL);
                    }
                    m.force((int) from, (int) count);
                    return PySingleton.NONE;
                })
                .method("resize(self, newsize: index, /)", MmapType::resize)
                .methodN("madvise(self, option: index, start: index = 0, length=<unset>, /)", MmapType::advise);
    }

    private static String repr(PyMmap m) {
        String name = m.type().fullName();
        if (m.isClosed()) {
            return "<" + name + " closed=True>";
        }
        String access = m.readOnly
                ? "ACCESS_READ"
                : m.resizable ? "ACCESS_" + (m.isDefault ? "DEFAULT" : "WRITE") : "ACCESS_COPY";
        return "<" + name + " closed=False, access=" + access + ", length=" + m.size() + ", pos=" + m.position
                + ", offset=" + m.offset + ">";
    }

    private static PyObject close(PyMmap m) {
        if (m.isExported()) {
            throw Errors.of(ExceptionTypes.BUFFER_ERROR, "cannot close exported pointers exist");
        }
        try {
            m.close();
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
        return PySingleton.NONE;
    }

    private static void checkWritable(PyMmap m) {
        m.memory();
        if (m.readOnly) {
            throw Errors.typeError("mmap can't modify a readonly memory map.");
        }
    }

    private static int octet(long v, String what) {
        if (v < 0 || v > 255) {
            throw v < 0
                    ? Errors.overflowError(what + " is less than minimum")
                    : Errors.overflowError(what + " is greater than maximum");
        }
        return (int) v;
    }

    private static PyObject find(Execution x, PyMmap m, PyObject sub, PyObject start, PyObject end, boolean last) {
        byte[] wanted = Buffers.bytes(sub);
        m.memory();
        // A search from the end begins with the position as well.
        int from = bound(x, m, start, m.position);
        int to = bound(x, m, end, m.size());
        int step = last ? -1 : 1;
        int first = last ? to - wanted.length : from;
        ByteBuffer memory = m.memory();
        for (int at = first; at >= from && at + wanted.length <= to; at += step) {
            int i = 0;
            while (i < wanted.length && memory.get(at + i) == wanted[i]) {
                i++;
            }
            if (i == wanted.length) {
                return PyInt.of(at);
            }
        }
        return PyInt.MINUS_ONE;
    }

    private static int bound(Execution x, PyMmap m, PyObject o, int otherwise) {
        if (o == PySingleton.NONE) {
            return otherwise;
        }
        long v = Values.toIndex(x, o);
        v = v < 0 ? v + m.size() : v;
        return (int) Math.max(0, Math.min(m.size(), v));
    }

    private static int index(Execution x, PyMmap m, PyObject key) {
        m.memory();
        if (!Conversions.isIndex(key)) {
            throw Errors.typeError("mmap indices must be integers");
        }
        long i = Values.toIndex(x, key);
        i = i < 0 ? i + m.size() : i;
        if (i < 0 || i >= m.size()) {
            throw Errors.indexError("mmap index out of range");
        }
        return (int) i;
    }

    private static PyObject get(Execution x, PyMmap m, PyObject key) {
        m.memory();
        if (!(key instanceof PySlice s)) {
            int at = index(x, m, key);
            return PyInt.of(m.memory().get(at) & 0xFF);
        }
        SliceBounds r = SliceBounds.of(x, s, m::size);
        byte[] out = r.step() == 1 ? m.bytes(r.start(), r.count()) : new byte[r.count()];
        for (int i = 0; i < out.length && r.step() != 1; i++) {
            out[i] = m.memory().get(r.start() + i * r.step());
        }
        return new PyBytes(out);
    }

    private static PyObject set(Execution x, PyMmap m, PyObject key, PyObject value) {
        checkWritable(m);
        if (key instanceof PySlice s) {
            byte[] bytes = Buffers.bytes(value);
            SliceBounds r = SliceBounds.of(x, s, m::size);
            if (bytes.length != r.count()) {
                throw Errors.indexError("mmap slice assignment is wrong size");
            }
            for (int i = 0; i < bytes.length; i++) {
                m.memory().put(r.start() + i * r.step(), bytes[i]);
            }
            return PySingleton.NONE;
        }
        int at = index(x, m, key);
        if (!Conversions.isIndex(value)) {
            throw Errors.typeError("mmap item value must be an int");
        }
        long v = Values.toIndex(x, value);
        if (v < 0 || v > 255) {
            throw Errors.valueError("mmap item value must be in range(0, 256)");
        }
        m.memory().put(at, (byte) v);
        return PySingleton.NONE;
    }

    private static PyObject resize(PyMmap m, PyObject newSize) {
        long size = Values.toLong(newSize);
        m.memory();
        if (m.isExported()) {
            throw Errors.of(ExceptionTypes.BUFFER_ERROR, "mmap can't resize with extant buffers exported.");
        } else if (!m.resizable) {
            throw Errors.typeError("mmap can't resize a readonly or copy-on-write memory map.");
        } else if (!m.keepsFile) {
            throw Errors.valueError("mmap can't resize with trackfd=False.");
        } else if (size < 0 || size > Integer.MAX_VALUE) {
            throw Errors.valueError("new size out of range");
        } else if (m.anonymous && m.shared && size > m.size()) {
            throw Errors.valueError("mmap: can't expand a shared anonymous mapping on Linux");
        } else if (size == 0) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        try {
            m.setMemory(m.anonymous || !m.shared ? copied(m, (int) size) : mappedAgain(m, (int) size));
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
        return PySingleton.NONE;
    }

    private static ByteBuffer copied(PyMmap m, int size) {
        int kept = Math.min(size, m.size());
        return ByteBuffer.allocateDirect(size).put(0, m.bytes(0, kept));
    }

    private static ByteBuffer mappedAgain(PyMmap m, int size) throws IOException {
        long end = m.offset + size;
        m.force(0, m.size());
        if (end < m.channel.size()) {
            m.channel.truncate(end);
        } else if (end > m.channel.size()) {
            m.channel.write(ByteBuffer.allocate(1), end - 1);
        }
        return MmapModule.memory(m.channel, m.offset, size, true, false);
    }

    /** Advice changes nothing that a program sees, but that memory without a file is empty again when it is not needed. */
    private static PyObject advise(PyMmap m, PyObject[] a) {
        int option = Values.toInt(a[1]);
        long start = Values.toLong(a[2]);
        m.memory();
        if (start < 0 || start >= m.size()) {
            throw Errors.valueError("madvise start out of bounds");
        }
        long length = a[3] == null ? m.size() : Values.toLong(a[3]);
        if (length < 0) {
            throw Errors.valueError("madvise length invalid");
        } else if (start > Long.MAX_VALUE - length) {
            throw Errors.overflowError("madvise length too large");
        } else if (option < 0 || start % MmapModule.PAGE != 0) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        int count = (int) Math.min(length, m.size() - start);
        if (option == MADV_DONTNEED && m.anonymous && !m.shared) {
            m.write((int) start, new byte[count], 0, count);
        } else if (option > MADV_DONTNEED && option != MADV_FREE && option < MADV_DONTFORK || option > MADV_DODUMP) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        return PySingleton.NONE;
    }
}
