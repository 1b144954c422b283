package org.picklejar.modules.json;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** {@code _json.make_encoder}: writes values, with what the program has set for other objects and for strings. */
public final class JsonEncoder extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("Encoder", JsonEncoder.class, PyType.OBJECT).inModule("_json");
    private static final String[] MEMBERS = {
        "markers", "default", "encoder", "indent", "key_separator", "item_separator", "sort_keys", "skipkeys"
    };

    /** Who quotes strings. */
    enum Quoting {
        ASCII,
        UNICODE,
        OTHER
    }

    /** markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan */
    private PyObject[] settings;

    Quoting quoting;
    boolean sortKeys;
    boolean allowNan;

    private JsonEncoder(PyType type) {
        super(type);
    }

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<JsonEncoder> b = builder.of(JsonEncoder.class).doc("Writes JSON values.");
        b.constructor(
                        "make_encoder(cls, markers, default, encoder, indent, key_separator, item_separator, sort_keys: bool, skipkeys: bool, allow_nan: bool)",
                        JsonEncoder::make)
                .method("__reduce__(self, /)", e -> PyTuple.of(e.type(), PyTuple.of(e.settings)))
                .callTail(
                        "_iterencode(self, obj, _current_indent_level: index)",
                        (x, e, a) -> new JsonWriteFrame(e, a[1], Values.toInt(a[2])).run(x));
        for (int i = 0; i < MEMBERS.length; i++) {
            int n = i;
            b.member(MEMBERS[i], e -> e.settings[n]);
        }
    }

    private static PyObject make(Execution x, PyType cls, PyObject[] a) {
        JsonEncoder e = new JsonEncoder(cls);
        e.settings = Arrays.copyOfRange(a, 1, a.length);
        if (a[1] != PySingleton.NONE && !(a[1] instanceof PyDict)) {
            throw Errors.typeError(
                    "make_encoder() argument 1 must be dict or None, not %s",
                    a[1].type().name());
        }
        for (int i = 5; i <= 6; i++) {
            if (!(Values.payload(a[i]) instanceof PyStr)) {
                throw Errors.typeError(
                        "make_encoder() argument %d must be str, not %s",
                        i, a[i].type().name());
            }
        }
        e.quoting = quoting(a[3]);
        e.sortKeys = Values.isTrue(a[7]);
        e.allowNan = Values.isTrue(a[9]);
        return e;
    }

    private static Quoting quoting(PyObject function) {
        if (function instanceof PyBuiltinFunction f && f.self instanceof PyModule) {
            return switch (f.code.name) {
                case "encode_basestring_ascii" -> Quoting.ASCII;
                case "encode_basestring" -> Quoting.UNICODE;
                default -> Quoting.OTHER;
            };
        }
        return Quoting.OTHER;
    }

    boolean looksForCircles() {
        return settings[0] != PySingleton.NONE;
    }

    PyObject defaultFunction() {
        return settings[1];
    }

    PyObject quotingFunction() {
        return settings[2];
    }

    PyObject indent() {
        return settings[3];
    }

    String keySeparator() {
        return settings[4].toString();
    }

    String itemSeparator() {
        return settings[5].toString();
    }

    boolean skipsKeys() {
        return settings[7] == PyBool.TRUE;
    }
}
