package org.picklejar.modules.signals;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.picklejar.core.Execution;
import org.picklejar.modules.Interruption;

/** The timer of a runtime that sends SIGALRM: of {@code signal.alarm} and of {@code ITIMER_REAL}, which are the same one. */
final class Alarms {
    private static final int SIGALRM = 14;
    private static final double NANOS = 1e9;

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Interruption interruption;
    private ScheduledFuture<?> next;
    private double interval;

    private Alarms(Interruption interruption) {
        this.interruption = interruption;
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor e = new ScheduledThreadPoolExecutor(1, r -> {
            Thread t = new Thread(r, "alarms");
            t.setDaemon(true);
            return t;
        });
        e.setRemoveOnCancelPolicy(true);
        return e;
    }

    static Alarms of(Execution x) {
        return x.machine.state(Alarms.class, m -> new Alarms(Interruption.of(m)));
    }

    /**
     * Sets the timer, in place of what it was set to.
     *
     * @param delay seconds; 0: it is switched off
     * @param period seconds between further signals; 0: there are none
     */
    synchronized void set(double delay, double period) {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
        interval = delay > 0 ? period : 0;
        if (delay > 0) {
            long first = Math.max(1, (long) (delay * NANOS));
            long between = (long) (period * NANOS);
            Runnable ring = () -> interruption.post(SIGALRM);
            next = between > 0
                    ? CLOCK.scheduleAtFixedRate(ring, first, between, TimeUnit.NANOSECONDS)
                    : CLOCK.schedule(ring, first, TimeUnit.NANOSECONDS);
        }
    }

    /** Seconds until the next signal; 0 when none is to come. */
    synchronized double left() {
        return next == null || next.isDone() ? 0 : Math.max(1 / NANOS, next.getDelay(TimeUnit.NANOSECONDS) / NANOS);
    }

    synchronized double interval() {
        return left() == 0 ? 0 : interval;
    }
}
