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
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.Interruption;
import org.picklejar.ops.Finish;

/** The signal handlers of a runtime. */
public final class Signals {
    public static final int SIGINT = Interruption.SIGINT;
    static final int COUNT = 65;
    static final PyInt DEFAULT = PyInt.ZERO;
    static final PyInt IGNORE = PyInt.ONE;
    private static final int SIGCHLD = 17;
    private static final int SIGCONT = 18;
    private static final int SIGURG = 23;
    private static final int SIGWINCH = 28;

    /** By number: SIG_DFL, SIG_IGN or a callable. Null for SIGINT until module _signal is made: KeyboardInterrupt. */
    final PyObject[] handlers = new PyObject[COUNT];

    final WakeupDescriptor wakeup = new WakeupDescriptor();
    /** So many signals were given to handlers. */
    long delivered;

    private Signals() {
        Arrays.fill(handlers, DEFAULT);
        handlers[SIGINT] = null;
    }

    public static Signals of(Execution x) {
        return x.machine.state(Signals.class, m -> new Signals());
    }

    /** Lets safe points, and builtins that wait, deliver signals. A handler of a program runs nested then (blocking). */
    static void install(Execution x) {
        Interruption i = Interruption.of(x.machine);
        i.setHandler(e -> {
            for (int n = i.take(); n != 0; n = i.take()) {
                int signal = n;
                PythonFrame interrupted = CurrentFrame.of(e);
                e.awaitNested(() -> of(e).deliver(e, signal, interrupted));
            }
        });
    }

    /** Signals of other processes come to the program's handler too, where the JVM lets them. */
    void listen(Execution x, int signal) {
        String name = SystemSignals.nameOf(signal);
        if (name == null || signal == SIGINT) {
            return;
        }
        if (handlers[signal] == DEFAULT) {
            SystemSignals.reset(name);
        } else {
            Interruption i = Interruption.of(x.machine);
            SystemSignals.handle(name, () -> i.post(signal));
        }
    }

    /** Whether the program has a function for a signal. */
    public boolean isHandled(int signal) {
        PyObject h = handlers[signal];
        return h != DEFAULT && h != IGNORE && h != PySingleton.NONE;
    }

    /**
     * What a signal means to the program: KeyboardInterrupt, a call of its handler, the end of the program, or nothing. As the last act of the
     * caller, such as a safe point.
     *
     * @param interrupted what ran; null for none
     */
    PyObject deliver(Execution x, int signal, PythonFrame interrupted) {
        delivered++;
        PyObject h = handlers[signal];
        if (h == null) {
            throw Errors.of(ExceptionTypes.KEYBOARD_INTERRUPT, new PyObject[0]);
        }
        if (!isHandled(signal)) {
            if (h == DEFAULT && signal != SIGCHLD && signal != SIGCONT && signal != SIGURG && signal != SIGWINCH) {
                throw Errors.of(ExceptionTypes.SYSTEM_EXIT, (PyObject) PyInt.of(128 + signal));
            }
            return PySingleton.NONE;
        }
        wakeup.write(x, signal);
        Frame caller = x.top;
        PyObject result = x.call(h, PyInt.of(signal), FrameType.expose(interrupted));
        return Finish.RETURN_A.on(x, caller, result, PySingleton.NONE, null);
    }
}
