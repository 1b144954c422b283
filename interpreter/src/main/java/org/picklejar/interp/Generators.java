package org.picklejar.interp;

import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Iteration;

/** What generators, coroutines and async generators do, beyond entering and leaving their frames. */
public final class Generators {
    private Generators() {}

    /** The body returned: its consumer gets StopIteration, or goes on behind its loop at once. */
    static PyObject returnValue(Execution x, PythonFrame f, PyObject value) {
        PyGenerator g = f.generator;
        g.finish();
        Frame back = f.back;
        f.back = null;
        x.top = back;
        if (g.kind == PyGenerator.Kind.ASYNC_GENERATOR) {
            throw Errors.of(ExceptionTypes.STOP_ASYNC_ITERATION);
        }
        if (back instanceof PythonFrame p) {
            int[] c = p.code.instructions;
            int at = p.pc - 4;
            if (c[at] == Op.FOR_ITER || c[at] == Op.SEND) {
                if (c[at] == Op.SEND) {
                    p.registers[c[at + 1]] = value;
                }
                p.pc = c[at + 3];
                return Pending.PENDING;
            }
        }
        throw Errors.stopIteration(value == PySingleton.NONE ? null : value);
    }

    /** Sends to what a generator delegates to; null at its end. */
    static PyObject send(Execution x, PyObject iterator, PyObject value) {
        if (iterator instanceof PyGenerator g && g.kind != PyGenerator.Kind.ASYNC_GENERATOR) {
            return g.resume(x, value);
        }
        if (value == PySingleton.NONE) {
            return Iteration.next(x, iterator);
        }
        Frame caller = x.top;
        return Finish.CALL_RESULT.on(x, caller, Attributes.get(x, iterator, Names.SEND), PyTuple.of(value), null);
    }

    static PyObject yieldFromIterator(PythonFrame f, PyGenerator g) {
        if (g.kind == PyGenerator.Kind.COROUTINE
                && (f.code.flags & (CodeObject.COROUTINE | CodeObject.ITERABLE_COROUTINE)) == 0) {
            throw Errors.typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
        }
        return g;
    }

    /** @param where 0 await, 1 async with enter, 2 async with exit, 3 async for */
    static PyObject awaitable(Execution x, PyObject o, int where) {
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

    static PyObject asyncIter(Execution x, PyObject o) {
        Slot.Unary f = o.type().unary(Slot.AITER);
        if (f == null) {
            throw Errors.typeError(
                    "'async for' requires an object with __aiter__ method, got %s",
                    o.type().name());
        }
        Frame caller = x.top;
        return Finish.AITER_RESULT.on(x, caller, f.apply(x, o), null, null);
    }

    static PyObject asyncNext(Execution x, PyObject o) {
        Slot.Unary f = o.type().unary(Slot.ANEXT);
        if (f == null) {
            throw Errors.typeError(
                    "'async for' requires an iterator with __anext__ method, got %s",
                    o.type().name());
        }
        return f.apply(x, o);
    }

    /** {@code g.throw(e)}: into what it delegates to, else where it stands. */
    static PyObject raise(Execution x, PyGenerator g, PyException e) {
        for (; ; ) {
            PyObject d = g.delegate();
            if (d == null) {
                return g.raise(x, e);
            }
            if (e.is(ExceptionTypes.GENERATOR_EXIT)) {
                return x.push(new CloseFrame(g, d, e));
            }
            boolean inner = d instanceof PyGenerator p && p.kind != PyGenerator.Kind.ASYNC_GENERATOR;
            PyObject method = inner ? null : Attributes.getNow(x, d, Names.THROW);
            if (!inner && method == null) {
                return g.raise(x, e);
            }
            // The frame of g waits at its SEND for what the inner throw gives.
            g.returnToSend();
            g.state = PyGenerator.State.RUNNING;
            x.push(g.frame);
            if (!inner) {
                return x.call(method, e.value);
            }
            g = (PyGenerator) d;
        }
    }

    /** {@code g.close()}. */
    static PyObject close(Execution x, PyGenerator g) {
        if (g.state == PyGenerator.State.RUNNING) {
            throw Errors.valueError("%s already executing", g.word());
        }
        if (g.state != PyGenerator.State.SUSPENDED) {
            g.finish();
            return PySingleton.NONE;
        }
        return x.push(new CloseFrame(g, g.delegate(), null));
    }
}
