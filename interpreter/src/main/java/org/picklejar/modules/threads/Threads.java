package org.picklejar.modules.threads;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.Unraisable;
import org.picklejar.tasklets.Scheduler;

/** The Python threads of a runtime. Each is a Java thread with an Execution of its own; it holds the machine's lock while it runs Python. */
public final class Threads {
    /** Running threads, the main one not included. */
    private final Map<Long, Execution> running = new ConcurrentHashMap<>();

    /** Those that the end of the program waits for. */
    private final Set<ThreadHandle> joinable = new LinkedHashSet<>();

    volatile long stackSize;

    private Threads() {}

    static Threads of(Machine m) {
        return m.state(Threads.class, k -> new Threads());
    }

    int count() {
        return running.size();
    }

    void add(ThreadHandle h) {
        joinable.removeIf(ThreadHandle::isDone);
        joinable.add(h);
    }

    /** Waits for the threads that are no daemons, also those that they start meanwhile. */
    void joinAll(Execution x) {
        while (!joinable.isEmpty()) {
            ThreadHandle h = joinable.iterator().next();
            h.join(x);
            joinable.remove(h);
        }
    }

    /** Starts a thread that calls {@code function}. */
    static void start(Execution x, PyObject function, PyTuple args, PyDict kwargs, ThreadHandle handle) {
        Threads all = of(x.machine);
        Execution own = new Execution(x.machine);
        own.isMain = false;
        own.context = null;
        PyTuple names = null;
        PyObject[] values = args.items;
        if (kwargs != null && kwargs.size() > 0) {
            PyObject[] keys = kwargs.keyArray();
            names = PyTuple.of(keys);
            values = Arrays.copyOf(values, values.length + keys.length);
            System.arraycopy(kwargs.valueArray(), 0, values, args.size(), keys.length);
        }
        PyObject[] callArgs = values;
        PyTuple callNames = names;
        Thread t = new Thread(
                null,
                () -> all.run(own, function, callArgs, callNames, handle),
                "python",
                Math.max(all.stackSize, 1 << 20));
        t.setDaemon(true);
        own.ident = t.getId();
        handle.started(own.ident);
        // Whoever looks for somebody to wake a tasklet must know both threads from now on.
        Scheduler.of(x);
        Scheduler scheduler = Scheduler.of(own);
        all.running.put(own.ident, own);
        try {
            t.start();
        } catch (OutOfMemoryError e) {
            all.running.remove(own.ident);
            scheduler.close(own, op -> now(own, op));
            throw Errors.of(ExceptionTypes.RUNTIME_ERROR, "can't start new thread");
        }
    }

    private static void now(Execution x, Execution.Operation op) {
        x.awaitNested(op);
    }

    private void run(Execution x, PyObject function, PyObject[] args, PyTuple names, ThreadHandle handle) {
        x.machine.lock.acquire(x);
        try {
            now(x, () -> x.call(function, args, names));
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.SYSTEM_EXIT)) {
                Unraisable.report(x, e, "Exception ignored in thread started by", function);
            }
        } finally {
            Scheduler.of(x).close(x, op -> now(x, op));
            running.remove(x.ident);
            x.machine.lock.release();
            handle.ended();
        }
    }
}
