package org.picklejar.tasklets;

import org.picklejar.core.Execution;
import org.picklejar.core.JavaStack;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;

/**
 * A thread none of whose tasklets can run: it sleeps until another thread makes one runnable, or the outside does. All waiting of
 * a scheduler is here, with this object as its monitor. The tasklet that ran last has left its frames meanwhile, so others see it as they see any.
 */
final class Idle implements Execution.SwitchRequest {
    private final Scheduler scheduler;
    /** Guarded by the machine's lock. */
    private boolean asleep;
    /** Guarded by this object. */
    private boolean signalled;

    Idle(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    boolean isAsleep() {
        Execution x = scheduler.execution;
        return asleep && !x.machine.safePoint.hasInterrupt(x);
    }

    /** Lets the thread look whether there is something for it to do, if it sleeps. The caller holds the machine's lock. */
    void wake() {
        if (asleep) {
            synchronized (this) {
                signalled = true;
                notifyAll();
            }
        }
    }

    /** Waits until a tasklet is runnable; an interrupt or a deadlock makes runnable who gets the exception. */
    @Override
    public Execution.SwitchRequest settle(Execution x) {
        Tasklet from = scheduler.current;
        Tasklet to = scheduler.first();
        while (to == null) {
            if (!scheduler.canWait()) {
                to = scheduler.giveUp(x, last(x));
                continue;
            }
            sleep(x, from);
            try {
                x.machine.safePoint.checkInterrupt(x);
                scheduler.wakeDue();
                to = scheduler.first();
            } catch (PyException e) {
                to = scheduler.fail(x, last(x), e);
            }
        }
        return to == scheduler.current ? this : to;
    }

    /** What ran last, if it is still there. */
    private Tasklet last(Execution x) {
        return x.top == null ? null : scheduler.current;
    }

    private void sleep(Execution x, Tasklet from) {
        boolean ended = scheduler.current != null && x.top == null;
        if (scheduler.current != null) {
            scheduler.leave(x);
        }
        asleep = true;
        signalled = false;
        x.machine.descriptors.tell(this);
        x.machine.safePoint.sleep(x, this, () -> signalled || scheduler.outside.hasChanged(), scheduler.outside.next());
        x.machine.descriptors.tellNoMore(this);
        asleep = false;
        // Another thread may have taken it over, and have run it to its end.
        if (from.scheduler() == scheduler && (ended || from.hasFrames())) {
            scheduler.enter(x, from);
        }
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public PyObject perform(Execution x) {
        return scheduler.goOn(x, scheduler.current);
    }

    @Override
    public JavaStack stack() {
        return null;
    }

    @Override
    public boolean isHard() {
        return scheduler.isHard();
    }
}
