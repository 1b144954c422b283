package org.picklejar.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.picklejar.builtins.CompileBuiltins;
import org.picklejar.code.CacheFolder;
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
import org.picklejar.interp.PyGenerator;
import org.picklejar.interp.PythonFrame;
import org.picklejar.jit.Jit;
import org.picklejar.modules.io.IoModule;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Text;
import org.picklejar.tasklets.Scheduler;

/** The facade: a Python with its modules and its tasklets. Who calls waits while a thread of the machine runs Python. */
public final class Runtime implements Interpreter {
    /** How long the end waits for a program. */
    private static final long PATIENCE_MILLIS = 1000;

    private final Machine machine = new Machine();
    final Execution execution = new Execution(machine);
    /** Held by who called from outside, until the call is done. */
    private final ReentrantLock door = new ReentrantLock();

    private final PyModule main;
    private final Interrupts interrupts;
    private final HostValues values;

    /** How a runtime is to be made. */
    public static final class Builder {
        private final List<String> arguments = new ArrayList<>(List.of(""));
        private final List<String> path = new ArrayList<>();
        private final Map<String, Map<String, HostFunction>> modules = new LinkedHashMap<>();
        private final List<String> resources = new ArrayList<>();
        private SearchPath searchPath = SearchPath.LIBRARY;
        private OutputSink output =
                (stream, text, origin) -> (stream.equals("stderr") ? System.err : System.out).print(text);
        private InputSource input = (prompt, password, wait) -> {
            throw new UnsupportedOperationException("no input can be read here");
        };
        private boolean legacy;
        private Jit.Thresholds thresholds = Jit.Thresholds.USUAL;
        private CacheFolder keptClasses;

        /** {@code sys.argv}. */
        public Builder arguments(List<String> argv) {
            arguments.clear();
            arguments.addAll(argv);
            return this;
        }

        /** Directories to import from, at the begin of {@code sys.path}. */
        public Builder path(String... directories) {
            path.addAll(List.of(directories));
            return this;
        }

        /** What comes behind them. */
        public Builder searchPath(SearchPath options) {
            searchPath = options;
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

        /**
         * When code is compiled for the JVM.
         *
         * @param calls after so many calls of a function
         * @param turns after so many turns of a loop
         */
        public Builder compileAfter(int calls, int turns) {
            thresholds = new Jit.Thresholds(calls, turns);
            return this;
        }

        /** Where compiled classes are kept for later runs, instead of the cache of the user. */
        public Builder keepClassesIn(Path folder) {
            keptClasses = new CacheFolder(folder);
            return this;
        }

        private Runtime buildForTrial(Map<String, Map<String, HostFunction>> hostModules) {
            Builder b = builder()
                    .arguments(arguments)
                    .output((stream, text, origin) -> {})
                    .legacy(legacy);
            b.path.addAll(path);
            b.searchPath = searchPath;
            b.resources.addAll(resources);
            b.modules.putAll(hostModules);
            b.keptClasses = keptClasses;
            return b.build();
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
        machine.mainIdent = execution.ident;
        enter(() -> {
            machine.compiler = new Jit(b.thresholds, b.keptClasses);
            Startup.prepare(machine, execution, main, b.arguments, b.searchPath, b.resources, interrupts);
            HostModules hosts = new HostModules(execution, values, interrupts);
            b.modules.forEach(hosts::add);
            hosts.addStreams(b.output, b.input);
            machine.state(StateTrial.class, m -> new StateTrial(b::buildForTrial, b.modules));
            Startup.runBootstrap(execution);
            try {
                Startup.completePath(execution, b.path, b.searchPath);
            } catch (PyException e) {
                values.writeError("Failed to import the site module\n"
                        + String.join("\n", new TracebackText(execution).format(e.value)) + "\n");
            }
            return null;
        });
    }

    /** Does work for a caller from outside, one at a time. Python code that it runs has a thread of its own. */
    private <T> T enter(Supplier<T> work) {
        door.lock();
        machine.lock.acquire(execution);
        try {
            return work.get();
        } finally {
            machine.lock.release();
            door.unlock();
        }
    }

    // ---- running

    @Override
    public Work begin() {
        interrupts.begin();
        return interrupts::end;
    }

    @Override
    public Outcome execute(Cell cell) {
        return enter(() -> {
            Cells.of(machine).begin(execution, cell);
            return run(() -> start(cell));
        });
    }

    /** Compiles a cell and begins with it. */
    private PyObject start(Cell cell) {
        Compilation.Options options = cell.display() ? Compilation.Options.CELL : Compilation.Options.DEFAULT;
        PyCode code = new PyCode(CompileBuiltins.compile(
                execution, cell.code(), cell.fileName(), "exec", options, legacy || cell.legacy()));
        PythonFrame f = new PythonFrame(code, main.namespace(), machine.builtins, null);
        if ((code.flags & CodeObject.COROUTINE) == 0) {
            return execution.push(f);
        }
        PyStr name = PyStr.of(code.code.name);
        return execution.call(
                machine.helpers.get("run_top_level"), new PyGenerator(PyGenerator.Kind.COROUTINE, f, code, name, name));
    }

    private Outcome run(Execution.Operation work) {
        interrupts.begin();
        try {
            execution.await(() -> {
                interrupts.check();
                return work.run();
            });
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
        return enter(() -> {
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

    /** At the end of a program: waits for its threads that are no daemons; an interrupt ends that. */
    public void awaitThreads() {
        enter(() -> {
            if (machine.modules.get("threading") instanceof PyModule threading) {
                PyObject shutdown = threading.namespace().get("_shutdown");
                interrupts.begin();
                try {
                    execution.callAndWait(shutdown);
                } catch (PyException e) {
                    machine.unraisable.report(execution, e, "Exception ignored on threading shutdown", threading);
                } finally {
                    interrupts.end();
                }
            }
            return null;
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
        Thread last = new Thread(this::leave, "python-exit");
        last.setDaemon(true);
        last.start();
        try {
            last.join(2 * PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        machine.close();
    }

    /** A program that still runs is not waited for. */
    private void leave() {
        try {
            if (door.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    enter(() -> {
                        atExit();
                        return null;
                    });
                } finally {
                    door.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs what module atexit has registered, and writes out what files still hold. */
    private void atExit() {
        try {
            Scheduler.of(execution).killHard(execution, execution::await);
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
}
