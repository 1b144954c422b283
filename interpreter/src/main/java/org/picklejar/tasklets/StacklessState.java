package org.picklejar.tasklets;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;

/** What the schedulers of one runtime share. */
final class StacklessState {
    final List<Scheduler> schedulers = new ArrayList<>();
    int nextNumber;
    Object origin;
    PyObject errorHandler;
    PyObject scheduleCallback;
    PyObject channelCallback;
    boolean softSwitch = true;
    int pickleFlags;
    int pickleFlagsDefault;

    /** No run() with a limit is in force. */
    void resetTickLimit(Execution x) {
        if (x.tickLimit != Long.MIN_VALUE) {
            x.tickLimit = Long.MAX_VALUE;
        }
    }
}
