package org.picklejar.core;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Held by the one thread that runs Python. Who waits for it asks the holder every switch interval to give it up at its next safe
 * point; it goes to who has waited longest (CPython: the GIL).
 */
public final class InterpreterLock {
    private static final long DEFAULT_NANOS = 5_000_000;

    private final ReentrantLock lock = new ReentrantLock(true);
    /** What the holder runs, or ran: asking too often only makes it look in vain. */
    private volatile Execution holder;

    private volatile long intervalNanos = DEFAULT_NANOS;

    /** Takes it for running {@code x}; may be nested. */
    public void acquire(Execution x) {
        if (!lock.isHeldByCurrentThread()) {
            take();
        } else {
            lock.lock();
        }
        holder = x;
    }

    private void take() {
        boolean interrupted = false;
        for (boolean taken = false; !taken; ) {
            try {
                taken = lock.tryLock(intervalNanos, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            Execution running = holder;
            if (!taken && running != null) {
                running.lookSoon();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public void release() {
        lock.unlock();
    }

    /**
     * Gives it up if this thread holds it.
     *
     * @return how often it was held, for {@link #acquireAgain}
     */
    public int releaseAll() {
        int holds = lock.getHoldCount();
        for (int i = 0; i < holds; i++) {
            lock.unlock();
        }
        return holds;
    }

    public void acquireAgain(Execution x, int holds) {
        for (int i = 0; i < holds; i++) {
            acquire(x);
        }
    }

    /** At a safe point: lets a thread that waits go first. */
    public void giveTurn(Execution x) {
        if (lock.hasQueuedThreads()) {
            acquireAgain(x, releaseAll());
        }
    }

    /** In seconds: {@code sys.getswitchinterval()}. */
    public double interval() {
        return intervalNanos / 1e9;
    }

    /** @param seconds positive */
    public void setInterval(double seconds) {
        intervalNanos = (long) Math.max(1, Math.min(seconds * 1e9, Long.MAX_VALUE));
    }
}
