package org.picklejar.runtime;

import java.lang.reflect.Proxy;

/**
 * Signals to this process. The JDK offers them in {@code sun.misc} only, of which javac warns whatever one says; so they are
 * reached by name.
 */
public final class ProcessSignals {
    private ProcessSignals() {}

    /**
     * Runs something whenever a signal comes, in place of what the JVM does then.
     *
     * @param name as in {@code kill}: "INT"
     */
    public static void handle(String name, Runnable handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, args) -> {
                handler.run();
                return null;
            });
            signal.getMethod("handle", signal, type)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("signals cannot be handled", e);
        }
    }
}
