package org.picklejar.modules.array;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.abc.AbcModule;
import org.picklejar.ops.Values;

/** The module {@code array}. */
public final class ArrayModule {
    private ArrayModule() {}

    public static PyModule create(Execution x) {
        // The abstract class registers it itself when it is made later (library_additions/_collections_abc.py).
        if (x.machine.modules.get("_collections_abc") instanceof PyModule abc
                && abc.namespace().get("MutableSequence") instanceof PyType cls) {
            AbcModule.addRegistered(x, cls, PyArray.TYPE);
        }
        return new ModuleBuilder("array")
                .type(PyArray.TYPE)
                .constant("ArrayType", PyArray.TYPE)
                .constant("typecodes", PyStr.of(PyArray.CODES))
                .tailN(
                        "_array_reconstructor(arraytype, typecode, mformat_code: index, items, /)",
                        ArrayModule::reconstruct)
                .build();
    }

    /** Takes the bytes of an array in the format of the machine that pickled it. */
    private static PyObject reconstruct(Execution x, PyObject[] a) {
        if (!(a[0] instanceof PyType cls)) {
            throw Errors.typeError(
                    "first argument must be a type object, not %s", a[0].type().name());
        }
        if (!cls.isSubtypeOf(PyArray.TYPE)) {
            throw Errors.typeError("%s is not a subtype of array.array", cls.name());
        }
        if (!(Values.payload(a[1]) instanceof PyStr s) || s.length() != 1) {
            throw Errors.typeError(
                    "_array_reconstructor() argument 2 must be a unicode character, not %s",
                    a[1].type().name());
        }
        if (PyArray.CODES.indexOf(s.toString()) < 0) {
            throw Errors.valueError("second argument must be a valid type code");
        }
        int format = Values.toInt(a[2]);
        if (format < 0 || format >= MachineFormat.values().length) {
            throw Errors.valueError("third argument must be a valid machine format code.");
        }
        if (!(Values.payload(a[3]) instanceof PyBytes items)) {
            throw Errors.typeError(
                    "fourth argument should be bytes, not %s", a[3].type().name());
        }
        MachineFormat from = MachineFormat.values()[format];
        char code = from.codeFor(s.toString().charAt(0));
        PyArray out = new PyArray(cls, code);
        out.replace(0, 0, from.convert(items.value, code));
        return out;
    }
}
