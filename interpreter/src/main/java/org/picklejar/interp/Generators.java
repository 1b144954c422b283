package org.picklejar.interp;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.ops.Attributes;

/** What generators, coroutines and async generators do, beyond entering and leaving their frames. */
public final class Generators {
    private Generators() {}

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
                try {
                    return x.call(method, e.value);
                } catch (PyException raised) {
                    return x.push(new ThrowFrame(raised));
                }
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
