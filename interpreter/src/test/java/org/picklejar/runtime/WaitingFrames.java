package org.picklejar.runtime;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.Frame;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyStr;
import org.picklejar.pickle.NativeFrames;
import org.picklejar.tasklets.Tasklet;

/** Looks at the frames of tasklets that wait. */
public final class WaitingFrames {
    private WaitingFrames() {}

    /** Whether a tasklet that a variable of {@code __main__} holds was stopped and has not ended. */
    public static boolean isStopped(Runtime r, String variable) {
        return tasklet(r, variable).isAlive();
    }

    /** The names in pickles of the builtins in progress in such a tasklet, innermost first; null for one that has none. */
    public static List<String> of(Runtime r, String variable) {
        List<String> names = new ArrayList<>();
        for (Frame f = tasklet(r, variable).frame(r.execution); f != null; f = f.back) {
            if (f instanceof NativeFrame n) {
                names.add(NativeFrames.nameOf(n));
            }
        }
        return names;
    }

    private static Tasklet tasklet(Runtime r, String variable) {
        PyModule main = (PyModule) r.execution.machine.modules.get("__main__");
        return (Tasklet) main.namespace().get(PyStr.of(variable));
    }
}
