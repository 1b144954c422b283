package org.picklejar.core;

/** Python's complex. */
public final class PyComplex extends PyObject {
    public static final PyType TYPE = PyType.builtin("complex", PyComplex.class, PyType.OBJECT);
    public final double re;
    public final double im;

    public PyComplex(double re, double im) {
        this.re = re;
        this.im = im;
    }

    @Override
    public PyType type() {
        return TYPE;
    }
}
