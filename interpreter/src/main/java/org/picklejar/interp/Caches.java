package org.picklejar.interp;

import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.Shape;

/** Inline caches. Each instruction has at most one, in the side array of its code object. */
final class Caches {
    private Caches() {}

    /** A global or builtin name: entry {@code entry} of {@code found} while the keys of both dicts stay the same. */
    static final class Global {
        final PyDict globals;
        final int version;
        final PyDict found;
        final int foundVersion;
        final int entry;

        Global(PyDict globals, PyDict found, int entry) {
            this.globals = globals;
            this.version = globals.keysVersion;
            this.found = found;
            this.foundVersion = found.keysVersion;
            this.entry = entry;
        }
    }

    /** An attribute of instances of a shape: field {@code index}, or {@code value} of the class when index is -1. */
    static final class Attribute {
        final Shape shape;
        final int version;
        final int index;
        final PyObject value;
        /** For a store that adds the field: the shape after it. */
        final Shape next;

        Attribute(Shape shape, int index, PyObject value, Shape next) {
            this.shape = shape;
            this.version = shape.type.version;
            this.index = index;
            this.value = value;
            this.next = next;
        }
    }

    /** A method of a builtin type whose instances are exactly those of a Java class. */
    static final class ValueMethod {
        final Class<?> type;
        final PyObject method;

        ValueMethod(Class<?> type, PyObject method) {
            this.type = type;
            this.method = method;
        }
    }

    /** An attribute of one module: entry {@code entry} of its namespace. */
    static final class ModuleAttribute {
        final PyDict namespace;
        final int entry;
        final PyObject key;

        ModuleAttribute(PyDict namespace, int entry) {
            this.namespace = namespace;
            this.entry = entry;
            this.key = namespace.keyAt(entry);
        }
    }
}
