package org.picklejar.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * An object that can have attributes: instances of classes, and those builtin types of which an instance of a subclass is the
 * same Java class (list, dict, exceptions, ...). Attributes lie in {@link #fields} as its {@link Shape} says, or in a dict
 * once somebody asked for {@code __dict__}.
 */
public class PyInstance extends PyObject {
    static final PyObject[] NO_FIELDS = new PyObject[0];

    public Shape shape;
    public PyObject[] fields = NO_FIELDS;
    /** The attributes, when materialised. Slots declared by {@code __slots__} stay in {@link #fields}. */
    PyDict dict;

    public PyInstance(PyType type) {
        this.shape = type.rootShape;
    }

    /** For the types that are made before the type of types. */
    PyInstance() {}

    @Override
    public final PyType type() {
        return shape.type;
    }

    /** An attribute stored in the object itself, or null. */
    public final PyObject getField(PyStr name) {
        if (dict != null) {
            return dict.get(name);
        }
        int i = shape.indexOf(name);
        return i < 0 ? null : fields[i];
    }

    public final void setField(PyStr name, PyObject value) {
        if (dict != null) {
            dict.put(name, value);
            return;
        }
        int i = shape.indexOf(name);
        if (i >= 0) {
            fields[i] = value;
        } else {
            Shape next = shape.with(name);
            if (next == null) {
                dict().put(name, value);
            } else {
                append(next, value);
            }
        }
    }

    /** Adds the last field of {@code next}, which follows the present shape. */
    public final void append(Shape next, PyObject value) {
        int n = next.size - 1;
        if (n >= fields.length) {
            fields = Arrays.copyOf(fields, n < 4 ? n + 2 : n + (n >> 1));
        }
        fields[n] = value;
        shape = next;
    }

    /** @return whether it was there */
    public final boolean deleteField(PyStr name) {
        if (dict == null && shape.indexOf(name) < 0) {
            return false;
        }
        return dict().remove(name) != null;
    }

    /** A value declared by {@code __slots__}, or null. */
    public final PyObject getSlot(PyStr key) {
        int i = shape.indexOf(key);
        return i < 0 ? null : fields[i];
    }

    /** @param value null to delete */
    public final void setSlot(PyStr key, PyObject value) {
        int i = shape.indexOf(key);
        if (i >= 0) {
            fields[i] = value;
        } else if (value != null) {
            append(shape.withSlot(key), value);
        }
    }

    /** The attributes as a dict, which is the storage from now on. */
    public final PyDict dict() {
        if (dict == null) {
            PyDict d = new PyDict();
            Shape slotsOnly = shape.type.rootShape;
            ArrayList<PyObject> kept = new ArrayList<>();
            for (PyStr key : shape.keys()) {
                PyObject v = fields[shape.indexOf(key)];
                if (!Shape.isSlotKey(key)) {
                    d.put(key, v);
                } else {
                    slotsOnly = slotsOnly.withSlot(key);
                    kept.add(v);
                }
            }
            fields = kept.toArray(NO_FIELDS);
            shape = slotsOnly.detached();
            dict = d;
        }
        return dict;
    }

    /** Whether attributes are kept in a dict already. */
    public final boolean hasOwnDict() {
        return dict != null;
    }

    /** The attributes in order, without making the dict the storage. */
    public final PyDict dictCopy() {
        PyDict d = new PyDict();
        if (dict != null) {
            d.putAll(dict);
        } else {
            for (PyStr key : shape.keys()) {
                PyObject v = fields[shape.indexOf(key)];
                if (!Shape.isSlotKey(key) && v != null) {
                    d.put(key, v);
                }
            }
        }
        return d;
    }

    public final void setDict(PyDict d) {
        dict();
        dict = d;
    }

    /** Takes all attributes away; values in slots stay. */
    public final void clearFields() {
        if (shape.type.hasDict) {
            setDict(null);
            Shape s = shape.type.rootShape;
            for (PyStr key : shape.keys()) {
                s = s.withSlot(key);
            }
            shape = s;
        }
    }

    /** Makes this an instance of another class with the same layout. */
    public final void setType(PyType type) {
        PyDict d = type.hasDict ? dict() : null;
        Shape s = type.rootShape;
        ArrayList<PyObject> kept = new ArrayList<>();
        for (PyStr key : shape.keys()) {
            s = s.withSlot(key);
            kept.add(fields[shape.indexOf(key)]);
        }
        fields = kept.toArray(NO_FIELDS);
        shape = d == null ? s : s.detached();
        dict = d;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        for (int i = 0; i < shape.size; i++) {
            visit(fields[i], visitor);
        }
        visit(dict, visitor);
    }

    /** @param o may be null */
    protected static void visit(PyObject o, Consumer<PyObject> visitor) {
        if (o != null) {
            visitor.accept(o);
        }
    }
}
