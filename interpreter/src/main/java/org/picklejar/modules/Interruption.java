package org.picklejar.modules;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.PyObject;

/**
 * Whether the runtime was asked to interrupt its program (SIGINT, the kernel's interrupt). The request is looked at by safe
 * points and by everything that waits; it wakes what waits.
 */
public final class Interruption {
    private final Set<Object> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean requested;

    private Interruption() {}

    public static Interruption of(Machine m) {
        return m.state(Interruption.class, k -> new Interruption());
    }

    /** Asks for an interrupt. Any thread. */
    public void request() {
        requested = true;
        for (Object monitor : waiting) {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        }
    }

    public void clear() {
        requested = false;
    }

    public boolean isRequested() {
        return requested;
    }

    /** Raises KeyboardInterrupt when an interrupt was asked for, which is done then. */
    public void check() {
        if (requested) {
            requested = false;
            throw Errors.of(ExceptionTypes.KEYBOARD_INTERRUPT, new PyObject[0]);
        }
    }

    /** What happens in a waiting builtin when an interrupt comes: the handler of SIGINT may be a program's. */
    public interface Handler {
        /** Raises, or returns when the program wants to go on waiting. Called with the lock held. */
        void interrupted(Execution x);
    }

    private volatile Handler handler = x -> check();

    public void setHandler(Handler h) {
        handler = h;
    }

    /** Lets the handler act when an interrupt was asked for. */
    public void poll(Execution x) {
        if (requested) {
            handler.interrupted(x);
        }
    }

    /** {@link #request} notifies the monitor from now on. Check {@link #isRequested} after this and before waiting. */
    void enter(Object monitor) {
        waiting.add(monitor);
    }

    void leave(Object monitor) {
        waiting.remove(monitor);
    }
}
