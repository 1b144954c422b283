package org.picklejar.tasklets;

import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** A tasklet's place in the queue of a channel: its only one, or one of several in a {@code select()}. */
final class WaitEntry {
    final Tasklet tasklet;
    final Channel channel;
    /** Which case of a select() it is; null when it is none: then the tasklet sends its tempval. */
    final Place place;

    /**
     * A case of a select().
     *
     * @param value what it sends, or None
     * @param index its number
     * @param cases how many there are
     */
    record Place(PyObject value, int index, int cases) {}

    /** Neighbours in the queue. */
    WaitEntry next;

    WaitEntry previous;

    WaitEntry(Tasklet tasklet, Channel channel, Place place) {
        this.tasklet = tasklet;
        this.channel = channel;
        this.place = place;
    }

    boolean ofSelect() {
        return place != null;
    }

    /** What a partner gets from the tasklet. */
    PyObject value() {
        return ofSelect() ? place.value() : tasklet.tempval;
    }

    /** Gives the tasklet what a partner has for it. */
    void deliver(PyObject v) {
        tasklet.tempval = ofSelect() ? chosen(channel, v) : v;
    }

    /** The result of a select(): the channel, and what came from it. An exception stays what it is. */
    static PyObject chosen(Channel c, PyObject v) {
        return v instanceof Bomb ? v : PyTuple.of(c, v);
    }
}
