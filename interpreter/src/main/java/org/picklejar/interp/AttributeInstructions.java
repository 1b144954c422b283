package org.picklejar.interp;

import org.picklejar.code.Opcode;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyGetSet;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyMethodDescriptor;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Shape;
import org.picklejar.core.Slot;
import org.picklejar.ops.Attributes;

/** The instructions for attributes and methods, one method each, named like the opcode; they fill the inline caches. */
final class AttributeInstructions {
    private AttributeInstructions() {}

    static PyObject loadAttr(Execution x, PythonFrame f, int pc, PyObject o, PyStr name) {
        if (o instanceof PyInstance i) {
            if (i instanceof PyModule m && m.type() == PyModule.TYPE) {
                return moduleAttr(x, f, pc, m, name);
            }
            Shape shape = i.shape;
            PyType type = shape.type;
            if (f.code.cacheAt(pc) instanceof Caches.Attribute a
                    && a.value != null
                    && a.shape == shape
                    && a.version == type.version) {
                return a.value;
            }
            if (!shape.isDetached() && type.binary(Slot.GETATTRIBUTE) == Attributes.GENERIC && !type.isBuiltin()) {
                PyObject d = type.lookup(name);
                int index = d instanceof PyGetSet g && g.slotKey != null
                        ? shape.indexOf(g.slotKey)
                        : d == null || !Attributes.isData(d) ? shape.indexOf(name) : -1;
                if (index >= 0) {
                    f.code.setCache(pc, new Caches.Attribute(shape, index, null, null));
                } else if (d != null && shape.indexOf(name) < 0 && d.type().ternary(Slot.GET) == null) {
                    f.code.setCache(pc, new Caches.Attribute(shape, -1, d, null));
                }
            }
        }
        return Attributes.get(x, o, name);
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

    static PyObject storeAttr(Execution x, PythonFrame f, int pc, PyObject o, PyStr name, PyObject value) {
        if (o instanceof PyInstance i && !(o instanceof PyType)) {
            Shape shape = i.shape;
            PyType type = shape.type;
            if (!shape.isDetached()
                    && !type.isBuiltin()
                    && type.hasDict
                    && type.ternary(Slot.SETATTR) == Attributes.GENERIC_SET) {
                PyObject d = type.lookup(name);
                if (d == null || !Attributes.isData(d)) {
                    int index = shape.indexOf(name);
                    i.setField(name, value);
                    if (index >= 0) {
                        f.code.setCache(pc, new Caches.Attribute(shape, index, null, null));
                    } else if (!i.shape.isDetached()) {
                        f.code.setCache(pc, new Caches.Attribute(shape, -1, null, i.shape));
                    }
                    return value;
                }
            }
        }
        return Instructions.keep(x, f, Attributes.set(x, o, name, value), value);
    }

    static PyObject loadMethod(Execution x, PythonFrame f, int pc, PyObject o, PyStr name) {
        int[] c = f.code.instructions;
        int dst = c[pc + 1];
        if (f.code.cacheAt(pc) instanceof Caches.ValueMethod m && m.type == o.getClass()) {
            f.registers[dst + 1] = o;
            return m.method;
        }
        PyType type = o.type();
        if (type.binary(Slot.GETATTRIBUTE) == Attributes.GENERIC) {
            PyObject d = type.lookup(name);
            if (d instanceof PyFunction || d instanceof PyMethodDescriptor m && !m.isClassMethod) {
                if (!(o instanceof PyInstance i) || i.getField(name) == null) {
                    if (o instanceof PyInstance i) {
                        if (!i.shape.isDetached()) {
                            f.code.setCache(pc, new Caches.Attribute(i.shape, -1, d, null));
                        }
                    } else if (o instanceof PyStr
                            || o instanceof PyBytes
                            || o instanceof PyTuple
                            || o instanceof PyFloat) {
                        f.code.setCache(pc, new Caches.ValueMethod(o.getClass(), d));
                    }
                    f.registers[dst + 1] = o;
                    return d;
                }
            }
        }
        f.registers[dst + 1] = null;
        return o instanceof PyModule m && m.type() == PyModule.TYPE
                ? moduleAttr(x, f, pc, m, name)
                : Attributes.get(x, o, name);
    }

    static PyObject loadSpecial(Execution x, PyObject o, int which) {
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
