package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.GatherFrame;
import org.picklejar.ops.TextBuilder;
import org.picklejar.ops.Values;
import org.picklejar.text.unicode.UnicodeProperties;

/** The methods of str that take texts apart and put them together. */
final class StrSplit {
    private StrSplit() {}

    static void define(TypeBuilder<PyStr> b) {
        b.method(
                        "split(self, /, sep=None, maxsplit: index = -1)",
                        (s, sep, most) -> split(s, separator(sep), limit(most)))
                .method(
                        "rsplit(self, /, sep=None, maxsplit: index = -1)",
                        (s, sep, most) -> splitRight(s, separator(sep), limit(most)))
                .method("splitlines(self, /, keepends: bool = False)", StrSplit::splitLines)
                .method("partition(self, sep, /)", StrSplit::partition)
                .method("rpartition(self, sep, /)", StrSplit::partitionRight)
                .tail("join(self, iterable, /)", StrSplit::join)
                .method("strip(self, chars=None, /)", (s, chars) -> strip(s, chars, "strip", true, true))
                .method("lstrip(self, chars=None, /)", (s, chars) -> strip(s, chars, "lstrip", true, false))
                .method("rstrip(self, chars=None, /)", (s, chars) -> strip(s, chars, "rstrip", false, true));
    }

    /** The separator, null for whitespace. */
    private static PyStr separator(PyObject sep) {
        if (sep == PySingleton.NONE) {
            return null;
        }
        if (!(Values.payload(sep) instanceof PyStr s)) {
            throw Errors.typeError("must be str or None, not %s", sep.type().name());
        }
        return checkSeparator(s);
    }

    private static PyStr checkSeparator(PyStr s) {
        if (s.length() == 0) {
            throw Errors.valueError("empty separator");
        }
        return s;
    }

