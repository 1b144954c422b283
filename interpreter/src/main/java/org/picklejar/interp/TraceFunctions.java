package org.picklejar.interp;

import org.picklejar.core.Event;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyMethodDescriptor;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Tracing;

/** {@code sys.settrace} and {@code sys.setprofile}: each tasklet has its own functions. (CPython: legacy_tracing.c) */
public final class TraceFunctions {
    private static final PyStr CALL = PyStr.of("call");
    private static final PyStr RETURN = PyStr.of("return");
    private static final PyStr LINE = PyStr.of("line");
    private static final PyStr OPCODE = PyStr.of("opcode");
    private static final PyStr EXCEPTION = PyStr.of("exception");
    private static final PyStr C_CALL = PyStr.of("c_call");
    private static final PyStr C_RETURN = PyStr.of("c_return");
    private static final PyStr C_EXCEPTION = PyStr.of("c_exception");

    private TraceFunctions() {}

    // ---- setting them

    /** Sets the trace function of the tasklet that runs on a thread; of its frames those with one of their own follow. */
    public static void setTrace(Execution x, PyObject function) {
        setTrace(Observers.of(x), x.top, function);
        Observers.update(x);
    }

    /** Sets the profile function of the tasklet that runs on a thread. */
    public static void setProfile(Execution x, PyObject function) {
        setProfile(Observers.of(x), x.top, function);
        Observers.update(x);
    }

    /** @param top the innermost frame of the tasklet */
    public static void setTrace(Tracing t, Frame top, PyObject function) {
        t.traceFunction = orNull(function);
        if (t.traceFunction != null) {
            Observers.observe(top, f -> f.trace != null);
        }
    }

    /** @param top the innermost frame of the tasklet */
    public static void setProfile(Tracing t, Frame top, PyObject function) {
        t.profileFunction = orNull(function);
        if (t.profileFunction != null) {
            Observers.observe(top, f -> true);
        }
    }

    private static PyObject orNull(PyObject o) {
        return o == PySingleton.NONE ? null : o;
    }

    /** Calls a function from within a trace function, with tracing on. */
    public static PyObject callTracing(Execution x, PyObject function, PyObject[] args) {
        Tracing t = Observers.of(x);
        Event telling = t.telling;
        t.telling = null;
        Observers.update(x);
        try {
            return x.awaitNested(() -> x.call(function, args, null));
        } finally {
            t.telling = telling;
            Observers.update(x);
        }
    }

    // ---- telling them

    static void tell(Execution x, PythonFrame f, Event e, int at, PyObject a, PyObject b) {
        Tracing t = x.tracing;
        if (t.profileFunction != null) {
            profile(x, t, f, e, a, b);
        }
        if (t.traceFunction == null) {
            return;
        }
        if (e == Event.PY_START || e == Event.PY_RESUME || e == Event.PY_THROW) {
            trace(x, t, f, e, t.traceFunction, CALL, PySingleton.NONE);
        } else if (f.trace != null) {
            switch (e) {
                case PY_RETURN, PY_YIELD -> trace(x, t, f, e, f.trace, RETURN, a);
                case PY_UNWIND -> trace(x, t, f, e, f.trace, RETURN, PySingleton.NONE);
                case RAISE, STOP_ITERATION -> trace(x, t, f, e, f.trace, EXCEPTION, information(f, e, at, a));
                case LINE -> {
                    if (f.traceLines) {
                        trace(x, t, f, e, f.trace, LINE, PySingleton.NONE);
                    }
                }
                case JUMP -> {
                    if (f.traceLines && comesBackToItsLine(f, at, a)) {
                        trace(x, t, f, Event.LINE, f.trace, LINE, PySingleton.NONE);
                    }
                }
                case INSTRUCTION -> {
                    if (f.traceOpcodes) {
                        trace(x, t, f, e, f.trace, OPCODE, PySingleton.NONE);
                    }
                }
                default -> {}
            }
        }
    }

    /** Whether a jump leads back on one line: a loop in one line stops there in each turn. */
    private static boolean comesBackToItsLine(PythonFrame f, int at, PyObject target) {
        int to = (int) ((PyInt) target).value;
        return to <= at && f.code.code.ownLineAt(to) == f.line();
    }

    /** {@code (type, value, traceback)}, in which the frame has its place already; the end of a generator has no traceback. */
    private static PyTuple information(PythonFrame f, Event event, int at, PyObject exception) {
        PyBaseException e = (PyBaseException) exception;
        boolean ended = event == Event.STOP_ITERATION;
        return PyTuple.of(e.type(), e, ended ? PySingleton.NONE : new PyTraceback(e.traceback, f, at, f.line()));
    }

    private static void trace(
            Execution x, Tracing t, PythonFrame f, Event e, PyObject function, PyStr event, PyObject arg) {
        try {
            PyObject r = Observers.call(x, e, function, f, event, arg);
            if (r != PySingleton.NONE) {
                f.trace = r;
            }
        } catch (PyException failure) {
            t.traceFunction = null;
            f.trace = null;
            Observers.update(x);
            throw failure;
        }
    }

    private static void profile(Execution x, Tracing t, PythonFrame f, Event e, PyObject a, PyObject b) {
        PyStr event = switch (e) {
            case PY_START, PY_RESUME, PY_THROW -> CALL;
            case PY_RETURN, PY_YIELD, PY_UNWIND -> RETURN;
            case CALL -> C_CALL;
            case C_RETURN -> C_RETURN;
            case C_RAISE -> C_EXCEPTION;
            default -> null;
        };
        PyObject arg = a;
        if (event == C_CALL || event == C_RETURN || event == C_EXCEPTION) {
            arg = builtin(a, b);
        } else if (event == CALL || e == Event.PY_UNWIND) {
            arg = PySingleton.NONE;
        }
        if (event == null || arg == null) {
            return;
        }
        try {
            Observers.call(x, e, t.profileFunction, f, event, arg);
        } catch (PyException failure) {
            t.profileFunction = null;
            Observers.update(x);
            throw failure;
        }
    }

    /** The builtin function or method that is called; null when it is something else. */
    private static PyObject builtin(PyObject callee, PyObject first) {
        if (callee instanceof PyMethodDescriptor d && first != null) {
            return new PyBuiltinFunction(d.code, first, true);
        }
        return callee instanceof PyBuiltinFunction ? callee : null;
    }
}
