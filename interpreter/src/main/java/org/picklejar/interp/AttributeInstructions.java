package org.picklejar.interp;

import org.picklejar.code.Opcode;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyGetSet;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyMethodDescriptor;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStaticMethod;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Shape;
import org.picklejar.core.Slot;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Finish;

/** The instructions for attributes and methods. They fill the inline caches, which the loop reads. */
public final class AttributeInstructions {
    private AttributeInstructions() {}

    public static PyObject loadAttr(Execution x, PythonFrame f, int pc, PyObject o, PyStr name) {
        if (o instanceof PyInstance i) {
            if (i instanceof PyModule m && m.type() == PyModule.TYPE) {
                return moduleAttr(x, f, pc, m, name);
            } else if (i instanceof PyType cls) {
                return classAttr(x, f.code, pc, cls, name);
            }
            Shape shape = i.shape;
            PyType type = shape.type;
            Caches.Attribute known = Caches.Attribute.find(f.code, pc, shape);
            PyObject v;
            if (known != null && (v = known.value != null ? known.value : i.fields[known.index]) != null) {
                return v;
            }
            if (known == null
                    && !shape.isDetached()
                    && type.binary(Slot.GETATTRIBUTE) == Attributes.GENERIC
                    && !type.isBuiltin()) {
                PyObject d = type.lookup(name);
                int index = fieldOf(shape, d, name);
                if (index >= 0) {
                    Caches.Attribute.add(f.code, pc, shape, index, null, null);
                } else if (d != null
                        && shape.indexOf(name) < 0
                        && d.type().ternary(Slot.GET) == null
                        && d.type().isBuiltin()) {
                    // Another class could still become one of descriptors.
                    Caches.Attribute.add(f.code, pc, shape, -1, d, null);
                }
            }
        }
        return Attributes.get(x, o, name);
    }

    /** The field that instances of a shape have an attribute in whose name is {@code d} in their class; -1: none. */
    private static int fieldOf(Shape shape, PyObject d, PyStr name) {
        if (d instanceof PyGetSet g && g.slotKey != null) {
            return shape.indexOf(g.slotKey);
        }
        return d == null || !Attributes.isData(d) ? shape.indexOf(name) : -1;
    }

    private static PyObject classAttr(Execution x, PyCode code, int pc, PyType cls, PyStr name) {
        Caches.ClassAttribute known = Caches.ClassAttribute.find(code, pc, cls);
        if (known != null) {
            return known.value instanceof PyStaticMethod s ? s.function() : known.value;
        }
        PyType meta = cls.type();
        if (meta.binary(Slot.GETATTRIBUTE) == PyType.TYPE.binary(Slot.GETATTRIBUTE)) {
            PyObject d = meta.lookup(name);
            PyObject v = d == null || !Attributes.isData(d) ? cls.lookup(name) : null;
            if (v != null && isSame(v)) {
                Caches.ClassAttribute.add(code, pc, cls, v);
            }
        }
        return Attributes.get(x, cls, name);
    }

    /** Whether a value in a class is what an attribute of the class is, each time; of a static method it is the function. */
    private static boolean isSame(PyObject v) {
        return v instanceof PyFunction
                || v instanceof PyMethodDescriptor d && !d.isClassMethod
                || v.type() == PyStaticMethod.TYPE
                || v.type().ternary(Slot.GET) == null;
    }

    private static PyObject moduleAttr(Execution x, PythonFrame f, int pc, PyModule m, PyStr name) {
        PyDict ns = m.namespace();
        if (f.code.cacheAt(pc) instanceof Caches.ModuleAttribute a
                && a.namespace == ns
                && ns.hasKeyAt(a.entry, a.key)) {
            return ns.valueAt(a.entry);
        }
        int entry = ns.entryOf(name);
        if (entry < 0 || PyModule.TYPE.lookup(name) instanceof PyGetSet) {
            return Attributes.get(x, m, name);
        }
        f.code.setCache(pc, new Caches.ModuleAttribute(ns, entry));
        return ns.valueAt(entry);
    }

