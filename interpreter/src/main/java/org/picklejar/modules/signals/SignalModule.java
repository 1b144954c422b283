package org.picklejar.modules.signals;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.interp.CurrentFrame;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.Interruption;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.ops.Values;

/** {@code _signal}. */
public final class SignalModule {
    private static final String NUMBERS =
            "SIGHUP=1 SIGINT=2 SIGQUIT=3 SIGILL=4 SIGTRAP=5 SIGABRT=6 SIGIOT=6 SIGBUS=7 SIGFPE=8 SIGKILL=9 "
                    + "SIGUSR1=10 SIGSEGV=11 SIGUSR2=12 SIGPIPE=13 SIGALRM=14 SIGTERM=15 SIGSTKFLT=16 SIGCHLD=17 SIGCLD=17 SIGCONT=18 SIGSTOP=19 "
                    + "SIGTSTP=20 SIGTTIN=21 SIGTTOU=22 SIGURG=23 SIGXCPU=24 SIGXFSZ=25 SIGVTALRM=26 SIGPROF=27 SIGWINCH=28 SIGIO=29 SIGPOLL=29 "
                    + "SIGPWR=30 SIGSYS=31 SIGRTMIN=34 SIGRTMAX=64 SIG_DFL=0 SIG_IGN=1 SIG_BLOCK=0 SIG_UNBLOCK=1 SIG_SETMASK=2 NSIG=65 "
                    + "ITIMER_REAL=0 ITIMER_VIRTUAL=1 ITIMER_PROF=2";
    private static final String[] TEXTS = {
        "Hangup",
        "Interrupt",
        "Quit",
        "Illegal instruction",
        "Trace/breakpoint trap",
        "Aborted",
        "Bus error",
        "Floating point exception",
        "Killed",
        "User defined signal 1",
        "Segmentation fault",
        "User defined signal 2",
        "Broken pipe",
        "Alarm clock",
        "Terminated",
        "Stack fault",
        "Child exited",
        "Continued",
        "Stopped (signal)",
        "Stopped",
        "Stopped (tty input)",
        "Stopped (tty output)",
        "Urgent I/O condition",
        "CPU time limit exceeded",
        "File size limit exceeded",
        "Virtual timer expired",
        "Profiling timer expired",
        "Window changed",
        "I/O possible",
        "Power failure",
        "Bad system call"
    };

    private static final PyType ITIMER_ERROR = PyType.builtin(
                    "itimer_error", PyBaseException.class, ExceptionTypes.OS_ERROR)
            .inModule("signal");

