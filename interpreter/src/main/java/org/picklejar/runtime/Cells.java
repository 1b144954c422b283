package org.picklejar.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.runtime.Interpreter.Cell;
import org.picklejar.tasklets.Scheduler;

/** The cells that were run. What must know of a cell is told here: the tasklets that it makes, tracebacks, saved states. */
final class Cells {
    private final Map<Object, String> names = Collections.synchronizedMap(new WeakHashMap<>());

    private Cells() {}

    static Cells of(Machine m) {
        return m.state(Cells.class, k -> new Cells());
    }

    /** A cell is about to run. */
    void begin(Execution x, Cell cell) {
        Scheduler.of(x).setOrigin(cell.origin());
        SourceTexts.of(x.machine).add(cell.fileName(), cell.code());
        if (cell.origin() != null) {
            names.put(cell.origin(), cell.fileName());
        }
    }

    /** The name of the cell with an origin, which its tasklets keep; null when the origin is no cell. */
    String nameOf(Object origin) {
        return origin == null ? null : names.get(origin);
    }
}
