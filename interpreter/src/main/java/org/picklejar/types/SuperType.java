package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.interp.CurrentFrame;
import org.picklejar.interp.PythonFrame;
import org.picklejar.ops.Attributes;

/** {@code super}. */
final class SuperType {
    private SuperType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PySuper> b = builder.of(PySuper.class);
        b.constructor("super(cls, /, *args)", (x, cls, a) -> new PySuper(cls))
                .callTail(Slot.INIT, SuperType::init)
                .rawBinary(Slot.GETATTRIBUTE, (x, o, n) -> get(x, (PySuper) o, Attributes.nameOf(n)))
                .rawTernaryTail(Slot.GET, (x, s, o, t) -> {
                    PySuper p = (PySuper) s;
                    if (o == PySingleton.NONE || p.self != null) {
                        return s;
                    }
                    PySuper q = new PySuper(p.type());
                    q.thisClass = p.thisClass;
                    q.self = o;
                    q.selfClass = check(x, p.thisClass, o);
                    return q;
                })
                .unary(
                        Slot.REPR,
                        s -> PyStr.of("<super: <class '" + s.thisClass.name() + "'>, "
                                + (s.selfClass == null ? "NULL" : "<" + s.selfClass.name() + " object>") + ">"))
                .member("__thisclass__", s -> DescriptorTypes.orNone(s.thisClass))
                .member("__self__", s -> DescriptorTypes.orNone(s.self))
                .member("__self_class__", s -> DescriptorTypes.orNone(s.selfClass));
    }

    private static PyObject init(Execution x, PyObject o, PyObject[] args, PyTuple names) {
        PySuper s = (PySuper) o;
        if (names != null) {
            throw Errors.typeError("super() takes no keyword arguments");
        }
        if (args.length == 0) {
            CurrentFrame.needVariables(x, CurrentFrame.of(x));
            fromFrame(x, s);
        } else {
            if (!(args[0] instanceof PyType t)) {
                throw Errors.typeError(
                        "super() argument 1 must be a type, not %s",
                        args[0].type().name());
            }
            s.thisClass = t;
            s.self = args.length > 1 && args[1] != PySingleton.NONE ? args[1] : null;
        }
        return bind(x, s);
    }

    private static PyObject bind(Execution x, PySuper s) {
        s.selfClass = s.self == null ? null : check(x, s.thisClass, s.self);
        return PySingleton.NONE;
    }

    /** Without arguments: the first argument of the calling function and the cell {@code __class__}. */
    private static void fromFrame(Execution x, PySuper s) {
        PythonFrame f = CurrentFrame.of(x);
        if (f == null) {
            throw Errors.runtimeError("super(): no current frame");
        }
        var code = f.code.code;
        if (code.argCount == 0) {
            throw Errors.runtimeError("super(): no arguments");
        }
        PyObject first = f.registers[0];
        for (int i = 0; i < code.cellNames.length; i++) {
            if (code.cellParameters[i] == 0) {
                first = ((PyCell) f.registers[code.firstCell() + i]).value;
            }
        }
        if (first == null) {
            throw Errors.runtimeError("super(): arg[0] deleted");
        }
        for (int i = 0; i < code.freeNames.length; i++) {
            if (code.freeNames[i].equals("__class__")) {
                PyObject cls = ((PyCell) f.registers[code.firstFree() + i]).value;
                if (cls == null) {
                    throw Errors.runtimeError("super(): empty __class__ cell");
                }
                s.thisClass = (PyType) cls;
                s.self = first;
                return;
            }
        }
        throw Errors.runtimeError("super(): __class__ cell not found");
    }

    private static PyType check(Execution x, PyType cls, PyObject o) {
        if (o instanceof PyType t && t.isSubtypeOf(cls)) {
            return t;
        }
        if (o.type().isSubtypeOf(cls)) {
            return o.type();
        }
        PyObject c = Attributes.getNow(x, o, Names.CLASS);
        if (c instanceof PyType t && t != o.type() && t.isSubtypeOf(cls)) {
            return t;
        }
        throw Errors.typeError(
                "super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).",
                o instanceof PyType ? "type" : "instance of",
                o instanceof PyType t ? t.name() : o.type().name(),
                cls.name());
    }

    private static PyObject get(Execution x, PySuper s, PyStr name) {
        if (s.selfClass != null && !name.equals(Names.CLASS)) {
            PyType[] mro = s.selfClass.mro();
            int i = 0;
            while (i < mro.length && mro[i] != s.thisClass) {
                i++;
            }
            for (i++; i < mro.length; i++) {
                PyObject v = mro[i].namespace().get(name);
                if (v != null) {
                    return s.self == s.selfClass
                            ? Attributes.bindOnType(x, v, s.selfClass)
                            : Attributes.bind(x, v, s.self, s.selfClass);
                }
            }
        }
        PyObject v = Attributes.find(x, s, name);
        if (v == null) {
            throw Errors.attributeError("'super' object has no attribute '" + name + "'", s, name);
        }
        return v;
    }
}
