package org.picklejar.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.picklejar.builtins.CompileBuiltins;
import org.picklejar.code.CodeObject;
import org.picklejar.compile.Compilation;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.Names;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.imports.Library;
import org.picklejar.interp.PyGenerator;
import org.picklejar.interp.PyGenerator.Kind;
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.io.IoModule;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Text;
import org.picklejar.tasklets.Scheduler;

/** The facade: a Python with its modules, its tasklets and one thread that runs them. */
public final class Runtime implements Interpreter {
    /** File names of our own Python sources that tracebacks leave out begin with this. */
    static final String HIDDEN = Library.HIDDEN;

    private static final long STACK_SIZE = 512L << 20;

    private final Machine machine = new Machine();
    final Execution execution = new Execution(machine);
    private final BlockingQueue<FutureTask<?>> jobs = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final PyModule main;
    private final Interrupts interrupts;
    private final HostValues values;
    private volatile boolean closed;

    /** How a runtime is to be made. */
    public static final class Builder {
        private final List<String> arguments = new ArrayList<>(List.of(""));
        private final List<String> path = new ArrayList<>();
        private final Map<String, Map<String, HostFunction>> modules = new LinkedHashMap<>();
        private final List<String> resources = new ArrayList<>();
        private OutputSink output =
                (stream, text, origin) -> (stream.equals("stderr") ? System.err : System.out).print(text);
        private InputSource input = (prompt, password, wait) -> {
            throw new UnsupportedOperationException("no input can be read here");
        };
        private boolean legacy;

        /** {@code sys.argv}. */
        public Builder arguments(List<String> argv) {
            arguments.clear();
            arguments.addAll(argv);
            return this;
        }

        /** Directories to import from, added to {@code sys.path}. */
        public Builder path(String... directories) {
            path.addAll(List.of(directories));
            return this;
        }

        public Builder output(OutputSink sink) {
            output = sink;
            return this;
        }

        public Builder input(InputSource source) {
            input = source;
            return this;
        }

        /** A module of host functions that programs can import. */
        public Builder module(String name, Map<String, HostFunction> functions) {
            modules.put(name, functions);
            return this;
        }

        /** A folder of Python packages on the class path. */
        public Builder resources(String root) {
            resources.add(root);
            return this;
        }

        /** Whether all code may use Python 2 forms. */
        public Builder legacy(boolean on) {
            legacy = on;
            return this;
        }

