package org.picklejar.pickle;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.picklejar.core.Errors;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** Types of the interpreter that have no name in a module: they go by the Java class of their instances. */
final class BuiltinTypes {
    private static final String PACKAGE = "org.picklejar.";

    private BuiltinTypes() {}

    /** The arguments that {@link #find} takes. */
    static PyTuple place(PyType type) {
        return PyTuple.of(PyStr.of(type.javaClass.getName().substring(PACKAGE.length())), PyStr.of(type.name()));
    }

    static PyType find(String javaClass, String name) {
        try {
            for (Field f : Class.forName(PACKAGE + javaClass).getDeclaredFields()) {
                if (Modifier.isStatic(f.getModifiers()) && f.getType() == PyType.class) {
                    f.setAccessible(true);
                    if (f.get(null) instanceof PyType t && t.name().equals(name)) {
                        return t;
                    }
                }
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw Errors.valueError("unknown builtin type: %s", name);
        }
        throw Errors.valueError("unknown builtin type: %s", name);
    }
}
