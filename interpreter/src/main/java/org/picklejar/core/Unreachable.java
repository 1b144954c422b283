package org.picklejar.core;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The objects of a runtime that nobody refers to any more and whose {@code __del__} is still to run, at the next safe point. */
public final class Unreachable {
    private final Queue<PyObject> objects = new ConcurrentLinkedQueue<>();
    /** Whose safe points look here. */
    private volatile Execution execution;

    private Unreachable() {}

    public static Unreachable of(Machine m) {
        return m.state(Unreachable.class, k -> new Unreachable());
    }

    public void watch(Execution x) {
        execution = x;
    }

    public boolean isEmpty() {
        return objects.isEmpty();
    }

    /** The next object, or null. */
    public PyObject next() {
        return objects.poll();
    }

    /** Asks for a safe point. Any thread. */
    public void nudge() {
        Execution x = execution;
        if (x != null) {
            x.lookSoon();
        }
    }

    void add(PyObject o) {
        objects.add(o);
        nudge();
    }
}