        public Runtime build() {
            return new Runtime(this);
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    private final boolean legacy;

    private Runtime(Builder b) {
        legacy = b.legacy;
        interrupts = new Interrupts(execution);
        values = new HostValues(execution);
        main = new PyModule("__main__");
        thread = new Thread(null, this::serve, "python", STACK_SIZE);
        thread.setDaemon(true);
        execution.ident = thread.getId();
        machine.mainIdent = execution.ident;
        thread.start();
        submit(() -> {
            Startup.prepare(machine, execution, main, b.arguments, b.path, b.resources, interrupts);
            HostModules hosts = new HostModules(execution, values, interrupts);
            b.modules.forEach(hosts::add);
            hosts.addStreams(b.output, b.input);
            Startup.runBootstrap(execution);
            return null;
        });
    }

    private void serve() {
        while (!closed) {
            try {
                FutureTask<?> job = jobs.poll(1, TimeUnit.HOURS);
                if (job != null) {
                    machine.lock.lock();
                    try {
                        job.run();
                    } finally {
                        machine.lock.unlock();
                    }
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Runs work on the thread of Python and waits. */
    private <T> T submit(Callable<T> work) {
        if (Thread.currentThread() == thread) {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        FutureTask<T> job = new FutureTask<>(work);
        jobs.add(job);
        boolean interrupted = false;
        try {
            for (; ; ) {
                try {
                    return job.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            if (e.getCause() instanceof Error r) {
                throw r;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    // ---- running

    @Override
    public Outcome execute(Cell cell) {
        return submit(() -> {
            Scheduler scheduler = Scheduler.of(execution);
            scheduler.setOrigin(cell.origin());
            CellNames.of(machine).add(cell.origin(), cell.fileName());
            try {
                TracebackText.SourceLines.of(machine).add(cell.fileName(), cell.code());
                Compilation.Options options = cell.display() ? Compilation.Options.CELL : Compilation.Options.DEFAULT;
                CodeObject code = CompileBuiltins.compile(
                        execution, cell.code(), cell.fileName(), "exec", options, legacy || cell.legacy());
                return run(() -> runMain(new PyCode(code)));
            } catch (PyException e) {
                return failed(e);
            }
        });
    }

    private PyObject runMain(PyCode code) {
        PythonFrame f = new PythonFrame(code, main.namespace(), machine.builtins, null);
        if ((code.flags & CodeObject.COROUTINE) != 0) {
            return execution.await(() -> execution.call(
                    machine.helpers.get("run_top_level"),
                    new PyGenerator(Kind.COROUTINE, f, code, PyStr.of("<module>"), PyStr.of("<module>"))));
        }
        return execution.await(() -> execution.push(f));
    }

    private Outcome run(Execution.Operation work) {
        interrupts.begin();
        try {
            work.run();
            return new Outcome.Ok();
        } catch (PyException e) {
            Scheduler.of(execution).mainLeft();
            return failed(e);
        } finally {
            interrupts.end();
        }
    }

    private Outcome failed(PyException e) {
        if (e.is(ExceptionTypes.SYSTEM_EXIT)) {
            return new Outcome.Exit(exitStatus(e.value));
        }
        return new Outcome.Error(toHost(e));
    }

    private int exitStatus(PyBaseException e) {
        PyObject code = e.member("code");
        if (code == null || code == PySingleton.NONE) {
            return 0;
        }
        if (code instanceof PyInteger i) {
            return i.isLong() ? (int) i.longValue() : -1;
        }
        values.writeError(Text.strNow(execution, code) + "\n");
        return 1;
    }

    private GuestException toHost(PyException e) {
        String text;
        try {
            text = Text.strNow(execution, e.value);
        } catch (PyException failure) {
            text = "<exception str() failed>";
        }
        return new GuestException(
                e.value.type().qualname().toString(), text, new TracebackText(execution).format(e.value));
    }

    /**
     * Runs a program as {@code __main__}.
     *
     * @param fileName where it stands, for {@code __file__}; null when it comes from nowhere
     */
    public Outcome script(String text, String fileName, boolean legacyForms) {
        if (fileName != null) {
            main.namespace().put(Names.FILE, PyStr.of(fileName));
        }
        return execute(new Cell(text, fileName == null ? "<string>" : fileName, null, false, legacyForms));
    }

    @Override
    public Object call(String module, String function, Object... args) {
        return submit(() -> {
            interrupts.begin();
            try {
                PyObject m = execution.callAndWait(
                        machine.builtins.get("__import__"),
                        PyStr.of(module),
                        PySingleton.NONE,
                        PySingleton.NONE,
                        PyTuple.of(PyStr.of(function)),
                        PyInt.ZERO);
                PyObject f = execution.await(() -> Attributes.get(execution, m, PyStr.of(function)));
                PyObject[] guest = new PyObject[args.length];
                for (int i = 0; i < args.length; i++) {
                    guest[i] = values.toGuest(args[i]);
                }
                return values.toHost(execution.await(() -> execution.call(f, guest, null)));
            } catch (PyException e) {
                throw toHost(e);
            } finally {
                interrupts.end();
            }
        });
    }

    @Override
    public void interrupt() {
        interrupts.request();
    }

    @Override
    public Completeness completeness(String code) {
        return CompletenessCheck.of(code, legacy);
    }

    @Override
    public void close() {
        // A program that still runs is not waited for.
        FutureTask<Void> last = new FutureTask<>(this::atExit, null);
        jobs.add(last);
        try {
            last.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger("org.picklejar").log(System.Logger.Level.DEBUG, "at exit", e);
        }
        closed = true;
        machine.close();
        jobs.add(new FutureTask<>(() -> null));
    }

    /** Runs what module atexit has registered, and writes out what files still hold. */
    private void atExit() {
        try {
            PyObject f = machine.modules.get("atexit") instanceof PyModule m
                    ? m.namespace().get("_run_exitfuncs")
                    : null;
            if (f != null) {
                execution.callAndWait(f);
            }
            IoModule.flushAll(execution);
        } catch (PyException e) {
            System.getLogger("org.picklejar").log(System.Logger.Level.WARNING, "at exit: " + e.getMessage());
        }
    }

    static String resource(String name) {
        try (InputStream in = Runtime.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
