package org.picklejar.core;

import java.util.Arrays;

/** Comparison of values whose comparison cannot call Python. */
public final class SimpleValues {
    /** How deep tuples are looked into. */
    private static final int MOST_NESTED = 8;

    private SimpleValues() {}

    /** {@code a is b or a == b}, or null when Python code might have to say. */
    public static Boolean same(PyObject a, PyObject b) {
        return same(a, b, MOST_NESTED);
    }

    private static Boolean same(PyObject a, PyObject b, int depth) {
        if (a == b) {
            return true;
        }
        if (a instanceof PyStr s) {
            return b instanceof PyStr t ? (Boolean) s.equals(t) : isScalar(b) ? false : null;
        } else if (a instanceof PyInteger i) {
            if (b instanceof PyInteger j) {
                return PyInteger.compare(i, j) == 0;
            }
            return b instanceof PyFloat f
                    ? (Boolean) (!Double.isNaN(f.value) && PyInteger.compare(i, f.value) == 0)
                    : isScalar(b) ? false : null;
        } else if (a instanceof PyFloat f) {
            if (b instanceof PyFloat g) {
                return f.value == g.value;
            }
            return b instanceof PyInteger j
                    ? (Boolean) (!Double.isNaN(f.value) && PyInteger.compare(j, f.value) == 0)
                    : isScalar(b) ? false : null;
        } else if (a instanceof PyBytes s) {
            return b instanceof PyBytes t ? (Boolean) s.equals(t) : isScalar(b) ? false : null;
        } else if (a instanceof PySingleton) {
            return isScalar(b) ? false : null;
        } else if (a instanceof PyTuple s && depth > 0) {
            return b instanceof PyTuple t ? sameItems(s.items, t.items, depth - 1) : isScalar(b) ? false : null;
        }
        return null;
    }

    private static Boolean sameItems(PyObject[] a, PyObject[] b, int depth) {
        if (a.length != b.length) {
            return isSimple(a, depth) && isSimple(b, depth) ? false : null;
        }
        for (int i = 0; i < a.length; i++) {
            Boolean r = same(a[i], b[i], depth);
            if (r == null || !r) {
                return r;
            }
        }
        return true;
    }

    private static boolean isSimple(PyObject[] items, int depth) {
        for (PyObject o : items) {
            if (!isScalar(o) && !(o instanceof PyTuple t && depth > 0 && isSimple(t.items, depth - 1))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the object is of an exact builtin type without parts. */
    public static boolean isScalar(PyObject o) {
        return o instanceof PyStr
                || o instanceof PyInteger
                || o instanceof PyFloat
                || o instanceof PySingleton
                || o instanceof PyBytes;
    }

    /** Thrown by {@link #order}: the objects have no order that Java knows. */
    public static final class NoOrder extends RuntimeException {
        private static final long serialVersionUID = 1;

        // Without a stack trace it is the same for all.
        @SuppressWarnings("StaticAssignmentOfThrowable")
        private static final NoOrder INSTANCE = new NoOrder();

        private NoOrder() {
            super(null, null, false, false);
        }
    }

    /**
     * Orders ints, floats, strs, bytes, and tuples and lists of them.
     *
     * @throws NoOrder when the operands are of other types, of unlike ones, or NaN
     */
    public static int order(PyObject a, PyObject b) {
        return order(a, b, MOST_NESTED);
    }

    private static int order(PyObject a, PyObject b, int depth) {
        if (a instanceof PyInteger i) {
            if (b instanceof PyInteger j) {
                return PyInteger.compare(i, j);
            }
            if (b instanceof PyFloat f && !Double.isNaN(f.value)) {
                return PyInteger.compare(i, f.value);
            }
        } else if (a instanceof PyStr s && b instanceof PyStr t) {
            return s.compareTo(t);
        } else if (a instanceof PyFloat f && !Double.isNaN(f.value)) {
            if (b instanceof PyFloat g && !Double.isNaN(g.value)) {
                return f.value < g.value ? -1 : f.value > g.value ? 1 : 0;
            }
            if (b instanceof PyInteger j) {
                return -PyInteger.compare(j, f.value);
            }
        } else if (a instanceof PyTuple s && b instanceof PyTuple t && depth > 0) {
            return order(s.items, s.size(), t.items, t.size(), depth - 1);
        } else if (a instanceof PyList s && b instanceof PyList t && s.isExact() && t.isExact() && depth > 0) {
            return order(s.items, s.size, t.items, t.size, depth - 1);
        } else if (a instanceof PyBytes s && b instanceof PyBytes t) {
            return Arrays.compareUnsigned(s.value, t.value);
        }
        throw NoOrder.INSTANCE;
    }

    private static int order(PyObject[] a, int n, PyObject[] b, int m, int depth) {
        for (int i = 0; i < n && i < m; i++) {
            if (a[i] != b[i]) {
                Boolean same = same(a[i], b[i], depth);
                if (same == null) {
                    throw NoOrder.INSTANCE;
                }
                if (!same) {
                    return order(a[i], b[i], depth);
                }
            }
        }
        return Integer.compare(n, m);
    }
}
