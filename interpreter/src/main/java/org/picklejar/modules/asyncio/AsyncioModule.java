package org.picklejar.modules.asyncio;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Values;
import org.picklejar.tasklets.Scheduler;

/** What {@code _asyncio}, a file of Python, has in Java. */
public final class AsyncioModule {
    private AsyncioModule() {}

    public static PyModule create(Execution x) {
        AsyncioState state = AsyncioState.of(x);
        ModuleBuilder b = new ModuleBuilder(new PyModule("_asyncio_types"), "_asyncio")
                .type(PyFuture.TYPE)
                .type(PyTask.TYPE)
                .constant("_current_tasks", state.currentTasks)
                .constant("_eager_tasks", state.eagerTasks)
                .constant("_FutureIter", FutureIter.TYPE);
        for (TaskCallback.Kind kind : TaskCallback.Kind.values()) {
            b.constant("_" + kind.type.name(), kind.type);
        }
        loops(b);
        tasks(b);
        return b.tail("_adopt(namespace, /)", (e, ns) -> AsyncioState.of(e).adopt(Values.as(PyDict.class, ns)))
                .function(
                        "_step(task, exception, /)",
                        (t, exception) -> new TaskCallback(
                                TaskCallback.Kind.STEP,
                                Values.as(PyTask.class, t),
                                PyFuture.orNull(exception) == null
                                        ? null
                                        : Values.as(PyBaseException.class, exception)))
                .function(
                        "_wakeup(task, /)",
                        t -> new TaskCallback(TaskCallback.Kind.WAKEUP, Values.as(PyTask.class, t), null))
                .function("_wait_for(task, future, /)", (t, future) -> {
                    Values.as(PyTask.class, t).waiter = future;
                    return PySingleton.NONE;
                })
                .function("_forget_coroutine(task, /)", t -> {
                    Values.as(PyTask.class, t).coroutine = null;
                    return PySingleton.NONE;
                })
                .function("_is_cancelled(task, /)", t -> {
                    Values.as(PyTask.class, t).mustCancel = false;
                    return PySingleton.NONE;
                })
                .build();
    }

    private static void loops(ModuleBuilder b) {
        b.tail(
                        "get_running_loop() -- Return the running event loop.  Raise a RuntimeError if there is none.\n\n"
                                + "This function is thread-specific.",
                        AsyncioModule::runningLoop)
                .tail(
                        "_get_running_loop() -- Return the running event loop or None.\n\n"
                                + "This is a low-level function intended to be used by event loops.\n"
                                + "This function is thread-specific.",
                        e -> PyFuture.orNone(AsyncioState.runningLoop(e)))
                .tail(
                        "_set_running_loop(loop, /) -- Set the running event loop.\n\n"
                                + "This is a low-level function intended to be used by event loops.\n"
                                + "This function is thread-specific.",
                        (e, loop) -> {
                            Scheduler.of(e).current().runningLoop = PyFuture.orNull(loop);
                            return PySingleton.NONE;
                        })
                .tail(
                        "get_event_loop() -- Return an asyncio event loop.\n\n"
                                + "When called from a coroutine or a callback (e.g. scheduled with\n"
                                + "call_soon or similar API), this function will always return the\n"
                                + "running event loop.\n\n"
                                + "If there is no running event loop set, the function will return\n"
                                + "the result of `get_event_loop_policy().get_event_loop()` call.",
                        e -> AsyncioState.of(e).eventLoop(e));
    }

    private static PyObject runningLoop(Execution x) {
        PyObject loop = AsyncioState.runningLoop(x);
        if (loop == null) {
            throw Errors.runtimeError("no running event loop");
        }
        return loop;
    }

    private static void tasks(ModuleBuilder b) {
        b.tail(
                        "current_task(loop=None) -- Return a currently executed task.",
                        (e, loop) -> KeyOperation.GET.on(
                                e,
                                AsyncioState.of(e).currentTasks,
                                loop == PySingleton.NONE ? runningLoop(e) : loop,
                                PySingleton.NONE))
                .tail(
                        "_enter_task(loop, task) -- Enter into task execution or resume suspended task.\n\n"
                                + "Task belongs to loop.\n\nReturns None.",
                        (e, loop, task) -> AsyncioState.of(e).enter(e, loop, task))
                .tail(
                        "_leave_task(loop, task) -- Leave task execution or suspend a task.\n\n"
                                + "Task belongs to loop.\n\nReturns None.",
                        (e, loop, task) -> AsyncioState.of(e).leave(e, loop, task))
                .tail(
                        "_register_task(task) -- Register a new task in asyncio as executed by loop.\n\nReturns None.",
                        (e, task) -> AsyncioState.of(e).register(e, task));
    }

    /** @param name qualified. @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "_asyncio.Future" -> FutureType.define(b.of(PyFuture.class));
            case "_asyncio.Task" -> TaskType.define(b.of(PyTask.class));
            case "_asyncio.FutureIter" -> FutureIter.define(b.of(FutureIter.class));
            default -> {
                if (!name.startsWith("_asyncio.Task")) {
                    return false;
                }
                TaskCallback.define(name.substring("_asyncio.".length()), b.of(TaskCallback.class));
            }
        }
        return true;
    }
}
