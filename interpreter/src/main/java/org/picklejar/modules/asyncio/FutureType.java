package org.picklejar.modules.asyncio;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Imports;
import org.picklejar.modules.contextvars.PyContext;
import org.picklejar.ops.Finish;
import org.picklejar.ops.GenericAliases;

/** The table of {@code asyncio.Future}. */
final class FutureType {
    private FutureType() {}

    static void define(TypeBuilder<PyFuture> b) {
        b.doc("This class is *almost* compatible with concurrent.futures.Future.\n\n"
                        + "    Differences:\n\n"
                        + "    - result() and exception() do not take a timeout argument and\n"
                        + "      raise an exception when the future isn't done yet.\n\n"
                        + "    - Callbacks registered with add_done_callback() are always called\n"
                        + "      via the event loop's call_soon_threadsafe().\n\n"
                        + "    - This class is not compatible with the wait() and as_completed()\n"
                        + "      methods in the concurrent.futures package.")
                .constructor("Future(cls, /, *args, **kwargs)", (x, cls, a) -> new PyFuture(x, cls))
                .initializer(
                        null,
                        "Future(self, *, loop=None)",
                        (x, a) -> new InitFrame((PyFuture) a[0], a[1], null, null, null, null).run(x));
        ends(b);
        callbacks(b);
        attributes(b);
        b.unaryTail(Slot.ITER, (x, f) -> await(f))
                .unaryTail(Slot.AWAIT, (x, f) -> await(f))
                .unaryTail(Slot.REPR, (x, f) -> {
                    f.ensureAlive();
                    return callImported(x, "asyncio.base_futures", "_future_repr", f);
                })
                .unaryTail(
                        Slot.DEL, (x, f) -> f.isUnseen ? f.module.call(x, "_report_exception", f) : PySingleton.NONE);
        GenericAliases.define(b);
    }

    private static FutureIter await(PyFuture f) {
        f.ensureAlive();
        return new FutureIter(f);
    }

    /** Calls a function of the library, as the last act of the caller. */
    static PyObject callImported(Execution x, String module, String name, PyObject... args) {
        Frame caller = x.top;
        return Finish.CALL_RESULT.on(x, caller, Imports.attribute(x, module, name), PyTuple.of(args), PySingleton.NONE);
    }

    private static void ends(TypeBuilder<PyFuture> b) {
        b.method(
                        "result(self, /) -- Return the result this future represents.\n\n"
                                + "If the future has been cancelled, raises CancelledError.  If the\n"
                                + "future's result isn't yet available, raises InvalidStateError.  If\n"
                                + "the future is done and has an exception set, this exception is raised.",
                        (PyFuture f) -> f.takeResult())
                .method(
                        "exception(self, /) -- Return the exception that was set on this future.\n\n"
                                + "The exception (or None if no exception was set) is returned only if\n"
                                + "the future is done.  If the future has been cancelled, raises\n"
                                + "CancelledError.  If the future isn't done yet, raises\n"
                                + "InvalidStateError.",
                        (PyFuture f) -> f.takeException())
                .tail(
                        "set_result(self, result, /) -- Mark the future done and set its result.\n\n"
                                + "If the future is already done when this method is called, raises\n"
                                + "InvalidStateError.",
                        (Execution x, PyFuture f, PyObject result) -> {
                            f.ensureAlive();
                            return f.finish(x, result);
                        })
                .tail(
                        "set_exception(self, exception, /) -- Mark the future done and set an exception.\n\n"
                                + "If the future is already done when this method is called, raises\n"
                                + "InvalidStateError.",
                        (Execution x, PyFuture f, PyObject exception) -> {
                            f.ensureAlive();
                            return exception instanceof PyBaseException e
                                    ? f.fail(x, e)
                                    : SetExceptionFrame.start(x, f, exception);
                        })
                .tail(
                        "cancel(self, /, msg=None) -- Cancel the future and schedule callbacks.\n\n"
                                + "If the future is already done or cancelled, return False.  Otherwise,\n"
                                + "change the future's state to cancelled, schedule the callbacks and\n"
                                + "return True.",
                        (Execution x, PyFuture f, PyObject message) -> {
                            f.ensureAlive();
                            return f.cancelFuture(x, message);
                        })
                .method(
                        "cancelled(self, /) -- Return True if the future was cancelled.",
                        (PyFuture f) -> PyBool.of(f.state == PyFuture.State.CANCELLED))
                .method(
                        "done(self, /) -- Return True if the future is done.\n\n"
                                + "Done means either that a result / exception are available, or that the\n"
                                + "future was cancelled.",
                        (PyFuture f) -> PyBool.of(f.isDone()))
                .method(
                        "_make_cancelled_error(self, /) -- Create the CancelledError to raise if the Future is cancelled.\n\n"
                                + "This should only be called once when handling a cancellation since\n"
                                + "it erases the context exception value.",
                        (PyFuture f) -> f.cancelledError());
    }

