package org.picklejar.core;

/** A module. */
public final class PyModule extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("module", PyModule.class, PyType.OBJECT).withDict();

    public PyModule(PyType type) {
        super(type);
    }

    public PyModule(String name) {
        this(name, new PyDict());
    }

    public PyModule(String name, PyDict namespace) {
        super(TYPE);
        setDict(namespace);
        namespace.put(Names.NAME, PyStr.of(name));
        for (PyStr key : new PyStr[] {Names.DOC, Names.PACKAGE, Names.LOADER, Names.SPEC}) {
            if (namespace.get(key) == null) {
                namespace.put(key, PySingleton.NONE);
            }
        }
    }

    public PyDict namespace() {
        return dict();
    }
}
