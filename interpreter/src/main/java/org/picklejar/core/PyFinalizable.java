package org.picklejar.core;

/** An instance of a class with {@code __del__}. */
public final class PyFinalizable extends PyInstance implements Finalizer.Holder {
    private final Finalizer finalizer;

    public PyFinalizable(PyType type, Machine machine) {
        super(type);
        finalizer = new Finalizer(this, machine);
    }

    @Override
    public Finalizer finalizer() {
        return finalizer;
    }
}
