package org.picklejar.modules.threads;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.Interruption;
import org.picklejar.modules.MethodCall;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.StructSequence;
import org.picklejar.modules.signals.Signals;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** {@code _thread}. */
public final class ThreadModule {
    private ThreadModule() {}

    public static PyModule create(Execution x) {
        Threads.of(x.machine);
        ModuleBuilder b = new ModuleBuilder("_thread");
        b.type(PyLock.TYPE)
                .type(PyRLock.TYPE)
                .type(ThreadLocal.TYPE)
                .type(ThreadHandle.TYPE)
                .constant("LockType", PyLock.TYPE)
                .constant("_ExceptHookArgs", StructSequence.EXCEPT_HOOK_ARGS.type)
                .constant("error", ExceptionTypes.RUNTIME_ERROR)
                .constant("TIMEOUT_MAX", new PyFloat(PyLock.TIMEOUT_MAX))
                .function("allocate_lock()", PyLock::new)
                .function("allocate()", PyLock::new)
                .tail("get_ident()", e -> PyInt.of(e.ident))
                .tail("get_native_id()", e -> PyInt.of(ProcessHandle.current().pid() + e.ident - 1))
                .tail("_get_main_thread_ident()", e -> PyInt.of(e.machine.mainIdent))
                .tail("_is_main_interpreter()", e -> PyBool.TRUE)
                .tail("daemon_threads_allowed()", e -> PyBool.TRUE)
                .tail("_count()", e -> PyInt.of(Threads.of(e.machine).count()));
        for (String name : new String[] {"start_new_thread", "start_new"}) {
            b.tail(name + "(function, args, kwargs=<unset>, /)", ThreadModule::startNew);
        }
        b.tailN("start_joinable_thread(function, handle=None, daemon=True)", ThreadModule::startJoinable)
                .tail("_make_thread_handle(ident: index, /)", (e, ident) -> {
                    ThreadHandle h = new ThreadHandle();
                    h.started(Values.toLong(ident));
                    return h;
                })
                .tail("_set_sentinel()", e -> new PyLock())
                .tail("_shutdown()", e -> {
                    Threads.of(e.machine).joinAll(e);
                    return PySingleton.NONE;
                })
                .tail("stack_size(size: index = 0, /)", (e, size) -> {
                    Threads t = Threads.of(e.machine);
                    long old = t.stackSize;
                    long n = Values.toLong(size);
                    if (n < 0 || n > 0 && n < 32768) {
                        throw Errors.valueError("size not valid: %d bytes", n);
                    }
                    t.stackSize = n;
                    return PyInt.of(old);
                })
                .tail("interrupt_main(signum: index = 2, /)", (e, signal) -> {
                    int n = Values.toInt(signal);
                    if (n < 1 || n > 64) {
                        throw Errors.valueError("signal number out of range");
                    }
                    if (n == Interruption.SIGINT || Signals.of(e).isHandled(n)) {
                        Interruption.of(e.machine).post(n);
                    }
                    return PySingleton.NONE;
                })
                .function("exit()", ThreadModule::exit)
                .function("exit_thread()", ThreadModule::exit)
                .tail("set_name(name)", (e, name) -> {
                    Thread.currentThread().setName(name.toString());
                    return PySingleton.NONE;
                })
                .tail("_excepthook(exc, /)", ThreadModule::exceptHook)
                .doc("This module provides primitive operations to write multi-threaded programs.");
        return b.build();
    }

    private static PyObject exit() {
        throw new PyException(new PyBaseException(ExceptionTypes.SYSTEM_EXIT, PyTuple.EMPTY));
    }

    private static PyObject startNew(Execution x, PyObject function, PyObject args, PyObject kwargs) {
        if (function.type().call(Slot.CALL) == null) {
            throw Errors.typeError("first arg must be callable");
        }
        if (!(Values.payload(args) instanceof PyTuple t)) {
            throw Errors.typeError("2nd arg must be a tuple");
        }
        if (kwargs != null && !(kwargs instanceof PyDict)) {
            throw Errors.typeError("optional 3rd arg must be a dictionary");
        }
        ThreadHandle h = new ThreadHandle();
        Threads.start(x, function, t, (PyDict) kwargs, h);
        return h.ident();
    }

    private static PyObject startJoinable(Execution x, PyObject[] a) {
        if (a[0].type().call(Slot.CALL) == null) {
            throw Errors.typeError("thread function must be callable");
        }
        ThreadHandle h = a[1] instanceof ThreadHandle given ? given : new ThreadHandle();
        Threads.start(x, a[0], PyTuple.EMPTY, null, h);
        if (!Values.isTrue(a[2])) {
            Threads.of(x.machine).add(h);
        }
        return h;
    }

    /** Prints "Exception in thread NAME:" and the traceback by {@code sys.excepthook}'s printer. */
    private static PyObject exceptHook(Execution x, PyObject args) {
        StructSequence s = StructSequence.EXCEPT_HOOK_ARGS;
        if (args.type() != s.type) {
            throw Errors.typeError("_thread.excepthook argument type must be ExceptHookArgs");
        }
        if (s.get(args, 0) == ExceptionTypes.SYSTEM_EXIT) {
            return PySingleton.NONE;
        }
        PyObject err = x.machine.sys.get("stderr");
        if (Arguments.isNone(err)) {
            return PySingleton.NONE;
        }
        PyObject thread = s.get(args, 3);
        PyObject name = Arguments.isNone(thread) ? PyInt.of(x.ident) : Attributes.getNow(x, thread, PyStr.of("name"));
        MethodCall.now(x, err, "write", PyStr.of("Exception in thread " + Text.strNow(x, name) + ":\n"));
        return x.call(x.machine.sys.get("__excepthook__"), s.get(args, 0), s.get(args, 1), s.get(args, 2));
    }

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "_thread.lock" -> PyLock.define(b.of(PyLock.class));
            case "_thread.RLock" -> PyRLock.define(b.of(PyRLock.class));
            case "_thread._local" -> ThreadLocal.define(b.of(ThreadLocal.class));
            case "_thread._ThreadHandle" -> ThreadHandle.define(b.of(ThreadHandle.class));
            default -> {
                return false;
            }
        }
        return true;
    }
}
