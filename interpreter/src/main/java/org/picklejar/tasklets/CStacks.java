package org.picklejar.tasklets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.JavaStack;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.Unreachable;

/** The Java stacks of a thread's tasklets that were switched away from inside a blocking builtin, and the stub of the others. */
final class CStacks {
    /** How often a tasklet that catches TaskletExit is killed at the end of its thread. */
    private static final int KILLS = 10;

    private final StacklessState shared;
    /** What tasklets have that consist of frames only. */
    final CStack stub;
    /** In the order in which they were left. */
    private final Set<CStack> parked = new LinkedHashSet<>();

    private int lastSerial;

    CStacks(StacklessState shared) {
        this.shared = shared;
        stub = new CStack(shared, null, null);
    }

    /** A tasklet leaves its Java stack behind. */
    void park(Tasklet t, JavaStack stack) {
        CStack c = new CStack(shared, t, stack);
        t.park(c);
        parked.add(c);
        lastSerial = c.number();
    }

    /** A tasklet goes on, or ends. */
    void unpark(Tasklet t) {
        if (t.parked() != null) {
            parked.remove(t.parked());
            t.unpark();
        }
    }

    /** The stub first. */
    List<CStack> all() {
        List<CStack> all = new ArrayList<>();
        all.add(stub);
        all.addAll(parked);
        return all;
    }

    /** The number of the one that was left last of those that are there. */
    int newest() {
        List<CStack> all = all();
        return all.get(all.size() - 1).number();
    }

    /** The number of the one that was left last, whether it is still there or not; 0 when none ever was. */
    int lastSerial() {
        return lastSerial;
    }

    /**
     * Kills the tasklets, but the running one.
     *
     * @param runner runs an operation to its end
     * @param failed is called when what a tasklet raised was reported
     */
    void kill(Execution x, Consumer<Execution.Operation> runner, Runnable failed) {
        for (int tries = 0; tries < KILLS && !parked.isEmpty(); tries++) {
            for (Tasklet t : parkedTasklets(x)) {
                if (t.stack() != null && !t.isCurrent()) {
                    kill(x, t, runner, failed);
                }
            }
        }
    }

    /** In the order in which they left their stacks, also those that nobody refers to and that were about to be finalized. */
    private List<Tasklet> parkedTasklets(Execution x) {
        // Asked once: the collector may find one at any moment.
        List<Tasklet> referred =
                parked.stream().map(CStack::tasklet).filter(Objects::nonNull).toList();
        List<PyObject> dropped = Unreachable.of(x.machine)
                .take(o -> o instanceof Tasklet t && parked.contains(t.parked()), parked.size() - referred.size());
        return Stream.concat(referred.stream(), dropped.stream().map(Tasklet.class::cast))
                .sorted(Comparator.comparingInt(t -> t.parked().number()))
                .toList();
    }

    private static void kill(Execution x, Tasklet t, Consumer<Execution.Operation> runner, Runnable failed) {
        try {
            runner.accept(() -> TaskletType.raise(x, t, new Bomb(Errors.of(ExceptionTypes.TASKLET_EXIT).value), false));
        } catch (PyException e) {
            x.machine.unraisable.report(x, e, "Exception ignored in tasklet at the end of its thread", t);
            failed.run();
        }
    }

    /** Unwinds those that are left. */
    void abandon() {
        parked.forEach(c -> c.stack().abandon());
    }
}
