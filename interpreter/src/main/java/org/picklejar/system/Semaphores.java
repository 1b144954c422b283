package org.picklejar.system;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** Semaphores with names, which processes share: {@code sem_overview(7)}. A handle is the address of one. */
public final class Semaphores {
    private static final int O_CREAT = 64;
    private static final int O_EXCL = 128;
    private static final int MODE = 0600;
    private static final int EAGAIN = 11;
    private static final int ETIMEDOUT = 110;
    private static final long BILLION = 1_000_000_000;

    private Semaphores() {}

    /**
     * Opens a semaphore.
     *
     * @param value that a new one gets; negative: it must be there already
     */
    public static long open(byte[] name, int value) throws SystemFailure {
        int flags = value < 0 ? 0 : O_CREAT | O_EXCL;
        long handle = SystemLibrary.address("sem_open", Descriptors.terminated(name), flags, MODE, Math.max(0, value));
        if (handle == 0) {
            throw new SystemFailure(Native.getLastError());
        }
        return handle;
    }

    public static void close(long handle) throws SystemFailure {
        SystemLibrary.call("sem_close", new Pointer(handle));
    }

    public static void unlink(byte[] name) throws SystemFailure {
        SystemLibrary.call("sem_unlink", Descriptors.terminated(name));
    }

    /** @return false when its value is 0 */
    public static boolean take(long handle) throws SystemFailure {
        return took(EAGAIN, "sem_trywait", new Pointer(handle));
    }

    /** Waits in this thread.
     * @return false when its value is 0 for so long */
    public static boolean take(long handle, long nanos) throws SystemFailure {
        try (Memory time = new Memory(16)) {
            long now = System.currentTimeMillis() * 1_000_000 + nanos;
            time.setLong(0, now / BILLION);
            time.setLong(8, now % BILLION);
            return took(ETIMEDOUT, "sem_timedwait", new Pointer(handle), time);
        }
    }

    private static boolean took(int expected, String function, Object... arguments) throws SystemFailure {
        try {
            SystemLibrary.call(function, arguments);
            return true;
        } catch (SystemFailure e) {
            if (e.errno != expected) {
                throw e;
            }
            return false;
        }
    }

    public static void give(long handle) throws SystemFailure {
        SystemLibrary.call("sem_post", new Pointer(handle));
    }

    public static int value(long handle) throws SystemFailure {
        int[] value = new int[1];
        SystemLibrary.call("sem_getvalue", new Pointer(handle), value);
        return value[0];
    }
}
