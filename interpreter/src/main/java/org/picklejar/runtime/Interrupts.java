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
    /** How many pieces of work are in progress, one inside the other. Guarded by this object. */
    private int depth;

    Interrupts(Execution execution) {
        this.execution = execution;
        this.interruption = Interruption.of(execution.machine);
        interruption.setWake(execution::lookSoon);
        Unreachable.of(execution.machine).watch(execution);
    }

    /** Work begins: what is requested from now on is for it, even when it comes before anything runs. Any thread. */
    synchronized void begin() {
        if (depth++ == 0) {
            interruption.clear();
            if (interruption.isRequested()) {
                execution.lookSoon();
            }
        }
    }

    /** What was requested too late is forgotten, unless more is to come. Any thread. */
    synchronized void end() {
        if (--depth == 0) {
            interruption.clear();
            execution.looked();
        }
    }

    /** Nothing happens when there is no work. Any thread. */
    synchronized void request() {
        if (depth > 0) {
            interruption.request();
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
        return WeakReferences.drainAtSafePoint(x);
    }
}
