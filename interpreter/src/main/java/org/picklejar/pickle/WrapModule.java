package org.picklejar.pickle;

import java.util.function.Supplier;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyClassMethod;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyList;
import org.picklejar.core.PyMethod;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyProperty;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStaticMethod;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.interp.AsyncStep;
import org.picklejar.interp.AsyncYield;
import org.picklejar.interp.CoroutineWrapper;
import org.picklejar.interp.FrameReference;
import org.picklejar.interp.PyGenerator;
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Values;
import org.picklejar.types.DictIterator;
import org.picklejar.types.DictView;
import org.picklejar.types.PySuper;

/**
 * Module {@code stackless._wrap}: for each type that Stackless pickles beyond CPython, the function that makes an empty object,
 * which {@code __setstate__} fills afterwards (two phases, so that cycles work), and the reduction for copyreg's table.
 */
final class WrapModule {
    static final String NAME = "stackless._wrap";
    private final PyModule module;
    private final ModuleBuilder builder = new ModuleBuilder(NAME);
    /** Pairs of a type and its reduction. */
    private final PyList pairs = new PyList();

    private WrapModule() {
        makers();
        otherMakers();
        builder.tail("reduce_frame(frame, /)", (x, f) -> FrameReference.of(x, (Frame) f))
                .tail("set_reduce_frame(func, /)", (x, f) -> {
                    if (f != PySingleton.NONE && f.type().call(Slot.CALL) == null) {
                        throw Errors.typeError("func must be callable");
                    }
                    FrameReference.Registry.of(x.machine).reduceFrame = f == PySingleton.NONE ? null : f;
                    return PySingleton.NONE;
                })
                .constant("reductions", pairs);
        StructureParts.addTo(builder);
        module = builder.build();
    }

    static WrapModule of(Execution x) {
        return x.machine.state(WrapModule.class, m -> new WrapModule());
    }

    PyModule module() {
        return module;
    }

    PyObject get(String name) {
        return module.namespace().get(name);
    }

    /** Makes an object of arguments. */
    @FunctionalInterface
    private interface Maker {
        PyObject make(Execution x, StateTuple args);
    }

    /** A type, the function that makes an empty one, and how its state is found. */
    private void type(PyType type, String name, Supplier<PyObject> make, Reduction reduce) {
        builder.tailN(name + "(*args)", (x, a) -> make.get());
        reduction(type, name, reduce);
    }

    /** A type, the function that makes one of some arguments, and how these are found. */
    private void type(PyType type, String name, int arguments, Maker make, Reduction reduce) {
        maker(name, arguments, make);
        reduction(type, name, reduce);
    }

    private void maker(String name, int arguments, Maker make) {
        builder.tailN(name + "(*args)", (x, a) -> make.make(x, new StateTuple(a[0], name, arguments)));
    }

    private void reduction(PyType type, String name, Reduction reduce) {
        builder.tail("reduce_" + name + "(object, /)", (x, o) -> reduce.reduce(x, o));
        pairs.append(PyTuple.of(type, builder.build().namespace().get("reduce_" + name)));
    }

    /** The reduction {@code (maker, (), state)}; without a state for an object that still has to be filled. */
    private Reduction state(String maker, Reduction state) {
        return (x, o) -> {
            PyObject s = state.reduce(x, o);
            return s == null ? PyTuple.of(get(maker), PyTuple.EMPTY) : PyTuple.of(get(maker), PyTuple.EMPTY, s);
        };
    }

