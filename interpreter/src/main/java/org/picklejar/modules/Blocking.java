package org.picklejar.modules;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.picklejar.core.Execution;

/** All waiting of builtins: other Python threads run meanwhile, and an interrupt ends it. */
public final class Blocking {
    private Blocking() {}

    /** A Java call that may take long. */
    @FunctionalInterface
    public interface Call<T> {
        T call() throws IOException;
    }

    /** Runs a call with the machine's lock released. The call itself cannot be interrupted: it should not take long. */
    public static <T> T run(Execution x, Call<T> call) throws IOException {
        int holds = x.machine.lock.releaseAll();
        try {
            return call.call();
        } finally {
            x.machine.lock.acquireAgain(x, holds);
        }
    }

    /**
     * Waits until a condition holds. It is looked at with {@code monitor} locked, whenever somebody notifies the monitor.
     *
     * @param nanos at most so long; negative: for ever
     * @return whether the condition holds
     * @throws org.picklejar.core.PyException KeyboardInterrupt, or what a signal handler raises
     */
    public static boolean await(Execution x, Object monitor, BooleanSupplier condition, long nanos) {
        long deadline = deadline(nanos);
        Interruption interruption = Interruption.of(x.machine);
        while (!sleep(x, monitor, condition, deadline)) {
            if (!isMainThread(x) || !interruption.isRequested()) {
                return false;
            }
            interruption.poll(x);
        }
        return true;
    }

    /** @return when {@link System#nanoTime} is over; {@code Long.MAX_VALUE} for ever */
    public static long deadline(long nanos) {
        return nanos < 0 ? Long.MAX_VALUE : System.nanoTime() + nanos;
    }

    /**
     * As {@link #await}, but an interrupt only ends it.
     *
     * @param deadline as {@link #deadline} gives it
     * @return whether the condition holds
     */
    public static boolean sleep(Execution x, Object monitor, BooleanSupplier condition, long deadline) {
        Interruption interruption = Interruption.of(x.machine);
        int holds = x.machine.lock.releaseAll();
        interruption.enter(monitor);
        try {
            return waitOnce(monitor, condition, deadline, isMainThread(x) ? interruption : null);
        } finally {
            interruption.leave(monitor);
            x.machine.lock.acquireAgain(x, holds);
        }
    }

    private static boolean waitOnce(Object monitor, BooleanSupplier condition, long deadline, Interruption i) {
        boolean forever = deadline == Long.MAX_VALUE;
        synchronized (monitor) {
            for (; ; ) {
                if (condition.getAsBoolean()) {
                    return true;
                }
                if (i != null && i.isRequested()) {
                    return false;
                }
                long left = forever ? 0 : deadline - System.nanoTime();
                if (!forever && left <= 0) {
                    return false;
                }
                try {
                    if (forever) {
                        monitor.wait();
                    } else {
                        monitor.wait(left / 1_000_000, (int) (left % 1_000_000));
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
    }

    /** Signals go to the main thread only, as in CPython. */
    public static boolean isMainThread(Execution x) {
        return x.isMain;
    }

    /** Sleeps.
     * @throws org.picklejar.core.PyException as {@link #await} */
    public static void sleep(Execution x, long nanos) {
        await(x, new Object(), () -> false, nanos);
    }

    /**
     * Runs a call that may block for ever (a read from a terminal, a wait for a process) on a thread of its own, so that an
     * interrupt ends the waiting. The call goes on then, and its result is lost.
     */
    public static <T> T runElsewhere(Execution x, Call<T> call) throws IOException {
        Outcome<T> outcome = new Outcome<>();
        Thread t = new Thread(() -> outcome.run(call), "picklejar-blocking");
        t.setDaemon(true);
        t.start();
        await(x, outcome, () -> outcome.done, -1);
        return outcome.get();
    }

    private static final class Outcome<T> {
        private boolean done;
        private T value;
        private Throwable failure;

        void run(Call<T> call) {
            T v = null;
            Throwable f = null;
            try {
                v = call.call();
            } catch (IOException | RuntimeException | Error e) {
                f = e;
            }
            synchronized (this) {
                value = v;
                failure = f;
                done = true;
                notifyAll();
            }
        }

        T get() throws IOException {
            if (failure instanceof IOException e) {
                throw e;
            } else if (failure instanceof RuntimeException e) {
                throw e;
            } else if (failure instanceof Error e) {
                throw e;
            }
            return value;
        }
    }
}
