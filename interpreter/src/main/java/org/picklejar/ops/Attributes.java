package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyClassMethod;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyGetSet;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyMethod;
import org.picklejar.core.PyMethodDescriptor;
import org.picklejar.core.PyMethodWrapper;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyProperty;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlotWrapper;
import org.picklejar.core.PyStaticMethod;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.ReboundNames;
import org.picklejar.core.Slot;

/** Attribute access. */
public final class Attributes {
    private Attributes() {}

    /** {@code o.name}. */
    public static PyObject get(Execution x, PyObject o, PyStr name) {
        PyType type = o.type();
        Slot.Binary getattribute = type.binary(Slot.GETATTRIBUTE);
        Slot.Binary hook = type.binary(Slot.GETATTR);
        if (getattribute == GENERIC) {
            PyObject v;
            if (hook == null) {
                v = find(x, o, name);
                if (v == null) {
                    throw Errors.attributeError(o, name);
                }
                return v;
            }
            Frame caller = x.top;
            try {
                v = find(x, o, name);
            } catch (PyException e) {
                return Finish.GETATTR_FALLBACK.recover(x, e, o, name);
            }
            if (v == null) {
                return hook.apply(x, o, name);
            }
            return Finish.GETATTR_FALLBACK.on(x, caller, v, o, name);
        }
        if (hook == null) {
            return getattribute.apply(x, o, name);
        }
        Frame caller = x.top;
        PyObject v;
        try {
            v = getattribute.apply(x, o, name);
        } catch (PyException e) {
            return Finish.GETATTR_FALLBACK.recover(x, e, o, name);
        }
        return Finish.GETATTR_FALLBACK.on(x, caller, v, o, name);
    }

    /** {@code object.__getattribute__}; the slot function of every type that does not replace it. */
    public static final Slot.Binary GENERIC = Attributes::generic;

    private static PyObject generic(Execution x, PyObject o, PyObject name) {
        PyStr n = nameOf(name);
        PyObject v = find(x, o, n);
        if (v == null) {
            throw Errors.attributeError(o, n);
        }
        return v;
    }

