package org.picklejar.interp;

import java.util.ArrayDeque;
import java.util.Deque;
import org.picklejar.core.EntryFrame;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.JavaStack;
import org.picklejar.core.Machine;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;

/**
 * The Java threads that run base trampolines. Who calls into Python from outside waits while one of them does the work: so the
 * work can go on elsewhere when a hard switch parks the thread that did it.
 */
final class Carriers {
    private static final long STACK_SIZE = 512L << 20;
    private static final long IDLE_MILLIS = 10_000;

    private final Machine machine;
    private final Deque<Carrier> idle = new ArrayDeque<>();

    /** The frames on top of {@code x} until its base entry is done, beginning with a value or an error for the top one. */
    record Job(Execution x, PyObject value, PyException error) {}

    private Carriers(Machine machine) {
        this.machine = machine;
    }

    static Carriers of(Machine m) {
        return m.state(Carriers.class, Carriers::new);
    }

    /** Runs what is on top of {@code x} until {@code entry} is done. The calling thread gives up the machine's lock meanwhile. */
    void run(Execution x, EntryFrame entry, PyException failure) {
        EntryFrame outer = x.base;
        x.base = entry;
        x.nesting = 1;
        idle().take(new Job(x, null, failure));
        int holds = machine.releaseLock();
        boolean interrupted = false;
        synchronized (entry) {
            while (!entry.done) {
                try {
                    entry.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        machine.takeLock(holds);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        x.base = outer;
        x.nesting = 0;
    }

    /** A thread that has nothing to do. @throws PyException RuntimeError when no more threads can be made */
    Carrier idle() {
        synchronized (idle) {
            Carrier c = idle.pollLast();
            if (c != null) {
                return c;
            }
        }
        Carrier c = new Carrier();
        try {
            c.thread.start();
        } catch (OutOfMemoryError e) {
            throw Errors.of(ExceptionTypes.RUNTIME_ERROR, "can't start new thread");
        }
        return c;
    }

    /** One thread. */
    final class Carrier {
        private final Thread thread = new Thread(null, this::serve, "python-carrier", STACK_SIZE);
        private Job job;

        private Carrier() {
            thread.setDaemon(true);
        }

        /** Gives it work; it begins as soon as the machine's lock is free. */
        synchronized void take(Job j) {
            job = j;
            notifyAll();
        }

        private void serve() {
            Job j = next();
            while (j != null) {
                perform(j);
                synchronized (idle) {
                    idle.addLast(this);
                }
                j = next();
            }
        }

        /** @return null after a long time without work */
        private synchronized Job next() {
            while (job == null) {
                try {
                    wait(IDLE_MILLIS);
                } catch (InterruptedException e) {
                    return null;
                }
                synchronized (idle) {
                    if (job == null && idle.remove(this)) {
                        return null;
                    }
                }
            }
            Job j = job;
            job = null;
            return j;
        }

        private void perform(Job j) {
            machine.lock.lock();
            EntryFrame done = null;
            try {
                if (TrampolineLoop.loop(j.x, null, j.value, j.error)) {
                    done = j.x.base;
                }
            } catch (JavaStack.Abandoned e) {
                // The runtime is closed: what was in progress is forgotten.
                return;
            } finally {
                machine.lock.unlock();
            }
            if (done != null) {
                synchronized (done) {
                    done.notifyAll();
                }
            }
        }
    }
}
