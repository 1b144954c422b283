package org.picklejar.modules.json;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.IntLimits;
import org.picklejar.ops.Values;
import org.picklejar.text.FloatText;

/** {@code _json.make_encoder}: writes exact builtin values itself and leaves all others to the library's Python encoder. */
public final class JsonEncoder extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("Encoder", JsonEncoder.class, PyType.OBJECT).inModule("_json");
    private static final int MOST_NESTED = 800;

    /** markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan */
    private PyObject[] settings;

    private boolean sortKeys;
    private boolean allowNan;

    private JsonEncoder(PyType type) {
        super(type);
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(JsonEncoder.class)
                .doc("Writes JSON values.")
                .constructor(
                        "make_encoder(cls, markers, default, encoder, indent, key_separator, item_separator, sort_keys: bool, skipkeys: bool, allow_nan: bool)",
                        JsonEncoder::make)
                .method("__reduce__(self, /)", e -> PyTuple.of(e.type(), PyTuple.of(e.settings)))
                .call(Slot.CALL, JsonEncoder::encode);
    }

    private static PyObject make(Execution x, PyType cls, PyObject[] a) {
        JsonEncoder e = new JsonEncoder(cls);
        e.settings = Arrays.copyOfRange(a, 1, a.length);
        if (a[1] != PySingleton.NONE && !(a[1] instanceof PyDict)) {
            throw Errors.typeError(
                    "make_encoder() argument 1 must be dict or None, not %s",
                    a[1].type().name());
        }
        e.sortKeys = Values.isTrue(a[7]);
        e.allowNan = Values.isTrue(a[9]);
        return e;
    }

    private static PyObject encode(Execution x, PyObject self, PyObject[] args, PyTuple names) {
        JsonEncoder e = (JsonEncoder) self;
        if (names == null && args.length >= 1 && args.length <= 2) {
            int quoting = e.quoting();
            StringBuilder out = new StringBuilder();
            if (quoting >= 0
                    && e.settings[3] == PySingleton.NONE
                    && e.settings[4] instanceof PyStr
                    && e.settings[5] instanceof PyStr
                    && e.write(x, args[0], quoting == 1, 0, out)) {
                return PyTuple.of(PyStr.of(out.toString()));
            }
        }
        PyObject[] all = new PyObject[args.length + 1];
        all[0] = PyTuple.of(e.settings);
        System.arraycopy(args, 0, all, 1, args.length);
        return x.call(x.machine.helpers.get("json_iterencode"), all, names);
    }

    /** 1 when strings are to be ASCII, 0 when not, -1 when a function of the program quotes them. */
    private int quoting() {
        if (settings[2] instanceof PyBuiltinFunction f && f.self instanceof PyModule) {
            return f.code.name.equals("encode_basestring_ascii") ? 1 : f.code.name.equals("encode_basestring") ? 0 : -1;
        }
        return -1;
    }

    /** @return false when Python must write the whole: a value is of another type, or an error is to be raised */
    private boolean write(Execution x, PyObject o, boolean ascii, int depth, StringBuilder out) {
        if (o instanceof PyStr s) {
            JsonText.quote(s, ascii, out);
        } else if (o == PySingleton.NONE) {
            out.append("null");
        } else if (o == PyBool.TRUE) {
            out.append("true");
        } else if (o == PyBool.FALSE) {
            out.append("false");
        } else if (o instanceof PyInteger i) {
            out.append(IntLimits.decimal(x, i));
        } else if (o instanceof PyFloat f) {
            return number(f.value, out);
        } else if (depth > MOST_NESTED) {
            return false;
        } else if (o instanceof PyList l && l.type() == PyList.TYPE) {
            return items(x, l.items, l.size, ascii, depth, out);
        } else if (o instanceof PyTuple t) {
            return items(x, t.items, t.items.length, ascii, depth, out);
        } else if (o instanceof PyDict d && d.isExact()) {
            return members(x, d, ascii, depth, out);
        } else {
            return false;
        }
        return true;
    }

    private boolean number(double v, StringBuilder out) {
        if (Double.isNaN(v) || Double.isInfinite(v)) {
            out.append(Double.isNaN(v) ? "NaN" : v > 0 ? "Infinity" : "-Infinity");
            return allowNan;
        }
        out.append(FloatText.repr(v));
        return true;
    }

    private boolean items(Execution x, PyObject[] items, int size, boolean ascii, int depth, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                out.append(settings[5]);
            }
            if (!write(x, items[i], ascii, depth + 1, out)) {
                return false;
            }
        }
        out.append(']');
        return true;
    }

    private boolean members(Execution x, PyDict d, boolean ascii, int depth, StringBuilder out) {
        PyObject[] keys = d.keyArray();
        PyObject[] values = d.valueArray();
        if (sortKeys) {
            for (PyObject k : keys) {
                if (!(k instanceof PyStr)) {
                    return false;
                }
            }
            Arrays.sort(keys, (a, b) -> ((PyStr) a).compareTo((PyStr) b));
            Arrays.setAll(values, i -> d.get((PyStr) keys[i]));
        }
        out.append('{');
        for (int i = 0; i < keys.length; i++) {
            PyObject k = keys[i];
            String key = k instanceof PyStr ? null : keyText(x, k);
            if (key == null && !(k instanceof PyStr)) {
                return false;
            }
            if (i > 0) {
                out.append(settings[5]);
            }
            JsonText.quote(k instanceof PyStr s ? s : PyStr.of(key), ascii, out);
            out.append(settings[4]);
            if (!write(x, values[i], ascii, depth + 1, out)) {
                return false;
            }
        }
        out.append('}');
        return true;
    }

    /** The text of a key that is no str; null when Python must see to it (skipkeys, errors). */
    private String keyText(Execution x, PyObject k) {
        if (k == PySingleton.NONE) {
            return "null";
        } else if (k instanceof PyBool) {
            return k == PyBool.TRUE ? "true" : "false";
        } else if (k instanceof PyInteger i) {
            return IntLimits.decimal(x, i);
        } else if (k instanceof PyFloat f) {
            StringBuilder out = new StringBuilder();
            return number(f.value, out) ? out.toString() : null;
        }
        return null;
    }
}
