package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyException;
import org.picklejar.core.PyType;

/** The exceptions of module {@code _pickle}. */
final class PickleErrors {
    static final PyType PICKLE_ERROR = type("PickleError", ExceptionTypes.EXCEPTION);
    static final PyType PICKLING_ERROR = type("PicklingError", PICKLE_ERROR);
    static final PyType UNPICKLING_ERROR = type("UnpicklingError", PICKLE_ERROR);

    private PickleErrors() {}

    private static PyType type(String name, PyType base) {
        return PyType.builtin(name, PyBaseException.class, base)
                .inModule("_pickle")
                .withDict();
    }

    static PyException pickling(String message, Object... args) {
        return Errors.of(PICKLING_ERROR, message, args);
    }

    static PyException unpickling(String message, Object... args) {
        return Errors.of(UNPICKLING_ERROR, message, args);
    }

    static PyException truncated() {
        return unpickling("pickle data was truncated");
    }
}
