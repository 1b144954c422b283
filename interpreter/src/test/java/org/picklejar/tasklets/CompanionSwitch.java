package org.picklejar.tasklets;

import java.util.function.BooleanSupplier;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.runtime.SafePoints;

/**
 * At every safe point, or at random ones, the running tasklet gives way to another one, which only loops and gives way in turn. The
 * other one is in the queue only for its turn, so a program does not see it there.
 */
public final class CompanionSwitch extends SafePoints.Hook {
    private final Execution execution;
    private final Tasklet companion;
    private final BooleanSupplier chosen;
    private Tasklet interrupted;
    private long ticks;
    private int occasions;

    /**
     * The companion stands in the queue behind main; it loops over {@code stackless.schedule_remove()}.
     *
     * @param chosen whether the tasklet gives way at the safe point where it is
     */
    public CompanionSwitch(Execution x, BooleanSupplier chosen) {
        execution = x;
        this.chosen = chosen;
        Scheduler s = Scheduler.of(x);
        companion = s.main.next;
        s.unlink(companion);
    }

    /** Watches from now on: the end of a cell has turned it off. */
    public void watch() {
        execution.lookSoon();
    }

    /** How often the tasklet could have given way. */
    public int occasions() {
        return occasions;
    }

    @Override
    public PyObject poll(Execution x) {
        if (x != execution) {
            return next.poll(x);
        }
        Scheduler s = Scheduler.of(x);
        if (s.current == companion) {
            return PySingleton.NONE;
        }
        if (interrupted == s.current) {
            // It comes to the same point again when it goes on.
            interrupted = null;
            x.ticks = ticks;
            return PySingleton.NONE;
        }
        if (next.poll(x) == Pending.PENDING) {
            return Pending.PENDING;
        }
        x.lookSoon();
        if (x.nesting > 1 || s.current.next == null || s.switchTrap != 0 || s.shared().scheduleCallback != null) {
            return PySingleton.NONE;
        }
        occasions++;
        // What it has left of a hard switch would be seen among the stacks of the program.
        boolean stands = companion.parked() != null && !s.isHard();
        if (!chosen.getAsBoolean() && !stands) {
            return PySingleton.NONE;
        }
        interrupted = s.current;
        ticks = x.ticks;
        s.append(companion);
        return s.switchTo(x, companion);
    }
}
