package org.picklejar.tasklets;

import java.util.Comparator;
import java.util.stream.Stream;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.InnerFunction;
import org.picklejar.core.NativeCode;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** The functions of module {@code stackless} that are written in Java; the module itself is Python source in the resources. */
public final class StacklessModule {
    private StacklessModule() {}

    /** Puts the functions and types into a namespace. */
    public static void fill(PyDict ns) {
        ns.put("tasklet", Tasklet.TYPE);
        ns.put("channel", Channel.TYPE);
        ns.put("bomb", Bomb.TYPE);
        ns.put("cstack", CStack.TYPE);
        ns.put("cframe", NativeFrame.TYPE);
        add(ns, "getcurrent() -- The tasklet that is running in this thread.", (x, a) -> Scheduler.of(x).current);
        add(ns, "getmain() -- The main tasklet of this thread.", (x, a) -> Scheduler.of(x).main);
        add(
                ns,
                "getruncount() -- How many tasklets of this thread can run, the running one included.",
                (x, a) -> PyInt.of(Scheduler.of(x).runCount()));
        add(
                ns,
                "getcurrentid() -- A number that stands for the running tasklet; that of the thread for its main tasklet.",
                (x, a) ->
                        Scheduler.of(x).current.isMain() ? PyInt.of(x.ident) : Text.identity(Scheduler.of(x).current));
        addDirect(
                ns,
                "schedule(retval=<current>) -- Lets the others run: the running tasklet goes to the end of the run queue. Returns retval, which is the tasklet itself if it is not given.",
                (x, v) -> Scheduler.of(x).schedule(x, v == null ? Scheduler.of(x).current : v));
        addDirect(
                ns,
                "schedule_remove(retval=<current>) -- Lets the others run and leaves the run queue, until somebody puts the tasklet back. Returns retval unless its tempval was set.",
                (x, v) -> Scheduler.of(x).scheduleRemove(x, v == null ? Scheduler.of(x).current : v));
        add(
                ns,
                "run_watchdog",
                "run(timeout: index = 0, threadblock: bool = False, soft: bool = False, ignore_nesting: bool = False, totaltimeout: bool = False) -- Runs the tasklets until none can run, or, with a timeout, until one has used that many ticks: that one is paused and returned. With totaltimeout the ticks are those of all together; with soft none is paused, run() only returns at the next switch; with threadblock a thread without work waits for others.",
                (x, a) -> {
                    if (!(Values.payload(a[0]) instanceof PyInteger)) {
                        throw Errors.typeError(
                                "'%s' object cannot be interpreted as an integer",
                                a[0].type().name());
                    }
                    RunOptions options = new RunOptions(
                            Values.toLong(a[0]),
                            Values.isTrue(a[1]),
                            Values.isTrue(a[2]),
                            Values.isTrue(a[3]),
                            Values.isTrue(a[4]));
                    return Scheduler.of(x).run(x, options);
                });
        add(
                ns,
                "switch_trap(change: index = 0) -- Adds to the level that, while it is not 0, makes switches between tasklets errors. Returns what it was.",
                (x, a) -> {
                    Scheduler s = Scheduler.of(x);
                    int old = s.switchTrap;
                    s.switchTrap += Values.toInt(a[0]);
                    return PyInt.of(old);
                });
        add(
                ns,
                "enable_softswitch(flag) -- Sets whether tasklets are switched without Java stacks of their own where that is possible; None only asks. Returns what it was.",
                (x, a) -> {
                    StacklessState s = Scheduler.of(x).shared();
                    boolean old = s.softSwitch;
                    if (a[0] != PySingleton.NONE) {
                        // Nothing is asked in Python: what is no int is true.
                        s.softSwitch = !(a[0] instanceof PyInteger i) || i.signum() != 0;
                    }
                    return PyBool.of(old);
                });
        callbacks(ns);
        collector(ns);
        add(ns, "getdebug() -- Whether this is a debugging build: False.", (x, a) -> PyBool.FALSE);
        add(
                ns,
                "getuncollectables() -- The tasklets that cannot be collected: none, since Java collects cycles through stacks.",
                (x, a) -> new PyList());
        add(ns, "getthreads() -- The ids of the threads that run tasklets, the main thread first.", (x, a) -> {
            PyList idents = new PyList();
            Scheduler.of(x).shared().schedulers().forEach(s -> idents.append(PyInt.of(s.execution.ident)));
            return idents;
        });
        add(
                ns,
                "get_thread_info(thread_id: index = -1, flags: index = 0, /) -- (main tasklet, running tasklet, number of those that can run) of a thread; -1 is that of the caller. Bits 30 and 31 of flags add numbers of switches and the calls of run().",
                (x, a) -> {
                    long ident = Values.toLong(a[0]);
                    Scheduler own = Scheduler.of(x);
                    Scheduler s = ident == -1 ? own : own.shared().ofThread(ident);
                    if (s == null) {
                        throw Errors.runtimeError("Thread id not found");
                    }
                    return ThreadInfo.of(s, Values.toLong(a[1]));
                });
        add(
                ns,
                "pickle_flags(new: index = -1, mask: index = -1) -- Sets those PICKLEFLAGS of this thread that are in mask; -1 only asks. Returns what they were.",
                (x, a) -> {
                    Scheduler s = Scheduler.of(x);
                    int old = s.pickleFlags;
                    s.pickleFlags = flags(old, a);
                    return PyInt.of(old);
                });
        add(
                ns,
                "pickle_flags_default(new_default: index = -1, mask: index = -1) -- Sets those PICKLEFLAGS of threads to come that are in mask; -1 only asks. Returns what they were.",
                (x, a) -> {
                    StacklessState s = Scheduler.of(x).shared();
                    int old = s.pickleFlagsDefault;
                    s.pickleFlagsDefault = flags(old, a);
                    return PyInt.of(old);
                });
        add(
                ns,
                "select(*cases, timeout=None) -- Waits until one of several channels can send or receive, and does that one: a case is a channel to receive from, or (channel, 'send', value). At most timeout seconds. Returns (channel, value).",
                (x, a) -> Rendezvous.select(x, (PyTuple) a[0], a[1]));
        InnerFunction.add(
                ns,
                "_wait_outside(interests, seconds, /)",
                (x, a) -> Outside.await(x, (PyDict) a[0], Outside.nanos(a[1])));
        InnerFunction.add(ns, "_may_wait()", (x, a) -> PyBool.of(Outside.mayWait(Scheduler.of(x))));
        InnerFunction.add(
                ns,
                "_waiting_outside()",
                (x, a) -> PyList.of(Scheduler.of(x).outside.tasklets().toArray(PyObject[]::new)));
        InnerFunction.add(ns, "_time_left(tasklets, /)", (x, a) -> Outside.timeLeft((PyList) a[0]));
        InnerFunction.add(ns, "_restore_time_left(pairs, /)", (x, a) -> {
            Outside.restoreTimeLeft((PyList) a[0]);
            return PySingleton.NONE;
        });
        InnerFunction.add(ns, "_restore_arrivals(tasklets, /)", (x, a) -> {
            // In the order in which they came to their channels.
            for (PyObject t : ((PyList) a[0]).toArray()) {
                ((Tasklet) t).ticket = Scheduler.of(x).shared().nextTicket();
            }
            return PySingleton.NONE;
        });
        InnerFunction.add(
                ns,
                "_by_arrival(tasklets, /)",
                (x, a) -> PyList.of(Stream.of(((PyList) a[0]).toArray())
                        .map(t -> (Tasklet) t)
                        .filter(Tasklet::isBlocked)
                        .sorted(Comparator.comparingLong(t -> t.ticket))
                        .toList()));
        InnerFunction.add(ns, "_context_of(tasklet, /)", (x, a) -> ((Tasklet) a[0]).context(x));
        InnerFunction.add(ns, "_swap_context(context, /)", (x, a) -> {
            PyObject old = x.currentContext();
            x.context = a[0];
            return old;
        });
    }

