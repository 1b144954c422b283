package org.picklejar.tasklets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Finalizer;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;

/** A channel: where tasklets meet to pass values. */
public final class Channel extends PyInstance implements Finalizer.Holder {
    public static final PyType TYPE =
            PyType.builtin("channel", Channel.class, PyType.OBJECT).inModule("_stackless");
    /** The tasklets that wait, oldest first, linked by {@link Tasklet#nextWaiting}; null when none does. */
    Tasklet first;

    private Tasklet last;
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

    boolean isSending() {
        return sending;
    }

    /** The tasklets that wait, oldest first. */
    public List<Tasklet> waiting() {
        List<Tasklet> out = new ArrayList<>(count);
        for (Tasklet t = first; t != null; t = t.nextWaiting) {
            out.add(t);
        }
        return out;
    }

    /** Takes a waiting tasklet off; it is neither blocked nor scheduled then. */
    void remove(Tasklet t) {
        if (t.previousWaiting == null) {
            first = t.nextWaiting;
        } else {
            t.previousWaiting.nextWaiting = t.nextWaiting;
        }
        if (t.nextWaiting == null) {
            last = t.previousWaiting;
        } else {
            t.nextWaiting.previousWaiting = t.previousWaiting;
        }
        t.nextWaiting = null;
        t.previousWaiting = null;
        count--;
        t.channel = null;
    }

    void add(Tasklet t, boolean sends) {
        sending = sends;
        t.previousWaiting = last;
        if (last == null) {
            first = t;
        } else {
            last.nextWaiting = t;
        }
        last = t;
        count++;
        t.channel = this;
    }

    PyObject send(Execution x, PyObject value) {
        return act(x, true, value);
    }

    PyObject receive(Execution x) {
        return act(x, false, PySingleton.NONE);
    }

    /** The action of a send or receive by the running tasklet (the algorithm of Stackless' channels). */
    private PyObject act(Execution x, boolean send, PyObject value) {
        Scheduler s = Scheduler.of(x);
        if (s.inChannelCallback) {
            throw Errors.runtimeError("Recursive channel call due to callbacks!");
        }
        Tasklet source = s.current;
        PyObject before = source.tempval;
        s.giveAtReturn(value);
        try {
            if (s.shared().channelCallback != null) {
                tell(x, s, send, !partnerWaits(send));
                if (source.tempval != value) {
                    // Another thread has thrown something, or the callback changed the value.
                    s.giveAtReturn(source.tempval);
                }
            }
            // The callback may have given way to a thread that uses the channel.
            return partnerWaits(send) ? meet(x, s, source, send) : wait(x, s, source, send);
        } catch (PyException e) {
            source.tempval = before;
            throw e;
        }
    }

    private boolean partnerWaits(boolean send) {
        return first != null && sending != send;
    }

    /** Calls the channel callback, in which no channel can be used. What it raises reaches the running tasklet. */
    private void tell(Execution x, Scheduler s, boolean send, boolean blocks) {
        PyObject callback = s.shared().channelCallback;
        s.inChannelCallback = true;
        try {
            x.awaitNested(() -> x.call(callback, this, s.current, PyInt.of(send ? 1 : 0), PyInt.of(blocks ? 1 : 0)));
        } finally {
            s.inChannelCallback = false;
        }
    }

    private PyObject meet(Execution x, Scheduler s, Tasklet source, boolean send) {
        Tasklet partner = first;
        if (partner.scheduler() == null) {
            throw Errors.runtimeError("tasklet has no thread");
        }
        boolean partnerPreferred = preference == (send ? -1 : 1);
        boolean switches =
                partner.scheduler() == s && (scheduleAll && source.next != source || partnerPreferred || scheduleAll);
        if (switches && s.switchTrap != 0) {
            throw Errors.runtimeError("switch_trap");
        }
        remove(partner);
        PyObject v = source.tempval;
        source.tempval = partner.tempval;
        partner.tempval = v;
        if (partner.scheduler() != s) {
            partner.scheduler().append(partner);
            return Scheduler.take(source);
        }
        if (scheduleAll) {
            s.append(partner);
            return s.giveWay(x, source.next);
        }
        if (partnerPreferred) {
            s.insertAfterCurrent(partner);
            return s.handOver(x, partner);
        }
        s.append(partner);
        return Scheduler.take(source);
    }

    private PyObject wait(Execution x, Scheduler s, Tasklet source, boolean send) {
        if (source.blockTrap) {
            throw Errors.runtimeError("this tasklet does not like to be blocked.");
        }
        if (closing) {
            throw Errors.valueError("Send/receive operation on a closed channel");
        }
        if (s.switchTrap != 0) {
            throw Errors.runtimeError("switch_trap");
        }
        s.unlink(source);
        if (s.wouldDeadlock()) {
            s.append(source);
            throw Errors.runtimeError(Scheduler.DEADLOCK);
        }
        add(source, send);
        return s.block(x);
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        waiting().forEach(visitor);
    }
}
