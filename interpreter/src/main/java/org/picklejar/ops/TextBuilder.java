package org.picklejar.ops;

import java.util.Arrays;
import org.picklejar.core.PyStr;

/** Builds a str from parts, by code points: surrogates of neighbouring parts stay apart. */
public final class TextBuilder {
    /** While every part is simple and no two surrogates meet; null afterwards. */
    private StringBuilder simple = new StringBuilder();

    private int[] points;
    private int size;

    public TextBuilder append(PyStr s) {
        if (simple != null) {
            if (s.isSimple()) {
                return append(s.toString(), s.length());
            }
            widen();
        }
        int n = s.length();
        reserve(n);
        for (int i = 0; i < n; i++) {
            points[size++] = s.codePointAt(i);
        }
        return this;
    }

    private TextBuilder append(String s, int n) {
        if (n > 0) {
            if (joins(s.charAt(0))) {
                widen();
                return append(PyStr.of(s));
            }
            simple.append(s);
        }
        return this;
    }

    private boolean joins(char first) {
        return Character.isLowSurrogate(first)
                && simple.length() > 0
                && Character.isHighSurrogate(simple.charAt(simple.length() - 1));
    }

    /** A text in UTF-16. */
    public TextBuilder append(String s) {
        return append(PyStr.of(s));
    }

    public TextBuilder append(PyStr s, int from, int to) {
        return append(s.substring(from, to));
    }

    public TextBuilder append(char c) {
        return appendCodePoint(c);
    }

    public TextBuilder appendCodePoint(int c) {
        if (simple != null) {
            if (c < 0x10000 && !joins((char) c)) {
                simple.append((char) c);
                return this;
            }
            widen();
        }
        reserve(1);
        points[size++] = c;
        return this;
    }

    public TextBuilder repeat(int c, int count) {
        for (int i = 0; i < count; i++) {
            appendCodePoint(c);
        }
        return this;
    }

    public int length() {
        return simple != null ? simple.length() : size;
    }

    private void widen() {
        size = simple.length();
        points = new int[Math.max(16, size * 2)];
        for (int i = 0; i < size; i++) {
            points[i] = simple.charAt(i);
        }
        simple = null;
    }

    private void reserve(int more) {
        if (size + more > points.length) {
            points = Arrays.copyOf(points, Math.max(size + more, points.length * 2));
        }
    }

    public PyStr toStr() {
        return simple != null ? PyStr.of(simple.toString()) : PyStr.ofCodePoints(points, 0, size);
    }

    @Override
    public String toString() {
        return toStr().toString();
    }
}
