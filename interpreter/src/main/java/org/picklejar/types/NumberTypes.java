package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.PyValueInstance;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** The numeric types. */
final class NumberTypes {
    private NumberTypes() {}

    /** @return whether the type is defined here */
    static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "int" -> IntType.define(b.of(PyInteger.class));
            case "bool" -> BoolType.define(b.of(PyBool.class));
            case "float" -> FloatType.define(b.of(PyFloat.class));
            case "complex" -> ComplexType.define(b.of(PyComplex.class));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A value as an instance of a class: itself when the class is its own. */
    static PyObject instance(PyType cls, PyObject value) {
        return cls == value.type() ? value : new PyValueInstance(cls, value);
    }

    /** The text of a format specification. */
    static String spec(PyObject spec) {
        if (Values.payload(spec) instanceof PyStr s) {
            return s.toString();
        }
        throw Errors.typeError(
                "__format__() argument must be str, not %s", spec.type().name());
    }

    /** The Python error for one that a text algorithm threw. */
    static PyException error(RuntimeException e) {
        return e instanceof ArithmeticException
                ? Errors.overflowError(e.getMessage())
                : Errors.valueError(e.getMessage());
    }
}
