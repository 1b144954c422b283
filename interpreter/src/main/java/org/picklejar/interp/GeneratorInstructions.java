package org.picklejar.interp;

import org.picklejar.code.CodeObject;
import org.picklejar.code.Opcode;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.ReturningIterator;

/** The instructions of generators and coroutines, beyond YIELD, which the loop does. */
public final class GeneratorInstructions {
    private GeneratorInstructions() {}

    /** The body returned: its consumer gets StopIteration, or goes on behind its loop at once. */
    public static PyObject returnGenerator(Execution x, PythonFrame f, PyObject value) {
        PyGenerator g = f.generator;
        g.finish();
        Frame back = f.back;
        f.back = null;
        x.top = back;
        if (g.kind == PyGenerator.Kind.ASYNC_GENERATOR) {
            throw Errors.of(ExceptionTypes.STOP_ASYNC_ITERATION);
        }
        if (back instanceof PythonFrame p && p.endIteration(p.pc - Opcode.WIDTH, value)) {
            if (p.steps != null) {
                p.steps.ended(value);
            }
            return Pending.PENDING;
        }
        throw Errors.stopIteration(value == PySingleton.NONE ? null : value);
    }

    /**
     * Sends to what a generator delegates to.
     *
     * @return what it yields, PENDING, or null at the end, whose result is {@link Compiled#takeEnd} then. An end that comes later as
     *     StopIteration is found by {@link Unwinder}.
     */
    public static PyObject send(Execution x, PyObject iterator, PyObject value) {
        if (iterator instanceof PyGenerator g && g.kind != PyGenerator.Kind.ASYNC_GENERATOR) {
            return g.enter(x, value);
        }
        x.endValue = null;
        if (iterator instanceof ReturningIterator i) {
            return i.nextOrEnd(x, value);
        }
        if (value == PySingleton.NONE) {
            return Iteration.next(x, iterator);
        }
        Frame caller = x.top;
        return Finish.CALL_RESULT.on(x, caller, Attributes.get(x, iterator, Names.SEND), PyTuple.of(value), null);
    }

    public static PyObject getYieldFromIter(Execution x, PythonFrame f, PyObject o) {
        if (!(o instanceof PyGenerator g) || g.kind == PyGenerator.Kind.ASYNC_GENERATOR) {
            return Iteration.iter(x, o);
        }
        if (g.kind == PyGenerator.Kind.COROUTINE
                && (f.code.flags & (CodeObject.COROUTINE | CodeObject.ITERABLE_COROUTINE)) == 0) {
            throw Errors.typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
        }
        return g;
    }

    /** @param where 0 await, 1 async with enter, 2 async with exit, 3 async for */
    public static PyObject getAwaitable(Execution x, PyObject o, int where) {
        if (o instanceof PyGenerator g) {
            boolean iterable =
                    g.kind == PyGenerator.Kind.GENERATOR && (g.code.flags & CodeObject.ITERABLE_COROUTINE) != 0;
            if (g.kind == PyGenerator.Kind.COROUTINE || iterable) {
                if (g.delegate() != null
                        || g.state == PyGenerator.State.RUNNING && g.kind == PyGenerator.Kind.COROUTINE) {
                    throw Errors.runtimeError("coroutine is being awaited already");
                }
                return o;
            }
        }
        Slot.Unary f = o.type().unary(Slot.AWAIT);
        if (f == null) {
            if (where == 3) {
                throw Errors.typeError(
                        "'async for' received an invalid object from __anext__: %s",
                        o.type().name());
            }
            if (where > 0) {
                throw Errors.typeError(
                        "'async with' received an object from %s that does not implement __await__: %s",
                        where == 1 ? "__aenter__" : "__aexit__", o.type().name());
            }
            throw Errors.typeError(
                    "object %s can't be used in 'await' expression", o.type().name());
        }
        Frame caller = x.top;
        return Finish.AWAIT_RESULT.on(x, caller, f.apply(x, o), null, null);
    }

    public static PyObject getAiter(Execution x, PyObject o) {
        Slot.Unary f = o.type().unary(Slot.AITER);
        if (f == null) {
            throw Errors.typeError(
                    "'async for' requires an object with __aiter__ method, got %s",
                    o.type().name());
        }
        Frame caller = x.top;
        return Finish.AITER_RESULT.on(x, caller, f.apply(x, o), null, null);
    }

    public static PyObject getAnext(Execution x, PyObject o) {
        Slot.Unary f = o.type().unary(Slot.ANEXT);
        if (f == null) {
            throw Errors.typeError(
                    "'async for' requires an iterator with __anext__ method, got %s",
                    o.type().name());
        }
        return f.apply(x, o);
    }

    public static PyObject asyncWrap(PyObject value) {
        return new AsyncYield(value);
    }
}
