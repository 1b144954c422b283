package org.picklejar.core;

/** Carries a Python exception through Java. */
public final class PyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public final transient PyBaseException value;
    /** Whether the traceback already has the frame it was raised in (a re-raise does not add it twice). */
    public transient boolean reraised;
    /** Whether what is handled here is no context of it: it has got its own where it was raised, or comes from another tasklet. */
    public transient boolean contextless;

    public PyException(PyBaseException value) {
        super(null, null, false, false);
        this.value = value;
    }

    public boolean is(PyType type) {
        return value.type().isSubtypeOf(type);
    }

    @Override
    public String getMessage() {
        StringBuilder text = new StringBuilder(value.type().name());
        for (PyObject a : value.args.items) {
            text.append(": ").append(a);
        }
        return text.toString();
    }
}
