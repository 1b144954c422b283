package org.picklejar.tasklets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Machine;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;

/** The blocked tasklets of one thread that time or a descriptor makes runnable ({@link Outside}). */
final class OutsideWaits {
    private final Machine machine;
    /** The earliest deadline first. */
    private final TreeSet<Tasklet> limited = new TreeSet<>(
            Comparator.<Tasklet>comparingLong(t -> t.outside.deadline()).thenComparingInt(t -> t.number));

    private final Set<Tasklet> interested = new LinkedHashSet<>();
    /** Those of them that were not looked at yet. */
    private final Set<Tasklet> fresh = new LinkedHashSet<>();
    /** The changes of descriptors that were taken notice of. */
    private long seen;

    OutsideWaits(Machine machine) {
        this.machine = machine;
    }

    boolean isEmpty() {
        return limited.isEmpty() && interested.isEmpty();
    }

    void add(Tasklet t) {
        if (t.outside.isLimited()) {
            limited.add(t);
        }
        if (t.outside.interests() != null) {
            interested.add(t);
            fresh.add(t);
        }
    }

    void remove(Tasklet t) {
        if (t.outside.isLimited()) {
            limited.remove(t);
        }
        interested.remove(t);
        fresh.remove(t);
    }

    /** A tasklet whose wait is over, and what it gets. */
    record Due(Tasklet tasklet, PyObject result) {}

    /** Those whose descriptors are ready, and those whose time is over; they are still among these here. */
    List<Due> due() {
        List<Due> out = new ArrayList<>();
        if (hasChanged()) {
            long changes = machine.descriptors.changes();
            List<Tasklet> asked = List.copyOf(changes == seen ? fresh : interested);
            seen = changes;
            fresh.clear();
            List<PyList> ready = machine.descriptors.ready(
                    asked.stream().map(t -> t.outside.interests()).toList());
            for (int i = 0; i < asked.size(); i++) {
                if (ready.get(i).size > 0) {
                    out.add(new Due(asked.get(i), ready.get(i)));
                }
            }
        }
        for (Tasklet t : limited) {
            if (t.outside.remaining() > 0) {
                break;
            }
            if (out.stream().noneMatch(d -> d.tasklet() == t)) {
                out.add(new Due(t, t.outside.interests() == null ? timeoutError(t) : new PyList()));
            }
        }
        return out;
    }

    /** Whether a descriptor may have become ready for somebody. */
    boolean hasChanged() {
        return !fresh.isEmpty() || !interested.isEmpty() && machine.descriptors.changes() != seen;
    }

    private static Bomb timeoutError(Tasklet t) {
        return new Bomb(
                timeoutError(t.waits()[0].ofSelect() ? "select" : t.channel().isSending() ? "send" : "receive"));
    }

    static PyBaseException timeoutError(String what) {
        return Errors.of(ExceptionTypes.TIMEOUT_ERROR, "%s timed out", what).value;
    }

    /** In how many nanoseconds the first time is over; negative: never. */
    long next() {
        return limited.isEmpty() ? -1 : limited.first().outside.remaining();
    }

    /** Those that wait. */
    List<Tasklet> tasklets() {
        List<Tasklet> out = new ArrayList<>(interested);
        limited.stream().filter(t -> !interested.contains(t)).forEach(out::add);
        return out;
    }
}