    /** @return the value, or PENDING and the value later */
    public static PyObject storeAttr(Execution x, PythonFrame f, int pc, PyObject o, PyStr name, PyObject value) {
        if (o instanceof PyInstance i && !(o instanceof PyType)) {
            Shape shape = i.shape;
            Caches.Attribute known = Caches.Attribute.find(f.code, pc, shape);
            if (known != null) {
                if (known.next == null) {
                    i.fields[known.index] = value;
                } else {
                    i.append(known.next, value);
                }
                return value;
            }
            PyType type = shape.type;
            if (!shape.isDetached() && !type.isBuiltin() && type.ternary(Slot.SETATTR) == Attributes.GENERIC_SET) {
                PyObject d = type.lookup(name);
                if (d instanceof PyGetSet g && g.slotKey != null && type.isSubtypeOf(g.owner)) {
                    i.setSlot(g.slotKey, value);
                    stored(f.code, pc, i, shape, g.slotKey);
                    return value;
                } else if (type.hasDict && (d == null || !Attributes.isData(d))) {
                    i.setField(name, value);
                    stored(f.code, pc, i, shape, name);
                    return value;
                }
            }
        }
        Frame caller = x.top;
        return Finish.RETURN_A.on(x, caller, Attributes.set(x, o, name, value), value, null);
    }

    /** Notes how a field was set. */
    private static void stored(PyCode code, int pc, PyInstance i, Shape before, PyStr key) {
        int index = before.indexOf(key);
        if (index >= 0) {
            Caches.Attribute.add(code, pc, before, index, null, null);
        } else if (!i.shape.isDetached()) {
            Caches.Attribute.add(code, pc, before, -1, null, i.shape);
        }
    }

    public static PyObject deleteAttr(Execution x, PyObject o, PyStr name) {
        return Attributes.delete(x, o, name);
    }

    /**
     * The method that {@code o.name(...)} calls with {@code o} in front, without binding it. Runs no Python.
     *
     * @return null when there is none: then {@link #loadCallable} says what is called
     */
    public static PyObject loadMethod(PyCode code, int pc, PyObject o, PyStr name) {
        if (code.cacheAt(pc) instanceof Caches.ValueMethod m && m.type == o.getClass()) {
            return m.method;
        }
        PyType type = o.type();
        Caches.Attribute known = o instanceof PyInstance i ? Caches.Attribute.find(code, pc, i.shape) : null;
        if (known != null) {
            return known.value;
        } else if (type.binary(Slot.GETATTRIBUTE) != Attributes.GENERIC) {
            return null;
        }
        PyObject d = type.lookup(name);
        if (o instanceof PyInstance i && !type.isBuiltin() && !i.shape.isDetached()) {
            int index = fieldOf(i.shape, d, name);
            if (index >= 0 && i.fields[index] != null) {
                Caches.Attribute.add(code, pc, i.shape, index, null, null);
                return null;
            }
        }
        if (!(d instanceof PyFunction) && !(d instanceof PyMethodDescriptor m && !m.isClassMethod)) {
            return null;
        }
        if (o instanceof PyInstance i) {
            if (i.getField(name) != null) {
                return null;
            }
            if (!i.shape.isDetached()) {
                Caches.Attribute.add(code, pc, i.shape, -1, d, null);
            }
        } else if (o instanceof PyStr || o instanceof PyBytes || o instanceof PyTuple || o instanceof PyFloat) {
            code.setCache(pc, new Caches.ValueMethod(o.getClass(), d));
        }
        return d;
    }

    /** What {@code o.name(...)} calls when {@link #loadMethod} gave null: the attribute, bound. */
    public static PyObject loadCallable(Execution x, PythonFrame f, int pc, PyObject o, PyStr name) {
        if (o instanceof PyInstance i) {
            if (i instanceof PyModule m && m.type() == PyModule.TYPE) {
                return moduleAttr(x, f, pc, m, name);
            } else if (i instanceof PyType cls) {
                return classAttr(x, f.code, pc, cls, name);
            }
            Caches.Attribute known = Caches.Attribute.find(f.code, pc, i.shape);
            if (known != null && known.index >= 0 && i.fields[known.index] != null) {
                return i.fields[known.index];
            }
        }
        return Attributes.get(x, o, name);
    }

    /** @param which counts {@link Opcode#SPECIAL_METHODS} */
    public static PyObject loadSpecial(Execution x, PyObject o, int which) {
        String name = Opcode.SPECIAL_METHODS[which];
        PyObject m = Attributes.special(x, o, PyStr.of(name));
        if (m == null) {
            boolean async = which >= 2;
            String protocol = async ? "asynchronous context manager" : "context manager";
            String hint = which % 2 == 1 ? " (missed " + name + " method)" : "";
            boolean other = o.type().lookup(Opcode.SPECIAL_METHODS[async ? 0 : 2]) != null;
            if (!hint.isEmpty() || !other) {
                throw Errors.typeError(
                        "'%s' object does not support the %s protocol%s",
                        o.type().name(), protocol, hint);
            }
            throw Errors.typeError(
                    "'%s' object does not support the %s protocol", o.type().name(), protocol);
        }
        return m;
    }
}
