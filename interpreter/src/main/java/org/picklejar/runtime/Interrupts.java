package org.picklejar.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.Unreachable;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.Interruption;
import org.picklejar.modules.weakref.WeakReferences;
import org.picklejar.tasklets.Scheduler;

/** Requests to stop what runs, and what else is looked at when the ticks are used up. */
final class Interrupts implements Machine.SafePoint {
    private final Execution execution;
    private final Interruption interruption;
    private volatile boolean running;

    Interrupts(Execution execution) {
        this.execution = execution;
        this.interruption = Interruption.of(execution.machine);
        Unreachable.of(execution.machine).watch(execution);
    }

    void begin() {
        interruption.clear();
        running = true;
    }

    void end() {
        running = false;
        interruption.clear();
        execution.looked();
    }

    /** From any thread. */
    synchronized void request() {
        if (running) {
            interruption.request();
            execution.lookSoon();
        }
    }

    /** Raises KeyboardInterrupt when one was requested. */
    void check() {
        if (interruption.isRequested()) {
            execution.looked();
            interruption.poll(execution);
        }
    }

    @Override
    public void checkInterrupt(Execution x) {
        if (x == execution) {
            check();
        }
    }

    @Override
    public boolean hasInterrupt(Execution x) {
        return x == execution && interruption.isRequested();
    }

    @Override
    public void sleep(Execution x, Object monitor, BooleanSupplier condition, long nanos) {
        Blocking.sleep(x, monitor, condition, Blocking.deadline(nanos));
    }

    @Override
    public <T> T compute(Execution x, Supplier<T> work) {
        try {
            return Blocking.runElsewhere(x, work::get);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PyObject poll(Execution x) {
        if (x == execution) {
            check();
        }
        Scheduler scheduler = Scheduler.of(x);
        if (x.tickLimit == Long.MIN_VALUE && !scheduler.isAtomic()) {
            x.machine.lock.giveTurn(x);
        }
        PyObject r = scheduler.pollTicks(x);
        if (r == Pending.PENDING || x.tickLimit != Long.MIN_VALUE) {
            return r;
        }
        x.looked();
        if (x != execution) {
            return r;
        }
        if (interruption.isRequested()) {
            x.lookSoon();
        }
        return WeakReferences.drain(x);
    }
}