    static int limit(PyObject most) {
        long n = Values.toLong(most);
        return n < 0 || n > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) n;
    }

    private static boolean isSpace(PyStr s, int i) {
        return UnicodeProperties.isSpace(s.codePointAt(i));
    }

    private static PyObject split(PyStr s, PyStr sep, int most) {
        PyList out = new PyList();
        int n = s.length();
        int from = 0;
        if (sep != null) {
            for (int i = StrSearch.indexOf(s, sep, 0, n);
                    i >= 0 && out.size < most;
                    i = StrSearch.indexOf(s, sep, from, n)) {
                out.append(s.substring(from, i));
                from = i + sep.length();
            }
            out.append(s.substring(from, n));
            return out;
        }
        for (; ; ) {
            while (from < n && isSpace(s, from)) {
                from++;
            }
            if (from == n) {
                return out;
            }
            int to = from + 1;
            if (out.size == most) {
                to = n;
                out.append(s.substring(from, to));
                return out;
            }
            while (to < n && !isSpace(s, to)) {
                to++;
            }
            out.append(s.substring(from, to));
            from = to;
        }
    }

    private static PyObject splitRight(PyStr s, PyStr sep, int most) {
        PyList out = new PyList();
        int to = s.length();
        if (sep != null) {
            for (int i = StrSearch.lastIndexOf(s, sep, 0, to);
                    i >= 0 && out.size < most;
                    i = StrSearch.lastIndexOf(s, sep, 0, to)) {
                out.append(s.substring(i + sep.length(), to));
                to = i;
            }
            out.append(s.substring(0, to));
            return reversed(out);
        }
        for (; ; ) {
            while (to > 0 && isSpace(s, to - 1)) {
                to--;
            }
            if (to == 0) {
                return reversed(out);
            }
            int from = to - 1;
            if (out.size == most) {
                from = 0;
                out.append(s.substring(from, to));
                return reversed(out);
            }
            while (from > 0 && !isSpace(s, from - 1)) {
                from--;
            }
            out.append(s.substring(from, to));
            to = from;
        }
    }

    static PyList reversed(PyList l) {
        for (int i = 0, j = l.size - 1; i < j; i++, j--) {
            PyObject o = l.items[i];
            l.items[i] = l.items[j];
            l.items[j] = o;
        }
        return l;
    }

    private static PyObject splitLines(PyStr s, PyObject keepEnds) {
        boolean keep = Values.isTrue(keepEnds);
        PyList out = new PyList();
        int n = s.length();
        for (int start = 0; start < n; ) {
            int end = start;
            while (end < n && !UnicodeProperties.isLineBreak(s.codePointAt(end))) {
                end++;
            }
            int next = end;
            if (end < n) {
                next += s.codePointAt(end) == '\r' && end + 1 < n && s.codePointAt(end + 1) == '\n' ? 2 : 1;
            }
            out.append(s.substring(start, keep ? next : end));
            start = next;
        }
        return out;
    }

    private static PyStr required(PyObject sep) {
        if (!(Values.payload(sep) instanceof PyStr s)) {
            throw Errors.typeError("must be str, not %s", sep.type().name());
        }
        return checkSeparator(s);
    }

    private static PyObject partition(PyStr s, PyObject o) {
        PyStr sep = required(o);
        int i = StrSearch.indexOf(s, sep, 0, s.length());
        return i < 0
                ? PyTuple.of(s, PyStr.EMPTY, PyStr.EMPTY)
                : PyTuple.of(s.substring(0, i), sep, s.substring(i + sep.length(), s.length()));
    }

    private static PyObject partitionRight(PyStr s, PyObject o) {
        PyStr sep = required(o);
        int i = StrSearch.lastIndexOf(s, sep, 0, s.length());
        return i < 0
                ? PyTuple.of(PyStr.EMPTY, PyStr.EMPTY, s)
                : PyTuple.of(s.substring(0, i), sep, s.substring(i + sep.length(), s.length()));
    }

    private static PyObject join(Execution x, PyStr sep, PyObject iterable) {
        if (iterable.type().unary(Slot.ITER) == null && iterable.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError("can only join an iterable");
        }
        return new JoinFrame(iterable, sep).gather(x);
    }

    /** Waits for the items of an iterable that is written in Python. */
    public static final class JoinFrame extends GatherFrame {
        /** For unpickling. */
        public JoinFrame() {}

        JoinFrame(PyObject iterable, PyStr separator) {
            super(iterable, separator, null);
        }

        @Override
        protected PyObject gathered(Execution x, PyObject[] items) {
            return joined((PyStr) a, items);
        }
    }

    private static PyObject joined(PyStr sep, PyObject[] items) {
        if (items.length == 1 && items[0] instanceof PyStr s) {
            return s;
        }
        TextBuilder out = new TextBuilder();
        for (int i = 0; i < items.length; i++) {
            if (i > 0) {
                out.append(sep);
            }
            if (!(Values.payload(items[i]) instanceof PyStr s)) {
                throw Errors.typeError(
                        "sequence item %d: expected str instance, %s found",
                        i, items[i].type().name());
            }
            out.append(s);
        }
        return out.toStr();
    }

    private static PyObject strip(PyStr s, PyObject chars, String method, boolean left, boolean right) {
        PyStr set = null;
        if (chars != PySingleton.NONE) {
            if (!(Values.payload(chars) instanceof PyStr c)) {
                throw Errors.typeError("%s arg must be None or str", method);
            }
            set = c;
        }
        int from = 0;
        int to = s.length();
        while (left && from < to && isIn(set, s.codePointAt(from))) {
            from++;
        }
        while (right && to > from && isIn(set, s.codePointAt(to - 1))) {
            to--;
        }
        return s.substring(from, to);
    }

    private static boolean isIn(PyStr set, int c) {
        if (set == null) {
            return UnicodeProperties.isSpace(c);
        }
        for (int i = 0, n = set.length(); i < n; i++) {
            if (set.codePointAt(i) == c) {
                return true;
            }
        }
        return false;
    }
}
