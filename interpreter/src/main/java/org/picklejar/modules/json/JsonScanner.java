package org.picklejar.modules.json;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** {@code _json.make_scanner}: reads values with the hooks of a decoder. */
public final class JsonScanner extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("Scanner", JsonScanner.class, PyType.OBJECT).inModule("_json");
    static final int OBJECT_HOOK = 1;
    static final int OBJECT_PAIRS_HOOK = 2;
    static final int PARSE_FLOAT = 3;
    static final int PARSE_INT = 4;
    static final int PARSE_CONSTANT = 5;
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
                .callTail("scan_once(self, string, idx: index)", (x, s, a) -> s.scan(x, a));
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

    boolean isStrict() {
        return hooks[0] == PyBool.TRUE;
    }

    PyObject hook(int which) {
        return hooks[which];
    }

    boolean wantsPairs() {
        return hooks[OBJECT_PAIRS_HOOK] != PySingleton.NONE;
    }

    private PyObject scan(Execution x, PyObject[] a) {
        if (!(Values.payload(a[1]) instanceof PyStr text)) {
            throw Errors.typeError(
                    "first argument must be a string, not %s", a[1].type().name());
        }
        int from = Values.toInt(a[2]);
        if (from < 0) {
            throw Errors.valueError("idx cannot be negative");
        }
        return new JsonReadFrame(this, text, from).run(x);
    }
}
