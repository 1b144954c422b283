package org.picklejar.modules.signals;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signals to this process. The JDK offers them in {@code sun.misc} only, of which javac warns whatever one says; so they are
 * reached by name.
 */
public final class SystemSignals {
    private SystemSignals() {}

    /** Those that a program may handle; the others are the JVM's own, or cannot be handled. */
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "HUP"),
            Map.entry(2, "INT"),
            Map.entry(10, "USR1"),
            Map.entry(12, "USR2"),
            Map.entry(13, "PIPE"),
            Map.entry(14, "ALRM"),
            Map.entry(15, "TERM"),
            Map.entry(17, "CHLD"),
            Map.entry(18, "CONT"),
            Map.entry(20, "TSTP"),
            Map.entry(21, "TTIN"),
            Map.entry(22, "TTOU"),
            Map.entry(23, "URG"),
            Map.entry(24, "XCPU"),
            Map.entry(25, "XFSZ"),
            Map.entry(26, "VTALRM"),
            Map.entry(27, "PROF"),
            Map.entry(28, "WINCH"),
            Map.entry(29, "IO"),
            Map.entry(30, "PWR"));

    /** What the JVM did with signals before they were handled here. */
    private static final Map<String, Object> FIRST = new ConcurrentHashMap<>();

    /** As in {@code kill}; null for a signal that cannot be handled. */
    static String nameOf(int signal) {
        return NAMES.get(signal);
    }

    /**
     * Runs something whenever a signal comes, in place of what the JVM does then.
     *
     * @param name as in {@code kill}: "INT"
     */
    public static void handle(String name, Runnable handler) {
        try {
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, args) -> {
                handler.run();
                return null;
            });
            set(name, proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("signals cannot be handled", e);
        }
    }

    /** Lets the JVM do again what it did with a signal. */
    static void reset(String name) {
        Object first = FIRST.get(name);
        if (first == null) {
            return;
        }
        try {
            set(name, first);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("signals cannot be handled", e);
        }
    }

    private static void set(String name, Object handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Object before = signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"))
                .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
        FIRST.putIfAbsent(name, before);
    }
}
