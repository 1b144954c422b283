package org.picklejar.interp;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Text;

/** Generators, coroutines, async generators and their awaitables. */
final class GeneratorTypes {
    private GeneratorTypes() {}

    static void define(String name, TypeBuilder<?> builder) {
        TypeBuilder<PyGenerator> b = builder.of(PyGenerator.class);
        String prefix = name.equals("generator") ? "gi" : name.equals("coroutine") ? "cr" : "ag";
        b.unary(Slot.REPR, g -> PyStr.of("<" + name + " object " + g.qualname + " at " + Text.address(g) + ">"))
                .property("__name__", g -> g.name, (g, v) -> g.name = string(v, "__name__"))
                .property("__qualname__", g -> g.qualname, (g, v) -> g.qualname = string(v, "__qualname__"))
                .getter(prefix + "_frame", g -> FrameType.expose(g.frame))
                .getter(prefix + "_code", g -> g.code)
                .getter(
                        prefix + "_running",
                        g -> PyBool.of(
                                name.equals("async_generator") ? g.asyncRunning : g.state == PyGenerator.State.RUNNING))
                .getter(prefix + "_suspended", g -> PyBool.of(g.state == PyGenerator.State.SUSPENDED));
        if (!name.equals("async_generator")) {
            b.getter(name.equals("generator") ? "gi_yieldfrom" : "cr_await", g -> InterpreterTypes.orNone(g.delegate()))
                    .tail("send(self, object, /)", (Execution x, PyGenerator g, PyObject v) -> g.resume(x, v))
                    .tail(
                            "throw(self, typ, val=<unset>, tb=<unset>, /)",
                            (Execution x, PyGenerator g, PyObject t, PyObject v, PyObject tb) ->
                                    Generators.raise(x, g, thrown(x, t, v, tb)))
                    .tail("close(self, /)", (Execution x, PyGenerator g) -> Generators.close(x, g));
        }
        switch (name) {
            case "generator" ->
                b.unary(Slot.ITER, g -> g)
                        .unaryTail(Slot.NEXT, (x, g) -> g.next(x))
                        .classMethod(
                                "__class_getitem__(cls, object, /)",
                                (x, cls, a) -> x.call(x.machine.helpers.get("generic_alias"), cls, a[1]));
            case "coroutine" ->
                b.unary(Slot.AWAIT, CoroutineWrapper::new).getter("cr_origin", g -> InterpreterTypes.orNone(g.origin));
            default ->
                b.unary(Slot.AITER, g -> g)
                        .unaryTail(Slot.ANEXT, (x, g) -> step(x, g, AsyncStep.Action.SEND, null))
                        .getter("ag_await", g -> InterpreterTypes.orNone(g.delegate()))
                        .tail(
                                "asend(self, object, /)",
                                (Execution x, PyGenerator g, PyObject v) -> step(x, g, AsyncStep.Action.SEND, v))
                        .tail(
                                "athrow(self, typ, val=<unset>, tb=<unset>, /)",
                                (Execution x, PyGenerator g, PyObject t, PyObject v, PyObject tb) ->
                                        step(x, g, AsyncStep.Action.THROW, arguments(t, v, tb)))
                        .tail(
                                "aclose(self, /)",
                                (Execution x, PyGenerator g) -> step(x, g, AsyncStep.Action.CLOSE, null))
                        .classMethod(
                                "__class_getitem__(cls, object, /)",
                                (x, cls, a) -> x.call(x.machine.helpers.get("generic_alias"), cls, a[1]));
        }
    }

    private static PyObject string(PyObject v, String what) {
        if (!(v instanceof PyStr)) {
            throw Errors.typeError("%s must be set to a string object", what);
        }
        return v;
    }

    /** Makes an awaitable; at the first one the hooks of {@code sys.set_asyncgen_hooks} are asked. */
    private static PyObject step(Execution x, PyGenerator g, AsyncStep.Action action, PyObject argument) {
        if (!g.hooksInitialised) {
            g.hooksInitialised = true;
            PyObject first = x.asyncgenHooks.first();
            g.finalizer = x.asyncgenHooks.finalizer();
            if (first != null) {
                x.await(() -> x.call(first, g));
            }
        }
        return new AsyncStep(g, action, argument);
    }

    private static PyTuple arguments(PyObject type, PyObject value, PyObject tb) {
        return value == null ? PyTuple.of(type) : tb == null ? PyTuple.of(type, value) : PyTuple.of(type, value, tb);
    }

    /** The exception of a {@code throw} call with one to three arguments. */
    static PyException thrown(Execution x, PyTuple a) {
        return thrown(x, a.get(0), a.size() > 1 ? a.get(1) : null, a.size() > 2 ? a.get(2) : null);
    }

    /** The exception of a {@code throw(type, value, traceback)} call. */
    static PyException thrown(Execution x, PyObject type, PyObject value, PyObject tb) {
        PyObject v = value == PySingleton.NONE ? null : value;
        if (tb != null && tb != PySingleton.NONE && !(tb instanceof PyTraceback)) {
            throw Errors.typeError("throw() third argument must be a traceback object");
        }
        PyBaseException e;
        if (type instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            PyObject made = v instanceof PyBaseException b && b.type().isSubtypeOf(t)
                    ? v
                    : x.await(() -> v == null
                            ? x.call(t)
                            : v instanceof PyTuple args ? x.call(t, args.items, null) : x.call(t, v));
            if (!(made instanceof PyBaseException b)) {
                throw Errors.typeError("exceptions must derive from BaseException");
            }
            e = b;
        } else if (type instanceof PyBaseException b) {
            if (v != null) {
                throw Errors.typeError("instance exception may not have a separate value");
            }
            e = b;
        } else {
            throw Errors.typeError(
                    "exceptions must be classes or instances deriving from BaseException, not %s",
                    type.type().name());
        }
        if (tb instanceof PyTraceback t) {
            e.traceback = t;
        }
        return new PyException(e);
    }

    static void asyncStep(TypeBuilder<AsyncStep> b) {
        b.unary(Slot.ITER, s -> s)
                .unary(Slot.AWAIT, s -> s)
                .unaryTail(Slot.NEXT, (x, s) -> s.send(x, PySingleton.NONE, null))
                .tail("send(self, object, /)", (Execution x, AsyncStep s, PyObject v) -> s.send(x, v, null))
                .tail(
                        "throw(self, typ, val=<unset>, tb=<unset>, /)",
                        (Execution x, AsyncStep s, PyObject t, PyObject v, PyObject tb) ->
                                s.send(x, PySingleton.NONE, arguments(t, v, tb)))
                .method("close(self, /)", (AsyncStep s) -> {
                    s.state = AsyncStep.State.DONE;
                    return (PyObject) PySingleton.NONE;
                });
    }

    static void wrapper(TypeBuilder<CoroutineWrapper> b) {
        b.unary(Slot.ITER, w -> w)
                .unaryTail(Slot.NEXT, (x, w) -> w.coroutine.next(x))
                .tail(
                        "send(self, object, /)",
                        (Execution x, CoroutineWrapper w, PyObject v) -> w.coroutine.resume(x, v))
                .tail(
                        "throw(self, typ, val=<unset>, tb=<unset>, /)",
                        (Execution x, CoroutineWrapper w, PyObject t, PyObject v, PyObject tb) ->
                                Generators.raise(x, w.coroutine, thrown(x, t, v, tb)))
                .tail("close(self, /)", (Execution x, CoroutineWrapper w) -> Generators.close(x, w.coroutine));
    }
}
