package org.picklejar.modules.json;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
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
}
