package org.picklejar.modules.array;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.modules.ModuleBuilder;

/** The module {@code array}. */
public final class ArrayModule {
    private ArrayModule() {}

    public static PyModule create(Execution x) {
        return new ModuleBuilder("array")
                .type(PyArray.TYPE)
                .constant("ArrayType", PyArray.TYPE)
                .constant("typecodes", PyStr.of(PyArray.CODES))
                .tailN("_array_reconstructor(arraytype, typecode, mformat_code, items, /)", ArrayModule::reconstruct)
                .build();
    }

    /** Takes the bytes of an array in this machine's format, the only one that is written here. */
    private static PyObject reconstruct(Execution x, PyObject[] a) {
        if (!(a[0] instanceof PyType cls) || !cls.isSubtypeOf(PyArray.TYPE) || !(a[3] instanceof PyBytes items)) {
            throw Errors.typeError("first argument must be a type object, the fourth bytes");
        }
        PyArray out = new PyArray(cls, a[1].toString().charAt(0));
        out.replace(0, 0, items.value);
        return out;
    }
}
