package org.picklejar.core;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

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

    /** Takes those objects out that are wanted now, also when Java's collector has found them only just. */
    public List<PyObject> take(Predicate<PyObject> wanted) {
        runFinalizers();
        List<PyObject> taken = objects.stream().filter(wanted).toList();
        objects.removeAll(taken);
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
