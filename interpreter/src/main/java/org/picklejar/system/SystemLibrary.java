package org.picklejar.system;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Calls functions of the C library by name. */
final class SystemLibrary {
    private static final int EINTR = 4;

    private SystemLibrary() {}

    /** What needs JNA: a class of its own, so that a failure to load it is one of ours. */
    private static final class Functions {
        private static final Map<String, Function> KNOWN = new ConcurrentHashMap<>();

        static Function find(String name) {
            return KNOWN.computeIfAbsent(name, n -> NativeLibrary.getProcess().getFunction(n));
        }
    }

    private static Function function(String name) throws SystemFailure {
        try {
            return Functions.find(name);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            String why = e.getMessage() == null
                    ? e.getClass().getSimpleName()
                    : e.getMessage().lines().findFirst().orElse("");
            throw new SystemFailure("the function " + name + " of the C library cannot be called: " + why, e);
        }
    }

    /** Whether a function can be called. */
    static boolean has(String name) {
        try {
            function(name);
            return true;
        } catch (SystemFailure e) {
            return false;
        }
    }

    /**
     * Calls a function that gives -1 when it fails; one that a signal has interrupted is called again.
     *
     * @return its result, an {@code int}
     */
    static int call(String name, Object... arguments) throws SystemFailure {
        Function f = function(name);
        for (; ; ) {
            int r = f.invokeInt(arguments);
            if (r != -1) {
                return r;
            }
            int errno = Native.getLastError();
            if (errno != EINTR) {
                throw new SystemFailure(errno);
            }
        }
    }

    /** As {@link #call}, for a function whose result is a {@code long}. */
    static long callLong(String name, Object... arguments) throws SystemFailure {
        Function f = function(name);
        for (; ; ) {
            long r = f.invokeLong(arguments);
            if (r != -1) {
                return r;
            }
            int errno = Native.getLastError();
            if (errno != EINTR) {
                throw new SystemFailure(errno);
            }
        }
    }

    /** Calls a function that gives an address, 0 when it fails. */
    static long address(String name, Object... arguments) throws SystemFailure {
        return Pointer.nativeValue(function(name).invokePointer(arguments));
    }

    /** Calls a function whose result is the number of an error, or 0. */
    static void check(String name, Object... arguments) throws SystemFailure {
        int errno = function(name).invokeInt(arguments);
        if (errno != 0) {
            throw new SystemFailure(errno);
        }
    }
}
