package org.picklejar.modules.json;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Values;

/** The module {@code _json}. */
public final class JsonModule {
    /** So deep may objects and arrays be nested in CPython 3.13, which reads and writes them on the stack of C. */
    static final int MOST_NESTED = 10_000;

    private JsonModule() {}

    public static PyModule create() {
        return new ModuleBuilder("_json")
                .function(
                        "encode_basestring_ascii(string, /) -- Return a JSON text of a str in ASCII.",
                        (PyObject s) -> quoted(s, true))
                .function(
                        "encode_basestring(string, /) -- Return a JSON text of a str.",
                        (PyObject s) -> quoted(s, false))
                .tailN(
                        "scanstring(string, end: index, strict: bool = True, /) -- Read a JSON string whose opening quote is before end; return it and where it "
                                + "ends.",
                        JsonModule::scanString)
                .constant("make_scanner", JsonScanner.TYPE)
                .constant("make_encoder", JsonEncoder.TYPE)
                .build();
    }

    public static void define(String name, TypeBuilder<?> b) {
        if (name.equals("_json.Scanner")) {
            JsonScanner.define(b);
        } else {
            JsonEncoder.define(b);
        }
    }

    private static PyObject quoted(PyObject o, boolean ascii) {
        if (!(Values.payload(o) instanceof PyStr s)) {
            throw Errors.typeError(
                    "first argument must be a string, not %s", o.type().name());
        }
        StringBuilder out = new StringBuilder(s.length() + 2);
        JsonText.quote(s, ascii, out);
        return PyStr.of(out.toString());
    }

    private static PyObject scanString(Execution x, PyObject[] a) {
        if (!(Values.payload(a[0]) instanceof PyStr s)) {
            throw Errors.typeError(
                    "first argument must be a string, not %s", a[0].type().name());
        }
        int from = Values.toInt(a[1]);
        if (from < 0 || from > s.length()) {
            throw Errors.valueError("end is out of bounds");
        }
        JsonLexer lexer = new JsonLexer(s, from);
        try {
            PyObject v = lexer.string(Values.isTrue(a[2]));
            return PyTuple.of(v, PyInt.of(lexer.at));
        } catch (JsonLexer.Invalid e) {
            return raise(x, e, s);
        }
    }

    static PyObject raise(Execution x, JsonLexer.Invalid e, PyStr text) {
        return x.call(x.machine.helpers.get("json_error"), PyStr.of(e.problem), text, PyInt.of(e.place));
    }

    /** The arguments of a call for two parameters. TypeError when they do not fit. */
    static PyObject[] bind(String function, PyObject[] args, PyTuple names, String first, String second) {
        String[] parameters = {first, second};
        if (args.length > 2) {
            throw Errors.typeError("%s() takes at most 2 arguments (%d given)", function, args.length);
        }
        int given = args.length - (names == null ? 0 : names.size());
        PyObject[] bound = Arrays.copyOf(Arrays.copyOf(args, given), 2);
        PyException wrong = null;
        for (int i = given; i < args.length; i++) {
            int at = Arrays.asList(parameters).indexOf(names.get(i - given).toString());
            if (at < 0) {
                wrong = Errors.typeError(
                        "%s() got an unexpected keyword argument '%s'", function, names.get(i - given));
            } else if (bound[at] != null) {
                wrong = Errors.typeError(
                        "argument for %s() given by name ('%s') and position (%d)", function, parameters[at], at + 1);
            } else {
                bound[at] = args[i];
            }
        }
        for (int i = 0; i < 2; i++) {
            if (bound[i] == null) {
                throw Errors.typeError("%s() missing required argument '%s' (pos %d)", function, parameters[i], i + 1);
            }
        }
        if (wrong != null) {
            throw wrong;
        }
        return bound;
    }
}
