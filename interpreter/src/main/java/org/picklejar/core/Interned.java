package org.picklejar.core;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Strings of which there is one each, so that comparing two of them is comparing references: the names in code, constants that look like
 * names, and what programs give to {@code sys.intern}. They go when nothing else refers to them.
 */
public final class Interned {
    private static final Map<PyStr, WeakReference<PyStr>> ALL = new WeakHashMap<>(8192);

    private Interned() {}

    /** The string that stands for all that are equal to this one. */
    public static PyStr of(PyStr s) {
        synchronized (ALL) {
            WeakReference<PyStr> known = ALL.get(s);
            PyStr first = known == null ? null : known.get();
            if (first == null) {
                ALL.put(s, new WeakReference<>(s));
                return s;
            }
            return first;
        }
    }

    public static PyStr of(String s) {
        return of(PyStr.of(s));
    }

    /** Whether the string is the one that stands for its equals. */
    public static boolean is(PyStr s) {
        synchronized (ALL) {
            WeakReference<PyStr> known = ALL.get(s);
            return known != null && known.get() == s;
        }
    }

    /** A constant of code: interned when it consists of letters, digits and underscores of ASCII only. */
    static PyStr constant(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_')) {
                return PyStr.of(s);
            }
        }
        return of(s);
    }
}
