package org.picklejar.tasklets;

import java.util.function.BooleanSupplier;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.imports.ImportFrame;
import org.picklejar.interp.PythonFrame;
import org.picklejar.runtime.SafePoints;

/** Makes main's {@code run()} return at a safe point, with all tasklets where they are. */
public final class RunLeaver extends SafePoints.Hook {
    private final Execution execution;
    private final BooleanSupplier allowed;
    private int distance;
    private boolean stopped;
    private String place;

    /**
     * @param distance how many safe points to pass before; the one where the tasklet goes on does not count
     * @param allowed whether a safe point counts
     */
    public RunLeaver(Execution x, int distance, BooleanSupplier allowed) {
        execution = x;
        this.allowed = allowed;
        this.distance = distance + 1;
        x.lookSoon();
    }

    public boolean left() {
        return place != null;
    }

    /** Where that was. */
    public String place() {
        return place;
    }

    public void stop() {
        stopped = true;
    }

    @Override
    public PyObject poll(Execution x) {
        if (next.poll(x) == Pending.PENDING) {
            return Pending.PENDING;
        }
        if (stopped || place != null || x != execution) {
            return PySingleton.NONE;
        }
        x.lookSoon();
        Scheduler s = Scheduler.of(x);
        if (s.current == s.main
                || x.nesting > 1
                || s.current.next == null
                || s.switchTrap != 0
                || importing(x.top)
                || !allowed.getAsBoolean()
                || distance-- > 0) {
            return PySingleton.NONE;
        }
        PythonFrame f = (PythonFrame) x.top;
        place = f.code.code.name + " line " + f.line();
        return s.leaveRun(x);
    }

    private static boolean importing(Frame top) {
        for (Frame f = top; f != null; f = f.back) {
            if (f instanceof ImportFrame) {
                return true;
            }
        }
        return false;
    }
}
