package org.picklejar.runtime;

import org.jline.utils.Signals;

/**
 * Signals to this process. The JDK offers them in {@code sun.misc} only, of which javac warns whatever one says; JLine
 * reaches them by name.
 */
public final class ProcessSignals {
    private ProcessSignals() {}

    /** @param name as in {@code kill}: "INT" */
    public static void handle(String name, Runnable handler) {
        Signals.register(name, handler);
    }
}
