package org.picklejar.types;

import java.util.Arrays;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyClassMethod;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStaticMethod;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.ReboundNames;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.interp.CurrentFrame;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Classes;
import org.picklejar.ops.Construction;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;

/** {@code type}. */
final class TypeType {
    private TypeType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PyType> b = builder.of(PyType.class);
        b.call(Slot.CALL, TypeType::call)
                .call(Slot.INIT, TypeType::init)
                .constructor("type(cls, name, bases=<unset>, dict=<unset>, /, **kwds)", TypeType::make)
                .rawBinary(Slot.GETATTRIBUTE, TypeType::getAttribute)
                .rawTernary(Slot.SETATTR, (x, o, n, v) -> setAttribute(x, (PyType) o, Attributes.nameOf(n), v))
                .rawBinary(Slot.DELATTR, (x, o, n) -> setAttribute(x, (PyType) o, Attributes.nameOf(n), null))
                .unary(Slot.REPR, TypeType::repr)
                .rawBinary(Slot.OR, (x, a, c) -> union(x, a, c))
                .rawBinary(Slot.ROR, (x, a, c) -> union(x, c, a))
                .property("__name__", t -> PyStr.of(t.name()), TypeType::setName)
                .property("__qualname__", PyType::qualname, TypeType::setQualname)
                .property("__module__", TypeType::module, TypeType::setModule)
                .property(
                        "__doc__",
                        t -> t.namespace().get(Names.DOC) == null
                                ? PySingleton.NONE
                                : t.namespace().get(Names.DOC),
                        (t, v) -> setPlain(t, Names.DOC, v))
                .getSet(
                        "__dict__",
                        (x, o) -> x.call(x.machine.helpers.get("mappingproxy"), ((PyType) o).namespace()),
                        null)
                .getSet("__bases__", (x, o) -> ((PyType) o).bases(), TypeType::setBases)
                .getter("__base__", t -> t.base == null ? PySingleton.NONE : t.base)
                .getter("__mro__", t -> PyTuple.of(t.mro()))
                .getter("__basicsize__", t -> PyInt.of(16))
                .getter("__itemsize__", t -> PyInt.ZERO)
                .getter("__dictoffset__", t -> PyInt.of(t.hasDict ? -1 : 0))
                .getter("__weakrefoffset__", t -> PyInt.of(-1))
                .getter(
                        "__flags__",
                        t -> PyInt.of((t.isSubclassable() ? 1 << 10 : 0)
                                | (t.isBuiltin() ? 1 << 8 : 1 << 9)
                                | (t.isAbstract ? 1 << 20 : 0)
                                | t.patternKind().flag))
                .getter("__text_signature__", DescriptorTypes::typeSignature)
                .property("__abstractmethods__", TypeType::abstractMethods, TypeType::setAbstractMethods)
                .property("__annotations__", TypeType::annotations, (t, v) -> setPlain(t, Names.ANNOTATIONS, v))
                .property(
                        "__type_params__",
                        t -> t.namespace().get(Names.TYPE_PARAMS) == null
                                ? PyTuple.EMPTY
                                : t.namespace().get(Names.TYPE_PARAMS),
                        (t, v) -> setPlain(t, Names.TYPE_PARAMS, v))
                .tail("mro(self, /)", (Execution x, PyType t) -> mroList(t))
                .tail("__subclasses__(self, /)", (Execution x, PyType t) -> PyList.of(x.machine.subclassesOf(t)))
                .tail(
                        "__instancecheck__(self, instance, /)",
                        (Execution x, PyType t, PyObject o) -> PyBool.of(Classes.instanceOfType(x, o, t)))
                .tail(
                        "__subclasscheck__(self, subclass, /)",
                        (Execution x, PyType t, PyObject c) -> PyBool.of(Classes.plainSubclass(x, c, t)))
                .classMethod("__prepare__(cls, /, *args, **kwargs)", (x, cls, a) -> new PyDict())
                .method("__dir__(self, /)", (PyType t) -> dir(t))
                .method("__sizeof__(self, /)", (PyType t) -> (PyObject) PyInt.of(400));
    }

    private static PyObject call(Execution x, PyObject self, PyObject[] args, PyTuple names) {
        PyType cls = (PyType) self;
        if (cls == PyType.TYPE && args.length == 1 && names == null) {
            return args[0].type();
        }
        return Construction.construct(x, cls, args, names);
    }

    private static PyObject init(Execution x, PyObject self, PyObject[] args, PyTuple names) {
        int n = args.length - (names == null ? 0 : names.size());
        if (n != 1 && n != 3) {
            throw Errors.typeError("type.__init__() takes 1 or 3 arguments");
        }
        return PySingleton.NONE;
    }

    // ---- making classes

    private static PyObject make(Execution x, PyType meta, PyObject[] a) {
        if (a[2] == null || a[3] == null) {
            throw meta == PyType.TYPE
                    ? Errors.typeError("type() takes 1 or 3 arguments")
                    : Errors.typeError("type.__new__() takes exactly 3 arguments (%d given)", a[2] == null ? 1 : 2);
        }
        PyStr name = Values.str(a[1], "type.__new__() argument 1");
        if (!(a[2] instanceof PyTuple given)) {
            throw Errors.typeError(
                    "type.__new__() argument 2 must be tuple, not %s",
                    a[2].type().name());
        }
        if (!(a[3] instanceof PyDict namespace)) {
            throw Errors.typeError(
                    "type.__new__() argument 3 must be dict, not %s",
                    a[3].type().name());
        }
        for (PyObject base : given.items) {
            if (!(base instanceof PyType) && base.type().lookup(Names.MRO_ENTRIES) != null) {
                throw Errors.typeError("type() doesn't support MRO entry resolution; use types.new_class()");
            }
        }
        PyType winner = metaclass(meta, given);
        if (winner != meta && winner.lookup(Names.NEW) != PyType.TYPE.lookup(Names.NEW)) {
            // The metaclass of a base makes the class (CPython: type_new_get_bases).
            PyDict keywords = (PyDict) a[4];
            PyObject[] values = keywords.valueArray();
            PyObject[] args = Arrays.copyOfRange(a, 1, 4 + values.length);
            System.arraycopy(values, 0, args, 3, values.length);
            return winner.call(Slot.NEW)
                    .call(x, winner, args, values.length == 0 ? null : PyTuple.of(keywords.keyArray()));
        }
        PyTuple bases = given.size() == 0 ? PyTuple.of(PyType.OBJECT) : given;
        PyType base = ClassLayout.bestBase(bases);
        PyDict dict = new PyDict();
        dict.copyFrom(namespace);
        PyObject qualname = dict.remove(Names.QUALNAME);
        PyObject cell = dict.remove(Names.CLASSCELL);
        fixNamespace(x, dict);
        PyType[] tail = ClassLayout.mro(bases);
        PyType cls = PyType.create(winner, name.toString(), bases, base, tail, dict);
        if (qualname != null) {
            if (!(qualname instanceof PyStr)) {
                throw Errors.typeError(
                        "type __qualname__ must be a str, not %s",
                        qualname.type().name());
            }
            cls.setQualname(qualname);
        }
        if (winner.lookup(Names.MRO) != PyType.TYPE.lookup(Names.MRO)) {
            customMro(x, cls, winner);
        }
        ClassLayout.applySlots(cls, dict.get(Names.SLOTS), bases);
        if (dict.get(Names.DOC) == null) {
            dict.put(Names.DOC, PySingleton.NONE);
        }
        if (dict.get(Names.EQ) != null && dict.get(Names.HASH) == null) {
            cls.setAttribute(Names.HASH, PySingleton.NONE);
        }
        cls.isAbstract = false;
        x.machine.register(cls);
        if (cell instanceof PyCell c) {
            c.value = cls;
        } else if (cell != null) {
            throw Errors.typeError(
                    "type.__new__(): __classcell__ must be a nonlocal cell, not <class '%s'>",
                    cell.type().name());
        }
        cls.modified();
        return x.push(new ClassHooksFrame(cls, (PyDict) a[4]));
    }

    /** A metaclass with its own {@code mro()}: called now (blocking). */
    private static void customMro(Execution x, PyType cls, PyType meta) {
        PyObject r = x.await(() -> x.callSpecial(cls, meta.lookup(Names.MRO), new PyObject[] {cls}, null));
        PyObject[] items = Iteration.itemsNow(x, r);
        PyType[] order = new PyType[items.length];
        for (int i = 0; i < order.length; i++) {
            if (!(items[i] instanceof PyType t)) {
                throw Errors.typeError(
                        "mro() returned a non-class ('%s')", items[i].type().name());
            }
            order[i] = t;
        }
        cls.setMro(order);
    }

    private static void fixNamespace(Execution x, PyDict dict) {
        if (dict.get(Names.NEW) instanceof PyFunction f) {
            dict.put(Names.NEW, new PyStaticMethod(PyStaticMethod.TYPE, f));
        }
        for (PyStr n : List.of(Names.INIT_SUBCLASS, Names.CLASS_GETITEM)) {
            if (dict.get(n) instanceof PyFunction f) {
                dict.put(n, new PyClassMethod(PyClassMethod.TYPE, f));
            }
        }
        if (dict.get(Names.MODULE) == null) {
            PyObject module = CurrentFrame.globalName(x);
            if (module != null) {
                dict.put(Names.MODULE, module);
            }
        }
    }

    /** The most derived metaclass of the given one and those of the bases. */
    static PyType metaclass(PyType meta, PyTuple bases) {
        PyType winner = meta;
        for (PyObject b : bases.items) {
            PyType t = b.type();
            if (winner.isSubtypeOf(t)) {
                continue;
            }
            if (!t.isSubtypeOf(winner)) {
                throw Errors.typeError(
                        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                                + "metaclasses of all its bases");
            }
            winner = t;
        }
        return winner;
    }

    // ---- attributes

    private static PyObject getAttribute(Execution x, PyObject self, PyObject name) {
        PyStr n = Attributes.nameOf(name);
        PyObject v = Attributes.findOnType(x, (PyType) self, n);
        if (v == null) {
            throw Errors.attributeError(self, n);
        }
        return v;
    }

    private static PyObject setAttribute(Execution x, PyType cls, PyStr name, PyObject value) {
        PyObject m = cls.type().lookup(name);
        if (m != null && Attributes.isData(m)) {
            return Attributes.setGeneric(x, cls, name, value);
        }
        if (cls.isBuiltin()) {
            throw Errors.typeError(
                    value == null
                            ? "cannot delete '%s' attribute of immutable type '%s'"
                            : "cannot set '%s' attribute of immutable type '%s'",
                    name,
                    cls.name());
        }
        if (!cls.setAttribute(name, value) && value == null) {
            throw Errors.attributeError(cls, name);
        }
        ReboundNames.attribute(x.machine, cls, name);
        return PySingleton.NONE;
    }

    private static void checkMutable(PyType t, String name, PyObject value) {
        if (t.isBuiltin()) {
            throw Errors.typeError("cannot set '%s' attribute of immutable type '%s'", name, t.name());
        }
        if (value == null) {
            throw Errors.typeError("cannot delete '%s' attribute of type '%s'", name, t.name());
        }
    }

    private static void setName(PyType t, PyObject v) {
        checkMutable(t, "__name__", v);
        if (!(v instanceof PyStr s)) {
            throw Errors.typeError(
                    "can only assign string to %s.__name__, not '%s'",
                    t.name(), v.type().name());
        }
        t.setName(s.toString());
    }

    private static void setQualname(PyType t, PyObject v) {
        checkMutable(t, "__qualname__", v);
        if (!(v instanceof PyStr)) {
            throw Errors.typeError(
                    "can only assign string to %s.__qualname__, not '%s'",
                    t.name(), v.type().name());
        }
        t.setQualname(v);
    }

    private static PyObject module(PyType t) {
        if (!t.isBuiltin()) {
            PyObject m = t.namespace().get(Names.MODULE);
            if (m == null) {
                throw Errors.attributeError(t, Names.MODULE);
            }
            return m;
        }
        return PyStr.of(t.module());
    }

    private static void setModule(PyType t, PyObject v) {
        checkMutable(t, "__module__", v);
        t.setAttribute(Names.MODULE, v);
    }

    private static void setPlain(PyType t, PyStr name, PyObject v) {
        if (t.isBuiltin()) {
            throw Errors.typeError("cannot set '%s' attribute of immutable type '%s'", name, t.name());
        }
        if (!t.setAttribute(name, v) && v == null) {
            throw Errors.attributeError(t, name);
        }
    }

    private static void setBases(Execution x, PyObject o, PyObject v) {
        PyType t = (PyType) o;
        checkMutable(t, "__bases__", v);
        if (!(v instanceof PyTuple bases)) {
            throw Errors.typeError(
                    "can only assign tuple to %s.__bases__, not %s",
                    t.name(), v.type().name());
        }
        if (bases.size() == 0) {
            throw Errors.typeError("can only assign non-empty tuple to %s.__bases__, not ()", t.name());
        }
        for (PyObject base : bases.items) {
            if (!(base instanceof PyType c)) {
                throw Errors.typeError(
                        "%s.__bases__ must be tuple of classes, not '%s'",
                        t.name(), base.type().name());
            }
            if (c.isSubtypeOf(t)) {
                throw Errors.typeError("a __bases__ item causes an inheritance cycle");
            }
        }
        PyType base = ClassLayout.bestBase(bases);
        if (base.solidBase() != t.solidBase()) {
            throw Errors.typeError(
                    "__bases__ assignment: '%s' object layout differs from '%s'", base.name(), t.base.name());
        }
        PyType[] tail = ClassLayout.mro(bases);
        PyType[] order = new PyType[tail.length + 1];
        order[0] = t;
        System.arraycopy(tail, 0, order, 1, tail.length);
        t.setBases(bases, order);
        x.machine.register(t);
        inherit(t);
        t.refixAll();
    }

    /** Gives the classes below one whose bases changed their new order of bases. */
    private static void inherit(PyType changed) {
        for (PyType c : changed.subclasses()) {
            PyType[] tail = ClassLayout.mro(c.bases());
            PyType[] order = new PyType[tail.length + 1];
            order[0] = c;
            System.arraycopy(tail, 0, order, 1, tail.length);
            c.setMro(order);
            inherit(c);
        }
    }

    private static PyObject abstractMethods(PyType t) {
        PyObject v = t.isBuiltin() ? null : t.namespace().get(Names.ABSTRACT_METHODS);
        if (v == null) {
            throw Errors.attributeError(
                    "type object '" + t.name() + "' has no attribute '__abstractmethods__'", t, Names.ABSTRACT_METHODS);
        }
        return v;
    }

    private static void setAbstractMethods(PyType t, PyObject v) {
        setPlain(t, Names.ABSTRACT_METHODS, v);
        PyObject[] items = v == null ? null : Iteration.itemsOrNull(v);
        t.isAbstract = items != null && items.length > 0;
    }

    private static PyObject annotations(PyType t) {
        PyObject v = t.namespace().get(Names.ANNOTATIONS);
        if (v == null) {
            if (t.isBuiltin()) {
                throw Errors.attributeError(t, Names.ANNOTATIONS);
            }
            v = new PyDict();
            t.setAttribute(Names.ANNOTATIONS, v);
        }
        return v;
    }

    // ---- the rest

    private static PyObject repr(PyType t) {
        return PyStr.of("<class '" + t.fullName() + "'>");
    }

    private static PyObject mroList(PyType t) {
        PyType[] tail = ClassLayout.mro(t.bases());
        PyList out = PyList.of(t);
        out.addAll(tail, tail.length);
        return out;
    }

    static PyObject union(Execution x, PyObject a, PyObject b) {
        return x.call(x.machine.helpers.get("union"), a, b);
    }

    private static PyObject dir(PyType t) {
        PyDict names = new PyDict();
        for (PyType c : t.mro()) {
            names.putAll(c.namespace());
        }
        PyObject[] keys = names.keyArray();
        return new PyList(keys, keys.length);
    }
}