    /** Java's collector keeps no list of objects from which one could be taken: it finds those that are reached. */
    private static void collector(PyDict ns) {
        for (String name : new String[] {"_gc_track", "_gc_untrack"}) {
            add(
                    ns,
                    name
                            + "(obj, /) -- Refused: Java's collector keeps no list of what it tracks, it finds what is reached.",
                    (x, a) -> {
                        if (!a[0].isContainer()) {
                            throw Errors.typeError(
                                    "%s() needs a container, not '%s'",
                                    name, a[0].type().name());
                        }
                        throw Errors.of(
                                ExceptionTypes.NOT_IMPLEMENTED_ERROR,
                                name + "(): Java's collector keeps no list of what it tracks");
                    });
        }
    }

    private static void callbacks(PyDict ns) {
        add(
                ns,
                "set_schedule_callback(callable, /) -- Sets what is called with (previous, next) at each switch between tasklets; None for nothing. Returns what it was.",
                (x, a) -> {
                    StacklessState s = Scheduler.of(x).shared();
                    PyObject old = s.scheduleCallback;
                    s.scheduleCallback = callable(a[0], "schedule callback must be callable");
                    return old == null ? PySingleton.NONE : old;
                });
        add(
                ns,
                "get_schedule_callback() -- What is called at each switch between tasklets, or None.",
                (x, a) -> orNone(Scheduler.of(x).shared().scheduleCallback));
        add(
                ns,
                "set_channel_callback(callable, /) -- Sets what is called with (channel, tasklet, sending, will block) at each use of a channel; None for nothing. Returns what it was.",
                (x, a) -> {
                    StacklessState s = Scheduler.of(x).shared();
                    PyObject old = s.channelCallback;
                    s.channelCallback = callable(a[0], "channel callback must be callable");
                    return orNone(old);
                });
        add(
                ns,
                "get_channel_callback() -- What is called at each use of a channel, or None.",
                (x, a) -> orNone(Scheduler.of(x).shared().channelCallback));
        add(
                ns,
                "set_error_handler(handler=None, /) -- Sets what is called with (type, value, traceback) of an exception that a tasklet does not catch; None raises it in the main tasklet. Returns what it was.",
                (x, a) -> {
                    StacklessState s = Scheduler.of(x).shared();
                    PyObject old = s.errorHandler;
                    s.errorHandler = a[0] == PySingleton.NONE ? null : a[0];
                    return orNone(old);
                });
    }

