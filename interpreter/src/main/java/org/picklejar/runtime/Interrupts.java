package org.picklejar.runtime;

import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.PyObject;
import org.picklejar.modules.Interruption;
import org.picklejar.tasklets.Scheduler;

/** Requests to stop what runs, and what else is looked at when the ticks are used up. */
final class Interrupts implements Machine.SafePoint {
    private final Execution execution;
    private final Interruption interruption;
    private volatile boolean running;

    Interrupts(Execution execution) {
        this.execution = execution;
        this.interruption = Interruption.of(execution.machine);
    }

    void begin() {
        interruption.clear();
        running = true;
    }

    void end() {
        running = false;
        interruption.clear();
        if (execution.tickLimit == Long.MIN_VALUE) {
            execution.tickLimit = Long.MAX_VALUE;
        }
    }

    /** From any thread. */
    synchronized void request() {
        if (running) {
            execution.tickLimit = Long.MIN_VALUE;
            interruption.request();
        }
    }

    /** Raises KeyboardInterrupt when one was requested. */
    void check() {
        if (interruption.isRequested()) {
            execution.tickLimit = Long.MAX_VALUE;
            Scheduler.of(execution).resumeTimer();
            interruption.poll(execution);
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