    private SignalModule() {}

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("_signal");
        for (String entry : NUMBERS.split(" ")) {
            int eq = entry.indexOf('=');
            b.constant(entry.substring(0, eq), PyInt.of(Long.parseLong(entry.substring(eq + 1))));
        }
        b.constant("ItimerError", ITIMER_ERROR)
                .function("default_int_handler(signalnum: index, frame, /)", (signal, frame) -> {
                    throw Errors.of(ExceptionTypes.KEYBOARD_INTERRUPT, new PyObject[0]);
                })
                .tail("signal(signalnum: index, handler, /)", SignalModule::signal)
                .tail("getsignal(signalnum: index, /)", (e, n) -> handler(e, number(n)))
                .tail("raise_signal(signalnum: index, /)", (e, n) -> send(e, number(n)))
                .tail("pthread_kill(thread_id, signalnum: index, /)", SignalModule::killThread)
                .function("strsignal(signalnum: index, /)", n -> {
                    int i = number(n);
                    return i <= TEXTS.length
                            ? PyStr.of(TEXTS[i - 1])
                            : i >= 34 ? PyStr.of("Real-time signal " + (i - 34)) : PySingleton.NONE;
                })
                .tail("valid_signals()", e -> {
                    PySet s = new PySet();
                    for (int i = 1; i < Signals.COUNT; i++) {
                        if (i != 32 && i != 33) {
                            s.add(e, PyInt.of(i));
                        }
                    }
                    return s;
                })
                .tailN("set_wakeup_fd(fd: index, /, *, warn_on_full_buffer: bool = True)", (e, a) -> {
                    requireMain(e, "set_wakeup_fd");
                    return PyInt.of(Signals.of(e).wakeup.set(e, Values.toInt(a[0]), a[1] == PyBool.TRUE));
                })
                .tail("pause()", e -> {
                    Signals s = Signals.of(e);
                    long seen = s.delivered;
                    Blocking.await(e, new Object(), () -> s.delivered != seen, -1);
                    return PySingleton.NONE;
                });
        SignalMasks.addTo(b);
        Timers.addTo(b);
        PyModule m = b.build();
        Signals s = Signals.of(x);
        if (s.handlers[Signals.SIGINT] == null) {
            s.handlers[Signals.SIGINT] = m.namespace().get("default_int_handler");
        }
        Signals.install(x);
        return m;
    }

    static int number(PyObject o) {
        int n = Values.toInt(o);
        if (n < 1 || n >= Signals.COUNT) {
            throw Errors.valueError("signal number out of range");
        }
        return n;
    }

    private static PyObject handler(Execution x, int n) {
        PyObject h = Signals.of(x).handlers[n];
        return h == null ? PySingleton.NONE : h;
    }

    private static void requireMain(Execution x, String what) {
        if (!x.isMain) {
            throw Errors.valueError("%s only works in main thread of the main interpreter", what);
        }
    }

    private static PyObject killThread(Execution x, PyObject thread, PyObject signal) {
        long ident = Values.toLong(x, thread);
        boolean runs = x.machine.executions().stream().anyMatch(e -> e.ident == ident);
        if (!runs) {
            throw OsFailure.of(OsFailure.ESRCH);
        }
        return Values.toInt(signal) == 0 ? PySingleton.NONE : send(x, number(signal));
    }

    /** All threads of the program are one process, whose signals the main thread takes: its own at once, unless they are blocked. */
    private static PyObject send(Execution x, int signal) {
        Interruption i = Interruption.of(x.machine);
        if (x.isMain && (i.blocked() >> signal - 1 & 1) == 0) {
            return Signals.of(x).deliver(x, signal, CurrentFrame.of(x));
        }
        i.post(signal);
        return PySingleton.NONE;
    }

    private static PyObject signal(Execution x, PyObject signal, PyObject handler) {
        int n = number(signal);
        requireMain(x, "signal");
        PyObject h = handler;
        if (Values.payload(handler) instanceof PyInt i) {
            h = i.value == 0 ? Signals.DEFAULT : i.value == 1 ? Signals.IGNORE : null;
        } else if (handler.type().call(Slot.CALL) == null) {
            h = null;
        }
        if (h == null) {
            throw Errors.typeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
        }
        if (n == 9 || n == 19) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        PyObject old = handler(x, n);
        Signals.of(x).handlers[n] = h;
        Signals.of(x).listen(x, n);
        return old;
    }

    /** {@code alarm} and the timers. */
    private static final class Timers {
        private static final int REAL = 0;
        private static final int PROF = 2;

        static void addTo(ModuleBuilder b) {
            b.tail("alarm(seconds: index, /)", (x, seconds) -> {
                        Alarms alarms = Alarms.of(x);
                        double left = alarms.left();
                        alarms.set(Values.toInt(seconds), 0);
                        return PyInt.of(left > 0 ? Math.max(1, Math.round(left)) : 0);
                    })
                    .tailN("setitimer(which: index, seconds: float, interval: float = 0.0, /)", (x, a) -> {
                        requireReal(Values.toInt(a[0]));
                        double seconds = Values.toDouble(a[1]);
                        double interval = Values.toDouble(a[2]);
                        if (!(seconds >= 0 && interval >= 0)) {
                            throw invalid();
                        }
                        PyObject before = value(x);
                        Alarms.of(x).set(seconds, interval);
                        return before;
                    })
                    .tail("getitimer(which: index, /)", (x, which) -> {
                        requireReal(Values.toInt(which));
                        return value(x);
                    });
        }

        private static PyException invalid() {
            return OsFailure.of(ITIMER_ERROR, OsFailure.EINVAL);
        }

        private static PyObject value(Execution x) {
            Alarms alarms = Alarms.of(x);
            return PyTuple.of(new PyFloat(alarms.left()), new PyFloat(alarms.interval()));
        }

        private static void requireReal(int which) {
            if (which < REAL || which > PROF) {
                throw invalid();
            }
            if (which != REAL) {
                throw Errors.of(
                        ExceptionTypes.NOT_IMPLEMENTED_ERROR,
                        "only ITIMER_REAL can be set: the JVM has no timers of processor time");
            }
        }
    }
}
