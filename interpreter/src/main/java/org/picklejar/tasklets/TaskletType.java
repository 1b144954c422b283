package org.picklejar.tasklets;

import java.util.Arrays;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.interp.CurrentFrame;
import org.picklejar.interp.PythonFrame;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** {@code tasklet}. */
final class TaskletType {
    private TaskletType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<Tasklet> b = builder.of(Tasklet.class);
        b.constructor("tasklet(cls, /, *args, **kwargs)", (x, cls, a) -> new Tasklet(cls, Scheduler.of(x)))
                .call(Slot.INIT, (x, t, args, names) -> {
                    bindArguments((Tasklet) t, args, names);
                    return PySingleton.NONE;
                })
                .call(Slot.CALL, (x, t, args, names) -> setup((Tasklet) t, args, names))
                .tailN("bind(self, /, *args, **kwargs)", (x, t, a) -> bindArguments(t, positional(a), names(a)))
                .methodN("setup(self, /, *args, **kwargs)", (t, a) -> setup(t, positional(a), names(a)))
                .tail("insert(self, /)", (Execution x, Tasklet t) -> insert(t))
                .tail("remove(self, /)", (Execution x, Tasklet t) -> remove(t))
                .tail("run(self, /)", TaskletType::run)
                .tail("switch(self, /)", TaskletType::switchTo)
                .tail(
                        "kill(self, /, pending: bool = False)",
                        (Execution x, Tasklet t, PyObject pending) -> raise(
                                x, t, new Bomb(Errors.of(ExceptionTypes.TASKLET_EXIT).value), Values.isTrue(pending)))
                .tailN(
                        "throw(self, /, exc, val=None, tb=None, pending: bool = False)",
                        (x, t, a) -> raise(x, t, bomb(x, a[1], a[2], a[3]), Values.isTrue(a[4])))
                .tailN("raise_exception(self, /, *args)", (x, t, a) -> raiseException(x, t, (PyTuple) a[1]))
                .tail("set_atomic(self, flag, /)", (Execution x, Tasklet t, PyObject f) -> {
                    boolean old = t.atomic;
                    t.atomic = flag(f, "set_atomic needs exactly one bool or integer");
                    return PyBool.of(old);
                })
                .tail("set_ignore_nesting(self, flag, /)", (Execution x, Tasklet t, PyObject f) -> {
                    boolean old = t.ignoreNesting;
                    t.ignoreNesting = flag(f, "set_ignore_nesting needs exactly one bool or integer");
                    return PyBool.of(old);
                })
                .tail("bind_thread(self, thread_id=-1, /)", (Execution x, Tasklet t, PyObject id) -> {
                    if (t.next != null) {
                        throw Errors.runtimeError("can't (re)bind a runnable tasklet");
                    }
                    t.scheduler = Scheduler.of(x);
                    return PySingleton.NONE;
                })
                .tailN(
                        "context_run(self, callable, /, *args, **kwargs)",
                        (x, t, a) -> x.call(x.machine.helpers.get("tasklet_context_run"), a))
                .tail("set_context(self, context, /)", (Execution x, Tasklet t, PyObject c) -> {
                    if (!c.type().name().equals("Context")) {
                        throw Errors.typeError(
                                "set_context() argument 1 must be _contextvars.Context, not %s",
                                c.type().name());
                    }
                    if (t.isCurrent()) {
                        x.context = c;
                    } else {
                        t.context = c;
                    }
                    return t;
                });
        attributes(b);
        TaskletPickling.define(b);
    }

    private static void attributes(TypeBuilder<Tasklet> b) {
        b.getter("alive", t -> PyBool.of(t.isAlive()))
                .getter("paused", t -> PyBool.of(t.state() == Tasklet.State.PAUSED))
                .getter("scheduled", t -> PyBool.of(t.isScheduled()))
                .getter("blocked", t -> PyBool.of(t.isBlocked()))
                .getter("restorable", t -> PyBool.of(t.nestingLevel() == 0))
                .getter("atomic", t -> PyBool.of(t.atomic))
                .getter("ignore_nesting", t -> PyBool.of(t.ignoreNesting))
                .property(
                        "block_trap",
                        t -> PyBool.of(t.blockTrap),
                        (t, v) -> t.blockTrap = flag(v, "block_trap must be set to a bool or integer"))
                .getter("is_main", t -> PyBool.of(t.isMain()))
                .getter("is_current", t -> PyBool.of(t.isCurrent()))
                .getSet(
                        "thread_id",
                        (x, o) -> ((Tasklet) o).scheduler == null
                                ? PyInt.MINUS_ONE
                                : PyInt.of(((Tasklet) o).scheduler.execution.ident),
                        null)
                .getter("next", TaskletType::next)
                .getter("prev", TaskletType::previous)
                .getter("_channel", t -> t.channel == null ? PySingleton.NONE : t.channel)
                .getSet("frame", (x, o) -> frame(x, (Tasklet) o), null)
                .getSet("recursion_depth", (x, o) -> PyInt.of(depth(x, (Tasklet) o)), null)
                .getter("nesting_level", t -> PyInt.of(t.nestingLevel()))
                .property("tempval", t -> t.tempval, (t, v) -> t.tempval = v == null ? PySingleton.NONE : v)
                .property(
                        "trace_function",
                        t -> t.traceFunction,
                        (t, v) -> t.traceFunction = v == null ? PySingleton.NONE : v)
                .property(
                        "profile_function",
                        t -> t.profileFunction,
                        (t, v) -> t.profileFunction = v == null ? PySingleton.NONE : v)
                .getter("context_id", t -> PyInt.of(t.context == null ? 0 : Text.id(t.context)))
                .getter("__number__", t -> PyInt.of(t.number));
    }

    private static PyObject[] positional(PyObject[] a) {
        PyTuple args = (PyTuple) a[1];
        PyDict d = (PyDict) a[2];
        PyObject[] values = d.valueArray();
        PyObject[] all = Arrays.copyOf(args.items, args.size() + values.length);
        System.arraycopy(values, 0, all, args.size(), values.length);
        return all;
    }

    private static PyTuple names(PyObject[] a) {
        PyDict d = (PyDict) a[2];
        return d.size() == 0 ? null : PyTuple.of(d.keyArray());
    }

    private static PyObject bindArguments(Tasklet t, PyObject[] args, PyTuple names) {
        PyObject[] v = {PySingleton.NONE, PySingleton.NONE, PySingleton.NONE};
        int n = args.length - (names == null ? 0 : names.size());
        if (n > 3) {
            throw Errors.typeError("bind() takes at most 3 arguments (%d given)", n);
        }
        System.arraycopy(args, 0, v, 0, n);
        for (int i = n; i < args.length; i++) {
            int k = List.of("func", "args", "kwargs").indexOf(names.get(i - n).toString());
            if (k < 0) {
                throw Errors.typeError("'%s' is an invalid keyword argument for bind()", names.get(i - n));
            }
            v[k] = args[i];
        }
        if (v[0] != PySingleton.NONE && v[0].type().call(Slot.CALL) == null) {
            throw Errors.typeError("tasklet function must be a callable or None");
        }
        if (v[1] != PySingleton.NONE && !(Values.payload(v[1]) instanceof PyTuple)) {
            throw Errors.typeError("tasklet args must be a tuple or None");
        }
        if (v[2] != PySingleton.NONE && !(v[2] instanceof PyDict)) {
            throw Errors.typeError("tasklet kwargs must be a dictionary or None");
        }
        if (v[0] == PySingleton.NONE
                && v[1] == PySingleton.NONE
                && v[2] == PySingleton.NONE
                && t.top == null
                && t.tempval == PySingleton.NONE
                && !t.isCurrent()) {
            return t;
        }
        t.bind(
                v[0],
                v[1] == PySingleton.NONE ? null : (PyTuple) Values.payload(v[1]),
                v[2] instanceof PyDict d ? d : null);
        return t;
    }

    private static PyObject setup(Tasklet t, PyObject[] args, PyTuple names) {
        if (t.isAlive()) {
            throw Errors.runtimeError("tasklet is alive");
        }
        if (t.tempval == PySingleton.NONE) {
            throw Errors.runtimeError("the tasklet was not bound to a function");
        }
        int positional = args.length - (names == null ? 0 : names.size());
        PyDict keywords = names == null ? null : PyDict.ofKeywords(names, args);
        t.start(t.tempval, PyTuple.of(Arrays.copyOf(args, positional)), keywords);
        t.scheduler.append(t);
        return t;
    }

    private static void checkRunnable(Tasklet t) {
        if (t.isBlocked()) {
            throw Errors.runtimeError("You cannot run a blocked tasklet");
        }
        if (t.scheduler == null) {
            throw Errors.runtimeError("Target thread isn't initialized");
        }
        if (!t.isAlive()) {
            throw Errors.runtimeError("You cannot run an unbound(dead) tasklet");
        }
    }

    private static PyObject insert(Tasklet t) {
        checkRunnable(t);
        if (t.next == null) {
            t.scheduler.append(t);
        }
        return t;
    }

    private static PyObject remove(Tasklet t) {
        if (t.isBlocked()) {
            throw Errors.runtimeError("You cannot remove a blocked tasklet.");
        }
        if (t.isCurrent()) {
            throw Errors.runtimeError("The current tasklet cannot be removed.");
        }
        if (t.next != null) {
            t.scheduler.unlink(t);
        }
        return t;
    }

    private static PyObject run(Execution x, Tasklet t) {
        checkRunnable(t);
        Scheduler s = Scheduler.of(x);
        if (t.scheduler != s) {
            if (t.next == null) {
                t.scheduler.insertAfterCurrent(t);
            }
            return PySingleton.NONE;
        }
        if (t.isCurrent()) {
            return PySingleton.NONE;
        }
        if (s.switchTrap != 0) {
            throw Errors.runtimeError("switch_trap");
        }
        if (t.next == null) {
            s.append(t);
        }
        s.current.tempval = PySingleton.NONE;
        return s.switchTo(x, t);
    }

    private static PyObject switchTo(Execution x, Tasklet t) {
        checkRunnable(t);
        Scheduler s = Scheduler.of(x);
        if (t.scheduler != s) {
            throw Errors.runtimeError("can't switch to a different thread.");
        }
        if (t.isCurrent()) {
            return PySingleton.NONE;
        }
        if (s.switchTrap != 0) {
            throw Errors.runtimeError("switch_trap");
        }
        if (t.next == null) {
            s.append(t);
        }
        s.current.tempval = PySingleton.NONE;
        s.unlink(s.current);
        return s.switchTo(x, t);
    }

    // ---- exceptions

    static boolean flag(PyObject v, String message) {
        if (v instanceof PyInteger i) {
            return i.signum() != 0;
        }
        throw Errors.typeError("%s", message);
    }

    /** The bomb of a raise-like call. */
    static Bomb bomb(Execution x, PyObject exc, PyObject val, PyObject tb) {
        if (tb != null && tb != PySingleton.NONE && !(tb instanceof PyTraceback)) {
            throw Errors.typeError("third argument must be a traceback object");
        }
        PyBaseException e;
        if (exc instanceof PyBaseException b) {
            if (val != null && val != PySingleton.NONE) {
                throw Errors.typeError("instance exception may not have a separate value");
            }
            e = b;
        } else if (exc instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            PyObject v = val == null ? PySingleton.NONE : val;
            PyObject made = v instanceof PyBaseException b && b.type().isSubtypeOf(t)
                    ? b
                    : x.await(() -> v == PySingleton.NONE
                            ? x.call(t)
                            : v instanceof PyTuple p ? x.call(t, p.items, null) : x.call(t, v));
            if (!(made instanceof PyBaseException b)) {
                throw Errors.typeError("exceptions must derive from BaseException");
            }
            e = b;
        } else {
            throw Errors.typeError(
                    "exceptions must be classes, or instances, not %s",
                    exc.type().name());
        }
        Bomb out = new Bomb(e);
        if (tb instanceof PyTraceback) {
            out.traceback = tb;
        }
        return out;
    }

    private static PyObject raiseException(Execution x, Tasklet t, PyTuple args) {
        if (args.size() == 0) {
            throw Errors.typeError("raise_exception() takes at least 1 argument");
        }
        if (!(args.get(0) instanceof PyType cls) || !cls.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            throw Errors.typeError("tasklet.raise_exception needs Exception or string subclass as first parameter");
        }
        PyObject[] rest = Arrays.copyOfRange(args.items, 1, args.size());
        PyObject e = x.await(() -> x.call(cls, rest, null));
        return raise(x, t, new Bomb((PyBaseException) e), false);
    }

    static PyObject raise(Execution x, Tasklet t, Bomb bomb, boolean pending) {
        boolean exit = bomb.exceptionType instanceof PyType e && e.isSubtypeOf(ExceptionTypes.TASKLET_EXIT);
        Scheduler s = Scheduler.of(x);
        if (t == s.current) {
            throw bomb.explode();
        }
        if (!t.isAlive()) {
            if (exit) {
                t.top = null;
                return PySingleton.NONE;
            }
            throw Errors.runtimeError(
                    t.scheduler == null ? "tasklet has no thread" : "You cannot throw to a dead tasklet");
        }
        if (!pending && t.scheduler == s && s.switchTrap != 0) {
            throw Errors.runtimeError("switch_trap");
        }
        if (t.channel != null) {
            t.channel.remove(t);
        }
        if (t.next == null) {
            t.scheduler.append(t);
        }
        t.tempval = bomb;
        if (pending || t.scheduler != s) {
            return PySingleton.NONE;
        }
        s.current.tempval = PySingleton.NONE;
        return s.switchTo(x, t);
    }

    // ---- attributes

    private static PyObject next(Tasklet t) {
        if (t.channel != null) {
            return t.nextWaiting == null ? PySingleton.NONE : t.nextWaiting;
        }
        return t.next == null ? PySingleton.NONE : t.next;
    }

    private static PyObject previous(Tasklet t) {
        if (t.channel != null) {
            return t.previousWaiting == null ? PySingleton.NONE : t.previousWaiting;
        }
        return t.prev == null ? PySingleton.NONE : t.prev;
    }

    private static PyObject frame(Execution x, Tasklet t) {
        PythonFrame f = CurrentFrame.from(t.frame(x));
        return f == null ? PySingleton.NONE : f;
    }

    static int depth(Execution x, Tasklet t) {
        int n = 0;
        for (Frame f = t.frame(x); f != null; f = f.back) {
            n += f instanceof PythonFrame p && (p.pc > 0 || t.isCurrent()) ? 1 : 0;
        }
        return n;
    }
}
