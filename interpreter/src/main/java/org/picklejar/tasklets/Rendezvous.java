package org.picklejar.tasklets;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/**
 * What the running tasklet wants to do on one channel, or on the first of several where it is possible: the algorithm of Stackless'
 * channels.
 */
final class Rendezvous {
    /** A send or a receive; value: what is sent, None for a receive. */
    record Case(Channel channel, boolean sends, PyObject value) {
        boolean isReady() {
            return channel.first() != null && channel.isSending() != sends;
        }

        /** When the one came that waits for it. */
        long arrival() {
            return channel.first().tasklet.ticket;
        }
    }

    private static final String CASE = "select() takes channels and tuples (channel, 'send', value), not %s";

    private final Execution x;
    private final Scheduler scheduler;
    private final Tasklet source;
    private final Case[] cases;
    private final boolean selects;

    private Rendezvous(Execution x, boolean selects, Case... cases) {
        this.x = x;
        this.scheduler = Scheduler.of(x);
        this.source = scheduler.current;
        this.cases = cases;
        this.selects = selects;
    }

    /** @param timeout for how many seconds at most, or None */
    static PyObject on(Execution x, Channel c, boolean sends, PyObject value, PyObject timeout) {
        Long nanos = Outside.nanos(timeout);
        return new Rendezvous(x, false, new Case(c, sends, value)).act(nanos);
    }

    /**
     * {@code select(*cases, timeout=None)}.
     *
     * @param cases channels to receive from, and tuples {@code (channel, 'send', value)}
     * @return (channel, value), the value being None after a send; or PENDING
     */
    static PyObject select(Execution x, PyTuple cases, PyObject timeout) {
        Long nanos = Outside.nanos(timeout);
        List<Case> all = Stream.of(cases.items).map(Rendezvous::parse).toList();
        if (all.isEmpty()) {
            throw Errors.typeError("select() needs at least one case");
        }
        Set<Channel> distinct = new HashSet<>();
        if (!all.stream().allMatch(c -> distinct.add(c.channel()))) {
            throw Errors.valueError("select() takes each channel once");
        }
        return new Rendezvous(x, true, all.toArray(Case[]::new)).act(nanos);
    }

    /** Waits for the outside only, on a channel that nobody else has; nobody is told of it. */
    static PyObject withOutside(Execution x, Outside o) {
        Case alone = new Case(new Channel(x, Channel.TYPE), false, PySingleton.NONE);
        return new Rendezvous(x, false, alone).block(o);
    }

    private static Case parse(PyObject o) {
        if (o instanceof Channel c) {
            return new Case(c, false, PySingleton.NONE);
        }
        if (!(Values.payload(o) instanceof PyTuple t)) {
            throw Errors.typeError(CASE, o.type().name());
        }
        if (t.size() != 3
                || !(t.get(0) instanceof Channel c)
                || !(Values.payload(t.get(1)) instanceof PyStr s)
                || !s.toString().equals("send")) {
            throw Errors.typeError(CASE, "such a tuple");
        }
        return new Case(c, true, t.get(2));
    }

    /**
     * Where the action fails, the tasklet's tempval is what it was.
     *
     * @param nanos for how long; 0: only what is possible at once; null: without a limit
     */
    private PyObject act(Long nanos) {
        // What another thread has thrown into the tasklet is raised here, once.
        PyObject before = Scheduler.take(source);
        source.tempval = before;
        try {
            return meetOrBlock(nanos);
        } catch (PyException e) {
            source.tempval = before;
            throw e;
        }
    }

    private PyObject meetOrBlock(Long nanos) {
        if (scheduler.inChannelCallback) {
            throw Errors.runtimeError("Recursive channel call due to callbacks!");
        }
        Case told = ready();
        if (told != null) {
            tell(told, false);
        } else if (nanos == null || nanos != 0) {
            for (Case c : cases) {
                tell(c, true);
            }
        }
        // The callback may have given way to a thread that uses the channels.
        Case ready = told != null && told.isReady() ? told : ready();
        if (ready != null) {
            if (ready != told && selects) {
                scheduler.giveAtReturn(ready.value());
            }
            return meet(ready);
        }
        if (nanos != null && nanos == 0) {
            checkOpen();
            throw new PyException(OutsideWaits.timeoutError(name()));
        }
        return block(Outside.of(nanos, null));
    }

    private String name() {
        return selects ? "select" : cases[0].sends() ? "send" : "receive";
    }

    /** The case whose partner has waited longest, of several with the same one the first; null when there is none. */
    private Case ready() {
        Case best = null;
        for (Case c : cases) {
            if (c.isReady() && (best == null || c.arrival() < best.arrival())) {
                best = c;
            }
        }
        return best;
    }

    /** Calls the channel callback, in which no channel can be used. What it raises reaches the running tasklet. */
    private void tell(Case c, boolean blocks) {
        scheduler.giveAtReturn(c.value());
        PyObject callback = scheduler.shared().channelCallback;
        if (callback == null) {
            return;
        }
        scheduler.inChannelCallback = true;
        try {
            x.awaitNested(
                    () -> x.call(callback, c.channel(), source, PyInt.of(c.sends() ? 1 : 0), PyInt.of(blocks ? 1 : 0)));
        } finally {
            scheduler.inChannelCallback = false;
        }
        if (source.tempval != c.value()) {
            // Another thread has thrown something, or the callback changed the value.
            scheduler.giveAtReturn(source.tempval);
        }
    }

    private PyObject meet(Case c) {
        Scheduler s = scheduler;
        Channel channel = c.channel();
        WaitEntry entry = channel.first();
        Tasklet partner = entry.tasklet;
        if (partner.scheduler() == null) {
            throw Errors.runtimeError("tasklet has no thread");
        }
        boolean partnerPreferred = channel.preference == (c.sends() ? -1 : 1);
        boolean switches = partner.scheduler() == s && (channel.scheduleAll || partnerPreferred);
        if (switches && s.switchTrap != 0) {
            throw Errors.runtimeError("switch_trap");
        }
        PyObject got = entry.value();
        Channel.remove(partner);
        entry.deliver(source.tempval);
        source.tempval = selects ? WaitEntry.chosen(channel, got) : got;
        if (partner.scheduler() != s) {
            partner.scheduler().append(partner);
            return Scheduler.take(source);
        }
        if (channel.scheduleAll) {
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

    private void checkOpen() {
        for (Case c : cases) {
            if (c.channel().closing) {
                throw Errors.valueError("Send/receive operation on a closed channel");
            }
        }
    }

    private PyObject block(Outside outside) {
        if (source.blockTrap) {
            throw Errors.runtimeError("this tasklet does not like to be blocked.");
        }
        checkOpen();
        if (scheduler.switchTrap != 0) {
            throw Errors.runtimeError("switch_trap");
        }
        scheduler.unlink(source);
        if (outside == null && scheduler.wouldDeadlock()) {
            scheduler.append(source);
            throw Errors.runtimeError(Scheduler.DEADLOCK);
        }
        source.tempval = selects ? PySingleton.NONE : cases[0].value();
        source.outside = outside;
        for (int i = 0; i < cases.length; i++) {
            Case c = cases[i];
            c.channel().add(source, c.sends(), selects ? new WaitEntry.Place(c.value(), i, cases.length) : null);
        }
        return scheduler.block(x);
    }
}
