package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Identity;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyGetSet;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Construction;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** {@code object}. */
public final class ObjectType {
    private ObjectType() {}

    static void define(TypeBuilder<?> b) {
        b.rawBinary(Slot.GETATTRIBUTE, Attributes.GENERIC)
                .rawTernary(Slot.SETATTR, Attributes.GENERIC_SET)
                .rawBinary(Slot.DELATTR, Attributes.GENERIC_DELETE)
                .rawUnary(Slot.REPR, (x, o) -> PyStr.of(Text.defaultRepr(o)))
                .rawUnary(Slot.STR, (x, o) -> Text.repr(x, o))
                .rawUnary(Slot.HASH, (x, o) -> PyInt.identity(Identity.hash(o)))
                .rawBinary(Slot.EQ, (x, a, c) -> a == c ? PyBool.TRUE : PySingleton.NOT_IMPLEMENTED)
                .rawBinary(Slot.NE, ObjectType::notEqual)
                .rawBinary(Slot.LT, (x, a, c) -> PySingleton.NOT_IMPLEMENTED)
                .rawBinary(Slot.LE, (x, a, c) -> PySingleton.NOT_IMPLEMENTED)
                .rawBinary(Slot.GT, (x, a, c) -> PySingleton.NOT_IMPLEMENTED)
                .rawBinary(Slot.GE, (x, a, c) -> PySingleton.NOT_IMPLEMENTED)
                .rawBinary(Slot.FORMAT, Text::plainFormat)
                .call(Slot.INIT, Construction.OBJECT_INIT)
                .getSet("__class__", (x, o) -> o.type(), ObjectType::setClass)
                .tailN("__reduce__(self, /)", (x, o, a) -> reduce(x, a[0], 0))
                .tailN("__reduce_ex__(self, protocol: index, /)", ObjectType::reduceEx)
                .tailN("__getstate__(self, /)", (x, o, a) -> getState(x, a[0]))
                .methodN("__dir__(self, /)", (o, a) -> dir(a[0]))
                .methodN("__sizeof__(self, /)", (o, a) -> PyInt.of(size(a[0])))
                .classMethod("__init_subclass__(cls, /, **kwargs)", ObjectType::initSubclass)
                .classMethod("__subclasshook__(cls, subclass, /)", (x, cls, a) -> PySingleton.NOT_IMPLEMENTED)
                .doc(
                        "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n"
                                + "instance that has no instance attributes and cannot be given any.\n");
        // __new__ is a builtin function in the namespace, not a slot wrapper.
        b.constructor(
                        "object(cls, /, *args, **kwargs)",
                        (x, cls, a) -> Construction.OBJECT_NEW.call(x, cls, ((PyTuple) a[1]).items, null))
                .newSlotOnly(Construction.OBJECT_NEW);
    }

    private static PyObject notEqual(Execution x, PyObject a, PyObject b) {
        Slot.Binary eq = a.type().binary(Slot.EQ);
        if (eq == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        Frame caller = x.top;
        return Finish.NE_FROM_EQ.on(x, caller, eq.apply(x, a, b), null, null);
    }

    private static void setClass(Execution x, PyObject o, PyObject value) {
        if (value == null) {
            throw Errors.typeError("can't delete __class__ attribute");
        }
        if (!(value instanceof PyType to)) {
            throw Errors.typeError(
                    "__class__ must be set to a class, not '%s' object",
                    value.type().name());
        }
        PyType from = o.type();
        if (o instanceof PyModule && to.isSubtypeOf(PyModule.TYPE) || !from.isBuiltin() && !to.isBuiltin()) {
            if (from.solidBase() != to.solidBase() || from.hasDict != to.hasDict) {
                throw Errors.typeError(
                        "__class__ assignment: '%s' object layout differs from '%s'", to.name(), from.name());
            }
            ((PyInstance) o).setType(to);
            return;
        }
        throw Errors.typeError("__class__ assignment only supported for mutable types or ModuleType subclasses");
    }

    private static PyObject reduceEx(Execution x, PyObject ignored, PyObject[] a) {
        PyObject self = a[0];
        int protocol = Values.toInt(a[1]);
        PyObject reduce = self.type().lookup("__reduce__");
        if (reduce != PyType.OBJECT.lookup("__reduce__")) {
            return x.callSpecial(self, reduce, new PyObject[] {self}, null);
        }
        return reduce(x, self, protocol);
    }

    /** By {@code copyreg}, as CPython's object does (PEP 307). */
    /** In bytes, about: that of a header, and of what the object refers to directly. */
    private static long size(PyObject o) {
        PyObject v = Values.payload(o);
        long items = v instanceof PyTuple t
                ? 8 + 8L * t.size()
                : v instanceof PyBytes b
                        ? 17 + b.value.length
                        : v instanceof PyFloat ? 8 : v instanceof PyComplex ? 16 : 0;
        return 16 + items + (o instanceof PyInstance i ? 8L * i.fields.length : 0);
    }

    private static PyObject reduce(Execution x, PyObject self, int protocol) {
        if (protocol >= 2) {
            checkPicklable(self);
        }
        return x.call(x.machine.helpers.get(protocol >= 2 ? "reduce_new" : "reduce_old"), self, PyInt.of(protocol));
    }

    /** The state of a builtin object that says nothing about pickling is unknown (CPython: object_getstate_default). */
    private static void checkPicklable(PyObject self) {
        PyType type = self.type();
        PyType base = type.solidBase();
        if (base == PyType.OBJECT
                || base == PyList.TYPE
                || base == PyDict.TYPE
                || type.lookup("__getnewargs_ex__") != null
                || type.lookup("__getnewargs__") != null
                || type.lookup("__getstate__") != PyType.OBJECT.lookup("__getstate__")) {
            return;
        }
        if (base == PyCode.TYPE || base == PyMemoryView.TYPE) {
            throw Errors.typeError("cannot pickle %s objects", type.name());
        }
        throw Errors.typeError("cannot pickle '%s' object", type.isBuiltin() ? type.fullName() : type.name());
    }

    /** {@code object.__getstate__}: the attributes, with the slots when there are any. */
    public static PyObject getState(Execution x, PyObject self) {
        if (!(self instanceof PyInstance i)) {
            return PySingleton.NONE;
        }
        PyDict slots = new PyDict();
        for (PyType t : self.type().mro()) {
            if (!t.isBuiltin()) {
                PyDict ns = t.namespace();
                for (PyObject v : ns.valueArray()) {
                    if (v instanceof PyGetSet g && g.slotKey != null && i.getSlot(g.slotKey) != null) {
                        slots.put(g.name, i.getSlot(g.slotKey));
                    }
                }
            }
        }
        PyObject attributes = PySingleton.NONE;
        if (self.type().hasDict) {
            PyDict d = i.dictCopy();
            attributes = d.size() == 0 ? PySingleton.NONE : i.hasOwnDict() ? i.dict() : d;
        }
        return slots.size() == 0 ? attributes : PyTuple.of(attributes, slots);
    }

    static PyObject dir(PyObject o) {
        PyDict names = new PyDict();
        if (o instanceof PyInstance i && o.type().hasDict) {
            names.putAll(i.dictCopy());
        }
        for (PyType t : o.type().mro()) {
            names.putAll(t.namespace());
        }
        PyObject[] keys = names.keyArray();
        return new PyList(keys, keys.length);
    }

    private static PyObject initSubclass(Execution x, PyType cls, PyObject[] a) {
        if (((PyDict) a[1]).size() > 0) {
            throw Errors.typeError("%s.__init_subclass__() takes no keyword arguments", cls.name());
        }
        return PySingleton.NONE;
    }
}
