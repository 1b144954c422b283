package org.picklejar.modules.posix;

import java.nio.channels.SelectableChannel;

/** An open file over a channel of the system, whose readiness a selector tells. Any thread may ask; the file keeps its own order. */
public interface Polled {
    /** The channel, not blocking; null when there is none now. Another one may take its place. */
    SelectableChannel channel();

    /**
     * What of the channel tells of events.
     *
     * @param events as in {@code select.poll}
     * @return operations of {@link java.nio.channels.SelectionKey}; 0 when the channel tells nothing of them
     */
    int operations(int events);

    /**
     * The events that are there.
     *
     * @param ready which of the operations are possible
     * @param events those that are asked for; hang-ups and errors are told in any case
     */
    int events(int ready, int events);
}
