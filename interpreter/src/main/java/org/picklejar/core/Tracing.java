package org.picklejar.core;

import java.util.function.Consumer;

/** The trace and profile functions of one tasklet ({@code sys.settrace}, {@code sys.setprofile}). */
public final class Tracing {
    /** Null when there is none. */
    public PyObject traceFunction;

    public PyObject profileFunction;
    /** What one of them is being told, and nothing else is traced meanwhile; null while neither runs. */
    public Event telling;

    public void traverse(Consumer<PyObject> visitor) {
        for (PyObject o : new PyObject[] {traceFunction, profileFunction}) {
            if (o != null) {
                visitor.accept(o);
            }
        }
    }

    /** Whether frames that are entered now are traced or profiled. */
    public boolean isActive() {
        return telling == null && (traceFunction != null || profileFunction != null);
    }
}
