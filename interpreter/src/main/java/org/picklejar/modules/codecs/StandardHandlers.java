package org.picklejar.modules.codecs;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.NativeCode;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;
import org.picklejar.text.codec.CodingError;
import org.picklejar.text.codec.ErrorHandler;
import org.picklejar.text.codec.ErrorHandlers;

/** The standard error handlers as functions that programs can call. */
final class StandardHandlers {
    private final PyDict functions = new PyDict();

    private StandardHandlers(Machine m) {}

    /** The function of a name, null for another name. */
    static PyObject of(Execution x, String name) {
        ErrorHandler handler = ErrorHandlers.named(name);
        if (handler == null) {
            return null;
        }
        PyDict all = x.machine.state(StandardHandlers.class, StandardHandlers::new).functions;
        PyObject f = all.get(name);
        if (f == null) {
            f = new PyBuiltinFunction(new Function(name, handler), null, false);
            all.put(name, f);
        }
        return f;
    }

    private static final class Function extends NativeCode {
        private final ErrorHandler handler;

        Function(String name, ErrorHandler handler) {
            super(name + "_errors(exception, /)", "_codecs", false);
            this.handler = handler;
        }

        @Override
        protected PyObject apply(Execution x, PyObject[] args) {
            return handle(handler, args[0]);
        }
    }

    private static PyObject handle(ErrorHandler handler, PyObject exception) {
        if (!(exception instanceof PyBaseException e)) {
            throw Errors.typeError("codec must pass exception instance");
        }
        if (handler == ErrorHandlers.STRICT) {
            throw new PyException(e);
        }
        if (!e.type().isSubtypeOf(ExceptionTypes.UNICODE_ERROR) || e.member("object") == null) {
            throw Errors.typeError(
                    "don't know how to handle %s in error callback", e.type().name());
        }
        int start = integer(e.member("start"));
        int end = integer(e.member("end"));
        if (handler == ErrorHandlers.IGNORE) {
            return PyTuple.of(PyStr.EMPTY, PyInt.of(end));
        }
        PyObject object = Values.payload(e.member("object"));
        if (e.type().isSubtypeOf(ExceptionTypes.UNICODE_TRANSLATE_ERROR) && handler == ErrorHandlers.REPLACE) {
            return PyTuple.of(PyStr.of("\uFFFD".repeat(end - start)), PyInt.of(end));
        }
        PyObject given = e.member("encoding");
        String encoding = given == null ? "" : given.toString();
        CodingError error;
        if (object instanceof PyStr s) {
            String text = s.toString();
            error = CodingError.encode(
                    encoding, text, text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end), "");
        } else {
            error = CodingError.decode(encoding, ((PyBytes) object).value, start, end, "");
        }
        try {
            ErrorHandler.Replacement r = handler.handle(error);
            PyObject with = r.text() != null ? PyStr.of(r.text()) : new PyBytes(r.bytes());
            return PyTuple.of(with, PyInt.of(r.position() == ErrorHandler.Replacement.BEHIND ? end : r.position()));
        } catch (CodingError again) {
            throw new PyException(e);
        } catch (IllegalArgumentException wrong) {
            throw Errors.typeError(wrong.getMessage());
        }
    }

    private static int integer(PyObject o) {
        return (int) ((PyInt) Values.payload(o)).value;
    }
}
