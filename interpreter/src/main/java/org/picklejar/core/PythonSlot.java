package org.picklejar.core;

import java.util.EnumMap;
import java.util.Map;

/** The function of a slot whose special method is defined by a program: looks the method up and calls it (CPython: slot_nb_add and its kin). */
final class PythonSlot implements Slot.Unary, Slot.Binary, Slot.Ternary, Slot.Call {
    private static final Map<Slot, PythonSlot> ALL = new EnumMap<>(Slot.class);

    static {
        for (Slot slot : Slot.values()) {
            ALL.put(slot, new PythonSlot(slot));
        }
    }

    private final Slot slot;

    private PythonSlot(Slot slot) {
        this.slot = slot;
    }

    static Object of(Slot slot) {
        return ALL.get(slot);
    }

    @Override
    public PyObject apply(Execution x, PyObject self) {
        return x.callSpecial(self, method(self), new PyObject[] {self}, null);
    }

    @Override
    public PyObject apply(Execution x, PyObject self, PyObject other) {
        return x.callSpecial(self, method(self), new PyObject[] {self, other}, null);
    }

    @Override
    public PyObject apply(Execution x, PyObject self, PyObject a, PyObject b) {
        if (slot == Slot.POW && b == PySingleton.NONE) {
            return x.callSpecial(self, method(self), new PyObject[] {self, a}, null);
        }
        return x.callSpecial(self, method(self), new PyObject[] {self, a, b}, null);
    }

    @Override
    public PyObject call(Execution x, PyObject self, PyObject[] args, PyTuple names) {
        PyObject method = method(self);
        if (slot == Slot.NEW) {
            // __new__ is looked up on the class itself and takes it explicitly.
            PyObject f = ((PyType) self).lookup(Names.NEW);
            if (f instanceof PyStaticMethod s) {
                f = s.function();
            }
            return x.call(f, prepend(self, args), names);
        }
        return x.callSpecial(self, method, prepend(self, args), names);
    }

    private PyObject method(PyObject self) {
        return slot == Slot.NEW ? null : self.type().lookup(slot.name);
    }

    static PyObject[] prepend(PyObject first, PyObject[] args) {
        PyObject[] all = new PyObject[args.length + 1];
        all[0] = first;
        System.arraycopy(args, 0, all, 1, args.length);
        return all;
    }
}
