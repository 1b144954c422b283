package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyClassMethod;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
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

    /** A type, the function that makes an empty one, and how its state is found. */
    private void type(PyType type, String name, ModuleBuilder.TailN make, Reduction reduce) {
        builder.tailN(name + "(*args)", (x, a) -> make.call(x, ((PyTuple) a[0]).items));
        builder.tail("reduce_" + name + "(object, /)", (x, o) -> reduce.reduce(x, o));
        pairs.append(PyTuple.of(type, builder.build().namespace().get("reduce_" + name)));
    }

    /** The reduction {@code (maker, (), state)}. */
    private Reduction state(String maker, Reduction state) {
        return (x, o) -> PyTuple.of(get(maker), PyTuple.EMPTY, state.reduce(x, o));
    }

    private void makers() {
        type(
                PyCode.TYPE,
                "code",
                (x, a) -> CodeReduction.make(x, PyTuple.of(a)),
                (x, o) -> PyTuple.of(get("code"), CodeReduction.arguments((PyCode) o), PyTuple.EMPTY));
        type(
                PyCell.TYPE,
                "cell",
                (x, a) -> new PyCell(null),
                state("cell", (x, o) -> FunctionReduction.cellState((PyCell) o)));
        type(
                PyFunction.TYPE,
                "function",
                (x, a) -> new PyFunction(),
                state("function", (x, o) -> FunctionReduction.functionState((PyFunction) o)));
        type(
                PyGenerator.TYPE,
                "generator",
                (x, a) -> GeneratorReduction.make(PyGenerator.Kind.GENERATOR),
                state("generator", (x, o) -> GeneratorReduction.state(x, (PyGenerator) o)));
        type(
                PyGenerator.COROUTINE_TYPE,
                "coroutine",
                (x, a) -> GeneratorReduction.make(PyGenerator.Kind.COROUTINE),
                state("coroutine", (x, o) -> GeneratorReduction.state(x, (PyGenerator) o)));
        type(
                PyGenerator.ASYNC_TYPE,
                "async_generator",
                (x, a) -> GeneratorReduction.make(PyGenerator.Kind.ASYNC_GENERATOR),
                state("async_generator", (x, o) -> GeneratorReduction.state(x, (PyGenerator) o)));
        type(
                AsyncStep.SEND_TYPE,
                "async_generator_asend",
                (x, a) -> new AsyncStep(null, AsyncStep.Action.SEND, PySingleton.NONE),
                state("async_generator_asend", (x, o) -> GeneratorReduction.stepState((AsyncStep) o)));
        type(
                AsyncStep.THROW_TYPE,
                "async_generator_athrow",
                (x, a) -> new AsyncStep(null, AsyncStep.Action.THROW, PySingleton.NONE),
                state("async_generator_athrow", (x, o) -> GeneratorReduction.stepState((AsyncStep) o)));
        type(
                CoroutineWrapper.TYPE,
                "coroutine_wrapper",
                (x, a) -> new CoroutineWrapper(null),
                state("coroutine_wrapper", (x, o) -> PyTuple.of(((CoroutineWrapper) o).coroutine)));
        type(
                AsyncYield.TYPE,
                "async_yield",
                (x, a) -> new AsyncYield(a[0]),
                (x, o) -> PyTuple.of(get("async_yield"), PyTuple.of(((AsyncYield) o).value)));
        type(
                PyTraceback.TYPE,
                "traceback",
                (x, a) -> new PyTraceback(null, null, 0, 0),
                state("traceback", (x, o) -> TracebackReduction.state(x, (PyTraceback) o)));
        builder.tailN("frame(*args)", (x, a) -> new PythonFrame((PyCode) ((PyTuple) a[0]).get(0), null, null, null))
                .tailN(
                        "cframe(*args)",
                        (x, a) -> NativeFrames.make(((PyTuple) a[0]).get(0).toString()));
    }

    private void otherMakers() {
        type(
                PyType.TYPE,
                "builtin_type",
                (x, a) -> BuiltinTypes.find(a[0].toString(), a[1].toString()),
                (x, o) -> PyTuple.of(get("builtin_type"), BuiltinTypes.place((PyType) o)));
        type(
                PyModule.TYPE,
                "module",
                (x, a) -> new PyModule(a[0].toString()),
                (x, o) -> Modules.reduce(x, (PyModule) o));
        view(DictView.KEYS_TYPE, DictIterator.Kind.KEYS);
        view(DictView.VALUES_TYPE, DictIterator.Kind.VALUES);
        view(DictView.ITEMS_TYPE, DictIterator.Kind.ITEMS);
        type(PyMethod.TYPE, "method", (x, a) -> new PyMethod(a[0], a[1]), (x, o) -> reduceMethod(x, (PyMethod) o));
        type(PyProperty.TYPE, "property", (x, a) -> new PyProperty(PyProperty.TYPE), state("property", (x, o) -> {
            PyProperty p = (PyProperty) o;
            return NullTuple.of(
                    new PyObject[] {p.getter, p.setter, p.deleter, p.doc, p.name, PyInt.of(p.getterDoc ? 1 : 0)});
        }));
        type(
                PyStaticMethod.TYPE,
                "staticmethod",
                (x, a) -> new PyStaticMethod(PyStaticMethod.TYPE, PySingleton.NONE),
                state("staticmethod", (x, o) -> PyTuple.of(((PyStaticMethod) o).function(), attributes(o))));
        type(
                PyClassMethod.TYPE,
                "classmethod",
                (x, a) -> new PyClassMethod(PyClassMethod.TYPE, PySingleton.NONE),
                state("classmethod", (x, o) -> PyTuple.of(((PyClassMethod) o).function(), attributes(o))));
        type(PySuper.TYPE, "super", (x, a) -> new PySuper(PySuper.TYPE), state("super", (x, o) -> {
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
                (x, a) -> new DictView(kind, (PyDict) a[0]),
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
            GeneratorReduction.setState(x, g, state);
        } else if (o instanceof AsyncStep s) {
            GeneratorReduction.setStep(s, state);
        } else if (o instanceof CoroutineWrapper w) {
            w.coroutine = new StateTuple(state, "coroutine_wrapper.__setstate__", 1).get(0, PyGenerator.class);
        } else if (o instanceof PyTraceback t) {
            TracebackReduction.setState(t, state);
        } else if (o instanceof PyProperty p) {
            PyObject[] v = NullTuple.values(state, "state of property");
            p.getter = v[0];
            p.setter = v[1];
            p.deleter = v[2];
            p.doc = v[3];
            p.name = v[4];
            p.getterDoc = v[5] instanceof PyInt i && i.value != 0;
        } else if (o instanceof PyStaticMethod m) {
            StateTuple s = new StateTuple(state, "staticmethod.__setstate__", 2);
            m.setFunction(s.get(0));
            m.setDict(s.get(1, PyDict.class));
        } else if (o instanceof PyClassMethod m) {
            StateTuple s = new StateTuple(state, "classmethod.__setstate__", 2);
            m.setFunction(s.get(0));
            m.setDict(s.get(1, PyDict.class));
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
