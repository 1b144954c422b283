package org.picklejar.tasklets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.picklejar.core.Execution;
import org.picklejar.core.Finalizer;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;

/** A channel: where tasklets meet to pass values. */
public final class Channel extends PyInstance implements Finalizer.Holder {
    public static final PyType TYPE =
            PyType.builtin("channel", Channel.class, PyType.OBJECT).inModule("_stackless");
    /** Those that wait, oldest first. */
    private WaitEntry first;

    private WaitEntry last;
    private int count;
    /** What those who wait do; without meaning when none does. */
    private boolean sending;

    int preference = -1;
    boolean scheduleAll;
    boolean closing;

    private final Finalizer finalizer;

    Channel(Execution x, PyType type) {
        super(type);
        finalizer = type.unary(Slot.DEL) == null ? null : new Finalizer(this, x.machine);
    }

    @Override
    public Finalizer finalizer() {
        return finalizer;
    }

    public int balance() {
        return sending ? count : -count;
    }

    public boolean isSending() {
        return sending;
    }

    /** The place of who has waited longest; null when nobody waits. */
    WaitEntry first() {
        return first;
    }

    /** The places of those that wait, oldest first. */
    List<WaitEntry> queue() {
        List<WaitEntry> out = new ArrayList<>(count);
        for (WaitEntry e = first; e != null; e = e.next) {
            out.add(e);
        }
        return out;
    }

    /** Makes a tasklet wait here, only or also here.
     * @param place see {@link WaitEntry#place} */
    void add(Tasklet t, boolean sends, WaitEntry.Place place) {
        sending = sends;
        WaitEntry e = new WaitEntry(t, this, place);
        e.previous = last;
        if (last == null) {
            first = e;
        } else {
            last.next = e;
        }
        last = e;
        count++;
        t.block(e);
    }

    /** Takes a waiting tasklet off all channels; it is neither blocked nor scheduled then. */
    static void remove(Tasklet t) {
        for (WaitEntry e : t.waits()) {
            e.channel.unlink(e);
        }
        t.unblock();
    }

    private void unlink(WaitEntry e) {
        if (e.previous == null) {
            first = e.next;
        } else {
            e.previous.next = e.next;
        }
        if (e.next == null) {
            last = e.previous;
        } else {
            e.next.previous = e.previous;
        }
        count--;
    }

    PyObject send(Execution x, PyObject value) {
        return Rendezvous.on(x, this, true, value, PySingleton.NONE);
    }

    /** @param timeout for how many seconds at most, or None */
    PyObject send(Execution x, PyObject value, PyObject timeout) {
        return Rendezvous.on(x, this, true, value, timeout);
    }

    PyObject receive(Execution x) {
        return Rendezvous.on(x, this, false, PySingleton.NONE, PySingleton.NONE);
    }

    /** @param timeout for how many seconds at most, or None */
    PyObject receive(Execution x, PyObject timeout) {
        return Rendezvous.on(x, this, false, PySingleton.NONE, timeout);
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        queue().forEach(e -> visitor.accept(e.tasklet));
    }
}
