package org.picklejar.modules.asyncio;

import java.util.function.Consumer;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Text;

/** What an event loop calls for a task's next step. */
public final class TaskCallback extends PyObject {
    /** What it is for. */
    public enum Kind {
        /** The next step. */
        STEP("TaskStepMethWrapper"),
        /** The next step after what was awaited, which is the argument. */
        WAKEUP("TaskWakeupMethWrapper"),
        /** The first step, which is taken at once: who starts it sees to the tables of tasks. */
        EAGER("TaskEagerMethWrapper");

        final PyType type;

        Kind(String name) {
            type = PyType.builtin(name, TaskCallback.class, PyType.OBJECT)
                    .inModule("_asyncio")
                    .notSubclassable();
        }
    }

    private static final PyStr WAKEUP_NAME = PyStr.of("task_wakeup");
    private static final PyStr WAKEUP_QUALNAME = PyStr.of("Task.task_wakeup");

    final Kind kind;
    PyTask task;
    /** What a step throws into the coroutine, or null. */
    PyBaseException exception;

    TaskCallback(Kind kind, PyTask task, PyBaseException exception) {
        this.kind = kind;
        this.task = task;
        this.exception = exception;
    }

    @Override
    public PyType type() {
        return kind.type;
    }

    private PyObject call(Execution x, PyObject[] args, PyTuple names) {
        if (names != null) {
            throw Errors.typeError("function takes no keyword arguments");
        }
        if (kind == Kind.WAKEUP) {
            if (args.length != 1) {
                throw Errors.typeError("Task.task_wakeup() takes exactly one argument (%d given)", args.length);
            }
            return StepTaskFrame.wakeUp(task, args[0]).run(x);
        }
        if (args.length > 0) {
            throw Errors.typeError("function takes no positional arguments");
        }
        return StepTaskFrame.step(task, exception, kind == Kind.EAGER).run(x);
    }

    static void define(String name, TypeBuilder<TaskCallback> b) {
        b.call(Slot.CALL, (x, self, args, names) -> ((TaskCallback) self).call(x, args, names))
                .getter("__self__", c -> c.task);
        if (name.equals(Kind.WAKEUP.type.name())) {
            b.getter("__name__", c -> WAKEUP_NAME)
                    .getter("__qualname__", c -> WAKEUP_QUALNAME)
                    .unary(
                            Slot.REPR,
                            c -> PyStr.of("<built-in method task_wakeup of "
                                    + c.task.type().nameWithModule() + " object at " + Text.address(c.task) + ">"));
        }
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        if (task != null) {
            visitor.accept(task);
        }
        if (exception != null) {
            visitor.accept(exception);
        }
    }
}
