package org.picklejar.types;

import java.util.List;
import java.util.function.Predicate;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Identity;
import org.picklejar.core.Names;
import org.picklejar.core.NativeCode;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyClassMethod;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyGetSet;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyMethodDescriptor;
import org.picklejar.core.PyMethodWrapper;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyProperty;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlotWrapper;
import org.picklejar.core.PyStaticMethod;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Text;

/** The types of builtin functions and of what stands in class namespaces. */
final class DescriptorTypes {
    private DescriptorTypes() {}

    /** @return whether the type is defined here */
    static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "builtin_function_or_method" -> builtinFunction(b.of(PyBuiltinFunction.class));
            case "method_descriptor", "classmethod_descriptor" -> methodDescriptor(b.of(PyMethodDescriptor.class));
            case "wrapper_descriptor" -> slotWrapper(b.of(PySlotWrapper.class));
            case "method-wrapper" -> methodWrapper(b.of(PyMethodWrapper.class));
            case "getset_descriptor", "member_descriptor" -> getSet(b.of(PyGetSet.class));
            case "staticmethod" -> staticMethod(b.of(PyStaticMethod.class));
            case "classmethod" -> classMethod(b.of(PyClassMethod.class));
            case "property" -> property(b.of(PyProperty.class));
            case "super" -> SuperType.define(b);
            case "module" -> ModuleType.define(b);
            default -> {
                return false;
            }
        }
        return true;
    }

    static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    private static PyObject doc(NativeCode c) {
        return c.doc() == null ? PySingleton.NONE : PyStr.of(c.doc());
    }

    /** The text of {@code __text_signature__}: self is marked by a dollar sign. */
    private static PyObject textSignature(NativeCode c) {
        String s = c.signatureText().substring(c.name.length());
        if (s.contains("<unset>")) {
            return PySingleton.NONE;
        }
        return PyStr.of(s.startsWith("(self") || s.startsWith("(cls") ? "($" + s.substring(1) : s);
    }

    /** That of a function in a module, which CPython passes to it first. */
    private static PyObject functionSignature(PyBuiltinFunction f) {
        PyObject own = textSignature(f.code);
        if (!(f.self instanceof PyModule) || !(own instanceof PyStr text)) {
            return own;
        }
        String parameters = text.toString().replaceFirst("^\\(\\$?", "");
        boolean marked = parameters.matches("(?:.*, )?/[,)].*");
        return PyStr.of("($module, " + (marked ? "" : parameters.equals(")") ? "/" : "/, ") + parameters);
    }

    /** {@code __text_signature__} of a class: what its constructor takes, or its initializer when that takes anything. */
    static PyObject typeSignature(PyType t) {
        if (!t.isBuiltin()) {
            return PySingleton.NONE;
        }
        switch (t.name()) {
            case "object" -> {
                return PyStr.of("()");
            }
            case "list", "set" -> {
                return PyStr.of("(iterable=(), /)");
            }
            case "int", "str", "bytes", "bytearray", "dict", "range", "slice", "super", "type" -> {
                return PySingleton.NONE;
            }
            default -> {}
        }
        if (!(t.namespace().get("__new__") instanceof PyBuiltinFunction f)) {
            return PySingleton.NONE;
        }
        String s = f.code.signatureText()
                .substring(f.code.name.length())
                .replaceFirst("^\\(cls, /, |^\\(cls, /|^\\(cls, |^\\(cls", "(");
        if (s.contains("*args, **kwargs")
                && t.namespace().get("__init__") instanceof PySlotWrapper w
                && w.function instanceof NativeCode init) {
            s = init.signatureText().substring(init.name.length()).replaceFirst("^\\(self, ", "(");
        }
        return s.contains("<unset>") || s.contains("*args, **kwargs") ? PySingleton.NONE : PyStr.of(s);
    }

    private static void builtinFunction(TypeBuilder<PyBuiltinFunction> b) {
        b.call(Slot.CALL, (x, f, args, names) -> ((PyBuiltinFunction) f).invoke(x, args, names))
                .unary(
                        Slot.REPR,
                        f -> PyStr.of(
                                f.self == null || f.self instanceof PyModule
                                        ? "<built-in function " + f.code.name + ">"
                                        : "<built-in method " + f.code.name + " of "
                                                + f.self.type().name() + " object at " + Text.address(f.self) + ">"))
                .rawBinary(Slot.EQ, (x, p, q) -> {
                    if (!(p instanceof PyBuiltinFunction f) || !(q instanceof PyBuiltinFunction g)) {
                        return PySingleton.NOT_IMPLEMENTED;
                    }
                    return PyBool.of(f.code == g.code && f.self == g.self);
                })
                .unary(
                        Slot.HASH,
                        f -> PyInt.of((f.self == null ? 0 : Identity.hash(f.self)) ^ System.identityHashCode(f.code)))
                .getter("__name__", f -> PyStr.of(f.code.name))
                .getter(
                        "__qualname__",
                        f -> PyStr.of(
                                f.self instanceof PyType t
                                        ? t.name() + "." + f.code.name
                                        : f.bound ? f.self.type().name() + "." + f.code.name : f.code.name))
                .getter("__self__", f -> orNone(f.self))
                .getter(
                        "__module__",
                        f -> f.self instanceof PyModule m ? orNone(m.namespace().get(Names.NAME)) : PySingleton.NONE)
                .getter("__doc__", f -> doc(f.code))
                .getter("__text_signature__", DescriptorTypes::functionSignature)
                .tailN(
                        "__reduce__(self, /)",
                        (x, f, a) -> f.self == null || f.self instanceof PyModule
                                ? PyStr.of(f.code.name)
                                : reduceBound(
                                        x,
                                        f.self,
                                        PyStr.of(f.code.name),
                                        d -> d instanceof PyMethodDescriptor m && m.code == f.code));
    }

    /**
     * A bound method is its name in its object, as in CPython. Where another stands under that name (super() gave this one), it is
     * the descriptor, bound again; but not for class methods, whose descriptors cannot be pickled.
     */
    private static PyObject reduceBound(Execution x, PyObject self, PyStr name, Predicate<PyObject> isIt) {
        PyType type = self.type();
        PyType cls = self instanceof PyType c ? c : null;
        PyObject there = cls == null ? null : cls.lookup(name);
        boolean hidden = cls == null && self instanceof PyInstance i && i.getField(name) != null;
        PyObject found =
                !hidden && isIt.test(there == null ? type.lookup(name) : there) ? null : find(type, name, isIt);
        return found == null
                ? PyTuple.of(x.machine.builtins.get("getattr"), PyTuple.of(self, name))
                : PyTuple.of(Attributes.get(x, found, Slot.GET.name), PyTuple.of(self, type));
    }

    private static PyObject find(PyType type, PyStr name, Predicate<PyObject> isIt) {
        for (PyType t : type.mro()) {
            PyObject d = t.namespace().get(name);
            if (isIt.test(d)) {
                return d;
            }
        }
        return null;
    }

    private static PyObject bound(Execution x, PyMethodDescriptor d, PyObject o) {
        if (!o.type().isSubtypeOf(d.owner)) {
            throw Errors.typeError(
                    "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                    d.code.name, d.owner.name(), o.type().name());
        }
        return Attributes.bind(x, d, o, o.type());
    }

    private static void methodDescriptor(TypeBuilder<PyMethodDescriptor> b) {
        b.call(Slot.CALL, (x, d, args, names) -> callMethod(x, (PyMethodDescriptor) d, args, names))
                .rawTernary(
                        Slot.GET,
                        (x, d, o, t) -> o == PySingleton.NONE && t != PySingleton.NONE
                                ? t instanceof PyType type ? Attributes.bindOnType(x, d, type) : d
                                : bound(x, (PyMethodDescriptor) d, o))
                .unary(Slot.REPR, d -> PyStr.of("<method '" + d.code.name + "' of '" + d.owner.name() + "' objects>"))
                .getter("__name__", d -> PyStr.of(d.code.name))
                .getter("__qualname__", d -> PyStr.of(d.owner.name() + "." + d.code.name))
                .getter("__objclass__", d -> d.owner)
                .getter("__doc__", d -> doc(d.code))
                .getter("__text_signature__", d -> textSignature(d.code))
                .tailN(
                        "__reduce__(self, /)",
                        (x, d, a) -> PyTuple.of(
                                x.machine.builtins.get("getattr"), PyTuple.of(d.owner, PyStr.of(d.code.name))));
    }

    private static PyObject callMethod(Execution x, PyMethodDescriptor d, PyObject[] args, PyTuple names) {
        if (args.length == (names == null ? 0 : names.size())) {
            throw Errors.typeError("unbound method %s.%s() needs an argument", d.owner.name(), d.code.name);
        }
        if (!d.isClassMethod && !args[0].type().isSubtypeOf(d.owner)) {
            throw Errors.typeError(
                    "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                    d.code.name, d.owner.name(), args[0].type().name());
        }
        return d.code.call(x, args, names);
    }

    private static void slotWrapper(TypeBuilder<PySlotWrapper> b) {
        b.call(Slot.CALL, (x, w, args, names) -> ((PySlotWrapper) w).invoke(x, args, names))
                .rawTernary(
                        Slot.GET, (x, w, o, t) -> o == PySingleton.NONE ? w : new PyMethodWrapper((PySlotWrapper) w, o))
                .unary(
                        Slot.REPR,
                        w -> PyStr.of("<slot wrapper '" + w.slot.text + "' of '" + w.owner.name() + "' objects>"))
                .getter("__name__", w -> w.slot.name)
                .getter("__qualname__", w -> PyStr.of(w.owner.name() + "." + w.slot.text))
                .getter("__objclass__", w -> w.owner)
                .getter("__doc__", w -> PySingleton.NONE)
                .getter("__text_signature__", w -> PyStr.of("($self, /, *args, **kwargs)"))
                .tailN(
                        "__reduce__(self, /)",
                        (x, w, a) -> PyTuple.of(x.machine.builtins.get("getattr"), PyTuple.of(w.owner, w.slot.name)));
    }

    private static void methodWrapper(TypeBuilder<PyMethodWrapper> b) {
        b.call(Slot.CALL, (x, m, args, names) -> {
                    PyMethodWrapper w = (PyMethodWrapper) m;
                    PyObject[] all = new PyObject[args.length + 1];
                    all[0] = w.self;
                    System.arraycopy(args, 0, all, 1, args.length);
                    return w.wrapper.invoke(x, all, names);
                })
                .unary(
                        Slot.REPR,
                        w -> PyStr.of("<method-wrapper '" + w.wrapper.slot.text + "' of "
                                + w.self.type().name() + " object at " + Text.address(w.self) + ">"))
                .rawBinary(
                        Slot.EQ,
                        (x, p, q) -> q instanceof PyMethodWrapper w
                                ? PyBool.of(((PyMethodWrapper) p).wrapper == w.wrapper
                                        && ((PyMethodWrapper) p).self == w.self)
                                : PySingleton.NOT_IMPLEMENTED)
                .unary(Slot.HASH, w -> PyInt.of(Identity.hash(w.self) ^ w.wrapper.slot.ordinal()))
                .getter("__name__", w -> w.wrapper.slot.name)
                .getter("__qualname__", w -> PyStr.of(w.wrapper.owner.name() + "." + w.wrapper.slot.text))
                .getter("__objclass__", w -> w.wrapper.owner)
                .getter("__self__", w -> w.self)
                .getter("__doc__", w -> PySingleton.NONE)
                .getter("__text_signature__", w -> PyStr.of("(*args, **kwargs)"))
                .tailN(
                        "__reduce__(self, /)",
                        (x, w, a) -> reduceBound(x, w.self, w.wrapper.slot.name, d -> d == w.wrapper));
    }

    private static void getSet(TypeBuilder<PyGetSet> b) {
        b.rawTernary(Slot.GET, (x, d, o, t) -> o == PySingleton.NONE ? d : getChecked(x, (PyGetSet) d, o))
                .rawTernary(Slot.SET, (x, d, o, v) -> setChecked(x, (PyGetSet) d, o, v))
                .rawBinary(Slot.DELETE, (x, d, o) -> setChecked(x, (PyGetSet) d, o, null))
                .unary(
                        Slot.REPR,
                        d -> PyStr.of("<" + (d.isMember ? "member" : "attribute") + " '" + d.name + "' of '"
                                + d.owner.name() + "' objects>"))
                .getter("__name__", d -> PyStr.of(d.name))
                .getter("__qualname__", d -> PyStr.of(d.owner.qualname() + "." + d.name))
                .getter("__objclass__", d -> d.owner)
                .getter("__doc__", d -> PySingleton.NONE)
                .tailN(
                        "__reduce__(self, /)",
                        (x, d, a) ->
                                PyTuple.of(x.machine.builtins.get("getattr"), PyTuple.of(d.owner, PyStr.of(d.name))));
    }

    private static PyObject getChecked(Execution x, PyGetSet d, PyObject o) {
        check(d, o);
        return d.get(x, o);
    }

    private static PyObject setChecked(Execution x, PyGetSet d, PyObject o, PyObject value) {
        check(d, o);
        d.set(x, o, value);
        return PySingleton.NONE;
    }

    private static void check(PyGetSet d, PyObject o) {
        if (!o.type().isSubtypeOf(d.owner)) {
            throw Errors.typeError(
                    "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                    d.name, d.owner.name(), o.type().name());
        }
    }

    private static final String[] WRAPPED = {"__module__", "__name__", "__qualname__", "__doc__", "__annotations__"};

    /** Takes over the attributes of the wrapped function (since 3.10). */
    private static void copyAttributes(Execution x, PyObject function, PyInstance wrapper) {
        if (x.restoring) {
            // They come with the state.
            return;
        }
        for (String n : WRAPPED) {
            PyObject v = Attributes.getNow(x, function, PyStr.of(n));
            if (v != null) {
                wrapper.setField(PyStr.of(n), v);
            }
        }
    }

    private static void staticMethod(TypeBuilder<PyStaticMethod> b) {
        b.constructor("staticmethod(cls, function, /)", (x, cls, a) -> new PyStaticMethod(cls, a[1]))
                .initializer(null, "staticmethod(self, function, /)", (x, a) -> {
                    ((PyStaticMethod) a[0]).setFunction(a[1]);
                    copyAttributes(x, a[1], (PyInstance) a[0]);
                    return PySingleton.NONE;
                })
                .call(Slot.CALL, (x, s, args, names) -> x.call(((PyStaticMethod) s).function(), args, names))
                .rawTernary(Slot.GET, (x, s, o, t) -> ((PyStaticMethod) s).function())
                .rawUnaryTail(
                        Slot.REPR,
                        (x, s) -> PyStr.of("<staticmethod(" + Text.reprNow(x, ((PyStaticMethod) s).function()) + ")>"))
                .getter("__func__", PyStaticMethod::function)
                .getter("__wrapped__", PyStaticMethod::function)
                .getSet("__isabstractmethod__", (x, s) -> isAbstract(x, ((PyStaticMethod) s).function()), null)
                .getSet("__dict__", (x, o) -> ((PyInstance) o).dict(), null);
    }

    private static void classMethod(TypeBuilder<PyClassMethod> b) {
        b.constructor("classmethod(cls, function, /)", (x, cls, a) -> new PyClassMethod(cls, a[1]))
                .initializer(null, "classmethod(self, function, /)", (x, a) -> {
                    ((PyClassMethod) a[0]).setFunction(a[1]);
                    copyAttributes(x, a[1], (PyInstance) a[0]);
                    return PySingleton.NONE;
                })
                .rawTernary(
                        Slot.GET,
                        (x, c, o, t) -> Attributes.bindClassMethod(
                                x, (PyClassMethod) c, t instanceof PyType type ? type : o.type()))
                .rawUnaryTail(
                        Slot.REPR,
                        (x, s) -> PyStr.of("<classmethod(" + Text.reprNow(x, ((PyClassMethod) s).function()) + ")>"))
                .getter("__func__", PyClassMethod::function)
                .getter("__wrapped__", PyClassMethod::function)
                .getSet("__isabstractmethod__", (x, s) -> isAbstract(x, ((PyClassMethod) s).function()), null)
                .getSet("__dict__", (x, o) -> ((PyInstance) o).dict(), null);
    }

    private static PyObject isAbstract(Execution x, PyObject f) {
        Frame caller = x.top;
        PyObject v = Attributes.get(x, f, Names.IS_ABSTRACT_METHOD, PyBool.FALSE);
        return Finish.TRUTH.on(x, caller, v, null, null);
    }

    private static PyObject orNull(PyObject o) {
        return o == PySingleton.NONE ? null : o;
    }

    private static void property(TypeBuilder<PyProperty> b) {
        b.constructor("property(cls, /, *args, **kwargs)", (x, cls, a) -> new PyProperty(cls))
                .callTail(Slot.INIT, DescriptorTypes::initProperty)
                .rawTernary(Slot.GET, (x, d, o, t) -> {
                    PyProperty p = (PyProperty) d;
                    if (o == PySingleton.NONE) {
                        return p;
                    }
                    if (p.getter == null) {
                        throw Attributes.noGetter(p, o);
                    }
                    return x.call(p.getter, o);
                })
                .rawTernary(Slot.SET, (x, d, o, v) -> Attributes.setProperty(x, (PyProperty) d, o, v))
                .rawBinary(Slot.DELETE, (x, d, o) -> Attributes.setProperty(x, (PyProperty) d, o, null))
                .member("fget", p -> orNone(p.getter))
                .member("fset", p -> orNone(p.setter))
                .member("fdel", p -> orNone(p.deleter))
                .property("__doc__", p -> orNone(p.doc), (p, v) -> p.doc = v)
                .property("__name__", DescriptorTypes::propertyName, (p, v) -> p.name = v)
                .getSet(
                        "__isabstractmethod__",
                        (x, o) -> {
                            PyProperty p = (PyProperty) o;
                            for (PyObject f : new PyObject[] {p.getter, p.setter, p.deleter}) {
                                if (f != null && x.await(() -> isAbstract(x, f)) == PyBool.TRUE) {
                                    return PyBool.TRUE;
                                }
                            }
                            return PyBool.FALSE;
                        },
                        null)
                .tailN("getter(self, object, /)", (x, p, a) -> copy(x, p, a[1], p.setter, p.deleter))
                .tailN("setter(self, object, /)", (x, p, a) -> copy(x, p, p.getter, a[1], p.deleter))
                .tailN("deleter(self, object, /)", (x, p, a) -> copy(x, p, p.getter, p.setter, a[1]))
                .method("__set_name__(self, owner, name, /)", (PyProperty p, PyObject owner, PyObject name) -> {
                    p.name = name;
                    return PySingleton.NONE;
                });
    }

    private static PyObject propertyName(PyProperty p) {
        if (p.name != null) {
            return p.name;
        }
        if (p.getter instanceof PyFunction f) {
            return f.name;
        }
        throw Errors.attributeError(p, Names.NAME);
    }

    private static PyObject initProperty(Execution x, PyObject o, PyObject[] args, PyTuple names) {
        PyProperty p = (PyProperty) o;
        PyObject[] v = new PyObject[4];
        int n = args.length - (names == null ? 0 : names.size());
        if (n > 4) {
            throw Errors.typeError("property() takes at most 4 arguments (%d given)", n);
        }
        System.arraycopy(args, 0, v, 0, n);
        String[] keys = {"fget", "fset", "fdel", "doc"};
        for (int i = n; i < args.length; i++) {
            int k = List.of(keys).indexOf(names.get(i - n).toString());
            if (k < 0) {
                throw Errors.typeError("property() got an unexpected keyword argument '%s'", names.get(i - n));
            }
            v[k] = args[i];
        }
        p.getter = v[0] == null ? null : orNull(v[0]);
        p.setter = v[1] == null ? null : orNull(v[1]);
        p.deleter = v[2] == null ? null : orNull(v[2]);
        p.doc = v[3] == null ? null : orNull(v[3]);
        if (p.doc == null && p.getter != null && !x.restoring) {
            p.doc = Attributes.getNow(x, p.getter, Names.DOC);
            p.getterDoc = true;
        }
        if (p.type() != PyProperty.TYPE) {
            // The class of a subclass has a __doc__ of its own, which would hide the property's (CPython:
            // property_init_impl).
            p.setField(Names.DOC, p.doc == null ? PySingleton.NONE : p.doc);
        }
        return PySingleton.NONE;
    }

    private static PyObject copy(Execution x, PyProperty p, PyObject get, PyObject set, PyObject del) {
        PyObject name = p.name;
        PyObject doc = p.getterDoc ? PySingleton.NONE : orNone(p.doc);
        PyObject made = x.await(() -> x.call(p.type(), orNone(get), orNone(set), orNone(del), doc));
        if (made instanceof PyProperty q) {
            q.name = name;
        }
        return made;
    }
}
