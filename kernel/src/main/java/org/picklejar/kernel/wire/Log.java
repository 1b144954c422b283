package org.picklejar.kernel.wire;

import java.lang.System.Logger.Level;

/** The kernel's log: standard error. The logging classes are loaded when the first line is written, not at start-up. */
public final class Log {
    private Log() {}

    public static void info(String message) {
        write(Level.INFO, message, null);
    }

    public static void warn(String message) {
        write(Level.WARNING, message, null);
    }

    public static void error(String message, Throwable cause) {
        write(Level.ERROR, message, cause);
    }

    private static void write(Level level, String message, Throwable cause) {
        System.getLogger("org.picklejar.kernel").log(level, message, cause);
    }
}
