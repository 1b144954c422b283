package org.picklejar.core;

/** Makes the exceptions that builtins raise. Messages take {@link String#format} arguments only when some are given. */
public final class Errors {
    private Errors() {}

    public static PyException of(PyType type, String message, Object... args) {
        String text = args.length == 0 ? message : String.format(message, args);
        return new PyException(new PyBaseException(type, PyTuple.of(PyStr.of(text))));
    }

    public static PyException of(PyType type, PyObject... args) {
        return new PyException(new PyBaseException(type, PyTuple.of(args)));
    }

    public static PyException typeError(String message, Object... args) {
        return of(ExceptionTypes.TYPE_ERROR, message, args);
    }

    public static PyException valueError(String message, Object... args) {
        return of(ExceptionTypes.VALUE_ERROR, message, args);
    }

    public static PyException runtimeError(String message, Object... args) {
        return of(ExceptionTypes.RUNTIME_ERROR, message, args);
    }

    public static PyException indexError(String message) {
        return of(ExceptionTypes.INDEX_ERROR, message);
    }

    public static PyException keyError(PyObject key) {
        return of(ExceptionTypes.KEY_ERROR, key);
    }

    public static PyException overflowError(String message, Object... args) {
        return of(ExceptionTypes.OVERFLOW_ERROR, message, args);
    }

    public static PyException zeroDivision(String message) {
        return of(ExceptionTypes.ZERO_DIVISION_ERROR, message);
    }

    public static PyException systemError(String message, Object... args) {
        return of(ExceptionTypes.SYSTEM_ERROR, message, args);
    }

    /** The usual message for an object that lacks an attribute. */
    public static PyException attributeError(PyObject object, PyStr name) {
        String message;
        if (object instanceof PyType t) {
            message = "type object '" + t.name() + "' has no attribute '" + name + "'";
        } else if (object instanceof PyModule m) {
            PyObject moduleName = m.namespace().get(Names.NAME);
            message = moduleName instanceof PyStr s
                    ? "module '" + s + "' has no attribute '" + name + "'"
                    : "module has no attribute '" + name + "'";
        } else {
            message = "'" + object.type().nameWithModule() + "' object has no attribute '" + name + "'";
        }
        return attributeError(message, object, name);
    }

    public static PyException attributeError(String message, PyObject object, PyStr name) {
        PyException e = of(ExceptionTypes.ATTRIBUTE_ERROR, PyStr.of(message));
        e.value.setMember("name", name);
        e.value.setMember("obj", object);
        return e;
    }

    public static PyException nameError(PyStr name) {
        PyException e = of(ExceptionTypes.NAME_ERROR, PyStr.of("name '" + name + "' is not defined"));
        e.value.setMember("name", name);
        return e;
    }

    /** @param value null for a plain end */
    public static PyException stopIteration(PyObject value) {
        PyBaseException v =
                new PyBaseException(ExceptionTypes.STOP_ITERATION, value == null ? PyTuple.EMPTY : PyTuple.of(value));
        v.setMember("value", value == null ? PySingleton.NONE : value);
        return new PyException(v);
    }

    /** The name of a value's class, for messages. */
    public static String typeName(PyObject o) {
        return o.type().name();
    }
}
