package org.picklejar.system;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells, on a thread of its own, that something has changed at one of the descriptors that are watched. Each is told of once: who
 * waits for more asks again.
 */
public final class DescriptorPoll {
    private final Runnable changed;
    /** Wanted events by descriptor. */
    private final Map<Integer, Integer> watched = new HashMap<>();
    /** A pipe that wakes the thread; null until it runs. */
    private int[] wake;

    private boolean closed;

    public DescriptorPoll(Runnable changed) {
        this.changed = changed;
    }

    /**
     * The events that a descriptor has now; when there are none it is watched.
     *
     * @param watch whether to watch
     */
    public int ready(int fd, int wanted, boolean watch) throws SystemFailure {
        int found = Descriptors.poll(new int[] {fd}, new int[] {wanted}, 0)[0];
        if (found == 0 && watch) {
            watch(fd, wanted);
        }
        return found;
    }

    private synchronized void watch(int fd, int wanted) throws SystemFailure {
        int old = watched.getOrDefault(fd, 0);
        if (closed || (old | wanted) == old && old != 0) {
            return;
        }
        watched.put(fd, old | wanted);
        if (wake == null) {
            wake = Descriptors.pipe();
            Thread t = new Thread(this::run, "picklejar-descriptors");
            t.setDaemon(true);
            t.start();
        } else {
            wake();
        }
    }

    private void wake() throws SystemFailure {
        Descriptors.write(wake[1], new byte[1], 0, 1);
    }

    /** Nobody waits for a descriptor any more, which is about to be closed. */
    public synchronized void forget(int fd) throws SystemFailure {
        if (watched.remove(fd) != null) {
            wake();
        }
    }

    public synchronized void close() throws SystemFailure {
        closed = true;
        watched.clear();
        if (wake != null) {
            wake();
        }
    }

    private void run() {
        try {
            for (; ; ) {
                int[] fds;
                int[] wanted;
                synchronized (this) {
                    if (closed) {
                        Descriptors.close(wake[0]);
                        Descriptors.close(wake[1]);
                        return;
                    }
                    fds = new int[watched.size() + 1];
                    wanted = new int[fds.length];
                    fds[0] = wake[0];
                    wanted[0] = Descriptors.IN;
                    int n = 1;
                    for (Map.Entry<Integer, Integer> e : watched.entrySet()) {
                        fds[n] = e.getKey();
                        wanted[n++] = e.getValue();
                    }
                }
                if (look(fds, wanted, Descriptors.poll(fds, wanted, -1))) {
                    changed.run();
                }
            }
        } catch (SystemFailure e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized boolean look(int[] fds, int[] wanted, int[] found) throws SystemFailure {
        if (found[0] != 0) {
            Descriptors.read(fds[0], new byte[64], 0, 64);
        }
        boolean any = false;
        for (int i = 1; i < fds.length; i++) {
            if (found[i] != 0 && watched.getOrDefault(fds[i], 0) == wanted[i]) {
                watched.remove(fds[i]);
                any = true;
            }
        }
        return any;
    }
}
