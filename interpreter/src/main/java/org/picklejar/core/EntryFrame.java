package org.picklejar.core;

/** Marks where Java code called into Python and waits for the result. */
public final class EntryFrame extends NativeFrame {
    public PyObject result;
    public PyException failure;
    public volatile boolean done;

    @Override
    public PyObject step(Execution x, PyObject value) {
        result = value;
        done = true;
        x.top = back;
        return Pending.PENDING;
    }

    /** Ends it because the trampoline cannot go on. */
    public void fail(Throwable t) {
        failure = Errors.systemError("internal error: %s", t.toString());
        done = true;
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        failure = e;
        done = true;
        x.top = back;
        return Pending.PENDING;
    }
}
