package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyMethodDescriptor;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySlotWrapper;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;

/** {@code isinstance} and {@code issubclass}. */
public final class Classes {
    private Classes() {}

    /** {@code isinstance(o, cls)}. */
    public static PyObject isInstance(Execution x, PyObject o, PyObject cls) {
        if (o.type() == cls) {
            return PyBool.TRUE;
        }
        if (cls instanceof PyType t) {
            PyObject check = t.type() == PyType.TYPE ? null : t.type().lookup(Names.INSTANCECHECK);
            if (check == null || check instanceof PyMethodDescriptor) {
                return PyBool.of(plainInstance(x, o, t));
            }
            Frame caller = x.top;
            return Finish.TRUTH.on(x, caller, x.callSpecial(t, check, new PyObject[] {t, o}, null), null, null);
        }
        if (Values.payload(cls) instanceof PyTuple t) {
            return any(x, o, t, true);
        }
        PyObject check = cls.type().lookup(Names.INSTANCECHECK);
        if (check != null && !(check instanceof PySlotWrapper)) {
            Frame caller = x.top;
            return Finish.TRUTH.on(x, caller, x.callSpecial(cls, check, new PyObject[] {cls, o}, null), null, null);
        }
        PyObject bases = Attributes.getNow(x, cls, PyStrings.BASES);
        if (!(bases instanceof PyTuple)) {
            throw Errors.typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
        }
        PyObject own = Attributes.getNow(x, o, Names.CLASS);
        return PyBool.of(own != null && abstractSubclass(x, own, cls));
    }

    /** Names that only this class needs. */
    private static final class PyStrings {
        static final PyStr BASES = PyStr.of("__bases__");
    }

    private static boolean plainInstance(Execution x, PyObject o, PyType t) {
        if (o.type().isSubtypeOf(t)) {
            return true;
        }
        if (o.type().binary(Slot.GETATTRIBUTE) == Attributes.GENERIC
                && o.type().lookup(Names.CLASS) == PyType.OBJECT.lookup(Names.CLASS)) {
            return false;
        }
        PyObject own = Attributes.getNow(x, o, Names.CLASS);
        return own instanceof PyType c && c != o.type() && c.isSubtypeOf(t);
    }

    /** {@code issubclass(c, cls)}. */
    public static PyObject isSubclass(Execution x, PyObject c, PyObject cls) {
        if (cls instanceof PyType t) {
            PyObject check = t.type() == PyType.TYPE ? null : t.type().lookup(Names.SUBCLASSCHECK);
            if (check == null || check instanceof PyMethodDescriptor) {
                return PyBool.of(plainSubclass(x, c, t));
            }
            Frame caller = x.top;
            return Finish.TRUTH.on(x, caller, x.callSpecial(t, check, new PyObject[] {t, c}, null), null, null);
        }
        if (Values.payload(cls) instanceof PyTuple t) {
            return any(x, c, t, false);
        }
        PyObject check = cls.type().lookup(Names.SUBCLASSCHECK);
        if (check != null && !(check instanceof PySlotWrapper)) {
            Frame caller = x.top;
            return Finish.TRUTH.on(x, caller, x.callSpecial(cls, check, new PyObject[] {cls, c}, null), null, null);
        }
        return PyBool.of(plainSubclass(x, c, cls));
    }

    /** {@code type.__subclasscheck__}. */
    public static boolean plainSubclass(Execution x, PyObject c, PyObject cls) {
        if (c instanceof PyType a && cls instanceof PyType b) {
            return a.isSubtypeOf(b);
        }
        if (!(c instanceof PyType) && !(Attributes.getNow(x, c, PyStrings.BASES) instanceof PyTuple)) {
            throw Errors.typeError("issubclass() arg 1 must be a class");
        }
        if (!(cls instanceof PyType) && !(Attributes.getNow(x, cls, PyStrings.BASES) instanceof PyTuple)) {
            throw Errors.typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
        }
        return abstractSubclass(x, c, cls);
    }

    /** {@code type.__instancecheck__}. */
    public static boolean instanceOfType(Execution x, PyObject o, PyType t) {
        return plainInstance(x, o, t);
    }

    private static boolean abstractSubclass(Execution x, PyObject c, PyObject cls) {
        if (c == cls) {
            return true;
        }
        if (Attributes.getNow(x, c, PyStrings.BASES) instanceof PyTuple bases) {
            for (PyObject b : bases.items) {
                if (abstractSubclass(x, b, cls)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Tries each class of a tuple; the first that needs Python is waited for in a frame. */
    private static PyObject any(Execution x, PyObject o, PyTuple classes, boolean instance) {
        AnyClassFrame f = new AnyClassFrame(o, classes, instance);
        Frame caller = x.top;
        PyObject r = f.tryFrom(x);
        return r == Pending.PENDING ? x.interpose(caller, f) : r;
    }
}
