package org.picklejar.types;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Steps;
import org.picklejar.ops.TextCodecs;
import org.picklejar.ops.Values;

/** The methods of bytes and bytearray that take them as ASCII text or convert them. */
final class BytesText<T extends PyObject> {
    private final ByteKind<T> kind;
    private final boolean mutable;

    private BytesText(ByteKind<T> kind) {
        this.kind = kind;
        this.mutable = kind == ByteKind.BYTEARRAY;
    }

    static <T extends PyObject> void define(TypeBuilder<T> b, ByteKind<T> kind) {
        BytesText<T> m = new BytesText<>(kind);
        b.tail(
                        "decode(self, /, encoding='utf-8', errors='strict')",
                        (x, s, encoding, errors) -> TextCodecs.decode(x, kind.of(s), encoding, errors))
                .method(
                        "hex(self, /, sep=<unset>, bytes_per_sep: index = 1)",
                        (s, sep, n) -> HexText.of(kind.of(s), sep, n))
                .classMethod("fromhex(cls, string, /)", m::fromHex)
                .tail("translate(self, table, /, delete=b'')", m::translate)
                .staticMethod("maketrans(frm, to, /)", (x, none, a) -> makeTable(a))
                .binaryTail(Slot.MOD, (x, s, args) -> m.percent(x, s, args))
                .rawBinary(Slot.RMOD, (x, s, other) -> PySingleton.NOT_IMPLEMENTED);
        m.cases(b);
        m.padding(b);
        predicates(b, kind);
    }

    private PyObject percent(Execution x, T self, PyObject args) {
        PyStr format = PyStr.of(new String(kind.of(self), StandardCharsets.ISO_8859_1));
        return Steps.run(
                x, new PercentFrame(format, args, mutable ? PercentFrame.Target.BYTEARRAY : PercentFrame.Target.BYTES));
    }

    private PyObject fromHex(Execution x, PyType cls, PyObject[] a) {
        if (!(Values.payload(a[1]) instanceof PyStr s)) {
            throw Errors.typeError(
                    "fromhex() argument must be str, not %s", a[1].type().name());
        }
        PyObject r = kind.make(HexText.parse(s));
        return cls == r.type() ? r : x.call(cls, r);
    }

    private PyObject translate(Execution x, T self, PyObject table, PyObject delete) {
        byte[] map = table == PySingleton.NONE ? null : Buffers.bytes(table);
        if (map != null && map.length != 256) {
            throw Errors.valueError("translation table must be 256 characters long");
        }
        boolean[] gone = new boolean[256];
        for (byte b : Buffers.bytes(delete)) {
            gone[b & 0xFF] = true;
        }
        byte[] s = kind.of(self);
        ByteArrayOutputStream out = new ByteArrayOutputStream(s.length);
        for (byte b : s) {
            if (!gone[b & 0xFF]) {
                out.write(map == null ? b : map[b & 0xFF]);
            }
        }
        return kind.make(out.toByteArray());
    }

