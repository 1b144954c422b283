package org.picklejar.modules.asyncio;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;

/** The table of {@code asyncio.Task}. */
final class TaskType {
    private TaskType() {}

    static void define(TypeBuilder<PyTask> b) {
        b.doc("A coroutine wrapped in a Future.")
                .constructor("Task(cls, /, *args, **kwargs)", (x, cls, a) -> new PyTask(x, cls))
                .initializer(
                        null,
                        "Task(self, coro, *, loop=None, name=None, context=None, eager_start=False)",
                        (x, a) -> new InitFrame((PyFuture) a[0], a[2], a[1], a[3], a[4], a[5]).run(x))
                .unaryTail(Slot.REPR, (x, t) -> {
                    t.ensureAlive();
                    return FutureType.callImported(x, "asyncio.base_tasks", "_task_repr", t);
                })
                .unaryTail(Slot.DEL, TaskType::destroy);
        methods(b);
        cancelling(b);
        attributes(b);
    }

    private static PyObject destroy(Execution x, PyTask t) {
        boolean tells = t.loop != null && !t.isDone() && t.tellsDestroyed;
        return tells || t.isUnseen
                ? t.module.call(x, tells ? "_report_pending" : "_report_exception", t)
                : PySingleton.NONE;
    }

    private static void methods(TypeBuilder<PyTask> b) {
        b.method("get_coro(self, /)", (PyTask t) -> PyFuture.orNone(t.coroutine))
                .method("get_context(self, /)", (PyTask t) -> t.context)
                .method("get_name(self, /)", (PyTask t) -> t.name())
                .tail(
                        "set_name(self, value, /)",
                        (Execution x, PyTask t, PyObject value) ->
                                value instanceof PyStr ? t.setName(value) : new NameFrame(t, value).run(x))
                .method("set_result(self, result, /)", (PyTask t, PyObject result) -> {
                    throw Errors.runtimeError("Task does not support set_result operation");
                })
                .method("set_exception(self, exception, /)", (PyTask t, PyObject exception) -> {
                    throw Errors.runtimeError("Task does not support set_exception operation");
                })
                .tail(
                        "get_stack(self, /, *, limit=None) -- Return the list of stack frames for this task's coroutine.\n\n"
                                + "If the coroutine is not done, this returns the stack where it is\n"
                                + "suspended.  If the coroutine has completed successfully or was\n"
                                + "cancelled, this returns an empty list.  If the coroutine was\n"
                                + "terminated by an exception, this returns the list of traceback\n"
                                + "frames.\n\n"
                                + "The frames are always ordered from oldest to newest.\n\n"
                                + "The optional limit gives the maximum number of frames to\n"
                                + "return; by default all available frames are returned.  Its\n"
                                + "meaning differs depending on whether a stack or a traceback is\n"
                                + "returned: the newest frames of a stack are returned, but the\n"
                                + "oldest frames of a traceback are returned.  (This matches the\n"
                                + "behavior of the traceback module.)\n\n"
                                + "For reasons beyond our control, only one stack frame is\n"
                                + "returned for a suspended coroutine.",
                        (Execution x, PyTask t, PyObject limit) ->
                                FutureType.callImported(x, "asyncio.base_tasks", "_task_get_stack", t, limit))
                .tail(
                        "print_stack(self, /, *, limit=None, file=None) -- Print the stack or traceback for this task's coroutine.\n\n"
                                + "This produces output similar to that of the traceback module,\n"
                                + "for the frames retrieved by get_stack().  The limit argument\n"
                                + "is passed to get_stack().  The file argument is an I/O stream\n"
                                + "to which the output is written; by default output is written\n"
                                + "to sys.stderr.",
                        (Execution x, PyTask t, PyObject limit, PyObject file) ->
                                FutureType.callImported(x, "asyncio.base_tasks", "_task_print_stack", t, limit, file));
    }

    private static void cancelling(TypeBuilder<PyTask> b) {
        b.tail(
                        "cancel(self, /, msg=None) -- Request that this task cancel itself.\n\n"
                                + "This arranges for a CancelledError to be thrown into the\n"
                                + "wrapped coroutine on the next cycle through the event loop.\n"
                                + "The coroutine then has a chance to clean up or even deny\n"
                                + "the request using try/except/finally.\n\n"
                                + "Unlike Future.cancel, this does not guarantee that the\n"
                                + "task will be cancelled: the exception might be caught and\n"
                                + "acted upon, delaying cancellation of the task or preventing\n"
                                + "cancellation completely.  The task may also return a value or\n"
                                + "raise a different exception.\n\n"
                                + "Immediately after this method is called, Task.cancelled() will\n"
                                + "not return True (unless the task was already cancelled).  A\n"
                                + "task will be marked as cancelled when the wrapped coroutine\n"
                                + "terminates with a CancelledError exception (even if cancel()\n"
                                + "was not called).\n\n"
                                + "This also increases the task's count of cancellation requests.",
                        (Execution x, PyTask t, PyObject message) -> {
                            t.isUnseen = false;
                            if (t.isDone()) {
                                return PyBool.FALSE;
                            }
                            t.cancelRequests++;
                            return t.waiter == null ? t.cancelNextStep(message) : new CancelFrame(t, message).run(x);
                        })
                .method(
                        "cancelling(self, /) -- Return the count of the task's cancellation requests.\n\n"
                                + "This count is incremented when .cancel() is called\n"
                                + "and may be decremented using .uncancel().",
                        (PyTask t) -> PyInt.of(t.cancelRequests))
                .method(
                        "uncancel(self, /) -- Decrement the task's count of cancellation requests.\n\n"
                                + "This should be used by tasks that catch CancelledError\n"
                                + "and wish to continue indefinitely until they are cancelled again.\n\n"
                                + "Returns the remaining number of cancellation requests.",
                        (PyTask t) -> {
                            if (t.cancelRequests > 0 && --t.cancelRequests == 0) {
                                t.mustCancel = false;
                            }
                            return PyInt.of(t.cancelRequests);
                        });
    }

    private static void attributes(TypeBuilder<PyTask> b) {
        b.getter("_coro", t -> PyFuture.orNone(t.coroutine))
                .getter("_fut_waiter", t -> PyFuture.orNone(t.waiter))
                .getter("_must_cancel", t -> PyBool.of(t.mustCancel))
                .property(
                        "_log_destroy_pending",
                        t -> PyBool.of(t.tellsDestroyed),
                        (t, v) -> t.tellsDestroyed = FutureType.truth(v));
    }
}
