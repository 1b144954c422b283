package org.picklejar.runtime;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeCode;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.modules.io.StandardStream;
import org.picklejar.ops.Truth;
import org.picklejar.tasklets.Scheduler;

/** Functions of the host as modules of Python, and the standard streams. */
final class HostModules {
    private static final long WAIT_MILLIS = 100;

    private final Execution execution;
    private final HostValues values;
    private final Interrupts interrupts;

    HostModules(Execution execution, HostValues values, Interrupts interrupts) {
        this.execution = execution;
        this.values = values;
        this.interrupts = interrupts;
    }

    private final class Caller implements Interpreter.HostCall {
        private final Execution x;

        Caller(Execution x) {
            this.x = x;
        }

        @Override
        public Object origin() {
            return Scheduler.of(x).origin();
        }

        @Override
        public <T> T take(BlockingQueue<T> queue) {
            int holds = x.machine.lock.releaseAll();
            try {
                for (; ; ) {
                    T value = queue.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
                    if (value != null) {
                        return value;
                    }
                    interrupts.check();
                }
            } catch (InterruptedException e) {
                throw Errors.of(ExceptionTypes.KEYBOARD_INTERRUPT);
            } finally {
                x.machine.lock.acquireAgain(x, holds);
            }
        }
    }

    void add(String name, Map<String, Interpreter.HostFunction> functions) {
        PyModule m = new PyModule(name);
        functions.forEach((key, f) -> m.namespace().put(key, function(key, f)));
        execution.machine.modules.put(name, m);
        PyTuple names = (PyTuple) execution.machine.sys.get("builtin_module_names");
        PyObject[] more = Arrays.copyOf(names.items, names.size() + 1);
        more[names.size()] = PyStr.of(name);
        execution.machine.sys.put("builtin_module_names", PyTuple.of(more));
    }

    private PyObject function(String name, Interpreter.HostFunction f) {
        NativeCode code = new NativeCode(name + "(*args)", null, false) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                PyObject[] given = ((PyTuple) a[0]).items;
                Object[] host = new Object[given.length];
                for (int i = 0; i < host.length; i++) {
                    host[i] = values.toHost(given[i]);
                }
                return guarded(() -> values.toGuest(f.call(new Caller(x), host)));
            }
        };
        return new PyBuiltinFunction(code, null, false);
    }

    private PyObject guarded(Execution.Operation body) {
        try {
            return body.run();
        } catch (GuestException e) {
            PyObject type = execution.machine.builtins.get(e.name());
            PyType t = type instanceof PyType p ? p : ExceptionTypes.RUNTIME_ERROR;
            throw new PyException(
                    new PyBaseException(t, e.value().isEmpty() ? PyTuple.EMPTY : PyTuple.of(PyStr.of(e.value()))));
        } catch (IllegalArgumentException e) {
            throw Errors.of(ExceptionTypes.VALUE_ERROR, PyStr.of(String.valueOf(e.getMessage())));
        } catch (UnsupportedOperationException e) {
            throw Errors.of(ExceptionTypes.RUNTIME_ERROR, PyStr.of(String.valueOf(e.getMessage())));
        }
    }

    /** The standard streams, and what input() stands on. */
    void addStreams(Interpreter.OutputSink output, Interpreter.InputSource input) {
        PyDict sys = execution.machine.sys;
        addStream(sys, output, "stdout", 1);
        addStream(sys, output, "stderr", 2);
        PyObject in = StandardStream.input(
                execution,
                x -> {
                    String line = input.readLine("", false, new Caller(x));
                    return line == null ? null : line + "\n";
                },
                false);
        sys.put("stdin", in);
        sys.put("__stdin__", in);
        SysModule.add(
                execution.machine.helpers,
                "read_line(prompt, password, /)",
                (x, a) -> guarded(() -> {
                    String line = input.readLine(a[0].toString(), Truth.test(x, a[1]), new Caller(x));
                    return line == null ? PySingleton.NONE : PyStr.of(line);
                }));
    }

    private void addStream(PyDict sys, Interpreter.OutputSink output, String name, int fd) {
        StandardStream s = StandardStream.output(
                execution,
                name,
                fd,
                new StandardStream.TextSink() {
                    @Override
                    public void write(Execution x, String text) {
                        output.write(name, text, Scheduler.of(x).origin());
                    }

                    @Override
                    public void flush() {
                        output.flush();
                    }
                },
                false);
        sys.put(name, s);
        sys.put("__" + name + "__", s);
    }
}
