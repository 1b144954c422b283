package org.picklejar.types;

import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.PatternKind;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** Makes classes from their parts: no metaclass is asked, and no hook of a metaclass, a base or an attribute runs. */
public final class ClassParts {
    private ClassParts() {}

    /**
     * A class without attributes.
     *
     * @param slots the names in its {@code __slots__}; null when it has none
     */
    public static PyType make(
            Execution x, PyType metaclass, String name, PyObject qualname, PyTuple bases, PyTuple slots) {
        PyType base = ClassLayout.bestBase(bases);
        PyType cls = PyType.create(metaclass, name, bases, base, ClassLayout.mro(bases), new PyDict());
        cls.setQualname(qualname);
        ClassLayout.applySlots(cls, slots, bases);
        x.machine.register(cls);
        cls.modified();
        return cls;
    }

    /**
     * Gives a class its attributes, in their order.
     *
     * @param attributes the values by name
     * @param kept the names of attributes, such as slots, that are as {@link #make} and {@code _abc} made them
     * @param order the classes of {@code __mro__} behind it, when a metaclass chose them; else null
     * @param kind what patterns take its instances for
     */
    public static void fill(
            PyType cls, PyDict attributes, PyTuple kept, PyTuple order, boolean isAbstract, PatternKind kind) {
        PyDict own = new PyDict();
        own.putAll(cls.namespace());
        cls.namespace().clear();
        for (PyObject key : attributes.keyArray()) {
            PyStr name = (PyStr) key;
            PyObject value = Arrays.asList(kept.items).contains(name) ? own.get(name) : attributes.get(name);
            if (value != null) {
                cls.setAttribute(name, value);
            }
        }
        if (order != null) {
            PyType[] mro = new PyType[order.size() + 1];
            mro[0] = cls;
            for (int i = 1; i < mro.length; i++) {
                mro[i] = (PyType) order.get(i - 1);
            }
            cls.setMro(mro);
            cls.refixAll();
        }
        cls.isAbstract = isAbstract;
        cls.setPatternKind(kind);
    }
}
