package org.picklejar.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** The objects of a runtime that nobody refers to any more and whose {@code __del__} is still to run, at the next safe point. */
public final class Unreachable {
    /** How often, and with pauses of how many nanoseconds, what the collector has found is waited for. */
    private static final int TRIES = 50;

    private static final long PAUSE = 1_000_000;

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

    /**
     * Takes those objects out that are wanted now.
     *
     * @param expected how many there are; what Java's collector has found only just is waited for, a moment at most
     */
    public List<PyObject> take(Predicate<PyObject> wanted, int expected) {
        List<PyObject> taken = new ArrayList<>();
        for (int tries = 0; taken.size() < expected && tries < TRIES; tries++) {
            if (tries > 0) {
                // The JVM may be about to hand them over.
                LockSupport.parkNanos(PAUSE);
            }
            runFinalizers();
            List<PyObject> found = objects.stream().filter(wanted).toList();
            objects.removeAll(found);
            taken.addAll(found);
        }
        return taken;
    }

    /** Waits until what Java's collector has found is here. */
    @SuppressWarnings({"deprecation", "removal"})
    public static void runFinalizers() {
        System.runFinalization();
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
