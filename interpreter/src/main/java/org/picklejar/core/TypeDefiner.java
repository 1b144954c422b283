package org.picklejar.core;

/**
 * Fills the tables of builtin types. The object model stands below the packages that hold the tables, so the implementation is
 * named here once and loaded when the first table is needed.
 */
public abstract class TypeDefiner {
    static final TypeDefiner INSTANCE;

    static {
        try {
            INSTANCE = Class.forName("org.picklejar.runtime.TypeTables")
                    .asSubclass(TypeDefiner.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Declares the methods of {@code type}. */
    protected abstract void define(PyType type, TypeBuilder<?> builder);
}