    public static PyStr nameOf(PyObject name) {
        if (Values.payload(name) instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError(
                "attribute name must be string, not '%s'", name.type().name());
    }

    /** The generic lookup: data descriptor, the object's own, then what the class has. Null when there is none. */
    public static PyObject find(Execution x, PyObject o, PyStr name) {
        PyType type = o.type();
        PyObject d = type.lookup(name);
        if (d != null && isData(d) && (!(d instanceof PyInstance) || d.type().ternary(Slot.GET) != null)) {
            return bind(x, d, o, type);
        }
        if (o instanceof PyInstance i) {
            PyObject v = i.getField(name);
            if (v != null) {
                return v;
            }
        }
        return d == null ? null : bind(x, d, o, type);
    }

    /** Whether a class attribute goes before the object's own. */
    public static boolean isData(PyObject d) {
        return d instanceof PyGetSet
                || d instanceof PyProperty
                || d instanceof PyInstance
                        && (d.type().ternary(Slot.SET) != null || d.type().binary(Slot.DELETE) != null);
    }

    /** What {@code d}, found on the class, is as an attribute of {@code o} ({@code d.__get__(o, type)}). */
    public static PyObject bind(Execution x, PyObject d, PyObject o, PyType type) {
        if (d instanceof PyFunction) {
            return new PyMethod(d, o);
        } else if (d instanceof PyMethodDescriptor m) {
            return new PyBuiltinFunction(m.code, m.isClassMethod ? type : o, true);
        } else if (d instanceof PySlotWrapper w) {
            return new PyMethodWrapper(w, o);
        } else if (d instanceof PyGetSet g) {
            return g.get(x, o);
        } else if (d instanceof PyProperty p && p.type() == PyProperty.TYPE) {
            if (p.getter == null) {
                throw noGetter(p, o);
            }
            return x.call(p.getter, o);
        } else if (d instanceof PyStaticMethod s) {
            return s.function();
        } else if (d instanceof PyClassMethod c) {
            return bindClassMethod(x, c, type);
        }
        Slot.Ternary get = d.type().ternary(Slot.GET);
        return get == null ? d : get.apply(x, d, o, type);
    }

    public static PyObject bindClassMethod(Execution x, PyClassMethod c, PyType type) {
        return new PyMethod(c.function(), type);
    }

    public static PyException noGetter(PyProperty p, PyObject o) {
        String message = p.name == null
                ? String.format(
                        "property of '%s' object has no getter", o.type().qualname())
                : String.format(
                        "property '%s' of '%s' object has no getter",
                        p.name, o.type().qualname());
        return Errors.attributeError(message, o, p.name instanceof PyStr s ? s : PyStr.EMPTY);
    }

    /** {@code o.name}, or {@code fallback} when there is no such attribute. */
    public static PyObject get(Execution x, PyObject o, PyStr name, PyObject fallback) {
        PyType type = o.type();
        if (type.binary(Slot.GETATTRIBUTE) == GENERIC && type.binary(Slot.GETATTR) == null) {
            Frame caller = x.top;
            PyObject v;
            try {
                v = find(x, o, name);
            } catch (PyException e) {
                return Finish.DEFAULT_ON_ATTRIBUTE_ERROR.recover(x, e, fallback, null);
            }
            return v == null ? fallback : Finish.DEFAULT_ON_ATTRIBUTE_ERROR.on(x, caller, v, fallback, null);
        }
        Frame caller = x.top;
        PyObject v;
        try {
            v = get(x, o, name);
        } catch (PyException e) {
            return Finish.DEFAULT_ON_ATTRIBUTE_ERROR.recover(x, e, fallback, null);
        }
        return Finish.DEFAULT_ON_ATTRIBUTE_ERROR.on(x, caller, v, fallback, null);
    }

    /** The attribute now, or null when there is none; Python code for it runs nested (blocking). */
    public static PyObject getNow(Execution x, PyObject o, PyStr name) {
        try {
            return x.await(() -> get(x, o, name));
        } catch (PyException e) {
            if (e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    /** {@code o.name = value}; the result means nothing. */
    public static PyObject set(Execution x, PyObject o, PyStr name, PyObject value) {
        Slot.Ternary f = o.type().ternary(Slot.SETATTR);
        return f.apply(x, o, name, value);
    }

    /** {@code del o.name}. */
    public static PyObject delete(Execution x, PyObject o, PyStr name) {
        Slot.Binary f = o.type().binary(Slot.DELATTR);
        return f.apply(x, o, name);
    }

    /** {@code object.__setattr__}. */
    public static final Slot.Ternary GENERIC_SET = (x, o, name, value) -> setGeneric(x, o, nameOf(name), value);
    /** {@code object.__delattr__}. */
    public static final Slot.Binary GENERIC_DELETE = (x, o, name) -> setGeneric(x, o, nameOf(name), null);

    /** @param value null to delete */
    public static PyObject setGeneric(Execution x, PyObject o, PyStr name, PyObject value) {
        PyType type = o.type();
        PyObject d = type.lookup(name);
        if (d instanceof PyGetSet g) {
            g.set(x, o, value);
            return PySingleton.NONE;
        }
        if (d instanceof PyProperty p && p.type() == PyProperty.TYPE) {
            return setProperty(x, p, o, value);
        }
        if (d instanceof PyInstance) {
            if (value != null) {
                Slot.Ternary set = d.type().ternary(Slot.SET);
                if (set != null) {
                    return set.apply(x, d, o, value);
                }
            } else {
                Slot.Binary delete = d.type().binary(Slot.DELETE);
                if (delete != null) {
                    return delete.apply(x, d, o);
                }
            }
        }
        if (o instanceof PyInstance i && type.hasDict) {
            if (value != null) {
                i.setField(name, value);
                if (o instanceof PyModule) {
                    ReboundNames.attribute(x.machine, o, name);
                }
            } else if (!i.deleteField(name)) {
                throw Errors.attributeError(o, name);
            }
            return PySingleton.NONE;
        }
        if (d == null) {
            if (!type.hasDict && type.lookup(Names.DICT) == null) {
                throw Errors.attributeError(
                        String.format(
                                "'%s' object has no attribute '%s' and no __dict__ for setting new attributes",
                                type.nameWithModule(), name),
                        o,
                        name);
            }
            throw Errors.attributeError(o, name);
        }
        throw Errors.attributeError(
                String.format("'%s' object attribute '%s' is read-only", type.nameWithModule(), name), o, name);
    }

    public static PyObject setProperty(Execution x, PyProperty p, PyObject o, PyObject value) {
        PyObject f = value == null ? p.deleter : p.setter;
        if (f == null) {
            String what = value == null ? "deleter" : "setter";
            String message = p.name == null
                    ? String.format(
                            "property of '%s' object has no %s", o.type().qualname(), what)
                    : String.format(
                            "property '%s' of '%s' object has no %s",
                            p.name, o.type().qualname(), what);
            throw Errors.attributeError(message, o, p.name instanceof PyStr s ? s : PyStr.EMPTY);
        }
        return value == null ? x.call(f, o) : x.call(f, o, value);
    }

    /** {@code type.__getattribute__} (CPython: type_getattro). */
    public static PyObject findOnType(Execution x, PyType cls, PyStr name) {
        PyType meta = cls.type();
        PyObject m = meta.lookup(name);
        if (m != null && isData(m)) {
            return bind(x, m, cls, meta);
        }
        PyObject v = cls.lookup(name);
        if (v != null) {
            return bindOnType(x, v, cls);
        }
        return m == null ? null : bind(x, m, cls, meta);
    }

    /** {@code d.__get__(None, cls)}. */
    public static PyObject bindOnType(Execution x, PyObject v, PyType cls) {
        if (v instanceof PyFunction || v instanceof PySlotWrapper || v instanceof PyGetSet || v instanceof PyProperty) {
            return v;
        } else if (v instanceof PyMethodDescriptor d) {
            return d.isClassMethod ? new PyBuiltinFunction(d.code, cls, true) : d;
        } else if (v instanceof PyStaticMethod s) {
            return s.function();
        } else if (v instanceof PyClassMethod c) {
            return bindClassMethod(x, c, cls);
        }
        Slot.Ternary get = v.type().ternary(Slot.GET);
        return get == null ? v : get.apply(x, v, PySingleton.NONE, cls);
    }

    /** A special method, bound to the object; looked up on the type only. Null when there is none. */
    public static PyObject special(Execution x, PyObject o, PyStr name) {
        PyObject m = o.type().lookup(name);
        return m == null ? null : bind(x, m, o, o.type());
    }
}
