package org.picklejar.modules.posix;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.ops.Values;
import org.picklejar.system.Semaphores;
import org.picklejar.system.SystemFailure;

/** Semaphores that processes share; what {@code _multiprocessing.SemLock} stands on. */
final class SemaphoreFunctions {
    /** After so long a thread that waits in the system sees whether somebody still wants it to. */
    private static final long SLICE = 200_000_000;
    /** A hundred years. */
    private static final double MOST = 3e18;

    private static final Executor THREADS = Executors.newCachedThreadPool(r -> {
        Thread t = new Thread(r, "picklejar-semaphore");
        t.setDaemon(true);
        return t;
    });

    private SemaphoreFunctions() {}

    /** A call of the system. */
    private interface Call {
        PyObject run() throws IOException;
    }

    private static PyObject guard(Call call) {
        try {
            return call.run();
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    static void addTo(ModuleBuilder b) {
        b.function(
                        "_sem_open(name, value: index, /)",
                        (name, value) ->
                                guard(() -> PyInt.of(Semaphores.open(SystemSpawn.bytes(name), Values.toInt(value)))))
                .function(
                        "_sem_close(handle: index, /)",
                        handle -> guard(() -> {
                            Semaphores.close(Values.toLong(handle));
                            return PySingleton.NONE;
                        }))
                .function(
                        "_sem_unlink(name, /)",
                        name -> guard(() -> {
                            Semaphores.unlink(SystemSpawn.bytes(name));
                            return PySingleton.NONE;
                        }))
                .function(
                        "_sem_post(handle: index, /)",
                        handle -> guard(() -> {
                            Semaphores.give(Values.toLong(handle));
                            return PySingleton.NONE;
                        }))
                .function(
                        "_sem_value(handle: index, /)",
                        handle -> guard(() -> PyInt.of(Semaphores.value(Values.toLong(handle)))))
                .tail("_sem_wait(handle: index, seconds: float, /)", (x, handle, seconds) -> {
                    double s = Values.toDouble(seconds);
                    long nanos = s < 0 ? -1 : (long) Math.min(s * 1e9, MOST);
                    return guard(() -> PyBool.of(take(x, Values.toLong(handle), nanos)));
                });
    }

    /** @param nanos at most so long; negative: for ever */
    private static boolean take(Execution x, long handle, long nanos) throws SystemFailure {
        if (Semaphores.take(handle)) {
            return true;
        } else if (nanos == 0) {
            return false;
        }
        Waiting w = new Waiting(handle);
        THREADS.execute(w);
        try {
            return Blocking.await(x, w, () -> w.taken, nanos) && w.keep();
        } finally {
            w.giveUp();
        }
    }

    /** Waits in the system on behalf of a thread that can be interrupted. */
    private static final class Waiting implements Runnable {
        private final long handle;
        private boolean taken;
        private boolean kept;
        private boolean over;

        Waiting(long handle) {
            this.handle = handle;
        }

        @Override
        public void run() {
            try {
                while (isWanted()) {
                    if (Semaphores.take(handle, SLICE)) {
                        arrive();
                        return;
                    }
                }
            } catch (SystemFailure e) {
                throw new IllegalStateException(e);
            }
        }

        private synchronized boolean isWanted() {
            return !over;
        }

        private synchronized void arrive() throws SystemFailure {
            if (over) {
                Semaphores.give(handle);
                return;
            }
            taken = true;
            notifyAll();
        }

        synchronized boolean keep() {
            kept = true;
            return true;
        }

        /** What has come too late goes back. */
        synchronized void giveUp() throws SystemFailure {
            over = true;
            if (taken && !kept) {
                taken = false;
                Semaphores.give(handle);
            }
        }
    }
}
