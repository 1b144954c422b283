package org.picklejar.modules.queue;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Blocking;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.GenericAliases;
import org.picklejar.ops.Values;

/** {@code queue.SimpleQueue}: a queue without a limit. Threads wait on it as on a lock. */
public final class PySimpleQueue extends PyInstance {
    static final PyType TYPE =
            PyType.builtin("SimpleQueue", PySimpleQueue.class, PyType.OBJECT).inModule("_queue");
    /** Longest time to wait, in seconds: as nanoseconds it is a long. */
    private static final double MOST_SECONDS = Long.MAX_VALUE / 1e9;

    private final ArrayDeque<PyObject> items = new ArrayDeque<>();

    private PySimpleQueue(PyType type) {
        super(type);
    }

    /** A subclass may have an {@code __init__} that takes arguments. */
    private static PyObject make(PyType cls, PyTuple args, PyDict names) {
        if (cls == TYPE || cls.call(Slot.INIT) == TYPE.call(Slot.INIT)) {
            if (args.size() > 0 || names.size() > 0) {
                throw Errors.typeError(
                        "SimpleQueue() takes no %s arguments", args.size() > 0 ? "positional" : "keyword");
            }
        }
        return new PySimpleQueue(cls);
    }

    private synchronized PyObject put(PyObject item) {
        items.add(item);
        notifyAll();
        return PySingleton.NONE;
    }

    /** The next item, which is taken; null when there is none. */
    private synchronized PyObject poll() {
        return items.poll();
    }

    /** @param nanos how long to wait; negative: for ever */
    private PyObject get(Execution x, long nanos) {
        PyObject[] taken = {poll()};
        if (taken[0] == null && nanos != 0) {
            boolean unused = Blocking.await(x, this, () -> (taken[0] = poll()) != null, nanos);
        }
        if (taken[0] == null) {
            throw Errors.of(QueueModule.EMPTY);
        }
        return taken[0];
    }

    /** The time to wait as the arguments of {@code get} say. */
    private static long nanos(Execution x, PyObject block, PyObject timeout) {
        if (!Values.isTrue(block)) {
            return 0;
        }
        if (timeout == PySingleton.NONE) {
            return -1;
        }
        double seconds = seconds(x, timeout);
        if (Double.isNaN(seconds)) {
            throw Errors.valueError("Invalid value NaN (not a number)");
        }
        if (Math.abs(seconds) >= MOST_SECONDS) {
            throw Errors.overflowError("timestamp out of range for platform time_t");
        }
        if (seconds < 0) {
            throw Errors.valueError("'timeout' must be a non-negative number");
        }
        return (long) Math.ceil(seconds * 1e9);
    }

    private static double seconds(Execution x, PyObject timeout) {
        if (Values.payload(timeout) instanceof PyFloat f) {
            return f.value;
        }
        PyInteger i = Conversions.indexValue(x, timeout);
        return i.isLong() ? i.longValue() : Double.POSITIVE_INFINITY;
    }

    private synchronized int size() {
        return items.size();
    }

    /** The items, which stay. */
    public synchronized PyList items() {
        return PyList.of(items);
    }

    static void define(TypeBuilder<PySimpleQueue> b) {
        b.doc("Simple, unbounded, reentrant FIFO queue.")
                .constructor(
                        "SimpleQueue(cls, *args, **kwargs)", (x, cls, a) -> make(cls, (PyTuple) a[1], (PyDict) a[2]))
                .methodN(
                        "put(self, /, item, block=True, timeout=None) -- Put the item on the queue.\n\n"
                                + "The optional 'block' and 'timeout' arguments are ignored, as this method\n"
                                + "never blocks.  They are provided for compatibility with the Queue class.",
                        (q, a) -> q.put(a[1]))
                .method(
                        "put_nowait(self, /, item) -- Put an item into the queue without blocking.\n\n"
                                + "This is exactly equivalent to `put(item)` and is only provided\n"
                                + "for compatibility with the Queue class.",
                        PySimpleQueue::put)
                .tail(
                        "get(self, /, block: bool = True, timeout=None) -- Remove and return an item from the queue.\n\n"
                                + "If optional args 'block' is true and 'timeout' is None (the default),\n"
                                + "block if necessary until an item is available. If 'timeout' is\n"
                                + "a non-negative number, it blocks at most 'timeout' seconds and raises\n"
                                + "the Empty exception if no item was available within that time.\n"
                                + "Otherwise ('block' is false), return an item if one is immediately\n"
                                + "available, else raise the Empty exception ('timeout' is ignored\nin that case).",
                        (x, q, block, timeout) -> q.get(x, nanos(x, block, timeout)))
                .tail(
                        "get_nowait(self, /) -- Remove and return an item from the queue without blocking.\n\n"
                                + "Only get an item if one is immediately available. Otherwise\nraise the Empty exception.",
                        (x, q) -> q.get(x, 0))
                .method(
                        "empty(self, /) -- Return True if the queue is empty, False otherwise (not reliable!).",
                        q -> PyBool.of(q.size() == 0))
                .method(
                        "qsize(self, /) -- Return the approximate size of the queue (not reliable!).",
                        q -> PyInt.of(q.size()));
        GenericAliases.define(b);
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        items().traverse(visitor);
    }
}
