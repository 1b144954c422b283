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
import org.picklejar.interp.FrameType;
import org.picklejar.interp.PythonFrame;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** {@code tasklet}. */
final class TaskletType {
    private static final String NO_THREAD = "tasklet has no thread";

    private TaskletType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<Tasklet> b = builder.of(Tasklet.class);
        b.doc(
                        "A thread of execution that gives way only where it says so, or when run() finds that its ticks are used up. tasklet(func)(*args) makes one that will run.")
                .constructor("tasklet(cls, /, *args, **kwargs)", (x, cls, a) -> new Tasklet(cls, Scheduler.of(x)))
                .call(Slot.INIT, (x, t, args, names) -> {
                    bindArguments(x, (Tasklet) t, args, names);
                    return PySingleton.NONE;
                })
                .call(Slot.CALL, (x, t, args, names) -> setup((Tasklet) t, args, names))
                .tailN(
                        "bind(self, /, *args, **kwargs) -- Binds the tasklet to a function, and with args or kwargs to its arguments, which makes it alive; bind(None) unbinds it.",
                        (x, t, a) -> bindArguments(x, t, positional(a), names(a)))
                .methodN(
                        "setup(self, /, *args, **kwargs) -- Gives the bound function its arguments, and puts the tasklet at the end of the run queue. Returns the tasklet.",
                        (t, a) -> setup(t, positional(a), names(a)))
                .tail(
                        "insert(self, /) -- Puts a paused tasklet at the end of the run queue.",
                        (Execution x, Tasklet t) -> insert(t))
                .tail(
                        "remove(self, /) -- Takes the tasklet out of the run queue, so that it is paused.",
                        (Execution x, Tasklet t) -> remove(t))
                .tail(
                        "run(self, /) -- Makes a tasklet that is alive and not blocked run now. The caller stays in the run queue, right behind it.",
                        TaskletType::run)
                .tail(
                        "switch(self, /) -- Makes a tasklet that is alive and not blocked run now. The caller is paused.",
                        TaskletType::switchTo)
                .tail(
                        "kill(self, /, pending: bool = False) -- Raises TaskletExit in the tasklet: now, or with pending when it runs next.",
                        (Execution x, Tasklet t, PyObject pending) -> raise(
                                x, t, new Bomb(Errors.of(ExceptionTypes.TASKLET_EXIT).value), Values.isTrue(pending)))
                .tailN(
                        "throw(self, /, exc, val=None, tb=None, pending: bool = False) -- Raises an exception in the tasklet, given as for the method of generators: now, or with pending when it runs next.",
                        (x, t, a) -> raise(x, t, bomb(x, a[1], a[2], a[3]), Values.isTrue(a[4])))
                .tailN(
                        "raise_exception(self, /, *args) -- Makes an exception of a class and arguments, and raises it in the tasklet now.",
                        (x, t, a) -> raiseException(x, t, (PyTuple) a[1]))
                .tail(
                        "set_atomic(self, flag, /) -- Sets whether run(n) leaves the tasklet alone when its ticks are used up. Returns what it was.",
                        (Execution x, Tasklet t, PyObject f) -> {
                            boolean old = t.atomic;
                            t.atomic = flag(f, "set_atomic needs exactly one bool or integer");
                            return PyBool.of(old);
                        })
                .tail(
                        "set_ignore_nesting(self, flag, /) -- Sets whether run(n) may interrupt the tasklet inside nested interpreters, too. Returns what it was.",
                        (Execution x, Tasklet t, PyObject f) -> {
                            boolean old = t.ignoreNesting;
                            t.ignoreNesting = flag(f, "set_ignore_nesting needs exactly one bool or integer");
                            return PyBool.of(old);
                        })
                .tail(
                        "bind_thread(self, thread_id: index = -1, /) -- Moves the tasklet to another thread; without argument, to that of the caller.",
                        TaskletType::bindThread)
                .tailN(
                        "context_run(self, /, *args, **kwargs) -- Calls a function with arguments in the context of the tasklet, and returns its result.",
                        (x, t, a) ->
                                x.call(x.machine.helpers.get("tasklet_context_run"), a[0], t.context(x), a[1], a[2]))
                .tail(
                        "set_context(self, context, /) -- Gives the tasklet another contextvars.Context, unless it has entered its own. Returns the tasklet.",
                        TaskletType::setContext)
                .tail(
                        "__del__(self, /) -- Kills a tasklet that nobody else can let go on, where it holds a Java stack.",
                        (Execution x, Tasklet t) -> finish(x, t));
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
                .getter("thread_id", t -> PyInt.of(t.scheduler() == null ? -1 : t.scheduler().execution.ident))
                .member("cstate", Tasklet::cstack)
                .getter("next", TaskletType::next)
                .getter("prev", TaskletType::previous)
                .getter("_channel", t -> t.isBlocked() ? t.channel() : PySingleton.NONE)
                .getSet("frame", (x, o) -> frame(x, (Tasklet) o), null)
                .getSet("recursion_depth", (x, o) -> PyInt.of(depth(x, (Tasklet) o)), null)
                .getter("nesting_level", t -> PyInt.of(t.nestingLevel()))
                .property("tempval", t -> t.tempval, (t, v) -> t.tempval = v == null ? PySingleton.NONE : v)
                .getSet(
                        "trace_function",
                        (x, o) -> TaskletTracing.traceFunction((Tasklet) o),
                        (x, o, v) -> TaskletTracing.setTrace(x, (Tasklet) o, v))
                .getSet(
                        "profile_function",
                        (x, o) -> TaskletTracing.profileFunction((Tasklet) o),
                        (x, o, v) -> TaskletTracing.setProfile(x, (Tasklet) o, v))
                .getSet("context_id", (x, o) -> Text.identity(((Tasklet) o).context(x)), null)
                .getter("__number__", t -> PyInt.of(t.number));
    }

    private static PyObject setContext(Execution x, Tasklet t, PyObject c) {
        if (!x.machine.contexts.isContext(c)) {
            throw Errors.typeError(
                    "set_context() argument 1 must be _contextvars.Context, not %s",
                    c.type().name());
        }
        if (t.scheduler() != Scheduler.of(x) && (t.isCurrent() || t.isScheduled())) {
            throw Errors.runtimeError("tasklet belongs to a different thread");
        }
        if (x.machine.contexts.isRunning(t.context(x))) {
            throw Errors.runtimeError("the current context of the tasklet has been entered.");
        }
        t.setContext(c);
        return t;
    }

    /** What holds a Java stack is killed, since nobody else will let it go on. */
    private static PyObject finish(Execution x, Tasklet t) {
        return t.stack() == null
                ? PySingleton.NONE
                : raise(x, t, new Bomb(Errors.of(ExceptionTypes.TASKLET_EXIT).value), false);
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

    private static PyObject bindArguments(Execution x, Tasklet t, PyObject[] args, PyTuple names) {
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
                x,
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
        if (t.scheduler() == null) {
            throw Errors.runtimeError(NO_THREAD);
        }
        t.start(t.tempval, PyTuple.of(Arrays.copyOf(args, positional)), keywords);
        t.scheduler().append(t);
        return t;
    }

    private static void checkNotBlocked(Tasklet t) {
        if (t.isBlocked()) {
            throw Errors.runtimeError("You cannot run a blocked tasklet");
        }
    }

    /** @param message when its thread has ended */
    private static Scheduler runnable(Tasklet t, String message) {
        Scheduler s = t.scheduler();
        if (s == null && t.hasFrames()) {
            throw Errors.runtimeError("%s", message);
        }
        if (!t.isAlive()) {
            throw Errors.runtimeError("You cannot run an unbound(dead) tasklet");
        }
        return s;
    }

    private static PyObject insert(Tasklet t) {
        checkNotBlocked(t);
        Scheduler s = runnable(t, "Target thread isn't initialized");
        if (t.next == null) {
            s.append(t);
        }
        return t;
    }

    private static PyObject bindThread(Execution x, Tasklet t, PyObject id) {
        if (t.next != null || t.isCurrent()) {
            throw Errors.runtimeError("can't (re)bind a runnable tasklet");
        }
        Scheduler to = Scheduler.of(x);
        long ident = Values.toLong(id);
        if (ident != -1) {
            to = to.shared().ofThread(ident);
        }
        if (t.isMain() && t.scheduler() != null) {
            // Its outermost frame stands on its thread's Java stack.
            throw Errors.runtimeError(Tasklet.HAS_STACK);
        }
        t.checkNoStack();
        if (to == null) {
            throw Errors.valueError("bad thread");
        }
        if (t.scheduler() != null) {
            t.scheduler().forget(t);
        }
        t.moveTo(to);
        return PySingleton.NONE;
    }

    private static PyObject remove(Tasklet t) {
        if (t.isBlocked()) {
            throw Errors.runtimeError("You cannot remove a blocked tasklet.");
        }
        if (t.isCurrent()) {
            throw Errors.runtimeError("The current tasklet cannot be removed.");
        }
        if (t.next != null) {
            t.scheduler().unlink(t);
        }
        return t;
    }

    private static Scheduler checkSwitch(Tasklet t) {
        Scheduler s = runnable(t, NO_THREAD);
        checkNotBlocked(t);
        return s;
    }

    private static PyObject run(Execution x, Tasklet t) {
        Scheduler s = checkSwitch(t);
        if (s.execution != x) {
            if (t.next == null) {
                s.insertAfterCurrent(t);
            }
            return PySingleton.NONE;
        }
        if (t.isCurrent()) {
            return PySingleton.NONE;
        }
        if (s.switchTrap != 0) {
            throw Errors.runtimeError("switch_trap");
        }
        s.giveAtReturn(PySingleton.NONE);
        if (t.next == null) {
            s.append(t);
        }
        return s.giveWay(x, t);
    }

    private static PyObject switchTo(Execution x, Tasklet t) {
        Scheduler s = checkSwitch(t);
        if (s.execution != x) {
            throw Errors.runtimeError("can't switch to a different thread.");
        }
        if (t.isCurrent()) {
            return PySingleton.NONE;
        }
        if (s.switchTrap != 0) {
            throw Errors.runtimeError("switch_trap");
        }
        s.giveAtReturn(PySingleton.NONE);
        if (t.next == null) {
            s.append(t);
        }
        s.unlink(s.current);
        return s.giveWay(x, t);
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
                Channel.remove(t);
                t.unbind();
                return PySingleton.NONE;
            }
            throw Errors.runtimeError("%s", t.scheduler() == null ? NO_THREAD : "You cannot throw to a dead tasklet");
        }
        boolean foreign = t.scheduler() != s;
        if (!pending && !foreign && s.switchTrap != 0) {
            throw Errors.runtimeError("switch_trap");
        }
        if (!pending && !foreign) {
            s.giveAtReturn(PySingleton.NONE);
        }
        Channel.remove(t);
        if (t.next == null) {
            t.scheduler().append(t);
        }
        t.tempval = bomb;
        return pending || foreign ? PySingleton.NONE : s.giveWay(x, t);
    }

    // ---- attributes

    /** The neighbour on the channel (of several the first), or in the run queue. */
    private static PyObject next(Tasklet t) {
        return t.isBlocked() ? neighbour(t.waits()[0].next) : t.next == null ? PySingleton.NONE : t.next;
    }

    private static PyObject previous(Tasklet t) {
        return t.isBlocked() ? neighbour(t.waits()[0].previous) : t.prev == null ? PySingleton.NONE : t.prev;
    }

    private static PyObject neighbour(WaitEntry e) {
        return e == null ? PySingleton.NONE : e.tasklet;
    }

    private static PyObject frame(Execution x, Tasklet t) {
        PythonFrame f = CurrentFrame.from(t.frame(x));
        return FrameType.expose(f);
    }

    static int depth(Execution x, Tasklet t) {
        int n = 0;
        for (Frame f = t.frame(x); f != null; f = f.back) {
            n += f instanceof PythonFrame p && (p.pc > 0 || t.isCurrent()) ? 1 : 0;
        }
        return n;
    }
}
