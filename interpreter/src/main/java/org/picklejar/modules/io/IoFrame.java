package org.picklejar.modules.io;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Steps;

/**
 * An operation of a stream that may call methods of other streams, one after the other. {@link #advance} runs until it asks for a
 * call ({@code return call(...)}) and is run again with the result; what it remembers is in fields.
 */
abstract class IoFrame extends NativeFrame {
    private boolean calling;

    /** @param value the result of the call asked for; null at first */
    abstract PyObject advance(Execution x, PyObject value);

    /** A call failed. Returns like {@link #advance}, or throws. */
    PyObject failed(Execution x, PyException e) {
        throw e;
    }

    /** {@code o.method(*args)}: return the result of this from {@link #advance}. */
    final PyObject call(Execution x, PyObject o, String method, PyObject... args) {
        calling = true;
        return MethodCall.call(x, o, method, args);
    }

    /** Another operation, whose result comes as that of a call. */
    final PyObject perform(Execution x, IoFrame operation) {
        calling = true;
        return operation.start(x);
    }

    final PyObject callObject(Execution x, PyObject callee, PyObject... args) {
        calling = true;
        return x.call(callee, args, null);
    }

    @Override
    public final PyObject step(Execution x, PyObject value) {
        return run(x, value, null);
    }

    @Override
    public final PyObject raise(Execution x, PyException e) {
        return run(x, null, e);
    }

    private PyObject run(Execution x, PyObject first, PyException error) {
        PyObject value = first;
        PyException failure = error;
        for (; ; ) {
            PyObject r;
            calling = false;
            try {
                r = failure != null ? failed(x, failure) : advance(x, value);
            } catch (PyException e) {
                if (!calling) {
                    throw e;
                }
                failure = e;
                continue;
            }
            failure = null;
            if (!calling || r == Pending.PENDING) {
                return r;
            }
            value = r;
        }
    }

    /** Runs it as the last act of the caller. */
    final PyObject start(Execution x) {
        return Steps.run(x, this);
    }
}
