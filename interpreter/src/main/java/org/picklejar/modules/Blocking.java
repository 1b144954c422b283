package org.picklejar.modules;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;

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
        long deadline = nanos < 0 ? Long.MAX_VALUE : System.nanoTime() + nanos;
        Machine m = x.machine;
        Interruption interruption = Interruption.of(m);
        boolean interruptible = isMainThread(x);
        for (; ; ) {
            int holds = m.lock.releaseAll();
            boolean done;
            interruption.enter(monitor);
            try {
                done = waitOnce(monitor, condition, nanos < 0, deadline, interruptible ? interruption : null);
            } finally {
                interruption.leave(monitor);
                m.lock.acquireAgain(x, holds);
            }
            if (done) {
                return true;
            }
            if (interruptible && interruption.isRequested()) {
                interruption.poll(x);
            } else {
                return false;
            }
        }
    }

    private static boolean waitOnce(
            Object monitor, BooleanSupplier condition, boolean forever, long deadline, Interruption i) {
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
