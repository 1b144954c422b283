package org.picklejar.tasklets;

import java.util.ArrayList;
import java.util.List;

/** The runnable tasklets of one thread: a ring, whose first runs, or is to run next. */
final class RunQueue {
    private Tasklet first;
    private int size;

    boolean isEmpty() {
        return first == null;
    }

    int size() {
        return size;
    }

    /** What runs, or is to run next; null when the queue is empty. */
    Tasklet first() {
        return first;
    }

    /** All of them, the first one first. */
    List<Tasklet> list() {
        List<Tasklet> all = new ArrayList<>(size);
        Tasklet t = first;
        for (int i = 0; i < size; i++) {
            all.add(t);
            t = t.next;
        }
        return all;
    }

    /** Adds a tasklet at the end. */
    void append(Tasklet t) {
        if (first == null) {
            first = t;
            t.next = t;
            t.prev = t;
            size = 1;
        } else {
            insertAfter(t, first.prev);
        }
    }

    /** Adds a tasklet behind one that is in the queue. */
    void insertAfter(Tasklet t, Tasklet before) {
        t.prev = before;
        t.next = before.next;
        before.next.prev = t;
        before.next = t;
        size++;
    }

    /** Turns the ring until t is first. Nothing happens when it is not in it. */
    void turnTo(Tasklet t) {
        if (t.next != null) {
            first = t;
        }
    }

    /** Takes a tasklet out. Nothing happens when it is not in it. */
    void unlink(Tasklet t) {
        if (t.next == null) {
            return;
        }
        if (t.next == t) {
            first = null;
        } else {
            t.prev.next = t.next;
            t.next.prev = t.prev;
            if (first == t) {
                first = t.next;
            }
        }
        t.next = null;
        t.prev = null;
        size--;
    }
}
