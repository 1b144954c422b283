package org.picklejar.runtime;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.PyObject;
import org.picklejar.tasklets.Scheduler;

/** Requests to stop what runs, and what else is looked at when the ticks are used up. */
final class Interrupts implements Machine.SafePoint {
    private final Execution execution;
    private volatile boolean requested;
    private volatile boolean running;
    private volatile Runnable waker;

    Interrupts(Execution execution) {
        this.execution = execution;
    }

    void begin() {
        requested = false;
        running = true;
    }

    void end() {
        running = false;
        requested = false;
        if (execution.tickLimit == Long.MIN_VALUE) {
            execution.tickLimit = Long.MAX_VALUE;
        }
    }

    /** From any thread. */
    synchronized void request() {
        if (!running) {
            return;
        }
        requested = true;
        execution.tickLimit = Long.MIN_VALUE;
        if (waker != null) {
            waker.run();
        }
    }

    /** While a host call blocks: what wakes it. */
    synchronized void setWaker(Runnable r) {
        waker = r;
        if (r != null && requested) {
            r.run();
        }
    }

    /** Raises KeyboardInterrupt when one was requested. */
    void check() {
        if (requested) {
            requested = false;
            execution.tickLimit = Long.MAX_VALUE;
            throw Errors.of(ExceptionTypes.KEYBOARD_INTERRUPT);
        }
    }

    @Override
    public PyObject poll(Execution x) {
        if (x == execution) {
            check();
        }
        return Scheduler.of(x).pollTicks(x);
    }
}
