package org.picklejar.types;

import java.io.ByteArrayOutputStream;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Values;

/** The methods of bytes and bytearray that look for bytes. */
final class BytesSearch<T extends PyObject> {
    private final ByteKind<T> kind;

    private BytesSearch(ByteKind<T> kind) {
        this.kind = kind;
    }

    static <T extends PyObject> void define(TypeBuilder<T> b, ByteKind<T> kind) {
        BytesSearch<T> m = new BytesSearch<>(kind);
        b.tail(
                        "find(self, sub, start: bound = None, end: bound = None, /)",
                        (x, s, sub, i, j) -> m.find(x, s, sub, i, j, false))
                .tail(
                        "rfind(self, sub, start: bound = None, end: bound = None, /)",
                        (x, s, sub, i, j) -> m.find(x, s, sub, i, j, true))
                .tail(
                        "index(self, sub, start: bound = None, end: bound = None, /)",
                        (x, s, sub, i, j) -> found(m.find(x, s, sub, i, j, false)))
                .tail(
                        "rindex(self, sub, start: bound = None, end: bound = None, /)",
                        (x, s, sub, i, j) -> found(m.find(x, s, sub, i, j, true)))
                .tail("count(self, sub, start: bound = None, end: bound = None, /)", m::count)
                .tail(
                        "startswith(self, prefix, start: bound = None, end: bound = None, /)",
                        (x, s, p, i, j) -> m.affix(s, p, i, j, false))
                .tail(
                        "endswith(self, suffix, start: bound = None, end: bound = None, /)",
                        (x, s, p, i, j) -> m.affix(s, p, i, j, true))
                .tail("replace(self, old, new, count: index = -1, /)", m::replace)
                .method("removeprefix(self, prefix, /)", m::removePrefix)
                .method("removesuffix(self, suffix, /)", m::removeSuffix)
                .binaryTail(Slot.CONTAINS, (x, s, o) -> PyBool.of(m.contains(x, s, o)));
    }

    static int indexOf(byte[] s, byte[] sub, int from, int to) {
        int last = to - sub.length;
        if (sub.length == 0) {
            return from <= last ? from : -1;
        }
        byte first = sub[0];
        for (int i = from; i <= last; i++) {
            if (s[i] == first && matches(s, sub, i)) {
                return i;
            }
        }
        return -1;
    }

    static int lastIndexOf(byte[] s, byte[] sub, int from, int to) {
        for (int i = to - sub.length; i >= from; i--) {
            if (matches(s, sub, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] s, byte[] sub, int at) {
        for (int k = 0; k < sub.length; k++) {
            if (s[at + k] != sub[k]) {
                return false;
            }
        }
        return true;
    }

    private boolean contains(Execution x, T self, PyObject o) {
        if (!Buffers.isBytesLike(o) && !Conversions.isIndex(o)) {
            throw Errors.typeError(
                    "a bytes-like object is required, not '%s'", o.type().name());
        }
        byte[] s = kind.of(self);
        return indexOf(s, ByteKind.needle(x, o), 0, s.length) >= 0;
    }

    private PyInt find(Execution x, T self, PyObject o, PyObject start, PyObject end, boolean last) {
        byte[] sub = ByteKind.needle(x, o);
        byte[] s = kind.of(self);
        int from = StrSearch.start(start, s.length);
        int to = StrSearch.end(end, s.length);
        return PyInt.of(last ? lastIndexOf(s, sub, from, to) : indexOf(s, sub, from, to));
    }

    private static PyObject found(PyInt i) {
        if (i.value < 0) {
            throw Errors.valueError("subsection not found");
        }
        return i;
    }

    private PyObject count(Execution x, T self, PyObject o, PyObject start, PyObject end) {
        byte[] sub = ByteKind.needle(x, o);
        byte[] s = kind.of(self);
        int from = StrSearch.start(start, s.length);
        int to = StrSearch.end(end, s.length);
        if (sub.length == 0) {
            return PyInt.of(from > to ? 0 : to - from + 1);
        }
        int n = 0;
        for (int i = indexOf(s, sub, from, to); i >= 0; i = indexOf(s, sub, i + sub.length, to)) {
            n++;
        }
        return PyInt.of(n);
    }

    private PyObject affix(T self, PyObject affix, PyObject start, PyObject end, boolean atEnd) {
        byte[] s = kind.of(self);
        int from = StrSearch.start(start, s.length);
        int to = StrSearch.end(end, s.length);
        if (Values.payload(affix) instanceof PyTuple all) {
            for (PyObject item : all.items) {
                if (hasAffix(s, Buffers.bytes(item), from, to, atEnd)) {
                    return PyBool.TRUE;
                }
            }
            return PyBool.FALSE;
        }
        byte[] b = Buffers.bytesOrNull(affix);
        if (b == null) {
            throw Errors.typeError(
                    "%s first arg must be bytes or a tuple of bytes, not %s",
                    atEnd ? "endswith" : "startswith", affix.type().name());
        }
        return PyBool.of(hasAffix(s, b, from, to, atEnd));
    }

    private static boolean hasAffix(byte[] s, byte[] affix, int from, int to, boolean atEnd) {
        return to - from >= affix.length && matches(s, affix, atEnd ? to - affix.length : from);
    }

    private PyObject replace(Execution x, T self, PyObject a, PyObject b, PyObject count) {
        byte[] s = kind.of(self);
        byte[] old = Buffers.bytes(a);
        byte[] with = Buffers.bytes(b);
        int most = StrSplit.limit(count);
        ByteArrayOutputStream out = new ByteArrayOutputStream(s.length);
        int from = 0;
        if (old.length == 0) {
            for (int i = 0; i <= s.length; i++) {
                if (most-- > 0) {
                    out.writeBytes(with);
                }
                if (i < s.length) {
                    out.write(s[i]);
                }
            }
            return kind.make(out.toByteArray());
        }
        int i = indexOf(s, old, 0, s.length);
        if (i < 0 || most == 0) {
            return kind.same(self);
        }
        for (; i >= 0 && most-- > 0; i = indexOf(s, old, from, s.length)) {
            out.write(s, from, i - from);
            out.writeBytes(with);
            from = i + old.length;
        }
        out.write(s, from, s.length - from);
        return kind.make(out.toByteArray());
    }

    private PyObject removePrefix(T self, PyObject o) {
        byte[] s = kind.of(self);
        byte[] prefix = Buffers.bytes(o);
        return hasAffix(s, prefix, 0, s.length, false) ? kind.part(s, prefix.length, s.length) : kind.same(self);
    }

    private PyObject removeSuffix(T self, PyObject o) {
        byte[] s = kind.of(self);
        byte[] suffix = Buffers.bytes(o);
        return hasAffix(s, suffix, 0, s.length, true) ? kind.part(s, 0, s.length - suffix.length) : kind.same(self);
    }
}
