package org.picklejar.tasklets;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;

/** What {@code get_thread_info()} tells of a thread. */
final class ThreadInfo {
    /** What it tells beside, as Stackless' test suite asks for it. */
    private static final long STACKS = 1L << 30;

    private static final long WATCHDOGS = 1L << 31;

    private ThreadInfo() {}

    /** (main, the running tasklet, runcount), and what the flags add. */
    static PyTuple of(Scheduler s, long flags) {
        List<PyObject> out = new ArrayList<>();
        out.add(s.main);
        out.add(s.current == null ? PySingleton.NONE : s.current);
        out.add(PyInt.of(s.runCount()));
        if ((flags & STACKS) != 0) {
            out.add(PyInt.of(s.stacks.newest()));
            out.add(PyInt.of(s.stacks.lastSerial()));
            out.add(s.stacks.stub);
        }
        if ((flags & WATCHDOGS) != 0) {
            out.add(s.watchdogs.isEmpty() ? PySingleton.NONE : s.watchdogs.list());
        }
        return PyTuple.of(out);
    }
}
