package org.picklejar.modules.io;

import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;

/** {@code io.StringIO}. Positions count code points; while all text is in the BMP they are indexes of the buffer. */
public final class PyStringIO extends PyIOBase {
    public static final PyType TYPE =
            PyType.builtin("StringIO", PyStringIO.class, TEXT).inModule("_io").withDict();
    final StringBuilder buffer = new StringBuilder();
    /** In code points. */
    int position;
    /** Whether there are surrogate pairs in the buffer. */
    boolean wide;

    Newlines newlines = Newlines.LF;
    NewlineState state;

    public PyStringIO(PyType type) {
        super(type);
    }

    int length() {
        return wide ? buffer.codePointCount(0, buffer.length()) : buffer.length();
    }

    /** Index in the buffer of a position inside it. */
    private int index(int at) {
        return wide ? buffer.offsetByCodePoints(0, at) : at;
    }

    void write(PyStr s) {
        String text = s.toString();
        if (state != null) {
            text = state.decode(text, false);
        }
        if (newlines.written() != null) {
            text = text.replace("\n", newlines.written());
        }
        put(text, s.isSimple() ? text.length() : text.codePointCount(0, text.length()), !s.isSimple());
    }

    /** Puts text at the position as it is. */
    void put(String text, int count, boolean hasPairs) {
        int length = length();
        if (position > length) {
            buffer.append("\0".repeat(position - length));
            length = position;
        }
        wide |= hasPairs;
        if (position == length) {
            buffer.append(text);
        } else {
            buffer.replace(index(position), index(Math.min(length, position + count)), text);
        }
        position += count;
    }

    PyStr take(int n) {
        int length = length();
        if (position >= length) {
            return PyStr.EMPTY;
        }
        int to = n < 0 || n > length - position ? length : position + n;
        PyStr s = PyStr.of(buffer.substring(index(position), index(to)));
        position = to;
        return s;
    }

    PyStr line(int limit) {
        int length = length();
        if (position >= length) {
            return PyStr.EMPTY;
        }
        int from = index(position);
        int last = limit < 0 || limit > length - position ? buffer.length() : index(position + limit);
        int end = newlines.lineEnd(buffer, from, last);
        int to = end < 0 ? last : end;
        PyStr s = PyStr.of(buffer.substring(from, to));
        position += wide ? s.length() : to - from;
        return s;
    }

    PyStr value() {
        String s = buffer.toString();
        return PyStr.of(state != null && state.pendingCr ? s + (state.translate ? "\n" : "\r") : s);
    }

    void truncate(int n) {
        if (n < length()) {
            buffer.setLength(index(n));
        }
    }
}
