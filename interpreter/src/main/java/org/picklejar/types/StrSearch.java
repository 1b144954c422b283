package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.TextBuilder;
import org.picklejar.ops.Values;

/** The methods of str that look for a substring. */
final class StrSearch {
    private StrSearch() {}

    static void define(TypeBuilder<PyStr> b) {
        b.method(
                        "find(self, sub, start: bound = None, end: bound = None, /)",
                        (s, sub, i, j) -> find(s, sub, i, j, "find", false))
                .method(
                        "rfind(self, sub, start: bound = None, end: bound = None, /)",
                        (s, sub, i, j) -> find(s, sub, i, j, "rfind", true))
                .method(
                        "index(self, sub, start: bound = None, end: bound = None, /)",
                        (s, sub, i, j) -> found(find(s, sub, i, j, "index", false)))
                .method(
                        "rindex(self, sub, start: bound = None, end: bound = None, /)",
                        (s, sub, i, j) -> found(find(s, sub, i, j, "rindex", true)))
                .method("count(self, sub, start: bound = None, end: bound = None, /)", StrSearch::count)
                .method(
                        "startswith(self, prefix, start: bound = None, end: bound = None, /)",
                        (s, p, i, j) -> affix(s, p, i, j, false))
                .method(
                        "endswith(self, suffix, start: bound = None, end: bound = None, /)",
                        (s, p, i, j) -> affix(s, p, i, j, true))
                .method("replace(self, old, new, /, count: index = -1)", StrSearch::replace)
                .method("removeprefix(self, prefix, /)", StrSearch::removePrefix)
                .method("removesuffix(self, suffix, /)", StrSearch::removeSuffix);
    }

    /** The first place of {@code sub} between two indexes, or -1. */
    static int indexOf(PyStr s, PyStr sub, int from, int to) {
        int last = to - sub.length();
        if (from > last) {
            return -1;
        }
        if (s.isSimple()) {
            if (!sub.isSimple()) {
                return -1;
            }
            int i = s.toString().indexOf(sub.toString(), from);
            return i <= last ? i : -1;
        }
        for (int i = from; i <= last; i++) {
            if (matches(s, sub, i)) {
                return i;
            }
        }
        return -1;
    }

    static int lastIndexOf(PyStr s, PyStr sub, int from, int to) {
        int last = to - sub.length();
        if (from > last) {
            return -1;
        }
        if (s.isSimple()) {
            if (!sub.isSimple()) {
                return -1;
            }
            int i = s.toString().lastIndexOf(sub.toString(), last);
            return i >= from ? i : -1;
        }
        for (int i = last; i >= from; i--) {
            if (matches(s, sub, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(PyStr s, PyStr sub, int at) {
        for (int k = 0, n = sub.length(); k < n; k++) {
            if (s.codePointAt(at + k) != sub.codePointAt(k)) {
                return false;
            }
        }
        return true;
    }

    static PyObject contains(PyStr s, PyObject o) {
        if (!(Values.payload(o) instanceof PyStr sub)) {
            throw Errors.typeError(
                    "'in <string>' requires string as left operand, not %s",
                    o.type().name());
        }
        return PyBool.of(indexOf(s, sub, 0, s.length()) >= 0);
    }

    /** A start index as a slice has it. */
    static int start(PyObject o, int length) {
        Integer i = Values.sliceBound(o);
        return i == null ? 0 : i < 0 ? Math.max(0, i + length) : i;
    }

    static int end(PyObject o, int length) {
        Integer i = Values.sliceBound(o);
        return i == null || i > length ? length : i < 0 ? Math.max(0, i + length) : i;
    }

    private static PyStr argument(String method, int number, PyObject o) {
        if (Values.payload(o) instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError(
                number == 0 ? "%1$s() argument must be str, not %3$s" : "%1$s() argument %2$d must be str, not %3$s",
                method,
                number,
                o.type() == PySingleton.NONE.type() ? "None" : o.type().name());
    }

    private static PyInt find(PyStr s, PyObject o, PyObject start, PyObject end, String method, boolean last) {
        PyStr sub = argument(method, 1, o);
        int from = start(start, s.length());
        int to = end(end, s.length());
        return PyInt.of(last ? lastIndexOf(s, sub, from, to) : indexOf(s, sub, from, to));
    }

    private static PyObject found(PyInt i) {
        if (i.value < 0) {
            throw Errors.valueError("substring not found");
        }
        return i;
    }

    private static PyObject count(PyStr s, PyObject o, PyObject start, PyObject end) {
        PyStr sub = argument("count", 1, o);
        int from = start(start, s.length());
        int to = end(end, s.length());
        if (sub.length() == 0) {
            return PyInt.of(from > to ? 0 : to - from + 1);
        }
        int n = 0;
        for (int i = indexOf(s, sub, from, to); i >= 0; i = indexOf(s, sub, i + sub.length(), to)) {
            n++;
        }
        return PyInt.of(n);
    }

    private static PyObject affix(PyStr s, PyObject affix, PyObject start, PyObject end, boolean atEnd) {
        int from = start(start, s.length());
        int to = end(end, s.length());
        PyObject a = Values.payload(affix);
        if (a instanceof PyStr t) {
            return PyBool.of(hasAffix(s, t, from, to, atEnd));
        }
        String method = atEnd ? "endswith" : "startswith";
        if (!(a instanceof PyTuple all)) {
            throw Errors.typeError(
                    "%s first arg must be str or a tuple of str, not %s",
                    method, affix.type().name());
        }
        for (PyObject item : all.items) {
            if (!(Values.payload(item) instanceof PyStr t)) {
                throw Errors.typeError(
                        "tuple for %s must only contain str, not %s",
                        method, item.type().name());
            }
            if (hasAffix(s, t, from, to, atEnd)) {
                return PyBool.TRUE;
            }
        }
        return PyBool.FALSE;
    }

    private static boolean hasAffix(PyStr s, PyStr affix, int from, int to, boolean atEnd) {
        if (to - from < affix.length()) {
            return false;
        }
        return matches(s, affix, atEnd ? to - affix.length() : from);
    }

    private static PyObject replace(PyStr s, PyObject a, PyObject b, PyObject count) {
        PyStr old = argument("replace", 1, a);
        PyStr with = argument("replace", 2, b);
        long most = Values.toLong(count);
        if (most < 0) {
            most = Long.MAX_VALUE;
        }
        int n = s.length();
        if (most == 0 || old.equals(with)) {
            return s;
        }
        TextBuilder out = new TextBuilder();
        if (old.length() == 0) {
            for (int i = 0; i <= n; i++) {
                if (most-- > 0) {
                    out.append(with);
                }
                if (i < n) {
                    out.appendCodePoint(s.codePointAt(i));
                }
            }
            return out.toStr();
        }
        int from = 0;
        for (int i = indexOf(s, old, 0, n); i >= 0 && most-- > 0; i = indexOf(s, old, from, n)) {
            out.append(s, from, i).append(with);
            from = i + old.length();
        }
        return from == 0 && out.length() == 0 && indexOf(s, old, 0, n) < 0
                ? s
                : out.append(s, from, n).toStr();
    }

    private static PyObject removePrefix(PyStr s, PyObject o) {
        PyStr prefix = argument("removeprefix", 0, o);
        return hasAffix(s, prefix, 0, s.length(), false) ? s.substring(prefix.length(), s.length()) : s;
    }

    private static PyObject removeSuffix(PyStr s, PyObject o) {
        PyStr suffix = argument("removesuffix", 0, o);
        return hasAffix(s, suffix, 0, s.length(), true) ? s.substring(0, s.length() - suffix.length()) : s;
    }
}
