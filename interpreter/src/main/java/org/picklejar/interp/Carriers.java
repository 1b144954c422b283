package org.picklejar.interp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
    private boolean closed;

    /** The frames on top of {@code x} until its base entry is done, beginning with a value or an error for the top one. */
    static final class Job {
        /** The end of its thread. */
        static final Job NONE = new Job(null, null, null);

        private final Execution execution;
        private PyObject value;
        private PyException error;

        Job(Execution x, PyObject value, PyException error) {
            this.execution = x;
            this.value = value;
            this.error = error;
        }

        Execution execution() {
            return execution;
        }

        /** The value, which is kept by the taker only: a job is on the Java stack as long as the work lasts. */
        PyObject takeValue() {
            PyObject v = value;
            value = null;
            return v;
        }

        /** The error, likewise. */
        PyException takeError() {
            PyException e = error;
            error = null;
            return e;
        }
    }

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
        int holds = machine.lock.releaseAll();
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
        machine.lock.acquireAgain(x, holds);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        x.base = outer;
        x.nesting = 0;
    }

    /** A thread that has nothing to do.
     * @throws PyException RuntimeError when no more threads can be made */
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

    /** Ends the threads that have nothing to do, and the others when they have done it. */
    void close() {
        List<Carrier> rest;
        synchronized (idle) {
            closed = true;
            rest = List.copyOf(idle);
            idle.clear();
        }
        rest.forEach(c -> c.take(Job.NONE));
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
            for (Job j = next(); j != Job.NONE; j = next()) {
                EntryFrame done = perform(j);
                boolean last = !rest(this);
                if (done != null) {
                    synchronized (done) {
                        done.notifyAll();
                    }
                }
                if (last) {
                    return;
                }
            }
        }

        /** @return NONE after a long time without work */
        private synchronized Job next() {
            while (job == null) {
                try {
                    wait(IDLE_MILLIS);
                } catch (InterruptedException e) {
                    return Job.NONE;
                }
                if (job == null && forget(this)) {
                    return Job.NONE;
                }
            }
            Job j = job;
            job = null;
            return j;
        }

        /** @return the base entry when it is done; null when another thread has taken over */
        private EntryFrame perform(Job j) {
            Execution x = j.execution();
            machine.lock.acquire(x);
            try {
                return TrampolineLoop.loop(null, j) ? x.base : null;
            } catch (JavaStack.Abandoned e) {
                // What was in progress is forgotten.
                return null;
            } catch (RuntimeException | Error e) {
                // An error of the trampoline itself: who waits must not wait for ever.
                System.getLogger("org.picklejar").log(System.Logger.Level.ERROR, "internal error", e);
                x.base.fail(e);
                return x.base;
            } finally {
                machine.lock.release();
            }
        }
    }

    /** Takes back what {@link #idle} gave and was not needed. */
    void giveBack(Carrier c) {
        if (!rest(c)) {
            c.take(Job.NONE);
        }
    }

    /** Takes back a thread that has done its work.
     * @return false when it should end */
    private boolean rest(Carrier c) {
        synchronized (idle) {
            if (!closed) {
                idle.addLast(c);
            }
            return !closed;
        }
    }

    /** @return whether the thread had nothing to do, and is forgotten */
    private boolean forget(Carrier c) {
        synchronized (idle) {
            return idle.remove(c);
        }
    }
}
