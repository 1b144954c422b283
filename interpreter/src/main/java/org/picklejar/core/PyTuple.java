package org.picklejar.core;

import java.util.List;
import java.util.function.Consumer;

/** Python's tuple. The array must not change. */
public final class PyTuple extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("tuple", PyTuple.class, PyType.OBJECT).repeated().matchedAs(PatternKind.SEQUENCE);
    public static final PyTuple EMPTY = new PyTuple(new PyObject[0]);
    public final PyObject[] items;

    private PyTuple(PyObject[] items) {
        this.items = items;
    }

    public static PyTuple of(PyObject... items) {
        return items.length == 0 ? EMPTY : new PyTuple(items);
    }

    public static PyTuple of(List<? extends PyObject> items) {
        return of(items.toArray(PyObject[]::new));
    }

    public static PyTuple ofStrings(List<String> items) {
        return of(items.stream().map(PyStr::of).toArray(PyObject[]::new));
    }

    public int size() {
        return items.length;
    }

    public PyObject get(int i) {
        return items[i];
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        for (PyObject o : items) {
            visitor.accept(o);
        }
    }
}
