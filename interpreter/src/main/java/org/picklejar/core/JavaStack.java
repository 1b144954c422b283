package org.picklejar.core;

import java.util.StringJoiner;

/**
 * A Java thread's stack with a blocking builtin in progress, standing still because its tasklet was switched away from inside it
 * (a hard switch). It goes on when that tasklet is switched to. Unlike frames it cannot be pickled.
 */
public final class JavaStack {
    /** Unwinds a stack that will never go on. No Python runs on it meanwhile. */
    public static final class Abandoned extends Error {
        private static final long serialVersionUID = 1;

        private Abandoned() {
            super("its thread has ended, or the runtime was closed", null, false, false);
        }
    }

    private final Thread thread = Thread.currentThread();
    private final Execution execution;
    /** {@link Execution#nesting} of this stack. */
    private final int nesting;

    private PyObject value;
    private PyException error;
    private boolean resumed;
    private boolean abandoned;

    /** The stack of the calling thread. */
    public JavaStack(Execution x) {
        execution = x;
        nesting = x.nesting;
    }

    /** How many trampolines stand on it, the base one not counted, unless there is no other. */
    public int nestingLevel() {
        return Math.max(1, nesting - 1);
    }

    /** Lets it go on, as soon as the caller gives up the machine's lock. */
    public synchronized void resume(Execution x, PyObject v, PyException e) {
        x.nesting = nesting;
        value = v;
        error = e;
        resumed = true;
        notifyAll();
    }

    /**
     * Stands still until it is resumed. Called by the stack's own thread, which gives up the machine's lock meanwhile.
     *
     * @return the value for the top frame; null when it takes none
     * @throws PyException to be raised in the top frame
     */
    public PyObject park() {
        execution.machine.parked.add(this);
        int holds = execution.machine.lock.releaseAll();
        boolean interrupted = false;
        synchronized (this) {
            while (!resumed && !abandoned) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        execution.machine.parked.remove(this);
        execution.machine.lock.acquireAgain(execution, holds);
        if (abandoned) {
            throw new Abandoned();
        }
        if (error != null) {
            throw error;
        }
        return value;
    }

    /** Ends its thread. For when nothing of its execution can run any more. */
    public synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    /** How many calls of Java are on it. */
    public int depth() {
        return thread.getStackTrace().length;
    }

    /** Its calls of Java, innermost first, one a line. */
    public String dump() {
        StringJoiner lines = new StringJoiner("\n");
        for (StackTraceElement e : thread.getStackTrace()) {
            lines.add(e.toString());
        }
        return lines.toString();
    }

    /** The builtin that is in progress, in words for the user. */
    public String builtin() {
        return BlockingBuiltins.inProgress(thread.getStackTrace());
    }
}
