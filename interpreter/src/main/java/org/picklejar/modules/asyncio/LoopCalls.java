package org.picklejar.modules.asyncio;

import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Finish;

/** Calls of an event loop, each the last act of its caller. */
final class LoopCalls {
    private static final PyStr CALL_SOON = PyStr.of("call_soon");
    private static final PyTuple CONTEXT = PyTuple.of(PyStr.of("context"));
    private static final PyStr GET_DEBUG = PyStr.of("get_debug");
    private static final PyStr IS_RUNNING = PyStr.of("is_running");

    private LoopCalls() {}

    /** @param callback without arguments */
    static PyObject soon(Execution x, PyObject loop, PyObject context, PyObject callback) {
        return MethodCall.call(x, loop, CALL_SOON, CONTEXT, callback, context);
    }

    static PyObject soon(Execution x, PyObject loop, PyObject context, PyObject callback, PyObject argument) {
        return MethodCall.call(x, loop, CALL_SOON, CONTEXT, callback, argument, context);
    }

    /** The result is None, not the handle. */
    static PyObject soonAndNone(Execution x, PyObject loop, PyObject context, PyObject callback, PyObject argument) {
        Frame caller = x.top;
        PyObject handle = soon(x, loop, context, callback, argument);
        return Finish.RETURN_A.on(x, caller, handle, PySingleton.NONE, null);
    }

    static PyObject getDebug(Execution x, PyObject loop) {
        return MethodCall.call(x, loop, GET_DEBUG);
    }

    static PyObject isRunning(Execution x, PyObject loop) {
        return MethodCall.call(x, loop, IS_RUNNING);
    }
}
