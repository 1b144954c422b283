package org.picklejar.modules.asyncio;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.KeyTable;
import org.picklejar.core.Keys;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;
import org.picklejar.tasklets.Scheduler;

/** What a runtime has of the module: the tables of tasks, and what of it is written in Python. */
final class AsyncioState {
    /** By event loop, the task whose step is being taken. */
    final PyDict currentTasks = new PyDict();

    final PySet eagerTasks = new PySet();
    /** The namespace of the first {@code _asyncio} that was imported. Null before. */
    private PyDict python;

    private long tasksNamed;
    private PyType cancelledError;

    private AsyncioState() {}

    static AsyncioState of(Execution x) {
        return x.machine.state(AsyncioState.class, m -> new AsyncioState());
    }

    /** Keeps the namespace of the module when it is the first, and gives that which is kept. */
    PyDict adopt(PyDict namespace) {
        python = python == null ? namespace : python;
        return python;
    }

    private PyObject python(String name) {
        PyObject f = python == null ? null : python.get(name);
        if (f == null) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "_asyncio, whose part this is, is not imported");
        }
        return f;
    }

    /** Calls something that the part in Python defines, as the last act of the caller. */
    PyObject call(Execution x, String name, PyObject... args) {
        return x.call(python(name), args, null);
    }

    /** The number in the name of the next task that is given none. */
    long nextTask() {
        return ++tasksNamed;
    }

    PyType cancelledError() {
        if (cancelledError == null) {
            cancelledError = (PyType) python("_CancelledError");
        }
        return cancelledError;
    }

    PyException invalidState(String message) {
        return Errors.of((PyType) python("_InvalidStateError"), message);
    }

    /** The event loop that runs in the tasklet; null when none does. */
    static PyObject runningLoop(Execution x) {
        return Scheduler.of(x).current().runningLoop;
    }

    /** The event loop of who makes a future without naming one; may be PENDING. */
    PyObject eventLoop(Execution x) {
        PyObject running = runningLoop(x);
        return running != null ? running : call(x, "_loop_of_policy");
    }

    // ---- the running task. Loops are equal only to themselves: else, and when something is wrong, Python looks at the
    // table.

    /** A task's step begins; None, or PENDING. RuntimeError while another task of the loop is in one. */
    PyObject enter(Execution x, PyObject loop, PyObject task) {
        long hash = Keys.plainHash(loop);
        if (hash == Keys.UNKNOWN || currentTasks.find(loop, hash, null) != KeyTable.ABSENT) {
            return call(x, "_enter", loop, task);
        }
        currentTasks.putPlain(loop, task);
        return PySingleton.NONE;
    }

    /** A task's step is over; None, or PENDING. RuntimeError when it was not in one. */
    PyObject leave(Execution x, PyObject loop, PyObject task) {
        long hash = Keys.plainHash(loop);
        int at = hash == Keys.UNKNOWN ? KeyTable.ASK : currentTasks.find(loop, hash, null);
        if (at < 0 || currentTasks.valueAt(at) != task) {
            return call(x, "_leave", loop, task);
        }
        currentTasks.removeEntry(at);
        return PySingleton.NONE;
    }

    // ---- all tasks

    PyObject register(Execution x, PyObject task) {
        return x.call(python("_add_scheduled"), task);
    }
}
