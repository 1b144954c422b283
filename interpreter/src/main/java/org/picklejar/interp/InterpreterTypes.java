package org.picklejar.interp;

import org.picklejar.core.Errors;
import org.picklejar.core.Identity;
import org.picklejar.core.Names;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyMethod;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** Finds the tables of the types that belong to running code. */
public final class InterpreterTypes {
    private InterpreterTypes() {}

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "function" -> FunctionType.define(b);
            case "method" -> method(b.of(PyMethod.class));
            case "cell" -> cell(b.of(PyCell.class));
            case "code" -> CodeType.define(b);
            case "frame" -> FrameType.define(b);
            case "traceback" -> traceback(b.of(PyTraceback.class));
            case "generator", "coroutine", "async_generator" -> GeneratorTypes.define(name, b);
            case "async_generator_asend", "async_generator_athrow" -> GeneratorTypes.asyncStep(b.of(AsyncStep.class));
            case "coroutine_wrapper" -> GeneratorTypes.wrapper(b.of(CoroutineWrapper.class));
            case "async_generator_wrapped_value" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    private static void method(TypeBuilder<PyMethod> b) {
        b.constructor("method(cls, function, instance, /)", (x, cls, a) -> {
                    if (a[1].type().call(Slot.CALL) == null) {
                        throw Errors.typeError("first argument must be callable");
                    }
                    if (a[2] == PySingleton.NONE) {
                        throw Errors.typeError("instance must not be None");
                    }
                    return new PyMethod(a[1], a[2]);
                })
                .call(Slot.CALL, (x, m, args, names) -> {
                    PyMethod p = (PyMethod) m;
                    PyObject[] all = new PyObject[args.length + 1];
                    all[0] = p.self;
                    System.arraycopy(args, 0, all, 1, args.length);
                    return x.call(p.function, all, names);
                })
                .rawTernary(Slot.GET, (x, m, o, t) -> m)
                .rawBinary(Slot.GETATTRIBUTE, (x, m, n) -> {
                    PyStr name = Attributes.nameOf(n);
                    PyObject v = PyMethod.TYPE.lookup(name) != null ? Attributes.find(x, m, name) : null;
                    return v != null ? v : Attributes.get(x, ((PyMethod) m).function, name);
                })
                .rawBinary(Slot.EQ, (x, p, q) -> {
                    if (!(q instanceof PyMethod n && p instanceof PyMethod m)) {
                        return PySingleton.NOT_IMPLEMENTED;
                    }
                    return m.self == n.self ? Comparisons.equal(x, m.function, n.function) : PyBool.FALSE;
                })
                .unary(Slot.HASH, m -> PyInt.of(Identity.hash(m.self) * 31 ^ Identity.hash(m.function)))
                .rawUnaryTail(Slot.REPR, (x, o) -> {
                    PyMethod m = (PyMethod) o;
                    PyObject name = Attributes.getNow(x, m.function, Names.QUALNAME);
                    return PyStr.of("<bound method " + (name instanceof PyStr ? name : "?") + " of "
                            + Text.reprNow(x, m.self) + ">");
                })
                .member("__func__", m -> m.function)
                .member("__self__", m -> m.self)
                .getSet("__doc__", (x, o) -> Attributes.get(x, ((PyMethod) o).function, Names.DOC), null)
                .tailN("__reduce__(self, /)", (x, m, a) -> x.call(x.machine.helpers.get("reduce_method"), m));
    }

    private static void cell(TypeBuilder<PyCell> b) {
        b.constructor("cell(cls, contents=<unset>, /)", (x, cls, a) -> new PyCell(a[1]))
                .property(
                        "cell_contents",
                        c -> {
                            if (c.value == null) {
                                throw Errors.valueError("Cell is empty");
                            }
                            return c.value;
                        },
                        (c, v) -> c.value = v)
                .unary(
                        Slot.REPR,
                        c -> PyStr.of("<cell at " + Text.address(c) + ": "
                                + (c.value == null
                                        ? "empty"
                                        : c.value.type().name() + " object at " + Text.address(c.value))
                                + ">"))
                .comparisons((x, c, o, op) -> {
                    if (!(o instanceof PyCell d)) {
                        return PySingleton.NOT_IMPLEMENTED;
                    }
                    if (c.value != null && d.value != null) {
                        return Comparisons.compare(x, op, c.value, d.value);
                    }
                    return PyBool.of(
                            Comparisons.holds(op, Integer.compare(c.value == null ? 0 : 1, d.value == null ? 0 : 1)));
                });
    }

    private static void traceback(TypeBuilder<PyTraceback> b) {
        b.constructor(
                        "traceback(cls, tb_next, tb_frame, tb_lasti, tb_lineno)",
                        (x, cls, a) -> new PyTraceback(
                                a[1] instanceof PyTraceback t ? t : null,
                                Values.as(PythonFrame.class, a[2], "traceback() argument 'tb_frame' must be frame"),
                                Values.toInt(Values.as(PyInt.class, a[3])),
                                Values.toInt(Values.as(PyInt.class, a[4]))))
                .property("tb_next", t -> orNone(t.next), (t, v) -> {
                    if (!(v instanceof PyTraceback) && v != PySingleton.NONE) {
                        throw Errors.typeError(
                                "expected traceback object or None, got '%s'",
                                v == null ? "NULL" : v.type().name());
                    }
                    for (PyTraceback n = v instanceof PyTraceback p ? p : null; n != null; n = n.next) {
                        if (n == t) {
                            throw Errors.valueError("traceback loop detected");
                        }
                    }
                    t.next = v instanceof PyTraceback p ? p : null;
                })
                .member("tb_frame", t -> t.frame)
                .member("tb_lasti", t -> PyInt.of(t.lasti))
                .getter("tb_lineno", t -> PyInt.of(t.line))
                .method("__dir__(self, /)", (PyTraceback t) -> (PyObject) PyList.of(
                        PyStr.of("tb_frame"), PyStr.of("tb_next"), PyStr.of("tb_lasti"), PyStr.of("tb_lineno")));
    }
}
