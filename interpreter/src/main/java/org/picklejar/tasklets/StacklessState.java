package org.picklejar.tasklets;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.PyObject;

/** What the schedulers of one runtime share. */
final class StacklessState {
    /** Those of running threads, the main thread's first. */
    private final List<Scheduler> schedulers = new ArrayList<>();

    int nextNumber;
    private int nextSerial;
    private long nextTicket;
    Object origin;
    PyObject errorHandler;
    PyObject scheduleCallback;
    PyObject channelCallback;
    boolean softSwitch = true;
    int pickleFlagsDefault;

    List<Scheduler> schedulers() {
        return schedulers;
    }

    int nextSerial() {
        return nextSerial++;
    }

    /** See {@link Tasklet#ticket}. */
    long nextTicket() {
        return nextTicket++;
    }

    void add(Scheduler s) {
        schedulers.add(s.execution.isMain ? 0 : schedulers.size(), s);
    }

    /** A thread has ended. When all others sleep, none can wake another: one of them gets the error of a deadlock. */
    void remove(Scheduler ended) {
        schedulers.remove(ended);
        if (!schedulers.isEmpty() && schedulers.stream().allMatch(Scheduler::isAsleep)) {
            schedulers.get(0).wake();
        }
    }

    /** The scheduler of a running thread; null when there is none of this ident. */
    Scheduler ofThread(long ident) {
        for (Scheduler s : schedulers) {
            if (s.execution.ident == ident) {
                return s;
            }
        }
        return null;
    }

    /** Whether a thread other than that of {@code s} could make a tasklet runnable. */
    boolean othersRun(Scheduler s) {
        for (Scheduler other : schedulers) {
            if (other != s && !other.isAsleep()) {
                return true;
            }
        }
        return false;
    }
}
