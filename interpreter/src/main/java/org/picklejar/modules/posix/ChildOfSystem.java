package org.picklejar.modules.posix;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import org.picklejar.modules.OsFailure;
import org.picklejar.system.Programs;
import org.picklejar.system.SystemFailure;

/** A child process that Java has not started. Its streams are descriptors of the program. */
final class ChildOfSystem extends Process {
    private final int pid;
    /** Completed with the status that {@code waitpid} gives. */
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    ChildOfSystem(int pid) {
        this.pid = pid;
        Thread t = new Thread(this::reap, "picklejar-child-" + pid);
        t.setDaemon(true);
        t.start();
    }

    private void reap() {
        try {
            status.complete(Programs.await(pid));
        } catch (SystemFailure e) {
            status.completeExceptionally(e);
        }
    }

    /** As {@code waitpid} gives it; only once it has ended. */
    int status() {
        return status.join();
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public boolean isAlive() {
        return !status.isDone();
    }

    @Override
    public CompletableFuture<Process> onExit() {
        return status.thenApply(s -> this);
    }

    @Override
    public int exitValue() {
        if (isAlive()) {
            throw new IllegalThreadStateException();
        }
        return (status() & 0x7f) == 0 ? status() >> 8 : 128 + (status() & 0x7f);
    }

    @Override
    public int waitFor() {
        status.join();
        return exitValue();
    }

    @Override
    public void destroy() {
        try {
            Programs.signal(pid, 15);
        } catch (SystemFailure e) {
            throw OsFailure.of(e, null);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }
}
