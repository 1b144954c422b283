package org.picklejar.core;

import java.util.function.Consumer;

/** A function made by def or lambda. */
public final class PyFunction extends PyInstance {
    public static final PyType TYPE = PyType.builtin("function", PyFunction.class, PyType.OBJECT)
            .notSubclassable()
            .withDict();
    public PyCode code;
    public PyDict globals;
    public PyObject name;
    public PyObject qualname;
    /** Null when there are none. */
    public PyTuple defaults;
    /** Null when there are none. */
    public PyDict kwDefaults;

    public PyCell[] closure;
    /** A dict, or a tuple of names and values until somebody looks; null when there are none. */
    public PyObject annotations;

    public PyObject doc;
    public PyObject module;
    public PyObject typeParams = PyTuple.EMPTY;
    /** The namespace that names not found in globals are looked up in. */
    public PyDict builtins;

    public PyFunction(PyCode code, PyDict globals, PyDict builtins) {
        super(TYPE);
        this.code = code;
        this.globals = globals;
        this.builtins = builtins;
        this.name = PyStr.of(code.code.name);
        this.qualname = PyStr.of(code.code.qualname);
        this.doc = code.doc();
        PyObject m = globals.get(Names.NAME);
        this.module = m == null ? PySingleton.NONE : m;
        this.closure = NO_CELLS;
    }

    /** An empty one, to be filled by unpickling. */
    public PyFunction() {
        super(TYPE);
        this.name = PyStr.EMPTY;
        this.qualname = PyStr.EMPTY;
        this.doc = PySingleton.NONE;
        this.module = PySingleton.NONE;
        this.closure = NO_CELLS;
    }

    public static final PyCell[] NO_CELLS = {};

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        for (PyCell c : closure) {
            visitor.accept(c);
        }
        visit(defaults, visitor);
        visit(kwDefaults, visitor);
        visit(annotations, visitor);
    }
}
