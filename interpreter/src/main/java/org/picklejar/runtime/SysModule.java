package org.picklejar.runtime;

import java.util.List;
import java.util.stream.Stream;
import org.picklejar.code.LibraryFiles;
import org.picklejar.core.AsyncgenHooks;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Interned;
import org.picklejar.core.Machine;
import org.picklejar.core.NativeCode;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.imports.BuiltinModules;
import org.picklejar.interp.CurrentFrame;
import org.picklejar.interp.FrameType;
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.AuditHooks;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.NativeModules;
import org.picklejar.modules.Unraisable;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.IntLimits;
import org.picklejar.ops.Values;
import org.picklejar.tasklets.Scheduler;

/** Module {@code sys}: what is known before any Python runs. The struct sequences and hooks are in the bootstrap files. */
final class SysModule {
    private SysModule() {}

    static PyModule create(Machine m, List<String> argv, List<String> path) {
        PyModule module = new PyModule("sys", m.sys);
        PyDict s = m.sys;
        s.put("modules", m.modules);
        s.put("argv", strings(argv));
        s.put("orig_argv", strings(argv));
        s.put("path", strings(path));
        s.put("meta_path", new PyList());
        s.put("path_hooks", new PyList());
        s.put("path_importer_cache", new PyDict());
        s.put(
                "version",
                PyStr.of(Versions.PYTHON + " (Picklejar " + Versions.PICKLEJAR + ") [Java "
                        + System.getProperty("java.version") + "]"));
        s.put("hexversion", PyInt.of(0x030d05f0));
        s.put("api_version", PyInt.of(1013));
        s.put(
                "copyright",
                PyStr.of("The standard library is Copyright (c) Python Software Foundation. All Rights Reserved."));
        s.put("platform", PyStr.of("linux"));
        s.put("byteorder", PyStr.of("little"));
        s.put("maxsize", PyInt.of(Long.MAX_VALUE));
        s.put("maxunicode", PyInt.of(0x10ffff));
        s.put("executable", PyStr.of(System.getProperty("picklejar.launcher", "")));
        for (String n : List.of("prefix", "exec_prefix", "base_prefix", "base_exec_prefix")) {
            s.put(n, PyStr.of(LibraryFiles.home() == null ? "/usr/local" : LibraryFiles.home()));
        }
        s.put("platlibdir", PyStr.of("lib"));
        s.put("float_repr_style", PyStr.of("short"));
        s.put("dont_write_bytecode", PyBool.TRUE);
        s.put("pycache_prefix", PySingleton.NONE);
        s.put("warnoptions", new PyList());
        s.put("_xoptions", new PyDict());
        s.put("_git", PyTuple.of(PyStr.of("Picklejar"), PyStr.EMPTY, PyStr.EMPTY));
        s.put("abiflags", PyStr.EMPTY);
        s.put("_framework", PyStr.EMPTY);
        s.put("_stdlib_dir", LibraryFiles.home() == null ? PySingleton.NONE : PyStr.of(LibraryFiles.folder()));
        s.put(
                "builtin_module_names",
                PyTuple.ofStrings(Stream.concat(Stream.of(NativeModules.NAMES), BuiltinModules.NAMES.stream())
                        .sorted()
                        .toList()));
        s.put("ps1", PyStr.of(">>> "));
        s.put("ps2", PyStr.of("... "));
        s.put("monitoring", MonitoringModule.create(m));
        functions(new ModuleBuilder(module, "sys"), m, s);
        return module;
    }

    static PyList strings(List<String> items) {
        return PyList.of(items.stream().map(PyStr::of).toList());
    }

    interface Body {
        PyObject call(Execution x, PyObject[] args);
    }

