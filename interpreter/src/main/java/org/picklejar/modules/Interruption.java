package org.picklejar.modules;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.PyObject;

/**
 * The signals that have come and that the program has not seen yet; an interrupt of the runtime (Ctrl-C, the kernel's) is SIGINT. Safe points and
 * everything that waits look at them; a signal wakes what waits.
 */
public final class Interruption {
    public static final int SIGINT = 2;

    private final Set<Object> waiting = ConcurrentHashMap.newKeySet();
    /** Bit {@code n - 1} for signal n. */
    private final AtomicLong pending = new AtomicLong();

    private volatile long blocked;
    private volatile Runnable wake = () -> {};

    private Interruption() {}

    public static Interruption of(Machine m) {
        return m.state(Interruption.class, k -> new Interruption());
    }

    private static long bit(int signal) {
        return 1L << signal - 1;
    }

    /** @param wake makes the program come to a safe point soon; any thread runs it */
    public void setWake(Runnable wake) {
        this.wake = wake;
    }

    /** Asks for an interrupt. Any thread. */
    public void request() {
        post(SIGINT);
    }

    /**
     * A signal has come. Any thread.
     *
     * @param signal 1 to 64
     */
    public void post(int signal) {
        pending.getAndUpdate(p -> p | bit(signal));
        wake.run();
        for (Object monitor : waiting) {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        }
    }

    /** Forgets an interrupt that nobody has looked at. */
    public void clear() {
        pending.getAndUpdate(p -> p & ~bit(SIGINT));
    }

    /** Whether there is a signal that is not blocked. */
    public boolean isRequested() {
        return (pending.get() & ~blocked) != 0;
    }

    /**
     * Takes the lowest of some signals that have come.
     *
     * @param wanted their bits
     * @return 0 when there is none
     */
    public int take(long wanted) {
        long found = pending.get() & wanted;
        if (found == 0) {
            return 0;
        }
        // Only the main thread takes signals, so it is still there.
        int signal = Long.numberOfTrailingZeros(found) + 1;
        pending.getAndUpdate(p -> p & ~bit(signal));
        return signal;
    }

    /** Takes the lowest that is not blocked; 0 when there is none. */
    public int take() {
        return take(~blocked);
    }

    /** Bits of the signals that have come. */
    public long pending() {
        return pending.get();
    }

    /** Bits of the signals that have to wait. */
    public long blocked() {
        return blocked;
    }

    public void setBlocked(long signals) {
        blocked = signals;
        if (isRequested()) {
            wake.run();
        }
    }

    /** Raises KeyboardInterrupt when an interrupt was asked for, which is done then. */
    public void check() {
        if (take(bit(SIGINT) & ~blocked) != 0) {
            throw Errors.of(ExceptionTypes.KEYBOARD_INTERRUPT, new PyObject[0]);
        }
    }

    /** What happens at a safe point and in a waiting builtin when a signal has come: its handler may be a program's. */
    public interface Handler {
        /** Raises, or returns when the program wants to go on. Called with the lock held. */
        void interrupted(Execution x);
    }

    private volatile Handler handler = x -> check();

    public void setHandler(Handler h) {
        handler = h;
    }

    /** Lets the handler act when a signal has come. */
    public void poll(Execution x) {
        if (isRequested()) {
            handler.interrupted(x);
        }
    }

    /** {@link #post} notifies the monitor from now on. Check {@link #isRequested} after this and before waiting. */
    void enter(Object monitor) {
        waiting.add(monitor);
    }

    void leave(Object monitor) {
        waiting.remove(monitor);
    }
}
