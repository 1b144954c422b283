package org.picklejar.runtime;

import org.picklejar.modules.signals.SystemSignals;

/** Signals to this process, for what is around a runtime. */
public final class ProcessSignals {
    private ProcessSignals() {}

    /**
     * Runs something whenever a signal comes, in place of what the JVM does then.
     *
     * @param name as in {@code kill}: "INT"
     */
    public static void handle(String name, Runnable handler) {
        SystemSignals.handle(name, handler);
    }
}
