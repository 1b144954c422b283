package org.picklejar.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** What all executions of one runtime share. Packages keep their own per-runtime state here through {@link #state}. */
public final class Machine {
    /** Runs frames until {@code entry} is done. */
    public interface Trampoline {
        /**
         * Other tasklets may run meanwhile.
         *
         * @param failure to be raised in the top frame first; may be null
         */
        void run(Execution x, EntryFrame entry, PyException failure);

        /** Ends the threads of a machine on which no Python runs any more. */
        void close(Machine m);
    }

    /** Makes compiled code of what runs often. */
    public interface CodeCompiler {
        /**
         * Code was called, or an instruction arrived at, so many times; may compile it, now or soon.
         *
         * @param pc the instruction to begin with; 0 for calls
         */
        void arrived(PyCode code, int pc, int times);

        /** What compiled code was told of the numbers that the instruction at pc takes or gives was wrong. */
        void wrong(PyCode code, int pc);
    }

    /** Called at a safe point when the ticks are used up: may raise, or request a switch and return PENDING. */
    public interface SafePoint {
        PyObject poll(Execution x);

        /** For builtins that go on for long without Python code: raises KeyboardInterrupt when an interrupt was asked for. */
        void checkInterrupt(Execution x);

        /** Whether an interrupt was asked for that {@link #checkInterrupt} will act on. Any thread. */
        boolean hasInterrupt(Execution x);

        /**
         * Waits, with the machine's lock released, until a condition holds, an interrupt is asked for (which is left to
         * {@link #checkInterrupt}) or the time is over.
         *
         * @param monitor locked when the condition is looked at; who changes that notifies it
         * @param nanos at most so long; negative: for ever
         */
        void sleep(Execution x, Object monitor, BooleanSupplier condition, long nanos);

        /** Runs a Java computation that may take seconds and touches no object of the program; an interrupt ends the waiting for it. */
        <T> T compute(Execution x, Supplier<T> work);
    }

    /** What execution and tasklets need of {@code contextvars.Context}, whose module stands above them. */
    public interface Contexts {
        PyObject create();

        boolean isContext(PyObject o);

        /** Whether no variable is set in it. */
        boolean isEmpty(PyObject context);

        /** Whether {@code Context.run} is in progress. */
        boolean isRunning(PyObject context);
    }

    /** What tasklets that wait for descriptors need of these, whose module stands above them. */
    public interface Descriptors {
        /** Another number whenever some descriptor may have become ready. Any thread. */
        long changes();

        /**
         * Those that are ready now.
         *
         * @param interests fd: events as in {@code select.poll}
         * @return a list of (fd, events)
         */
        default PyList ready(PyDict interests) {
            return ready(List.of(interests)).get(0);
        }

        /** Likewise for several that wait, who are asked for together. */
        List<PyList> ready(List<PyDict> interests);

        /** Notifies a monitor of each change from now on. */
        void tell(Object monitor);

        void tellNoMore(Object monitor);

        /** Closes those that are the system's. */
        void close();
    }

    /** Tells the user of an exception that nobody can catch. */
    public interface Unraisable {
        void report(Execution x, PyException e, String message, PyObject object);
    }

    public final PyDict modules = new PyDict();
    /** The namespace of module builtins. */
    public final PyDict builtins = new PyDict();
    /** The namespace of module sys. */
    public final PyDict sys = new PyDict();
    /** What LOAD_HELPER finds: callables that compiled code needs and programs do not name. */
    public final PyDict helpers = new PyDict();
    /** {@link Execution#ident} of the main thread. */
    public long mainIdent;

    public int recursionLimit = 1000;
    public Trampoline trampoline;
    /** The class {@code super}. */
    public PyType superType;
    /** Null when all code is interpreted. */
    public CodeCompiler compiler;

    public SafePoint safePoint;
    public Conversion.Converter converter;
    public Unraisable unraisable;
    public Contexts contexts;
    public Descriptors descriptors;
    /** {@code a == b} of keys. */
    public Keys.Equality equality;
    /** Held by the thread that runs Python. */
    public final InterpreterLock lock = new InterpreterLock();
    /** One per Python thread. */
    private final Set<Execution> executions =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    /** Java stacks whose tasklets were switched away from inside a blocking builtin. */
    final Set<JavaStack> parked = ConcurrentHashMap.newKeySet();

    private final Map<Class<?>, Object> states = new ConcurrentHashMap<>();
    private final Map<PyType, Map<PyType, Boolean>> builtinSubclasses = new IdentityHashMap<>();

    /** The one object of a class that this runtime has; made on first use. */
    public <T> T state(Class<T> key, Function<Machine, T> maker) {
        Object s = states.get(key);
        if (s == null) {
            s = maker.apply(this);
            states.put(key, s);
        }
        return key.cast(s);
    }

    /** The executions of all threads, those that have ended included. */
    public List<Execution> executions() {
        synchronized (executions) {
            return new ArrayList<>(executions);
        }
    }

    void add(Execution x) {
        executions.add(x);
    }

    /** Ends the Java threads that wait for work, or for tasklets to be switched to, and closes sockets. No Python may run any more. */
    public void close() {
        parked.forEach(JavaStack::abandon);
        trampoline.close(this);
        descriptors.close();
    }

    /** Notes a class of a program under its builtin bases. */
    public void register(PyType type) {
        for (PyObject b : type.bases().items) {
            PyType t = (PyType) b;
            if (t.isBuiltin()) {
                builtinSubclasses.computeIfAbsent(t, k -> new WeakHashMap<>()).put(type, Boolean.TRUE);
            }
        }
    }

    /** The direct subclasses that programs of this runtime made of a class. */
    public List<PyType> subclassesOf(PyType type) {
        if (!type.isBuiltin()) {
            return type.subclasses();
        }
        Map<PyType, Boolean> m = builtinSubclasses.get(type);
        return m == null ? List.of() : new ArrayList<>(m.keySet());
    }
}
