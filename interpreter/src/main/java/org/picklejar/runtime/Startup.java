package org.picklejar.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.picklejar.builtins.CompileBuiltins;
import org.picklejar.builtins.CoreBuiltins;
import org.picklejar.builtins.IterationBuiltins;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.Names;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyClassMethod;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyProperty;
import org.picklejar.core.PyRange;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyStaticMethod;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.imports.ImportFrame;
import org.picklejar.imports.Library;
import org.picklejar.imports.Loader;
import org.picklejar.imports.PrebuiltCode;
import org.picklejar.interp.PythonBuiltin;
import org.picklejar.interp.PythonFrame;
import org.picklejar.interp.TrampolineLoop;
import org.picklejar.modules.Imports;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.Unraisable;
import org.picklejar.modules.contextvars.PyContext;
import org.picklejar.modules.posix.Readiness;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;
import org.picklejar.tasklets.StacklessModule;
import org.picklejar.types.EnumerateIterator;
import org.picklejar.types.FilterIterator;
import org.picklejar.types.MapIterator;
import org.picklejar.types.MappingProxy;
import org.picklejar.types.PySuper;
import org.picklejar.types.ReprFrame;
import org.picklejar.types.ReversedIterator;
import org.picklejar.types.ZipIterator;

/** Puts a machine together. */
final class Startup {
    /** The part of the core that is written in Python, in the order in which it runs: each file uses only names of those before. */
    static final List<String> BOOTSTRAP = List.of(
            "marking",
            "specs",
            "finders",
            "struct_sequences",
            "simple_namespace",
            "sys_values",
            "sys_hooks",
            "builtin_functions",
            "interactive",
            "type_arguments",
            "type_expressions",
            "type_parameters",
            "patterns",
            "exception_groups",
            "reductions",
            "json_errors",
            "odd_uses",
            "last_steps",
            "top_level_await",
            "awaiting_channels");

    private Startup() {}

    static void prepare(
            Machine m,
            Execution x,
            PyModule main,
            List<String> argv,
            SearchPath path,
            List<String> resources,
            Interrupts interrupts) {
        m.trampoline = new TrampolineLoop();
        m.superType = PySuper.TYPE;
        m.safePoint = interrupts;
        m.converter = Conversions::convert;
        m.unraisable = Unraisable::report;
        m.contexts = PyContext.CONTEXTS;
        m.descriptors = Readiness.of(m);
        m.equality = Comparisons::equal;
        PyModule sys = SysModule.create(m, argv, path.entries());
        m.modules.put("sys", sys);
        m.modules.put("builtins", builtins(m));
        m.modules.put("__main__", main);
        main.namespace().put(Names.BUILTINS, m.modules.get("builtins"));
        helpers(m);
        StacklessModule.fill(m.helpers);
        PyModule stackless = new PyModule("_stackless");
        StacklessModule.fill(stackless.namespace());
        StateFunctions.addTo(m, stackless.namespace());
        m.modules.put("_stackless", stackless);
        m.state(Library.class, k -> new Library(resources));
        m.helpers.put(
                "search_path_flags",
                PyTuple.of(
                        flag(path.noUserSite()),
                        flag(path.noSite()),
                        flag(path.ignoreEnvironment()),
                        flag(path.isolated()),
                        PyBool.of(path.safePath())));
    }

    private static PyInt flag(boolean on) {
        return on ? PyInt.ONE : PyInt.ZERO;
    }

    /**
     * Adds the folders of installed packages to {@code sys.path}, and at its begin those of the program.
     *
     * @throws PyException when module {@code site} has work to do, and fails
     */
    static void completePath(Execution x, List<String> first, SearchPath options) {
        PyList path = (PyList) x.machine.sys.get("path");
        List<String> sites = options.sites();
        try {
            if (options.needsSite(sites)) {
                Imports.moduleNow(x, "site");
            } else {
                sites.forEach(s -> path.append(PyStr.of(s)));
            }
        } finally {
            for (int i = first.size() - 1; i >= 0; i--) {
                path.insert(0, PyStr.of(first.get(i)));
            }
        }
    }

