package org.picklejar.interp;

import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
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

    /**
     * An attribute of instances of a shape: field {@code index}, or {@code value} of the class when index is -1. Where instances have several
     * shapes, there is a chain of these, which is not made longer than {@link #MOST_SHAPES}.
     */
    static final class Attribute {
        private static final int MOST_SHAPES = 4;

        final Shape shape;
        final int version;
        final int index;
        final PyObject value;
        /** For a store that adds the field: the shape after it. */
        final Shape next;
        /** The next one of the chain. */
        private final Attribute other;

        private Attribute(Shape shape, int index, PyObject value, Shape next, Attribute other) {
            this.other = other;
            this.shape = shape;
            this.version = shape.type.version;
            this.index = index;
            this.value = value;
            this.next = next;
        }

        /** What an instruction knows of a shape; null when that is nothing. */
        static Attribute find(PyCode code, int pc, Shape shape) {
            Attribute a = code.cacheAt(pc) instanceof Attribute first ? first : null;
            while (a != null && !a.isOf(shape)) {
                a = a.other;
            }
            return a;
        }

        private boolean isOf(Shape s) {
            return shape == s && version == s.type.version;
        }

        /** Lets an instruction know more, if it does not know so much already that it is no use. */
        static void add(PyCode code, int pc, Shape shape, int index, PyObject value, Shape next) {
            Attribute known = null;
            int n = 0;
            for (Attribute a = code.cacheAt(pc) instanceof Attribute c ? c : null; a != null; a = a.other) {
                // Of what has become outdated nothing is kept.
                if (a.isOf(a.shape)) {
                    known = new Attribute(a.shape, a.index, a.value, a.next, known);
                    n++;
                }
            }
            if (n < MOST_SHAPES) {
                code.setCache(pc, new Attribute(shape, index, value, next, known));
            }
        }
    }

    /** What an instruction has found in a class. Where it sees several, there is a chain as of {@link Attribute}. */
    static final class ClassAttribute {
        private final PyType cls;
        private final PyType meta;
        private final int version;
        private final int metaVersion;
        private final PyType kind;
        private final int kindVersion;
        /** As it stands in the class. */
        final PyObject value;

        private final ClassAttribute other;

        private ClassAttribute(PyType cls, PyObject value, ClassAttribute other) {
            this.cls = cls;
            this.version = cls.version;
            this.meta = cls.type();
            this.metaVersion = meta.version;
            this.kind = value.type();
            this.kindVersion = kind.version;
            this.value = value;
            this.other = other;
        }

        /** What an instruction knows of a class; null when that is nothing, or the class, its metaclass or the value's class has changed. */
        static ClassAttribute find(PyCode code, int pc, PyType cls) {
            ClassAttribute a = code.cacheAt(pc) instanceof ClassAttribute first ? first : null;
            while (a != null && a.cls != cls) {
                a = a.other;
            }
            return a != null && a.isValid() ? a : null;
        }

        private boolean isValid() {
            return version == cls.version
                    && meta == cls.type()
                    && metaVersion == meta.version
                    && kind == value.type()
                    && kindVersion == kind.version;
        }

        /** Lets an instruction know more, unless it knows much already or sees other objects than classes too. */
        static void add(PyCode code, int pc, PyType cls, PyObject value) {
            Object noted = code.cacheAt(pc);
            if (noted != null && !(noted instanceof ClassAttribute)) {
                return;
            }
            ClassAttribute known = null;
            int n = 0;
            for (ClassAttribute a = (ClassAttribute) noted; a != null; a = a.other) {
                if (a.isValid() && a.cls != cls) {
                    known = new ClassAttribute(a.cls, a.value, known);
                    n++;
                }
            }
            if (n < Attribute.MOST_SHAPES) {
                code.setCache(pc, new ClassAttribute(cls, value, known));
            }
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
