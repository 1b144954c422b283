package org.picklejar.core;

import java.util.Arrays;

/**
 * Python's str. Kept as a Java String when each char is one code point of the value, else as an array of code points, so
 * indexing is by code point and lone surrogates survive.
 */
public final class PyStr extends PyObject implements Comparable<PyStr> {
    public static final PyType TYPE =
            PyType.builtin("str", PyStr.class, PyType.OBJECT).repeated();
    public static final PyStr EMPTY = new PyStr("", null);
    private static final PyStr[] LATIN1 = new PyStr[256];

    static {
        for (int i = 0; i < LATIN1.length; i++) {
            LATIN1[i] = new PyStr(String.valueOf((char) i), null);
        }
    }

    /** From this length on what is appended goes to a buffer, so that a text that grows by pieces is not copied for each. */
    private static final int BUFFERED = 256;

    /** A String, or a {@link Grown} until the text is read; null when only the points are known. */
    private Object text;

    private final int[] points;
    private int hash;

    /** The beginning of a buffer. Who ends where the buffer ends may append to it. */
    private record Grown(StringBuilder buffer, int length) {
        Grown with(String more) {
            StringBuilder b = buffer;
            if (b.length() != length) {
                b = copy(b, length);
            }
            b.append(more);
            return new Grown(b, length + more.length());
        }

        static StringBuilder copy(CharSequence text, int length) {
            return new StringBuilder((int) Math.min(length + length / 2L, Integer.MAX_VALUE - 8))
                    .append(text, 0, length);
        }

        @Override
        public String toString() {
            return buffer.substring(0, length);
        }
    }

    private PyStr(Object text, int[] points) {
        this.text = text;
        this.points = points;
    }

    /** From UTF-16: surrogate pairs become one code point, lone surrogates stay. */
    public static PyStr of(String s) {
        int n = s.length();
        if (n <= 1) {
            return n == 0 ? EMPTY : ofChar(s.charAt(0));
        }
        for (int i = 0; i + 1 < n; i++) {
            if (Character.isHighSurrogate(s.charAt(i)) && Character.isLowSurrogate(s.charAt(i + 1))) {
                return new PyStr(s, s.codePoints().toArray());
            }
        }
        return new PyStr(s, null);
    }

    public static PyStr ofChar(char c) {
        return c < 256 ? LATIN1[c] : new PyStr(String.valueOf(c), null);
    }

    public static PyStr ofCodePoint(int c) {
        return c < 0x10000 ? ofChar((char) c) : new PyStr(null, new int[] {c});
    }

    /** From code points; adjacent surrogates in it stay apart. The array must not change afterwards. */
    public static PyStr ofCodePoints(int[] cps, int from, int to) {
        boolean simple = true;
        for (int i = from; i < to && simple; i++) {
            simple = cps[i] < 0x10000
                    && !(i + 1 < to
                            && Character.isHighSurrogate((char) cps[i])
                            && cps[i + 1] >= 0xDC00
                            && cps[i + 1] <= 0xDFFF);
        }
        if (simple) {
            char[] chars = new char[to - from];
            for (int i = from; i < to; i++) {
                chars[i - from] = (char) cps[i];
            }
            return chars.length == 1 ? ofChar(chars[0]) : new PyStr(new String(chars), null);
        }
        return new PyStr(null, Arrays.copyOfRange(cps, from, to));
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    /** Whether every char of {@link #toString} is one code point. */
    public boolean isSimple() {
        return points == null;
    }

    public int length() {
        return points != null ? points.length : text instanceof Grown g ? g.length : ((String) text).length();
    }

    public int codePointAt(int i) {
        return points == null ? text().charAt(i) : points[i];
    }

    /** The value as code points; a copy. */
    public int[] codePoints() {
        if (points != null) {
            return points.clone();
        }
        String s = text();
        int[] out = new int[s.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = s.charAt(i);
        }
        return out;
    }

    public PyStr charAt(int i) {
        return points == null ? ofChar(text().charAt(i)) : ofCodePoint(points[i]);
    }

    public PyStr substring(int from, int to) {
        if (from == 0 && to == length()) {
            return this;
        }
        if (from >= to) {
            return EMPTY;
        }
        if (points != null) {
            return ofCodePoints(points, from, to);
        }
        return to - from == 1 ? ofChar(text().charAt(from)) : new PyStr(text().substring(from, to), null);
    }

    public PyStr concat(PyStr other) {
        int n = length();
        if (n == 0) {
            return other;
        }
        if (other.length() == 0) {
            return this;
        }
        if (points == null && other.points == null) {
            String more = other.text();
            if (!(Character.isHighSurrogate(lastChar(n)) && Character.isLowSurrogate(more.charAt(0)))) {
                return new PyStr(n < BUFFERED || more.length() > n ? text().concat(more) : grown(n).with(more), null);
            }
        }
        int[] a = codePoints();
        int[] b = other.codePoints();
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return ofCodePoints(both, 0, both.length);
    }

    private char lastChar(int n) {
        return text instanceof Grown g ? g.buffer.charAt(n - 1) : ((String) text).charAt(n - 1);
    }

    private Grown grown(int n) {
        return text instanceof Grown g ? g : new Grown(Grown.copy((String) text, n), n);
    }

    /** The text when each of its chars is one code point. */
    private String text() {
        if (text instanceof String s) {
            return s;
        }
        String s = text.toString();
        text = s;
        return s;
    }

    /** The value in UTF-16. */
    @Override
    public String toString() {
        if (text == null) {
            text = new String(points, 0, points.length);
        }
        return text();
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            h = toString().hashCode();
            hash = h;
        }
        return h;
    }

    @Override
    public boolean equals(Object o) {
        if (this == o) {
            return true;
        }
        if (!(o instanceof PyStr s)) {
            return false;
        }
        return points == null
                ? s.points == null && length() == s.length() && text().equals(s.text())
                : s.points != null && Arrays.equals(points, s.points);
    }

    /** By code points. */
    @Override
    public int compareTo(PyStr o) {
        if (points == null && o.points == null) {
            return text().compareTo(o.text());
        }
        int n = Math.min(length(), o.length());
        for (int i = 0; i < n; i++) {
            int c = Integer.compare(codePointAt(i), o.codePointAt(i));
            if (c != 0) {
                return c;
            }
        }
        return Integer.compare(length(), o.length());
    }
}