    private static PyModule builtins(Machine m) {
        ModuleBuilder b = new ModuleBuilder("builtins", m.builtins);
        CoreBuiltins.addTo(b);
        CompileBuiltins.addTo(b);
        IterationBuiltins.addTo(b);
        b.constant("None", PySingleton.NONE)
                .constant("True", PyBool.TRUE)
                .constant("False", PyBool.FALSE)
                .constant("Ellipsis", PySingleton.ELLIPSIS)
                .constant("NotImplemented", PySingleton.NOT_IMPLEMENTED)
                .constant("__debug__", PyBool.TRUE);
        for (PyType t : new PyType[] {
            PyType.OBJECT,
            PyType.TYPE,
            PyInt.TYPE,
            PyBool.TYPE,
            PyFloat.TYPE,
            PyComplex.TYPE,
            PyStr.TYPE,
            PyBytes.TYPE,
            PyTuple.TYPE,
            PyList.TYPE,
            PyDict.TYPE,
            PySet.TYPE,
            PySet.FROZEN_TYPE,
            PyRange.TYPE,
            PySlice.TYPE,
            PyProperty.TYPE,
            PyStaticMethod.TYPE,
            PyClassMethod.TYPE,
            PySuper.TYPE,
            PyByteArray.TYPE,
            PyMemoryView.TYPE,
            EnumerateIterator.TYPE,
            FilterIterator.TYPE,
            MapIterator.TYPE,
            ReversedIterator.TYPE,
            ZipIterator.TYPE
        }) {
            b.type(t);
        }
        for (Map.Entry<String, PyType> e : ExceptionTypes.all().entrySet()) {
            b.constant(e.getKey(), e.getValue());
        }
        b.constant("EnvironmentError", ExceptionTypes.OS_ERROR).constant("IOError", ExceptionTypes.OS_ERROR);
        b.tailN(
                "__import__(name, globals=None, locals=None, fromlist=(), level=0)",
                (x, a) -> x.push(ImportFrame.of(x, a)));
        return b.build();
    }

    private static void helpers(Machine m) {
        PyDict h = m.helpers;
        h.put("mappingproxy", MappingProxy.TYPE);
        h.put("build_class", m.builtins.get("__build_class__"));
        h.put("AssertionError", ExceptionTypes.ASSERTION_ERROR);
        h.put("StopAsyncIteration", ExceptionTypes.STOP_ASYNC_ITERATION);
        SysModule.add(h, "exit_with(exit, exception, /)", (x, a) -> {
            var e = (PyBaseException) a[1];
            return x.call(a[0], e.type(), e, e.traceback == null ? PySingleton.NONE : e.traceback);
        });
        SysModule.add(h, "display(value, /)", (x, a) -> {
            PyObject hook = m.sys.get("displayhook");
            if (hook == null) {
                throw Errors.runtimeError("lost sys.displayhook");
            }
            return x.call(hook, a[0]);
        });
        SysModule.add(h, "import_star(module, namespace, /)", (x, a) -> {
            importStar(x, a[0], a[1]);
            return PySingleton.NONE;
        });
        SysModule.add(h, "set_defaults(function, defaults, kwdefaults, /)", (x, a) -> {
            var f = (PyFunction) a[0];
            f.defaults = ((PyTuple) a[1]).size() == 0 ? null : (PyTuple) a[1];
            f.kwDefaults = ((PyDict) a[2]).size() == 0 ? null : (PyDict) a[2];
            return f;
        });
        SysModule.add(
                h,
                "builtin_function(function, module, /)",
                (x, a) -> PythonBuiltin.of((PyFunction) a[0], ((PyFunction) a[0]).name.toString(), (PyModule) a[1]));
        SysModule.add(h, "library_source(path, /)", (x, a) -> {
            byte[] source = a[0] instanceof PyStr s
                    ? m.state(Library.class, k -> new Library(List.of())).read(s.toString())
                    : null;
            return source == null ? PySingleton.NONE : PyStr.of(new String(source, StandardCharsets.UTF_8));
        });
        SysModule.add(h, "repr_in_parts(container, glue, items, again, /)", (x, a) -> {
            String[] glue = Arrays.stream(((PyList) a[1]).toArray())
                    .map(PyObject::toString)
                    .toArray(String[]::new);
            return ReprFrame.repr(x, new ReprFrame.Parts(a[0], glue, ((PyList) a[2]).toArray(), a[3].toString()));
        });
        Loader.addHelpers((signature, body) -> SysModule.add(h, signature, body::apply));
        SysModule.add(h, "set_type_params(function, params, /)", (x, a) -> {
            ((PyFunction) a[0]).typeParams = a[1];
            return a[0];
        });
    }

    private static void importStar(Execution x, PyObject module, PyObject namespace) {
        PyObject all = Attributes.getNow(x, module, Names.ALL);
        PyObject dict = Attributes.getNow(x, module, Names.DICT);
        PyObject[] names = all != null ? Iteration.itemsNow(x, all) : ((PyDict) dict).keyArray();
        for (PyObject n : names) {
            PyStr name = Values.str(n, "Item in __all__");
            if (all != null || !name.toString().startsWith("_")) {
                PyObject v = x.await(() -> Attributes.get(x, module, name));
                x.await(() -> Items.set(x, namespace, name, v));
            }
        }
    }

    /** Runs the part of the core that is written in Python; its public names become helpers. */
    static void runBootstrap(Execution x) {
        PyDict ns = x.machine.helpers;
        ns.put(Names.NAME, PyStr.of("picklejar"));
        for (String name : BOOTSTRAP) {
            PyCode code = new PyCode(PrebuiltCode.of(Library.BOOTSTRAP, name + ".py"));
            x.await(() -> x.push(new PythonFrame(code, ns, x.machine.builtins, null)));
        }
    }
}
