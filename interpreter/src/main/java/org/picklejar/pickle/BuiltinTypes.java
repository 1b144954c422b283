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
            Class<?> c = Class.forName(PACKAGE + javaClass);
            PyType found = among(c, null, name);
            for (Class<?> kinds : c.getDeclaredClasses()) {
                // One Java class may stand for several types, of which an enum knows.
                Object[] constants = kinds.getEnumConstants();
                for (int i = 0; found == null && constants != null && i < constants.length; i++) {
                    found = among(kinds, constants[i], name);
                }
            }
            if (found != null) {
                return found;
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw Errors.valueError("unknown builtin type: %s", name);
        }
        throw Errors.valueError("unknown builtin type: %s", name);
    }

    /** The type of a name among the static fields of a class, or among those of an object of it. */
    private static PyType among(Class<?> c, Object o, String name) throws IllegalAccessException {
        for (Field f : c.getDeclaredFields()) {
            if (Modifier.isStatic(f.getModifiers()) == (o == null) && f.getType() == PyType.class) {
                f.setAccessible(true);
                if (f.get(o) instanceof PyType t && t.name().equals(name)) {
                    return t;
                }
            }
        }
        return null;
    }
}
