package org.picklejar.modules.contextvars;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Text;

/** {@code contextvars.Token}: what {@code ContextVar.set} gives to {@code reset}. */
public final class PyToken extends PyInstance {
    public static final PyType TYPE = PyType.builtin("Token", PyToken.class, PyType.OBJECT)
            .inModule("_contextvars")
            .notSubclassable();
    /** {@code Token.MISSING}. */
    static final PyType MISSING_TYPE = PyType.builtin("Missing", PyInstance.class, PyType.OBJECT)
            .inModule("_contextvars.Token")
            .notSubclassable();

    static final PyInstance MISSING = new PyInstance(MISSING_TYPE);

    private final PyContext context;
    private final PyContextVar variable;
    /** Null when the variable had no value. */
    private final PyObject old;

    private boolean used;

    PyToken(PyContext context, PyContextVar variable, PyObject old) {
        super(TYPE);
        this.context = context;
        this.variable = variable;
        this.old = old;
    }

    /** (context, variable, old value or {@code Token.MISSING}, used), which {@link #of} takes. */
    public PyTuple parts() {
        return PyTuple.of(context, variable, old == null ? MISSING : old, PyBool.of(used));
    }

    /** A token as it was elsewhere. */
    public static PyToken of(PyObject context, PyObject variable, PyObject old, PyObject used) {
        PyToken t = new PyToken((PyContext) context, (PyContextVar) variable, old == MISSING ? null : old);
        t.used = used == PyBool.TRUE;
        return t;
    }

    void reset(Execution x, PyContextVar v) {
        if (used) {
            throw Errors.runtimeError("%s has already been used once", Text.reprNow(x, this));
        }
        if (variable != v) {
            throw Errors.valueError("%s was created by a different ContextVar", Text.reprNow(x, this));
        }
        if (context != PyContext.current(x)) {
            throw Errors.valueError("%s was created in a different Context", Text.reprNow(x, this));
        }
        used = true;
        context.set(v, old);
    }

    static void define(TypeBuilder<PyToken> b) {
        b.member("var", t -> t.variable)
                .getter("old_value", t -> t.old == null ? MISSING : t.old)
                .constant("MISSING", MISSING)
                .notHashable()
                .classMethod(
                        "__class_getitem__(cls, item, /)",
                        (x, cls, a) -> x.call(x.machine.helpers.get("generic_alias"), cls, a[1]))
                .rawUnaryTail(Slot.REPR, (x, o) -> {
                    PyToken t = (PyToken) o;
                    return PyStr.of("<Token" + (t.used ? " used" : "") + " var=" + Text.reprNow(x, t.variable) + " at "
                            + Text.address(t) + ">");
                });
    }

    static void defineMissing(TypeBuilder<PyInstance> b) {
        b.unary(Slot.REPR, m -> PyStr.of("<Token.MISSING>"));
    }
}
