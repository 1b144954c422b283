package org.picklejar.modules.contextvars;

import org.picklejar.core.Execution;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyModule;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;

/** {@code _contextvars}. */
public final class ContextvarsModule {
    private ContextvarsModule() {}

    public static PyModule create(Execution x) {
        return new ModuleBuilder("_contextvars")
                .type(PyContext.TYPE)
                .type(PyContextVar.TYPE)
                .type(PyToken.TYPE)
                .tail("copy_context()", e -> PyContext.current(e).copy())
                .doc("Context Variables")
                .build();
    }

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "_contextvars.Context" -> PyContext.define(b.of(PyContext.class));
            case "_contextvars.ContextVar" -> PyContextVar.define(b.of(PyContextVar.class));
            case "_contextvars.Token" -> PyToken.define(b.of(PyToken.class));
            case "_contextvars.Token.Missing" -> PyToken.defineMissing(b.of(PyInstance.class));
            default -> {
                return false;
            }
        }
        return true;
    }
}
