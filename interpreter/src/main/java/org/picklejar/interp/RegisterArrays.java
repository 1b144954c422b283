package org.picklejar.interp;

import org.picklejar.core.PyObject;

/** Arrays that compiled code fills from its registers, several at once: one by one this would be most of its bytes. */
public final class RegisterArrays {
    /** So many are written by one call at most. */
    public static final int MOST = 6;

    private RegisterArrays() {}

    // ---- registers that are given back

    /** @return the array, of which the register at a place is set */
    public static PyObject[] put1(PyObject[] r, int at, PyObject a) {
        r[at] = a;
        return r;
    }

    /** As {@link #put1} for this and the one behind it. */
    public static PyObject[] put2(PyObject[] r, int at, PyObject a, PyObject b) {
        r[at] = a;
        r[at + 1] = b;
        return r;
    }

    /** As {@link #put2} for three. */
    public static PyObject[] put3(PyObject[] r, int at, PyObject a, PyObject b, PyObject c) {
        r[at] = a;
        r[at + 1] = b;
        r[at + 2] = c;
        return r;
    }

    /** As {@link #put2} for four. */
    public static PyObject[] put4(PyObject[] r, int at, PyObject a, PyObject b, PyObject c, PyObject d) {
        put2(r, at, a, b);
        return put2(r, at + 2, c, d);
    }

    /** As {@link #put2} for five. */
    public static PyObject[] put5(PyObject[] r, int at, PyObject a, PyObject b, PyObject c, PyObject d, PyObject e) {
        put2(r, at, a, b);
        return put3(r, at + 2, c, d, e);
    }

    /** As {@link #put2} for six. */
    public static PyObject[] put6(
            PyObject[] r, int at, PyObject a, PyObject b, PyObject c, PyObject d, PyObject e, PyObject f) {
        put3(r, at, a, b, c);
        return put3(r, at + 3, d, e, f);
    }

    // ---- arguments and items

    /** @return a new array */
    public static PyObject[] of1(PyObject a) {
        return new PyObject[] {a};
    }

    /** As {@link #of1}. */
    public static PyObject[] of2(PyObject a, PyObject b) {
        return new PyObject[] {a, b};
    }

    /** As {@link #of1}. */
    public static PyObject[] of3(PyObject a, PyObject b, PyObject c) {
        return new PyObject[] {a, b, c};
    }

    /** As {@link #of1}. */
    public static PyObject[] of4(PyObject a, PyObject b, PyObject c, PyObject d) {
        return new PyObject[] {a, b, c, d};
    }

    /** As {@link #of1}. */
    public static PyObject[] of5(PyObject a, PyObject b, PyObject c, PyObject d, PyObject e) {
        return new PyObject[] {a, b, c, d, e};
    }

    /** As {@link #of1}. */
    public static PyObject[] of6(PyObject a, PyObject b, PyObject c, PyObject d, PyObject e, PyObject f) {
        return new PyObject[] {a, b, c, d, e, f};
    }
}