    private static void callbacks(TypeBuilder<PyFuture> b) {
        b.tail(
                        "add_done_callback(self, fn, /, *, context=<unset>) -- Add a callback to be run when the future becomes done.\n\n"
                                + "The callback is called with a single argument - the future object. If\n"
                                + "the future is already done when this is called, the callback is\n"
                                + "scheduled with call_soon.",
                        (Execution x, PyFuture f, PyObject fn, PyObject context) -> {
                            if (f.loop == null) {
                                throw Errors.runtimeError("uninitialized Future object");
                            }
                            return f.addCallback(x, fn, context == null ? PyContext.copyOfCurrent(x) : context);
                        })
                .tail(
                        "remove_done_callback(self, fn, /) -- Remove all instances of a callback from the \"call when done\" list.\n\n"
                                + "Returns the number of callbacks removed.",
                        (Execution x, PyFuture f, PyObject fn) -> {
                            f.ensureAlive();
                            return new RemoveFrame(f, fn).run(x);
                        })
                .method("get_loop(self, /) -- Return the event loop the Future is bound to.", (PyFuture f) -> {
                    f.ensureAlive();
                    return f.loop;
                });
    }

    private static void attributes(TypeBuilder<PyFuture> b) {
        b.getter("_state", f -> {
                    f.ensureAlive();
                    return f.state.text;
                })
                .getter("_loop", f -> PyFuture.orNone(f.loop))
                .getter("_callbacks", f -> {
                    f.ensureAlive();
                    PyList pairs = f.callbacks();
                    return pairs == null ? PySingleton.NONE : PyList.of(pairs.toArray());
                })
                .getter("_result", f -> {
                    f.ensureAlive();
                    return PyFuture.orNone(f.result);
                })
                .getter("_exception", f -> {
                    f.ensureAlive();
                    return PyFuture.orNone(f.exception);
                })
                .getter("_source_traceback", f -> f.source)
                .property("_cancel_message", f -> f.cancelMessage, (f, v) -> f.cancelMessage = notDeleted(v))
                .getSet(
                        "_log_traceback",
                        (x, o) -> {
                            ((PyFuture) o).ensureAlive();
                            return PyBool.of(((PyFuture) o).isUnseen);
                        },
                        (x, o, v) -> {
                            if (truth(v)) {
                                throw Errors.valueError("_log_traceback can only be set to False");
                            }
                            ((PyFuture) o).isUnseen = false;
                        })
                .getSet("_asyncio_future_blocking", (x, o) -> PyBool.of(((PyFuture) o).isBlocking), (x, o, v) -> {
                    ((PyFuture) o).ensureAlive();
                    ((PyFuture) o).isBlocking = truth(v);
                });
    }

    /** Of what an attribute is set to: a number or None, since who sets attributes cannot wait for a {@code __bool__} written in Python. */
    static boolean truth(PyObject value) {
        PyObject v = notDeleted(value);
        if (v instanceof PyInteger i) {
            return i.signum() != 0;
        } else if (v == PySingleton.NONE) {
            return false;
        }
        throw Errors.typeError("a bool is required, not '%s'", v.type().name());
    }

    private static PyObject notDeleted(PyObject value) {
        if (value == null) {
            throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, "cannot delete attribute");
        }
        return value;
    }
}