    private void makers() {
        builder.tailN("code(*args)", (x, a) -> CodeReduction.make(x, (PyTuple) a[0]));
        reduction(
                PyCode.TYPE,
                "code",
                (x, o) -> PyTuple.of(get("code"), CodeReduction.arguments(x, (PyCode) o), PyTuple.EMPTY));
        type(
                PyCell.TYPE,
                "cell",
                () -> new PyCell(null),
                state("cell", (x, o) -> FunctionReduction.cellState((PyCell) o)));
        type(
                PyFunction.TYPE,
                "function",
                () -> new PyFunction(),
                state("function", (x, o) -> FunctionReduction.functionState((PyFunction) o)));
        type(
                PyGenerator.TYPE,
                "generator",
                () -> GeneratorReduction.make(PyGenerator.Kind.GENERATOR),
                state("generator", (x, o) -> GeneratorReduction.state(x, (PyGenerator) o)));
        type(
                PyGenerator.COROUTINE_TYPE,
                "coroutine",
                () -> GeneratorReduction.make(PyGenerator.Kind.COROUTINE),
                state("coroutine", (x, o) -> GeneratorReduction.state(x, (PyGenerator) o)));
        type(
                PyGenerator.ASYNC_TYPE,
                "async_generator",
                () -> GeneratorReduction.make(PyGenerator.Kind.ASYNC_GENERATOR),
                state("async_generator", (x, o) -> GeneratorReduction.state(x, (PyGenerator) o)));
        type(
                AsyncStep.SEND_TYPE,
                "async_generator_asend",
                () -> new AsyncStep(null, AsyncStep.Action.SEND, null),
                state("async_generator_asend", (x, o) -> GeneratorReduction.stepState((AsyncStep) o)));
        type(
                AsyncStep.THROW_TYPE,
                "async_generator_athrow",
                () -> new AsyncStep(null, AsyncStep.Action.THROW, null),
                state("async_generator_athrow", (x, o) -> GeneratorReduction.stepState((AsyncStep) o)));
        type(
                CoroutineWrapper.TYPE,
                "coroutine_wrapper",
                () -> new CoroutineWrapper(null),
                state("coroutine_wrapper", (x, o) -> {
                    PyGenerator g = ((CoroutineWrapper) o).coroutine;
                    return g == null ? null : PyTuple.of(g);
                }));
        type(
                AsyncYield.TYPE,
                "async_yield",
                1,
                (x, a) -> new AsyncYield(a.get(0)),
                (x, o) -> PyTuple.of(get("async_yield"), PyTuple.of(((AsyncYield) o).value)));
        type(
                PyTraceback.TYPE,
                "traceback",
                () -> new PyTraceback(null, null, 0, 0),
                state("traceback", (x, o) -> TracebackReduction.state(x, (PyTraceback) o)));
        maker("frame", 1, (x, a) -> new PythonFrame(a.get(0, PyCode.class), null, null, null));
        maker("cframe", 1, (x, a) -> NativeFrames.make(a.text(0)));
    }

    private void otherMakers() {
        type(
                PyType.TYPE,
                "builtin_type",
                2,
                (x, a) -> BuiltinTypes.find(a.text(0), a.text(1)),
                (x, o) -> PyTuple.of(get("builtin_type"), BuiltinTypes.place((PyType) o)));
        maker("pickler", 1, (x, a) -> PicklerReduction.makePickler(a));
        reduction(Pickler.TYPE, "pickler", (x, o) -> PicklerReduction.reducePickler(x, (Pickler) o));
        maker("unpickler", 1, (x, a) -> PicklerReduction.makeUnpickler(a));
        reduction(Unpickler.TYPE, "unpickler", (x, o) -> PicklerReduction.reduceUnpickler(x, (Unpickler) o));
        reduction(PickleBuffer.TYPE, "buffer", (x, o) -> PicklerReduction.reduceBuffer((PickleBuffer) o));
        type(PyModule.TYPE, "module", 1, (x, a) -> new PyModule(a.text(0)), (x, o) -> Modules.reduce(x, (PyModule) o));
        view(DictView.KEYS_TYPE, DictIterator.Kind.KEYS);
        view(DictView.VALUES_TYPE, DictIterator.Kind.VALUES);
        view(DictView.ITEMS_TYPE, DictIterator.Kind.ITEMS);
        type(
                PyMethod.TYPE,
                "method",
                2,
                (x, a) -> new PyMethod(a.get(0), a.get(1)),
                (x, o) -> reduceMethod(x, (PyMethod) o));
        type(
                PyProperty.TYPE,
                "property",
                () -> new PyProperty(PyProperty.TYPE),
                state("property", (x, o) -> DescriptorParts.of(o)));
        type(
                PyStaticMethod.TYPE,
                "staticmethod",
                () -> new PyStaticMethod(PyStaticMethod.TYPE, PySingleton.NONE),
                state("staticmethod", (x, o) -> PyTuple.of(DescriptorParts.of(o), attributes(o))));
        type(
                PyClassMethod.TYPE,
                "classmethod",
                () -> new PyClassMethod(PyClassMethod.TYPE, PySingleton.NONE),
                state("classmethod", (x, o) -> PyTuple.of(DescriptorParts.of(o), attributes(o))));
        type(PySuper.TYPE, "super", () -> new PySuper(PySuper.TYPE), state("super", (x, o) -> {
            PySuper s = (PySuper) o;
            return NullTuple.of(new PyObject[] {s.thisClass, s.self, s.selfClass});
        }));
    }

