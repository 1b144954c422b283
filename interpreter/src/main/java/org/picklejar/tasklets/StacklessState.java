package org.picklejar.tasklets;

import java.util.ArrayList;
import java.util.List;
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
}
