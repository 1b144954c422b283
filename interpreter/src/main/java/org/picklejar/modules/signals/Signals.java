package org.picklejar.modules.signals;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.interp.CurrentFrame;
import org.picklejar.interp.FrameType;
import org.picklejar.modules.Interruption;
import org.picklejar.ops.Finish;

/** The signal handlers of a runtime. */
public final class Signals {
    public static final int SIGINT = 2;
    static final int COUNT = 65;
    static final PyInt DEFAULT = PyInt.ZERO;
    static final PyInt IGNORE = PyInt.ONE;

    /** By number: SIG_DFL, SIG_IGN or a callable. Null for SIGINT until module _signal is made: KeyboardInterrupt. */
    final PyObject[] handlers = new PyObject[COUNT];

    int wakeupFd = -1;

    private Signals() {
        Arrays.fill(handlers, DEFAULT);
        handlers[SIGINT] = null;
    }

    public static Signals of(Execution x) {
        return x.machine.state(Signals.class, m -> new Signals());
    }

    /**
     * What an interrupt of the runtime means to the program: KeyboardInterrupt, a call of its handler for SIGINT, or nothing. As the
     * last act of the caller, such as a safe point.
     */
    public static PyObject interrupt(Execution x) {
        return of(x).deliver(x, SIGINT);
    }

    /** Lets builtins that wait deliver interrupts too. A handler of a program runs nested then (blocking). */
    static void install(Execution x) {
        Interruption i = Interruption.of(x.machine);
        i.setHandler(e -> {
            i.clear();
            e.awaitNested(() -> interrupt(e));
        });
    }

    PyObject deliver(Execution x, int signal) {
        PyObject h = handlers[signal];
        if (h == null) {
            throw Errors.of(ExceptionTypes.KEYBOARD_INTERRUPT, new PyObject[0]);
        }
        if (h == DEFAULT || h == IGNORE || h == PySingleton.NONE) {
            if (h == DEFAULT && signal != 17 && signal != 18 && signal != 23 && signal != 28) {
                throw Errors.of(ExceptionTypes.SYSTEM_EXIT, (PyObject) PyInt.of(128 + signal));
            }
            return PySingleton.NONE;
        }
        Frame caller = x.top;
        PyObject frame = FrameType.expose(CurrentFrame.of(x));
        return Finish.RETURN_A.on(x, caller, x.call(h, PyInt.of(signal), frame), PySingleton.NONE, null);
    }
}
