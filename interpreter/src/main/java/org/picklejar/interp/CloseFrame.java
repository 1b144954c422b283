package org.picklejar.interp;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.ops.Attributes;

/** Closes a generator: first what it delegates to, then GeneratorExit where it stands. Also throws GeneratorExit into one. */
public final class CloseFrame extends NativeFrame {
    private PyGenerator generator;
    private PyObject delegate;
    /** The exception of {@code throw(GeneratorExit)}; null for {@code close()}. */
    private PyBaseException thrown;

    private int state;

    /** For unpickling. */
    public CloseFrame() {}

    CloseFrame(PyGenerator generator, PyObject delegate, PyException thrown) {
        this.generator = generator;
        this.delegate = delegate;
        this.thrown = thrown == null ? null : thrown.value;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        if (state == 0) {
            state = 1;
            PyObject r;
            try {
                r = closeDelegate(x);
            } catch (PyException e) {
                if (x.top != this) {
                    throw e;
                }
                return raise(x, e);
            }
            if (r == Pending.PENDING) {
                generator.state = PyGenerator.State.RUNNING;
                return r;
            }
        }
        if (state == 1) {
            generator.state = PyGenerator.State.SUSPENDED;
            state = 2;
            if (thrown != null) {
                // The rest is as if this frame were not there.
                x.top = back;
                return generator.raise(x, new PyException(thrown));
            }
            return generator.raise(x, Errors.of(ExceptionTypes.GENERATOR_EXIT));
        }
        throw Errors.runtimeError("%s ignored GeneratorExit", generator.word());
    }

    private PyObject closeDelegate(Execution x) {
        if (delegate == null) {
            return PySingleton.NONE;
        }
        if (delegate instanceof PyGenerator g && g.kind != PyGenerator.Kind.ASYNC_GENERATOR) {
            return Generators.close(x, g);
        }
        PyObject close = Attributes.getNow(x, delegate, Names.CLOSE);
        return close == null ? PySingleton.NONE : x.call(close);
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (state == 1) {
            // Closing the delegate failed: that is what the generator sees.
            generator.state = PyGenerator.State.SUSPENDED;
            state = 2;
            if (thrown != null) {
                x.top = back;
            }
            return generator.raise(x, e);
        }
        if (thrown == null && e.is(ExceptionTypes.STOP_ITERATION)) {
            PyObject v = e.value.member("value");
            return v == null ? PySingleton.NONE : v;
        }
        if (thrown == null && e.is(ExceptionTypes.GENERATOR_EXIT)) {
            return PySingleton.NONE;
        }
        throw e;
    }

    @Override
    public boolean beginsAgain() {
        return true;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            generator,
            delegate == null ? PySingleton.NONE : delegate,
            thrown == null ? PySingleton.NONE : thrown,
            PyInt.of(state)
        };
    }

    @Override
    public void restore(PyObject[] saved) {
        generator = (PyGenerator) saved[0];
        delegate = saved[1] == PySingleton.NONE ? null : saved[1];
        thrown = saved[2] instanceof PyBaseException e ? e : null;
        state = (int) ((PyInt) saved[3]).value;
    }
}
