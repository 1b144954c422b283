package org.picklejar.modules.contextvars;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** {@code contextvars.ContextVar}. */
public final class PyContextVar extends PyInstance {
    public static final PyType TYPE = PyType.builtin("ContextVar", PyContextVar.class, PyType.OBJECT)
            .inModule("_contextvars")
            .notSubclassable();
    private final PyStr name;
    /** Null when there is none. */
    private final PyObject fallback;

    private PyContextVar(PyStr name, PyObject fallback) {
        super(TYPE);
        this.name = name;
        this.fallback = fallback;
    }

    /** One without a default. */
    public static PyContextVar of(String name) {
        return new PyContextVar(PyStr.of(name), null);
    }

    static void define(TypeBuilder<PyContextVar> b) {
        b.constructor("ContextVar(cls, name, *, default=<unset>)", (x, cls, a) -> {
                    if (!(Values.payload(a[1]) instanceof PyStr s)) {
                        throw Errors.typeError("context variable name must be a str");
                    }
                    return new PyContextVar(s, a[2]);
                })
                .member("name", v -> v.name)
                .tail("get(self, default=<unset>, /)", (Execution x, PyContextVar v, PyObject d) -> {
                    PyObject value = PyContext.current(x).get(v);
                    value = value != null ? value : d != null ? d : v.fallback;
                    if (value == null) {
                        throw Errors.of(ExceptionTypes.LOOKUP_ERROR, (PyObject) v);
                    }
                    return value;
                })
                .tail("set(self, value, /)", (Execution x, PyContextVar v, PyObject value) -> {
                    PyContext c = PyContext.current(x);
                    PyToken t = new PyToken(c, v, c.get(v));
                    c.set(v, value);
                    return t;
                })
                .tail("reset(self, token, /)", (Execution x, PyContextVar v, PyObject token) -> {
                    if (!(token instanceof PyToken t)) {
                        throw Errors.typeError("expected an instance of Token, got %s", Text.reprNow(x, token));
                    }
                    t.reset(x, v);
                    return PySingleton.NONE;
                })
                .classMethod(
                        "__class_getitem__(cls, item, /)",
                        (x, cls, a) -> x.call(x.machine.helpers.get("generic_alias"), cls, a[1]))
                .rawUnaryTail(Slot.REPR, (x, o) -> {
                    PyContextVar v = (PyContextVar) o;
                    return PyStr.of("<ContextVar name=" + Text.reprNow(x, v.name)
                            + (v.fallback == null ? "" : " default=" + Text.reprNow(x, v.fallback)) + " at "
                            + Text.address(v) + ">");
                });
    }
}