    private static int flags(int old, PyObject[] a) {
        int value = Values.toInt(a[0]);
        int mask = Values.toInt(a[1]);
        if (value < -1 || value != -1 && (value & mask) > 15) {
            throw Errors.valueError("you must not set an undefined pickle-flag");
        }
        return value == -1 ? old : old & ~mask | value & mask;
    }

    private static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    private static PyObject callable(PyObject o, String message) {
        if (o == PySingleton.NONE) {
            return null;
        }
        if (o.type().call(Slot.CALL) == null) {
            throw Errors.typeError("%s", message);
        }
        return o;
    }

    private interface Body {
        PyObject call(Execution x, PyObject[] args);
    }

    /** A function of one argument, which compiled code calls without an array. */
    private static void addDirect(PyDict ns, String signature, NativeCode.X1<PyObject> body) {
        NativeCode code = new NativeCode(signature, null, false) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return body.call(x, a[0]);
            }

            @Override
            protected Object body() {
                return body;
            }
        };
        ns.put(code.name, new PyBuiltinFunction(code, null, false));
    }

    private static void add(PyDict ns, String signature, Body body) {
        add(ns, null, signature, body);
    }

    /** @param shown what messages about arguments call it; null for its name */
    private static void add(PyDict ns, String shown, String signature, Body body) {
        NativeCode code = new NativeCode(signature, null, false) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return body.call(x, a);
            }

            @Override
            protected String shownName() {
                return shown == null ? super.shownName() : shown;
            }
        };
        ns.put(code.name, new PyBuiltinFunction(code, null, false));
    }
}
