package org.picklejar.tasklets;

import org.picklejar.core.Execution;

/** {@code stackless.pickle_flags()}: what pickling does with things that are usually left out. */
public final class PickleFlags {
    public static final int PRESERVE_TRACING_STATE = 1;
    public static final int PRESERVE_AG_FINALIZER = 2;
    public static final int RESET_AG_FINALIZER = 4;
    public static final int PICKLE_CONTEXT = 8;

    private PickleFlags() {}

    public static boolean has(Execution x, int flag) {
        return (Scheduler.of(x).pickleFlags & flag) != 0;
    }
}
