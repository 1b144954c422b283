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
    /** How many pieces of work are in progress, one inside the other. */
    private int depth;
    /** The same for the interpreter, once it is made. */
    private Interpreter.Work inside;
    /** An interrupt has come while there was no interpreter. */
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

    /** From now on an interrupt is for what is done until the end of this work, whether the interpreter is made already or not. */
    public synchronized Interpreter.Work begin() {
        if (depth++ == 0) {
            interrupted = false;
            beginInside();
        }
        return this::end;
    }

    private void beginInside() {
        if (interpreter != null) {
            inside = interpreter.begin();
        }
    }

    private synchronized void end() {
        if (--depth == 0 && inside != null) {
            inside.close();
            inside = null;
        }
    }

    /**
     * Waits for the interpreter.
     *
     * @throws GuestException KeyboardInterrupt when interrupted meanwhile; RuntimeError when the interpreter cannot be made
     */
    public synchronized Interpreter await() {
        Interpreter.Work work = begin();
        try {
            while (interpreter == null && failure == null && !interrupted) {
                wait();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            work.close();
        }
        if (interrupted) {
            interrupted = false;
            throw keyboardInterrupt();
        }
        if (failure != null) {
            String reason = "the interpreter could not start: " + failure;
            throw new GuestException("RuntimeError", reason, List.of("RuntimeError: " + reason));
        }
        return interpreter;
    }

    /** Interrupts the work in progress; nothing when there is none. Any thread. */
    public void interrupt() {
        Interpreter running;
        synchronized (this) {
            running = interpreter;
            if (running == null) {
                interrupted = depth > 0;
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
            if (depth > 0) {
                beginInside();
            }
            notifyAll();
        }
    }

    private static GuestException keyboardInterrupt() {
        return new GuestException("KeyboardInterrupt", "", List.of("KeyboardInterrupt"));
    }
}
