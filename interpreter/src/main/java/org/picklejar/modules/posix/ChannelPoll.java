package org.picklejar.modules.posix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;

/**
 * Asks the system which channels are ready. One selector tells what is ready now; another one, on a thread of its own, waits for what
 * was not, and tells once that something has changed: who waits asks again then.
 */
public final class ChannelPoll {
    private static final int IDLE_MILLIS = 2000;

    private final Runnable changed;
    private final Selector now;
    private final Selector later;
    /** Held by who makes the waiting thread let go of its selector. */
    private final Object gate = new Object();
    /** Guards {@link #watching}. Not a selector: a selection holds that. */
    private final Object watch = new Object();

    /** Whether the waiting thread runs. */
    private boolean watching;

    ChannelPoll(Runnable changed) {
        this.changed = changed;
        try {
            now = Selector.open();
            later = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets the events that each file has now. What is not there is waited for. */
    synchronized void poll(List<Polled> files, int[] wanted, int[] found) throws IOException {
        if (!now.isOpen()) {
            // The runtime was closed; a thread of it still waits.
            return;
        }
        SelectionKey[] keys = new SelectionKey[wanted.length];
        int[] operations = new int[wanted.length];
        boolean asks = false;
        // The same file may be asked for twice: each key knows when it was set last.
        Object round = new Object();
        for (int i = 0; i < wanted.length; i++) {
            operations[i] = files.get(i).operations(wanted[i]);
            keys[i] = operations[i] == 0 ? null : register(files.get(i), now, operations[i], round);
            asks |= keys[i] != null;
        }
        if (asks) {
            now.selectNow();
        }
        for (int i = 0; i < wanted.length; i++) {
            int ready = keys[i] != null && now.selectedKeys().contains(keys[i]) ? readyOperations(keys[i]) : 0;
            found[i] = files.get(i).events(ready & operations[i], wanted[i]);
            if (found[i] == 0 && operations[i] != 0 && register(files.get(i), later, operations[i], null) != null) {
                watch();
            }
        }
        now.selectedKeys().clear();
    }

    private static int readyOperations(SelectionKey k) {
        try {
            return k.readyOps();
        } catch (CancelledKeyException e) {
            return 0;
        }
    }

    /**
     * Makes a selector look at a file.
     *
     * @param round it no longer looks at what it was made to look at in other rounds; null: it goes on with that
     * @return null when the file has no channel, or was closed by another thread
     */
    private static SelectionKey register(Polled file, Selector s, int operations, Object round) {
        SelectableChannel c = file.channel();
        if (c == null) {
            return null;
        }
        try {
            SelectionKey k = c.keyFor(s);
            if (k == null) {
                return c.register(s, operations, round);
            }
            int all = k.attachment() == round ? k.interestOps() | operations : operations;
            k.attach(round);
            if (k.interestOps() != all) {
                k.interestOps(all);
            }
            return k;
        } catch (ClosedChannelException | CancelledKeyException e) {
            return null;
        }
    }

    private void watch() {
        synchronized (watch) {
            if (!watching) {
                watching = true;
                Thread t = new Thread(this::waitForChanges, "picklejar-channels");
                t.setDaemon(true);
                t.start();
                return;
            }
        }
        later.wakeup();
    }

    /** What the thread does, until nothing is waited for. */
    private void waitForChanges() {
        try {
            do {
                later.select(IDLE_MILLIS);
                boolean any;
                synchronized (gate) {
                    any = !later.selectedKeys().isEmpty();
                    later.selectedKeys().forEach(ChannelPoll::forget);
                    later.selectedKeys().clear();
                }
                // Behind the forgetting: who asked meanwhile and found itself registered is told now.
                if (any) {
                    changed.run();
                }
            } while (isNeeded());
        } catch (ClosedSelectorException e) {
            // The runtime was closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(SelectionKey k) {
        try {
            k.interestOps(0);
        } catch (CancelledKeyException e) {
            // Closed: who waited for it is told.
        }
    }

    private boolean isNeeded() {
        synchronized (watch) {
            for (SelectionKey k : later.keys()) {
                try {
                    if (k.interestOps() != 0) {
                        return true;
                    }
                } catch (CancelledKeyException e) {
                    // It goes at the next selection.
                }
            }
            watching = false;
            return false;
        }
    }

    /** A channel was closed: the selectors let go of it, for the system keeps its descriptor until then. */
    public void letGo() throws IOException {
        synchronized (this) {
            now.selectNow();
            now.selectedKeys().clear();
        }
        synchronized (gate) {
            later.wakeup();
            later.selectNow();
        }
    }

    void close() throws IOException {
        now.close();
        later.close();
    }
}