    private static PyObject makeTable(PyObject[] a) {
        byte[] from = Buffers.bytes(a[0]);
        byte[] to = Buffers.bytes(a[1]);
        if (from.length != to.length) {
            throw Errors.valueError("maketrans arguments must have same length");
        }
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) i;
        }
        for (int i = 0; i < from.length; i++) {
            table[from[i] & 0xFF] = to[i];
        }
        return new PyBytes(table);
    }

    // ---- case

    static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isAlpha(int c) {
        return isLower(c) || isUpper(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static int lower(int c) {
        return isUpper(c) ? c + 32 : c;
    }

    private static int upper(int c) {
        return isLower(c) ? c - 32 : c;
    }

    private void cases(TypeBuilder<T> b) {
        each(b, "lower", BytesText::lower);
        each(b, "upper", BytesText::upper);
        each(b, "swapcase", c -> isLower(c) ? upper(c) : lower(c));
        b.method("capitalize(self, /)", self -> {
                    byte[] s = kind.of(self).clone();
                    for (int i = 0; i < s.length; i++) {
                        s[i] = (byte) (i == 0 ? upper(s[i]) : lower(s[i]));
                    }
                    return kind.make(s);
                })
                .method("title(self, /)", self -> {
                    byte[] s = kind.of(self).clone();
                    boolean inWord = false;
                    for (int i = 0; i < s.length; i++) {
                        boolean letter = isAlpha(s[i]);
                        s[i] = (byte) (inWord ? lower(s[i]) : upper(s[i]));
                        inWord = letter;
                    }
                    return kind.make(s);
                });
    }

    private void each(TypeBuilder<T> b, String name, IntUnaryOperator f) {
        b.method(name + "(self, /)", self -> {
            byte[] s = kind.of(self).clone();
            for (int i = 0; i < s.length; i++) {
                s[i] = (byte) f.applyAsInt(s[i]);
            }
            return kind.make(s);
        });
    }

    // ---- padding

    private void padding(TypeBuilder<T> b) {
        b.method("ljust(self, width: index, fillchar=b' ', /)", (s, w, f) -> pad(s, 0, missing(s, w), fill(f, "ljust")))
                .method(
                        "rjust(self, width: index, fillchar=b' ', /)",
                        (s, w, f) -> pad(s, missing(s, w), 0, fill(f, "rjust")))
                .method("center(self, width: index, fillchar=b' ', /)", (s, w, f) -> {
                    int missing = missing(s, w);
                    int left = missing / 2 + (missing & (missing + kind.of(s).length) & 1);
                    return pad(s, left, missing - left, fill(f, "center"));
                })
                .method("zfill(self, width: index, /)", this::zeroFill)
                .method("expandtabs(self, /, tabsize: index = 8)", this::expandTabs);
    }

    private int missing(T self, PyObject width) {
        long w = Values.toLong(width);
        if (w > Integer.MAX_VALUE - 16) {
            throw Errors.of(ExceptionTypes.MEMORY_ERROR);
        }
        return (int) Math.max(0, Math.max(0, w) - kind.of(self).length);
    }

    private static byte fill(PyObject o, String method) {
        byte[] b = Values.payload(o) instanceof ByteBufferOwner ? Buffers.bytes(o) : null;
        if (b == null || b.length != 1) {
            throw Errors.typeError(
                    "%s() argument 2 must be a byte string of length 1, not %s",
                    method, o.type().name());
        }
        return b[0];
    }

    private PyObject pad(T self, int left, int right, byte fill) {
        if (left + right == 0) {
            return kind.same(self);
        }
        byte[] s = kind.of(self);
        byte[] out = new byte[left + s.length + right];
        Arrays.fill(out, fill);
        System.arraycopy(s, 0, out, left, s.length);
        return kind.make(out);
    }

    private PyObject zeroFill(T self, PyObject width) {
        int missing = missing(self, width);
        if (missing == 0) {
            return kind.same(self);
        }
        byte[] s = kind.of(self);
        byte[] out = new byte[missing + s.length];
        Arrays.fill(out, 0, missing, (byte) '0');
        System.arraycopy(s, 0, out, missing, s.length);
        if (s.length > 0 && (s[0] == '+' || s[0] == '-')) {
            out[missing] = '0';
            out[0] = s[0];
        }
        return kind.make(out);
    }

    private PyObject expandTabs(T self, PyObject size) {
        int tab = Values.toInt(size);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int column = 0;
        for (byte c : kind.of(self)) {
            if (c == '\t') {
                int fill = tab > 0 ? tab - column % tab : 0;
                for (int i = 0; i < fill; i++) {
                    out.write(' ');
                }
                column += fill;
            } else {
                out.write(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return kind.make(out.toByteArray());
    }

    // ---- predicates

    private static <T extends PyObject> void predicates(TypeBuilder<T> b, ByteKind<T> kind) {
        every(b, kind, "isalnum", c -> isAlpha(c) || isDigit(c));
        every(b, kind, "isalpha", BytesText::isAlpha);
        every(b, kind, "isdigit", BytesText::isDigit);
        every(b, kind, "isspace", BytesSplit::isSpace);
        b.method("isascii(self, /)", s -> PyBool.of(all(kind.of(s), c -> c >= 0)))
                .method(
                        "islower(self, /)",
                        s -> PyBool.of(all(kind.of(s), c -> !isUpper(c)) && !all(kind.of(s), c -> !isLower(c))))
                .method(
                        "isupper(self, /)",
                        s -> PyBool.of(all(kind.of(s), c -> !isLower(c)) && !all(kind.of(s), c -> !isUpper(c))))
                .method("istitle(self, /)", s -> PyBool.of(isTitle(kind.of(s))));
    }

    private static <T extends PyObject> void every(TypeBuilder<T> b, ByteKind<T> kind, String name, IntPredicate test) {
        b.method(name + "(self, /)", s -> PyBool.of(kind.of(s).length > 0 && all(kind.of(s), test)));
    }

    private static boolean all(byte[] s, IntPredicate test) {
        for (byte c : s) {
            if (!test.test(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTitle(byte[] s) {
        boolean some = false;
        boolean inWord = false;
        for (byte c : s) {
            if (isUpper(c) ? inWord : isLower(c) && !inWord) {
                return false;
            }
            inWord = isAlpha(c);
            some |= inWord;
        }
        return some;
    }
}
