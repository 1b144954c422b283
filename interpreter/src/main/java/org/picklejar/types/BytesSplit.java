package org.picklejar.types;

import java.io.ByteArrayOutputStream;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.GatherFrame;
import org.picklejar.ops.Values;
import org.picklejar.text.LineSplit;

/** The methods of bytes and bytearray that take them apart and put them together. */
final class BytesSplit<T extends PyObject> {
    private final ByteKind<T> kind;

    private BytesSplit(ByteKind<T> kind) {
        this.kind = kind;
    }

    static <T extends PyObject> void define(TypeBuilder<T> b, ByteKind<T> kind) {
        BytesSplit<T> m = new BytesSplit<>(kind);
        b.method(
                        "split(self, /, sep=None, maxsplit: index = -1)",
                        (s, sep, most) -> m.split(kind.of(s), separator(sep), StrSplit.limit(most)))
                .method(
                        "rsplit(self, /, sep=None, maxsplit: index = -1)",
                        (s, sep, most) -> m.splitRight(kind.of(s), separator(sep), StrSplit.limit(most)))
                .method("splitlines(self, /, keepends: bool = False)", m::splitLines)
                .method("partition(self, sep, /)", m::partition)
                .method("rpartition(self, sep, /)", m::partitionRight)
                .tail("join(self, iterable_of_bytes, /)", m::join)
                .method("strip(self, bytes=None, /)", (s, chars) -> m.strip(s, chars, true, true))
                .method("lstrip(self, bytes=None, /)", (s, chars) -> m.strip(s, chars, true, false))
                .method("rstrip(self, bytes=None, /)", (s, chars) -> m.strip(s, chars, false, true));
    }

    static boolean isSpace(int c) {
        return c == ' ' || c >= 9 && c <= 13;
    }

    private static byte[] separator(PyObject sep) {
        if (sep == PySingleton.NONE) {
            return null;
        }
        byte[] b = Buffers.bytes(sep);
        if (b.length == 0) {
            throw Errors.valueError("empty separator");
        }
        return b;
    }

    private PyObject split(byte[] s, byte[] sep, int most) {
        PyList out = new PyList();
        int n = s.length;
        int from = 0;
        if (sep != null) {
            for (int i = BytesSearch.indexOf(s, sep, 0, n);
                    i >= 0 && out.size < most;
                    i = BytesSearch.indexOf(s, sep, from, n)) {
                out.append(kind.part(s, from, i));
                from = i + sep.length;
            }
            out.append(kind.part(s, from, n));
            return out;
        }
        for (; ; ) {
            while (from < n && isSpace(s[from])) {
                from++;
            }
            if (from == n) {
                return out;
            }
            int to = from + 1;
            if (out.size == most) {
                to = n;
                out.append(kind.part(s, from, to));
                return out;
            }
            while (to < n && !isSpace(s[to])) {
                to++;
            }
            out.append(kind.part(s, from, to));
            from = to;
        }
    }

    private PyObject splitRight(byte[] s, byte[] sep, int most) {
        PyList out = new PyList();
        int to = s.length;
        if (sep != null) {
            for (int i = BytesSearch.lastIndexOf(s, sep, 0, to);
                    i >= 0 && out.size < most;
                    i = BytesSearch.lastIndexOf(s, sep, 0, to)) {
                out.append(kind.part(s, i + sep.length, to));
                to = i;
            }
            out.append(kind.part(s, 0, to));
            return StrSplit.reversed(out);
        }
        for (; ; ) {
            while (to > 0 && isSpace(s[to - 1])) {
                to--;
            }
            if (to == 0) {
                return StrSplit.reversed(out);
            }
            int from = to - 1;
            if (out.size == most) {
                from = 0;
                out.append(kind.part(s, from, to));
                return StrSplit.reversed(out);
            }
            while (from > 0 && !isSpace(s[from - 1])) {
                from--;
            }
            out.append(kind.part(s, from, to));
            to = from;
        }
    }

    private PyObject splitLines(T self, PyObject keepEnds) {
        PyList out = new PyList();
        for (byte[] line : LineSplit.split(kind.of(self), Values.isTrue(keepEnds))) {
            out.append(kind.make(line));
        }
        return out;
    }

    private PyObject partition(T self, PyObject o) {
        byte[] s = kind.of(self);
        byte[] sep = separator(o == PySingleton.NONE ? notBytes(o) : o);
        int i = BytesSearch.indexOf(s, sep, 0, s.length);
        return i < 0
                ? PyTuple.of(kind.same(self), kind.make(new byte[0]), kind.make(new byte[0]))
                : PyTuple.of(kind.part(s, 0, i), kind.make(sep.clone()), kind.part(s, i + sep.length, s.length));
    }

    private PyObject partitionRight(T self, PyObject o) {
        byte[] s = kind.of(self);
        byte[] sep = separator(o == PySingleton.NONE ? notBytes(o) : o);
        int i = BytesSearch.lastIndexOf(s, sep, 0, s.length);
        return i < 0
                ? PyTuple.of(kind.make(new byte[0]), kind.make(new byte[0]), kind.same(self))
                : PyTuple.of(kind.part(s, 0, i), kind.make(sep.clone()), kind.part(s, i + sep.length, s.length));
    }

    private static PyObject notBytes(PyObject o) {
        throw Errors.typeError(
                "a bytes-like object is required, not '%s'", o.type().name());
    }

    private PyObject join(Execution x, T self, PyObject iterable) {
        if (iterable.type().unary(Slot.ITER) == null && iterable.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError("can only join an iterable");
        }
        return new JoinFrame(iterable, new PyBytes(kind.of(self)), kind == ByteKind.BYTEARRAY).gather(x);
    }

    /** Waits for the items of an iterable that is written in Python. */
    public static final class JoinFrame extends GatherFrame {
        /** For unpickling. */
        public JoinFrame() {}

        JoinFrame(PyObject iterable, PyBytes separator, boolean mutable) {
            super(iterable, separator, PyBool.of(mutable));
        }

        @Override
        protected PyObject gathered(Execution x, PyObject[] items) {
            ByteKind<?> kind = b == PyBool.TRUE ? ByteKind.BYTEARRAY : ByteKind.BYTES;
            if (items.length == 1 && items[0] instanceof PyBytes && b == PyBool.FALSE) {
                return items[0];
            }
            byte[] separator = ((PyBytes) a).value;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int i = 0; i < items.length; i++) {
                if (i > 0) {
                    out.writeBytes(separator);
                }
                byte[] part = Buffers.bytesOrNull(items[i]);
                if (part == null) {
                    throw Errors.typeError(
                            "sequence item %d: expected a bytes-like object, %s found",
                            i, items[i].type().name());
                }
                out.writeBytes(part);
            }
            return kind.make(out.toByteArray());
        }
    }

    private PyObject strip(T self, PyObject chars, boolean left, boolean right) {
        byte[] s = kind.of(self);
        byte[] set = chars == PySingleton.NONE ? null : Buffers.bytes(chars);
        int from = 0;
        int to = s.length;
        while (left && from < to && isIn(set, s[from])) {
            from++;
        }
        while (right && to > from && isIn(set, s[to - 1])) {
            to--;
        }
        return from == 0 && to == s.length ? kind.same(self) : kind.part(s, from, to);
    }

    private static boolean isIn(byte[] set, byte c) {
        if (set == null) {
            return isSpace(c);
        }
        for (byte b : set) {
            if (b == c) {
                return true;
            }
        }
        return false;
    }
}