    private static PyObject attributes(PyObject o) {
        return ((PyInstance) o).dictCopy();
    }

    private void view(PyType type, DictIterator.Kind kind) {
        type(
                type,
                type.name(),
                1,
                (x, a) -> new DictView(kind, a.get(0, PyDict.class)),
                (x, o) -> PyTuple.of(get(type.name()), PyTuple.of(((DictView) o).dict), PyTuple.EMPTY));
    }

    /** By attribute of its object when that gives the same method, as in CPython; else by the function. */
    private PyObject reduceMethod(Execution x, PyMethod m) {
        PyObject name = m.function instanceof PyFunction f ? f.name : null;
        PyType owner = m.self instanceof PyType c ? c : m.self.type();
        PyObject there = name instanceof PyStr s ? owner.lookup(s) : null;
        if (m.function instanceof PyFunction
                && there != m.function
                && !(there instanceof PyClassMethod c && c.function() == m.function)) {
            return PyTuple.of(get("method"), PyTuple.of(m.function, m.self));
        }
        return x.call(x.machine.helpers.get("reduce_method"), m);
    }

    /** {@code __setstate__} of the objects that the makers give. */
    static PyObject setState(Execution x, PyObject o, PyObject state) {
        if (o instanceof PyCell c) {
            FunctionReduction.setCell(c, state);
        } else if (o instanceof PyFunction f) {
            FunctionReduction.setFunction(x, f, state);
        } else if (o instanceof Frame f) {
            FrameReduction.setState(x, f, state);
        } else if (o instanceof PyGenerator g) {
            return GeneratorReduction.setState(x, g, state);
        } else if (o instanceof AsyncStep s) {
            GeneratorReduction.setStep(s, state);
        } else if (o instanceof CoroutineWrapper w) {
            w.coroutine = new StateTuple(state, "coroutine_wrapper.__setstate__", 1).get(0, PyGenerator.class);
        } else if (o instanceof PyTraceback t) {
            TracebackReduction.setState(t, state);
        } else if (o instanceof PyProperty) {
            DescriptorParts.set(o, state);
        } else if (o instanceof PyStaticMethod || o instanceof PyClassMethod) {
            StateTuple s = new StateTuple(state, o.type().name() + ".__setstate__", 2);
            DescriptorParts.set(o, s.get(0));
            ((PyInstance) o).setDict(s.get(1, PyDict.class));
        } else if (o instanceof PySuper p) {
            PyObject[] v = NullTuple.values(state, "state of super");
            p.thisClass = (PyType) v[0];
            p.self = v[1];
            p.selfClass = (PyType) v[2];
        } else if (!(Values.payload(state) instanceof PyTuple t) || t.size() > 0) {
            throw Errors.typeError(
                    "__setstate__ of '%s' expects an empty tuple", o.type().name());
        }
        return o;
    }
}
