package org.picklejar.types;

import org.picklejar.core.Keys;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;

/** The types of None, NotImplemented and Ellipsis. */
final class SingletonTypes {
    /** The one of CPython: it shows in the order of sets. */
    private SingletonTypes() {}

    static void define(String name, TypeBuilder<?> builder) {
        PySingleton value = name.equals("NoneType")
                ? PySingleton.NONE
                : name.equals("ellipsis") ? PySingleton.ELLIPSIS : PySingleton.NOT_IMPLEMENTED;
        TypeBuilder<PySingleton> b = builder.of(PySingleton.class);
        b.unary(Slot.REPR, s -> PyStr.of(s.toString())).constructor(name + "(cls)", (x, cls, a) -> value);
        if (value == PySingleton.NONE) {
            b.unary(Slot.BOOL, s -> PyBool.FALSE).unary(Slot.HASH, s -> PyInt.of(Keys.NONE_HASH));
        } else {
            b.method("__reduce__(self, /)", (PySingleton s) -> (PyObject) PyStr.of(s.toString()));
            if (value == PySingleton.NOT_IMPLEMENTED) {
                b.unaryTail(Slot.BOOL, (x, s) -> x.call(x.machine.helpers.get("not_implemented_truth")));
            }
        }
    }
}
