package org.picklejar.modules.asyncio;

import java.util.Arrays;
import java.util.function.Consumer;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** {@code asyncio.Task}: runs a coroutine. Each step is a {@link StepTaskFrame}. */
public final class PyTask extends PyFuture {
    public static final PyType TYPE = PyType.builtin("Task", PyTask.class, PyFuture.TYPE)
            .inModule("_asyncio")
            .withDict();

    /** Null before {@code __init__}. */
    PyObject coroutine;

    PyObject context = PySingleton.NONE;
    /** A str, or the number of which one is made when somebody asks. */
    private PyObject name = PySingleton.NONE;

    /** What it awaits, or null. */
    PyObject waiter;
    /** The next step throws CancelledError into the coroutine. */
    boolean mustCancel;

    int cancelRequests;
    /** Whether somebody is told when it is destroyed while it is not done. */
    boolean tellsDestroyed = true;

    PyTask(Execution x, PyType type) {
        super(x, type);
    }

    @Override
    void reset() {
        super.reset();
        coroutine = null;
        context = PySingleton.NONE;
        name = PySingleton.NONE;
        waiter = null;
        mustCancel = false;
        cancelRequests = 0;
        tellsDestroyed = true;
    }

    PyObject name() {
        if (name instanceof PyInt n) {
            name = PyStr.of("Task-" + n.value);
        }
        return name;
    }

    /** @param name a str, or the number for one. @return None */
    PyObject setName(PyObject name) {
        this.name = name;
        return PySingleton.NONE;
    }

    /** What begins the next step soon, which throws an exception if that is not null. */
    PyObject stepSoon(Execution x, PyBaseException exception) {
        return LoopCalls.soon(x, loop, context, new TaskCallback(TaskCallback.Kind.STEP, this, exception));
    }

    /** {@code cancel()} where nothing is awaited, or that could not be cancelled. */
    PyObject cancelNextStep(PyObject message) {
        mustCancel = true;
        cancelMessage = message;
        return PyBool.TRUE;
    }

    @Override
    PyTuple parts() {
        PyObject[] common = super.parts().items;
        PyObject[] all = Arrays.copyOf(common, common.length + 7);
        int i = common.length;
        all[i++] = orNone(coroutine);
        all[i++] = context;
        all[i++] = name;
        all[i++] = orNone(waiter);
        all[i++] = PyBool.of(mustCancel);
        all[i++] = PyInt.of(cancelRequests);
        all[i] = PyBool.of(tellsDestroyed);
        return PyTuple.of(all);
    }

    @Override
    void fill(Execution x, PyTuple parts) {
        super.fill(x, parts);
        int i = parts.size() - 7;
        coroutine = orNull(parts.get(i++));
        context = parts.get(i++);
        name = parts.get(i++);
        waiter = orNull(parts.get(i++));
        mustCancel = parts.get(i++) == PyBool.TRUE;
        cancelRequests = (int) ((PyInt) parts.get(i++)).value;
        tellsDestroyed = parts.get(i) == PyBool.TRUE;
        if (!isDone()) {
            needFinalizer(x);
        }
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        visit(coroutine, visitor);
        visit(context, visitor);
        visit(name, visitor);
        visit(waiter, visitor);
    }
}
