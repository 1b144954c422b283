package org.picklejar.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;

/** Python's list. */
public final class PyList extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("list", PyList.class, PyType.OBJECT).repeated().matchedAs(PatternKind.SEQUENCE);
    public PyObject[] items;
    public int size;

    public PyList() {
        this(TYPE);
    }

    public PyList(PyType type) {
        super(type);
        items = NO_FIELDS;
    }

    /** Takes the array over. */
    public PyList(PyObject[] items, int size) {
        super(TYPE);
        this.items = items;
        this.size = size;
    }

    public static PyList of(PyObject... items) {
        return new PyList(items.clone(), items.length);
    }

    public static PyList of(Collection<? extends PyObject> items) {
        PyObject[] a = items.toArray(PyObject[]::new);
        return new PyList(a, a.length);
    }

    public boolean isExact() {
        return shape == TYPE.rootShape;
    }

    public PyObject get(int i) {
        return items[i];
    }

    public void append(PyObject o) {
        if (size == items.length) {
            grow(size + 1);
        }
        items[size++] = o;
    }

    public void grow(int needed) {
        if (needed > items.length) {
            items = Arrays.copyOf(items, Math.max(needed, items.length + (items.length >> 1) + 4));
        }
    }

    public void addAll(PyObject[] more, int count) {
        grow(size + count);
        System.arraycopy(more, 0, items, size, count);
        size += count;
    }

    public void insert(int at, PyObject o) {
        grow(size + 1);
        System.arraycopy(items, at, items, at + 1, size - at);
        items[at] = o;
        size++;
    }

    public PyObject remove(int at) {
        PyObject old = items[at];
        System.arraycopy(items, at + 1, items, at, size - at - 1);
        items[--size] = null;
        return old;
    }

    public void clear() {
        items = NO_FIELDS;
        size = 0;
    }

    public PyObject[] toArray() {
        return Arrays.copyOf(items, size);
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        for (int i = 0; i < size; i++) {
            visitor.accept(items[i]);
        }
    }
}
