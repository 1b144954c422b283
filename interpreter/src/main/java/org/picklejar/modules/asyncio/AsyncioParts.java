package org.picklejar.modules.asyncio;

import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** How saved states take the objects of the module: each is made empty, and filled with its parts afterwards, since they go in circles. */
public final class AsyncioParts {
    private AsyncioParts() {}

    /** All that an object consists of but its attributes; null for objects of other kinds. */
    public static PyTuple of(PyObject o) {
        if (o instanceof PyFuture f) {
            return f.parts();
        } else if (o instanceof FutureIter i) {
            return PyTuple.of(PyFuture.orNone(i.future));
        } else if (o instanceof TaskCallback c) {
            return PyTuple.of(PyStr.of(c.kind.name()), PyFuture.orNone(c.task), PyFuture.orNone(c.exception));
        }
        return null;
    }

    /** A future or task of a class, made without its {@code __new__}. */
    public static PyObject future(Execution x, PyType type) {
        return type.isSubtypeOf(PyTask.TYPE) ? new PyTask(x, type) : new PyFuture(x, type);
    }

    public static PyObject iterator() {
        return new FutureIter(null);
    }

    public static PyObject callback(String kind) {
        return new TaskCallback(TaskCallback.Kind.valueOf(kind), null, null);
    }

    /** Takes what {@link #of} gave. */
    public static void fill(Execution x, PyObject o, PyTuple parts) {
        if (o instanceof PyFuture f) {
            f.fill(x, parts);
        } else if (o instanceof FutureIter i) {
            i.future = (PyFuture) PyFuture.orNull(parts.get(0));
        } else {
            TaskCallback c = (TaskCallback) o;
            c.task = (PyTask) PyFuture.orNull(parts.get(1));
            c.exception = (PyBaseException) PyFuture.orNull(parts.get(2));
        }
    }

    /** Triples of an event loop, the task of which a frame takes a step, and whether that is the first one, taken at once. The top frame's comes first. */
    public static void addSteps(PyList steps, Frame frames) {
        for (Frame f = frames; f != null; f = f.back) {
            PyTask t = f instanceof StepTaskFrame s ? s.current() : null;
            if (t != null) {
                steps.append(PyTuple.of(t.loop, t, PyBool.of(((StepTaskFrame) f).isEager())));
            }
        }
    }
}
