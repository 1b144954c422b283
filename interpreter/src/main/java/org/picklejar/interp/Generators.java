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
        PyObject awaited = g.delegate();
        if (awaited != null && e.is(ExceptionTypes.GENERATOR_EXIT)) {
            return x.push(new CloseFrame(g, awaited, e));
        }
        PyGenerator last = g;
        while (awaited instanceof PyGenerator inner && inner.kind != PyGenerator.Kind.ASYNC_GENERATOR) {
            last = inner;
            awaited = inner.delegate();
        }
        // This may begin again, so nothing has been changed yet.
        PyObject method = awaited == null ? null : Attributes.getNow(x, awaited, Names.THROW);
        for (PyGenerator outer = g; outer != last; ) {
            PyGenerator inner = (PyGenerator) outer.delegate();
            waitForThrow(x, outer);
            outer = inner;
        }
        if (method == null) {
            return last.raise(x, e);
        }
        waitForThrow(x, last);
        try {
            return x.call(method, e.value);
        } catch (PyException raised) {
            return x.push(new ThrowFrame(raised));
        }
    }

    /** The frame waits at its SEND for what the inner throw gives. */
    private static void waitForThrow(Execution x, PyGenerator g) {
        g.returnToSend();
        g.state = PyGenerator.State.RUNNING;
        x.push(g.frame);
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
