package org.picklejar.modules.json;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyMethodWrapper;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** {@code _json.make_scanner}: reads values with the hooks of a decoder. With hooks of the program, and for errors, Python reads. */
public final class JsonScanner extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("Scanner", JsonScanner.class, PyType.OBJECT).inModule("_json");
    private static final String[] HOOKS = {
        "strict", "object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant"
    };

    private PyObject context;
    private final PyObject[] hooks = new PyObject[HOOKS.length];

    private JsonScanner(PyType type) {
        super(type);
    }

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<JsonScanner> b = builder.of(JsonScanner.class)
                .doc("Reads JSON values.")
                .constructor("make_scanner(cls, context)", (x, cls, a) -> make(x, cls, a[1]))
                .callTail(Slot.CALL, JsonScanner::scan);
        for (int i = 0; i < HOOKS.length; i++) {
            int n = i;
            b.getter(HOOKS[i], s -> s.hooks[n]);
        }
    }

    private static PyObject make(Execution x, PyType cls, PyObject context) {
        JsonScanner s = new JsonScanner(cls);
        s.context = context;
        for (int i = 0; i < HOOKS.length; i++) {
            s.hooks[i] = Attributes.getNow(x, context, PyStr.of(HOOKS[i]));
            if (s.hooks[i] == null) {
                throw Errors.of(
                        ExceptionTypes.ATTRIBUTE_ERROR,
                        "'%s' object has no attribute '%s'",
                        context.type().name(),
                        HOOKS[i]);
            }
        }
        s.hooks[0] = PyBool.of(Truth.test(x, s.hooks[0]));
        return s;
    }

    /** The decoder and its hooks, for pickling. */
    public PyTuple parts() {
        return PyTuple.of(context, PyTuple.of(hooks.clone()));
    }

    /** Takes what {@link #parts} gave. The decoder need not be whole yet. */
    public void fill(PyTuple parts) {
        context = parts.get(0);
        System.arraycopy(((PyTuple) parts.get(1)).items, 0, hooks, 0, hooks.length);
    }

    private boolean hasOnlyDefaults() {
        return hooks[1] == PySingleton.NONE
                && hooks[2] == PySingleton.NONE
                && hooks[3] == PyFloat.TYPE
                && hooks[4] == PyInt.TYPE
                && (hooks[5] instanceof PyMethodWrapper || hooks[5] instanceof PyBuiltinFunction);
    }

    private static PyObject scan(Execution x, PyObject self, PyObject[] args, PyTuple names) {
        JsonScanner s = (JsonScanner) self;
        if (args.length != 2 || names != null) {
            return x.call(x.machine.helpers.get("json_scan"), args, names);
        }
        PyObject text = args[0];
        if (!(Values.payload(text) instanceof PyStr t)) {
            throw Errors.typeError(
                    "first argument must be a string, not %s", text.type().name());
        }
        int from = Values.toInt(x, args[1]);
        if (from < 0) {
            throw Errors.valueError("idx cannot be negative");
        }
        if (s.hasOnlyDefaults()) {
            JsonReader reader = new JsonReader(x, t, from, s.hooks[0] == PyBool.TRUE);
            try {
                PyObject v = reader.value();
                return PyTuple.of(v, PyInt.of(reader.at));
            } catch (JsonReader.Refused e) {
                if (e.problem != null) {
                    return x.call(x.machine.helpers.get("json_error"), PyStr.of(e.problem), text, PyInt.of(e.place));
                }
                // Python says what is wrong.
                return x.call(x.machine.helpers.get("json_scan"), s.context, text, args[1]);
            }
        }
        return x.call(x.machine.helpers.get("json_scan"), s.context, text, args[1]);
    }
}
