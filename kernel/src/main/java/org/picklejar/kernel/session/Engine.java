package org.picklejar.kernel.session;

import java.util.List;
import java.util.function.Supplier;
import org.picklejar.kernel.wire.Log;
import org.picklejar.runtime.GuestException;
import org.picklejar.runtime.Interpreter;

/** The interpreter, which is made on a thread of its own while the kernel answers already. */
public final class Engine {
    private static final long STACK_BYTES = 16L << 20;

    private final Supplier<Interpreter> maker;
    private Interpreter interpreter;
    private Throwable failure;
    private boolean waiting;
    private boolean interrupted;

    public Engine(Supplier<Interpreter> maker) {
        this.maker = maker;
    }

    void start() {
        Thread thread = new Thread(null, this::make, "picklejar-warm-up", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    /** The interpreter, or null while it is being made. */
    public synchronized Interpreter ifReady() {
        return interpreter;
    }

    /**
     * Waits for the interpreter.
     *
     * @throws GuestException KeyboardInterrupt when interrupted meanwhile; RuntimeError when the interpreter cannot be made
     */
    public synchronized Interpreter await() {
        waiting = true;
        interrupted = false;
        try {
            while (interpreter == null && failure == null) {
                wait();
                if (interrupted) {
                    throw keyboardInterrupt();
                }
            }
        } catch (InterruptedException e) {
            throw keyboardInterrupt();
        } finally {
            waiting = false;
        }
        if (failure != null) {
            String reason = "the interpreter could not start: " + failure;
            throw new GuestException("RuntimeError", reason, List.of("RuntimeError: " + reason));
        }
        return interpreter;
    }

    /** Interrupts what runs or waits; nothing when nothing does. Any thread. */
    public void interrupt() {
        Interpreter running;
        synchronized (this) {
            running = interpreter;
            if (running == null) {
                interrupted = waiting;
                notifyAll();
            }
        }
        if (running != null) {
            running.interrupt();
        }
    }

    /** Ends the interpreter, if there is one. Only when nothing runs. */
    synchronized void close() {
        if (interpreter != null) {
            interpreter.close();
        }
    }

    private void make() {
        Interpreter made = null;
        Throwable error = null;
        try {
            made = maker.get();
        } catch (RuntimeException | Error e) {
            error = e;
            Log.error("the interpreter could not start", e);
        }
        synchronized (this) {
            interpreter = made;
            failure = error;
            notifyAll();
        }
    }

    private static GuestException keyboardInterrupt() {
        return new GuestException("KeyboardInterrupt", "", List.of("KeyboardInterrupt"));
    }
}
