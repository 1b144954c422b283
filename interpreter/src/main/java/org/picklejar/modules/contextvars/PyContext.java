package org.picklejar.modules.contextvars;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Steps;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** {@code contextvars.Context}. Values are replaced as a whole map, so that a copy costs nothing. */
public final class PyContext extends PyInstance {
    public static final PyType TYPE = PyType.builtin("Context", PyContext.class, PyType.OBJECT)
            .inModule("_contextvars")
            .notSubclassable();

    private Map<PyContextVar, PyObject> values = Map.of();
    private boolean entered;
    /** Entered by {@link RunFrame}. */
    private boolean running;

    public PyContext() {
        super(TYPE);
    }

    /** The context of the running tasklet, made when there is none. */
    public static PyContext current(Execution x) {
        return (PyContext) x.currentContext();
    }

    public static PyContext copyOfCurrent(Execution x) {
        return current(x).copy();
    }

    /** How the layers below see contexts. */
    public static final Machine.Contexts CONTEXTS = new Machine.Contexts() {
        @Override
        public PyObject create() {
            PyContext made = new PyContext();
            made.entered = true;
            return made;
        }

        @Override
        public boolean isContext(PyObject o) {
            return o instanceof PyContext;
        }

        @Override
        public boolean isEmpty(PyObject context) {
            return ((PyContext) context).values.isEmpty();
        }

        @Override
        public boolean isRunning(PyObject context) {
            return ((PyContext) context).running;
        }
    };

    /** Gives it values. For unpickling: its {@code run()} may be in progress. */
    public void fill(PyList items) {
        for (int i = 0; i < items.size; i++) {
            PyTuple item = Values.tuple(items.items[i], "item of a context");
            set(Values.as(PyContextVar.class, item.get(0)), item.get(1));
        }
    }

    PyContext copy() {
        PyContext c = new PyContext();
        c.values = values;
        return c;
    }

    /** Null when it has no value here. */
    public PyObject get(PyContextVar v) {
        return values.get(v);
    }

    /** @param value null to remove */
    public void set(PyContextVar v, PyObject value) {
        Map<PyContextVar, PyObject> m = new IdentityHashMap<>(values);
        if (value == null) {
            m.remove(v);
        } else {
            m.put(v, value);
        }
        values = m;
    }

    private PyObject[] variables() {
        return values.keySet().toArray(PyObject[]::new);
    }

    private static PyContextVar variable(Execution x, PyObject o) {
        if (o instanceof PyContextVar v) {
            return v;
        }
        throw Errors.typeError("a ContextVar key was expected, got %s", Text.reprNow(x, o));
    }

    static void define(TypeBuilder<PyContext> b) {
        b.constructor("Context(cls, /)", (x, cls, a) -> new PyContext())
                .tailN("run(self, callable, /, *args, **kwargs)", (x, c, a) -> {
                    PyDict kwargs = (PyDict) a[3];
                    PyObject[] args = ((PyTuple) a[2]).items;
                    PyObject[] all = Arrays.copyOf(args, args.length + kwargs.size());
                    System.arraycopy(kwargs.valueArray(), 0, all, args.length, kwargs.size());
                    return Steps.run(
                            x, new RunFrame(c, a[1], all, kwargs.size() == 0 ? null : PyTuple.of(kwargs.keyArray())));
                })
                .method("copy(self, /)", (PyContext c) -> c.copy())
                .binaryTail(Slot.GETITEM, (x, c, k) -> {
                    PyObject v = c.get(variable(x, k));
                    if (v == null) {
                        throw Errors.keyError(k);
                    }
                    return v;
                })
                .binaryTail(Slot.CONTAINS, (x, c, k) -> PyBool.of(c.get(variable(x, k)) != null))
                .tail("get(self, key, default=None, /)", (Execution x, PyContext c, PyObject k, PyObject d) -> {
                    PyObject v = c.get(variable(x, k));
                    return v == null ? d : v;
                })
                .unary(Slot.LEN, c -> PyInt.of(c.values.size()))
                .unaryTail(Slot.ITER, (x, c) -> Iteration.iter(x, PyTuple.of(c.variables())))
                .method("keys(self, /)", (PyContext c) -> PyList.of(c.variables()))
                .method("values(self, /)", (PyContext c) -> PyList.of(c.values.values()))
                .method("items(self, /)", (PyContext c) -> {
                    PyList l = new PyList();
                    c.values.forEach((k, v) -> l.append(PyTuple.of(k, v)));
                    return l;
                })
                .rawBinaryTail(
                        Slot.EQ,
                        (x, p, q) -> q instanceof PyContext d && p instanceof PyContext c
                                ? PyBool.of(same(x, c, d))
                                : PySingleton.NOT_IMPLEMENTED)
                .notHashable();
    }

    private static boolean same(Execution x, PyContext a, PyContext b) {
        if (a.values.size() != b.values.size()) {
            return false;
        }
        for (Map.Entry<PyContextVar, PyObject> e : a.values.entrySet()) {
            PyObject v = b.get(e.getKey());
            if (v == null || !Comparisons.same(x, e.getValue(), v)) {
                return false;
            }
        }
        return true;
    }

    /** {@code Context.run}: the context is the current one until the call ends. */
    static final class RunFrame extends NativeFrame {
        private PyContext context;
        private PyObject callee;
        private PyObject[] args;
        private PyTuple names;
        private PyObject before;

        /** For unpickling. */
        RunFrame() {}

        RunFrame(PyContext context, PyObject callee, PyObject[] args, PyTuple names) {
            this.context = context;
            this.callee = callee;
            this.args = args;
            this.names = names;
        }

        @Override
        public PyObject step(Execution x, PyObject value) {
            if (value != null) {
                leave(x);
                return value;
            }
            if (context.entered) {
                throw Errors.runtimeError("cannot enter context: %s is already entered", Text.reprNow(x, context));
            }
            before = current(x);
            context.entered = true;
            context.running = true;
            x.context = context;
            PyObject r;
            try {
                r = x.call(callee, args, names);
            } catch (PyException e) {
                leave(x);
                throw e;
            }
            if (r != Pending.PENDING) {
                leave(x);
            }
            return r;
        }

        @Override
        public PyObject raise(Execution x, PyException e) {
            leave(x);
            throw e;
        }

        private void leave(Execution x) {
            context.entered = false;
            context.running = false;
            x.context = before;
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {context, before == null ? PySingleton.NONE : before};
        }

        @Override
        public void restore(PyObject[] state) {
            context = (PyContext) state[0];
            before = state[1];
            context.entered = true;
            context.running = true;
        }
    }
}