    static void add(PyDict ns, String signature, Body body) {
        NativeCode code = new NativeCode(signature, null, false) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return body.call(x, a);
            }
        };
        ns.put(code.name, new PyBuiltinFunction(code, null, false));
    }

    private static void functions(ModuleBuilder b, Machine m, PyDict s) {
        b.tailN("exc_info()", (x, a) -> {
            PyBaseException e = x.top == null ? null : x.top.handledException();
            return e == null
                    ? PyTuple.of(PySingleton.NONE, PySingleton.NONE, PySingleton.NONE)
                    : PyTuple.of(e.type(), e, e.traceback == null ? PySingleton.NONE : e.traceback);
        });
        b.tailN("exception()", (x, a) -> {
            PyBaseException e = x.top == null ? null : x.top.handledException();
            return e == null ? PySingleton.NONE : e;
        });
        b.tailN("getrecursionlimit()", (x, a) -> PyInt.of(m.recursionLimit));
        b.tailN("setrecursionlimit(limit: index, /)", (x, a) -> {
            int n = Values.toInt(a[0]);
            if (n < 1) {
                throw Errors.valueError("recursion limit must be greater or equal than 1");
            }
            int depth = x.top == null ? 0 : x.top.depth;
            if (n <= depth) {
                throw Errors.of(
                        ExceptionTypes.RECURSION_ERROR,
                        "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low",
                        n,
                        depth);
            }
            m.recursionLimit = n;
            return PySingleton.NONE;
        });
        b.tailN("_getframe(depth: index = 0, /)", (x, a) -> FrameType.expose(frame(x, Values.toInt(a[0]))));
        b.tailN("_getframemodulename(depth: index = 0)", (x, a) -> {
            PythonFrame f = frame(x, Values.toInt(a[0]));
            PyObject n = f.globals.get("__name__");
            return n == null ? PySingleton.NONE : n;
        });
        b.tailN("_current_frames()", (x, a) -> {
            PyDict d = new PyDict();
            for (Execution e : m.executions()) {
                PythonFrame f = CurrentFrame.of(e);
                if (f != null) {
                    d.putPlain(PyInt.of(e.ident), FrameType.expose(f));
                }
            }
            return d;
        });
        b.tailN("_current_exceptions()", (x, a) -> {
            PyDict d = new PyDict();
            for (Execution e : m.executions()) {
                if (e.top != null) {
                    PyBaseException handled = e.top.handledException();
                    d.putPlain(PyInt.of(e.ident), handled == null ? PySingleton.NONE : handled);
                }
            }
            return d;
        });
        b.tailN("intern(string, /)", (x, a) -> {
            if (a[0] instanceof PyStr text) {
                return Interned.of(text);
            }
            throw Values.payload(a[0]) instanceof PyStr
                    ? Errors.typeError("can't intern %s", a[0].type().name())
                    : Errors.typeError(
                            "intern() argument must be str, not %s", a[0].type().name());
        });
        b.tailN("_is_interned(string, /)", (x, a) -> {
            if (Values.payload(a[0]) instanceof PyStr text) {
                return PyBool.of(text == a[0] && Interned.is(text));
            }
            throw Errors.typeError(
                    "_is_interned() argument must be str, not %s", a[0].type().name());
        });
        b.tailN("_is_gil_enabled()", (x, a) -> PyBool.TRUE);
        b.tailN("getrefcount(object, /)", (x, a) -> PyInt.of(2));
        b.tailN("exit(status=None, /)", (x, a) -> {
            PyBaseException e = new PyBaseException(
                    ExceptionTypes.SYSTEM_EXIT, a[0] == PySingleton.NONE ? PyTuple.EMPTY : PyTuple.of(a[0]));
            e.setMember("code", a[0] instanceof PyTuple t && t.size() == 1 ? t.get(0) : a[0]);
            throw new PyException(e);
        });
        b.tailN("getdefaultencoding()", (x, a) -> PyStr.of("utf-8"));
        b.tailN("getfilesystemencoding()", (x, a) -> PyStr.of("utf-8"));
        b.tailN("getfilesystemencodeerrors()", (x, a) -> PyStr.of("surrogateescape"));
        b.tailN("is_finalizing()", (x, a) -> PyBool.FALSE);
        AuditHooks.addTo(b);
        b.tailN("_unraisable_args(exception, message, object, /)", (x, a) -> {
            String message = a[1] == PySingleton.NONE ? null : a[1].toString();
            return Unraisable.arguments(new PyException(Values.as(PyBaseException.class, a[0])), message, a[2]);
        });
        b.tailN("getswitchinterval()", (x, a) -> new PyFloat(x.machine.lock.interval()));
        b.tailN("setswitchinterval(interval: float, /)", (x, a) -> {
            double seconds = ((PyFloat) a[0]).value;
            if (!(seconds > 0)) {
                throw Errors.valueError("switch interval must be strictly positive");
            }
            x.machine.lock.setInterval(seconds);
            return PySingleton.NONE;
        });
        b.tailN("get_int_max_str_digits()", (x, a) -> PyInt.of(IntLimits.of(x).maxStrDigits));
        b.tailN("set_int_max_str_digits(maxdigits: index)", (x, a) -> {
            int n = Values.toInt(a[0]);
            if (n != 0 && n < 640) {
                throw Errors.valueError("maxdigits must be 0 or larger than 640");
            }
            IntLimits.of(x).maxStrDigits = n;
            return PySingleton.NONE;
        });
        b.tailN("_get_cpu_count_config()", (x, a) -> PyInt.MINUS_ONE);
        b.tailN("_clear_type_cache()", (x, a) -> PySingleton.NONE);
        b.tailN("_clear_internal_caches()", (x, a) -> PySingleton.NONE);
        TracingFunctions.add(b);
        b.tailN("get_coroutine_origin_tracking_depth()", (x, a) -> PyInt.of(x.originDepth));
        b.tailN("set_coroutine_origin_tracking_depth(depth: index)", (x, a) -> {
            int depth = Values.toInt(a[0]);
            if (depth < 0) {
                throw Errors.valueError("depth must be >= 0");
            }
            x.originDepth = depth;
            return PySingleton.NONE;
        });
        b.tailN("_set_asyncgen_hooks(firstiter, finalizer, /)", (x, a) -> {
            Scheduler.of(x).current().setAsyncgenHooks(new AsyncgenHooks(orNull(a[0]), orNull(a[1])));
            return PySingleton.NONE;
        });
        add(
                s,
                "_get_asyncgen_hooks()",
                (x, a) -> PyTuple.of(orNone(x.asyncgenHooks.first()), orNone(x.asyncgenHooks.finalizer())));
        b.tailN("excepthook(exctype, value, traceback, /)", (x, a) -> {
            if (a[1] instanceof PyBaseException e) {
                String text = String.join("\n", new TracebackText(x).format(e)) + "\n";
                PyObject err = m.sys.get("stderr");
                return x.call(Attributes.getNow(x, err, PyStr.of("write")), PyStr.of(text));
            }
            return PySingleton.NONE;
        });
    }

    static PyObject orNull(PyObject o) {
        return o == PySingleton.NONE ? null : o;
    }

    private static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    private static PythonFrame frame(Execution x, int depth) {
        PythonFrame f = CurrentFrame.of(x);
        for (int i = 0; i < depth && f != null; i++) {
            f = FrameType.back(f);
        }
        if (f == null) {
            throw Errors.valueError("call stack is not deep enough");
        }
        return f;
    }
}
