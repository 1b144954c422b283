package org.picklejar.core;

/** What compiled code has in the place of an object whose value is a number elsewhere. Nothing else ever sees it. */
public final class Unboxed extends PyObject {
    public static final Unboxed LONG = new Unboxed();
    public static final Unboxed DOUBLE = new Unboxed();

    private Unboxed() {}

    @Override
    public PyType type() {
        return PyType.OBJECT;
    }
}
