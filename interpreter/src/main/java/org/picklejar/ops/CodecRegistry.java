package org.picklejar.ops;

import java.util.Locale;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.text.codec.ErrorHandler;
import org.picklejar.text.codec.ErrorHandlers;

/** The codecs and error handlers of one runtime (CPython: codecs.c). */
public final class CodecRegistry {
    /** The search functions, in order. */
    public final PyList searchers = new PyList();
    /** What was found: CodecInfo tuples by normalised name. */
    public final PyDict found = new PyDict();
    /** Error handlers that a program registered, by name. */
    public final PyDict handlers = new PyDict();

    private CodecRegistry() {}

    public static CodecRegistry of(Execution x) {
        return x.machine.state(CodecRegistry.class, m -> new CodecRegistry());
    }

    /** The handler in Java; null when a program registered its own, or nobody did. */
    public ErrorHandler directHandler(String name) {
        return handlers.size() > 0 && handlers.get(name) != null ? null : ErrorHandlers.named(name);
    }

    /** The handler that a program registered. */
    public PyObject handler(String name) {
        PyObject h = handlers.get(name);
        if (h == null) {
            throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "unknown error handler name '%s'", name);
        }
        return h;
    }

    /** The key of an encoding: lower case, hyphens and spaces as underscores. */
    public static String normalise(String encoding) {
        return encoding.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    PyObject encodeText(Execution x, PyStr text, String encoding, String errors) {
        return Steps.run(x, new CodecCallFrame(text, encoding, errors, true));
    }

    PyObject decodeText(Execution x, PyObject bytes, String encoding, String errors) {
        return Steps.run(x, new CodecCallFrame(bytes, encoding, errors, false));
    }
}
