package org.picklejar.pickle;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.code.CodeFormat;
import org.picklejar.code.CodeObject;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.interp.AsyncStep;
import org.picklejar.interp.CoroutineWrapper;
import org.picklejar.interp.FunctionType;
import org.picklejar.interp.PyGenerator;
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.ModuleBuilder;

/**
 * Module {@code stackless._wrap}: how what runs is taken apart and put together. Each kind of object has a reducer, a maker of an
 * empty object, and a setter that fills it: two steps, so that an object can be part of itself.
 */
final class RunningObjects {
    static final String MODULE = "stackless._wrap";
    private static final int UNKNOWN_OPCODE = 255;

    private RunningObjects() {}

    static PyModule create() {
        ModuleBuilder b = new ModuleBuilder(MODULE);
        codes(b);
        functions(b);
        frames(b);
        generators(b);
        return b.build();
    }

    /** The value of a reducer: maker, its arguments, state, setter. */
    private static PyTuple reduction(Execution x, String maker, PyTuple args, PyObject state) {
        PyModule m = (PyModule) x.machine.modules.get(MODULE);
        PyObject none = PySingleton.NONE;
        PyObject make = m.namespace().get(maker);
        return state == null ? PyTuple.of(make, args) : PyTuple.of(make, args, state, none, none, m.namespace().get("set_" + maker));
    }

    private static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    private static PyObject orNull(PyObject o) {
        return o == PySingleton.NONE ? null : o;
    }

    /** Values of which some may be missing: their positions first, None in their places. */
    private static PyTuple withNulls(PyObject[] values) {
        List<PyObject> missing = new ArrayList<>();
        PyObject[] out = new PyObject[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                missing.add(PyInt.of(i));
            }
            out[i + 1] = orNone(values[i]);
        }
        out[0] = PyTuple.of(missing);
        return PyTuple.of(out);
    }

    private static PyObject[] fromNulls(PyObject tuple) {
        PyTuple t = (PyTuple) tuple;
        PyObject[] out = java.util.Arrays.copyOfRange(t.items, 1, t.size());
        for (PyObject i : ((PyTuple) t.get(0)).items) {
            out[(int) ((PyInt) i).value] = null;
        }
        return out;
    }

    // ---- code and cells

    private static void codes(ModuleBuilder b) {
        b.tail("reduce_code(code, /)", (x, o) -> {
            CodeObject c = ((PyCode) o).code;
            return reduction(x, "code", PyTuple.of(PyInt.of(CodeObject.MAGIC), PyStr.of(c.qualname), PyStr.of(c.fileName),
                PyInt.of(c.firstLine), new PyBytes(CodeFormat.write(c))), null);
        });
        b.tailN("code(magic, qualname, filename, firstlineno, data, /)", (x, a) -> code(x, a));
        b.tail("reduce_type(type, /)", (x, o) -> reduction(x, "builtin_type", PyTuple.of(
            PyStr.of(((org.picklejar.core.PyType) o).javaClass.getName().substring("org.picklejar.".length())),
            PyStr.of(((org.picklejar.core.PyType) o).name())), null));
        b.function("builtin_type(java_class, name, /)", (PyObject c, PyObject n) -> builtinType(c.toString(), n.toString()));
        b.tail("reduce_cell(cell, /)", (x, o) -> reduction(x, "cell", PyTuple.EMPTY, withNulls(new PyObject[] {((PyCell) o).value})));
        b.function("cell()", () -> new PyCell(null));
        b.function("set_cell(cell, state, /)", (PyObject c, PyObject s) -> {
            ((PyCell) c).value = fromNulls(s)[0];
            return PySingleton.NONE;
        });
    }

    private static PyObject code(Execution x, PyObject[] a) {
        long magic = ((PyInt) a[0]).value;
        CodeObject c = magic == CodeObject.MAGIC ? CodeFormat.read(((PyBytes) a[4]).value) : null;
        if (c != null) {
            return new PyCode(c);
        }
        warn(x, "Unpickling code object with invalid magic number " + magic);
        CodeObject invalid = new CodeObject();
        invalid.qualname = a[1].toString();
        invalid.name = invalid.qualname.substring(invalid.qualname.lastIndexOf('.') + 1);
        invalid.fileName = a[2].toString();
        invalid.firstLine = (int) ((PyInt) a[3]).value;
        invalid.code = new int[] {UNKNOWN_OPCODE, 0, 0, 0};
        invalid.positions = new int[4];
        invalid.constants = new Object[0];
        invalid.names = new String[0];
        invalid.varNames = new String[0];
        invalid.cellNames = new String[0];
        invalid.freeNames = new String[0];
        invalid.cellParameters = new int[0];
        invalid.handlers = new CodeObject.Handler[0];
        invalid.registers = 1;
        PyCode made = new PyCode(invalid);
        made.invalid = true;
        return made;
    }

    private static void warn(Execution x, String text) {
        PyObject warnings = x.callAndWait(x.machine.builtins.get("__import__"), PyStr.of("warnings"));
        PyObject warn = ((PyModule) warnings).namespace().get("warn");
        x.callAndWait(warn, PyStr.of(text), ExceptionTypes.RUNTIME_WARNING, PyInt.of(2));
    }

    /** Types of the machine that have no name in a module go by their Java class. */
    private static PyObject builtinType(String javaClass, String name) {
        try {
            for (java.lang.reflect.Field f : Class.forName("org.picklejar." + javaClass).getDeclaredFields()) {
                if (java.lang.reflect.Modifier.isStatic(f.getModifiers()) && f.getType() == org.picklejar.core.PyType.class) {
                    f.setAccessible(true);
                    if (f.get(null) instanceof org.picklejar.core.PyType t && t.name().equals(name)) {
                        return t;
                    }
                }
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw Errors.valueError("unknown builtin type: %s", name);
        }
        throw Errors.valueError("unknown builtin type: %s", name);
    }

    // ---- functions

    private static void functions(ModuleBuilder b) {
        b.tail("reduce_function(function, /)", (x, o) -> {
            PyFunction f = (PyFunction) o;
            PyObject closure = f.closure.length == 0 ? PySingleton.NONE : PyTuple.of(f.closure);
            return reduction(x, "function", PyTuple.of(f.code), PyTuple.of(f.code, f.globals, f.name, orNone(f.defaults), closure, f.module,
                orNone(f.kwDefaults), f.doc, f.dictCopy(), orNone(f.annotations), f.qualname));
        });
        b.tail("function(code, /)", (x, c) -> new PyFunction((PyCode) c, new PyDict(), x.machine.builtins));
        b.tail("set_function(function, state, /)", (x, o, s) -> {
            PyFunction f = (PyFunction) o;
            PyTuple t = (PyTuple) s;
            if (t.size() != 11) {
                throw Errors.of(ExceptionTypes.INDEX_ERROR, PyStr.of("function.__setstate__ expects a tuple of length 11"));
            }
            f.code = (PyCode) t.get(0);
            if (f.code.invalid) {
                warn(x, "Unpickling function with invalid code object: " + t.get(2));
            }
            f.globals = (PyDict) t.get(1);
            f.builtins = FunctionType.builtinsOf(f.globals, x.machine.builtins);
            f.name = t.get(2);
            f.defaults = t.get(3) instanceof PyTuple d ? d : null;
            if (t.get(4) instanceof PyTuple cells) {
                f.closure = new PyCell[cells.size()];
                for (int i = 0; i < f.closure.length; i++) {
                    f.closure[i] = (PyCell) cells.get(i);
                }
            }
            f.module = t.get(5);
            f.kwDefaults = t.get(6) instanceof PyDict d ? d : null;
            f.doc = t.get(7);
            PyDict attributes = (PyDict) t.get(8);
            if (attributes.size() > 0) {
                f.setDict(attributes);
            }
            f.annotations = orNull(t.get(9));
            f.qualname = t.get(10);
            return PySingleton.NONE;
        });
    }

    // ---- frames and tracebacks

    private static void frames(ModuleBuilder b) {
        b.tail("reduce_frame(frame, /)", (x, o) -> {
            PythonFrame f = (PythonFrame) o;
            return reduction(x, "frame", PyTuple.of(f.code), PyTuple.of(f.code, PyInt.of(f.invalid == null ? 1 : 0), f.globals,
                f.locals == f.globals ? PyBool.TRUE : orNone(f.locals), PyInt.of(f.pc), PyBool.of(f.interrupted), withNulls(live(f)),
                orNone(f.handled), orNone(f.generator)));
        });
        b.tail("frame(code, /)", (x, c) -> new PythonFrame((PyCode) c, new PyDict(), x.machine.builtins, null));
        b.tail("set_frame(frame, state, /)", RunningObjects::setFrame);
        b.tail("reduce_native_frame(frame, /)", (x, o) -> {
            org.picklejar.core.NativeFrame f = (org.picklejar.core.NativeFrame) o;
            return reduction(x, "native_frame", PyTuple.of(PyStr.of(NativeFrames.nameOf(f))), withNulls(f.save()));
        });
        b.function("native_frame(name, /)", (PyObject n) -> NativeFrames.make(n.toString()));
        b.function("set_native_frame(frame, state, /)", (PyObject f, PyObject s) -> {
            ((org.picklejar.core.NativeFrame) f).restore(fromNulls(s));
            return PySingleton.NONE;
        });
        b.tail("reduce_traceback(traceback, /)", (x, o) -> {
            PyTraceback t = (PyTraceback) o;
            return reduction(x, "traceback", PyTuple.of(t.frame, PyInt.of(t.lasti), PyInt.of(t.line)), orNone(t.next));
        });
        b.function("traceback(frame, lasti, line, /)", (PyObject f, PyObject i, PyObject l) ->
            new PyTraceback(null, (Frame) f, (int) ((PyInt) i).value, (int) ((PyInt) l).value));
        b.function("set_traceback(traceback, next, /)", (PyObject t, PyObject n) -> {
            ((PyTraceback) t).next = n instanceof PyTraceback p ? p : null;
            return PySingleton.NONE;
        });
    }

    /** The registers that matter: temporaries that nothing reads any more would drag along what they happen to hold. */
    private static PyObject[] live(PythonFrame f) {
        CodeObject c = f.code.code;
        PyObject[] out = f.registers.clone();
        if (f.pc > 0) {
            java.util.BitSet live = org.picklejar.code.Liveness.at(c, f.pc);
            for (int r = c.firstFree() + c.freeNames.length; r < out.length; r++) {
                if (!live.get(r)) {
                    out[r] = null;
                }
            }
        }
        return out;
    }

    private static PyObject setFrame(Execution x, PyObject o, PyObject state) {
        PythonFrame f = (PythonFrame) o;
        PyTuple t = (PyTuple) state;
        if (t.size() != 9 || !(t.get(2) instanceof PyDict globals)) {
            throw Errors.typeError("invalid state for frame");
        }
        if (t.get(1) == PyInt.ZERO || f.code.invalid) {
            f.invalid = "cannot execute invalid frame with '" + f.code.code.qualname
                + "': frame had a C state that can't be restored or an invalid code object.";
            f.pc = 0;
        } else {
            f.pc = (int) ((PyInt) t.get(4)).value;
            f.interrupted = t.get(5) == PyBool.TRUE;
            PyObject[] registers = fromNulls(t.get(6));
            System.arraycopy(registers, 0, f.registers, 0, Math.min(registers.length, f.registers.length));
        }
        f.globals = globals;
        f.builtins = FunctionType.builtinsOf(globals, x.machine.builtins);
        f.locals = t.get(3) == PyBool.TRUE ? globals : orNull(t.get(3));
        f.handled = t.get(7) instanceof PyBaseException e ? e : null;
        if (t.get(8) instanceof PyGenerator g) {
            f.generator = g;
        }
        return PySingleton.NONE;
    }

    // ---- generators, coroutines

    private static void generators(ModuleBuilder b) {
        b.tail("reduce_generator(generator, /)", (x, o) -> {
            PyGenerator g = (PyGenerator) o;
            return reduction(x, "generator", PyTuple.of(PyStr.of(g.kind.name()), g.code),
                PyTuple.of(orNone(g.frame), PyBool.of(g.running), g.name, g.qualname, PyBool.of(g.started), PyBool.of(g.asyncRunning),
                    PyBool.of(g.asyncClosed), PyBool.of(g.hooksInitialised)));
        });
        b.function("generator(kind, code, /)", (PyObject k, PyObject c) ->
            new PyGenerator(PyGenerator.Kind.valueOf(k.toString()), null, (PyCode) c, PyStr.EMPTY, PyStr.EMPTY));
        b.function("set_generator(generator, state, /)", (PyObject o, PyObject s) -> {
            PyGenerator g = (PyGenerator) o;
            PyTuple t = (PyTuple) s;
            if (t.get(0) instanceof PythonFrame f) {
                g.frame = f;
                f.generator = g;
            }
            g.running = t.get(1) == PyBool.TRUE;
            g.name = t.get(2);
            g.qualname = t.get(3);
            g.started = t.get(4) == PyBool.TRUE;
            g.asyncRunning = t.get(5) == PyBool.TRUE;
            g.asyncClosed = t.get(6) == PyBool.TRUE;
            g.hooksInitialised = t.get(7) == PyBool.TRUE;
            return PySingleton.NONE;
        });
        b.tail("reduce_coroutine_wrapper(wrapper, /)",
            (x, o) -> reduction(x, "coroutine_wrapper", PyTuple.of(((CoroutineWrapper) o).coroutine), null));
        b.function("coroutine_wrapper(coroutine, /)", (PyObject c) -> (PyObject) new CoroutineWrapper((PyGenerator) c));
        b.tail("reduce_async_step(step, /)", (x, o) -> {
            AsyncStep s = (AsyncStep) o;
            return reduction(x, "async_step", PyTuple.of(s.generator, PyStr.of(s.action.name()), s.argument), PyStr.of(s.state.name()));
        });
        b.function("async_step(generator, action, argument, /)", (PyObject g, PyObject k, PyObject v) ->
            new AsyncStep((PyGenerator) g, AsyncStep.Action.valueOf(k.toString()), v));
        b.function("set_async_step(step, state, /)", (PyObject o, PyObject s) -> {
            ((AsyncStep) o).state = AsyncStep.State.valueOf(s.toString());
            return PySingleton.NONE;
        });
        b.tail("reduce_view(view, /)", (x, o) -> {
            PyModule m = (PyModule) x.machine.modules.get(MODULE);
            PyStr kind = PyStr.of(o.type().name().substring("dict_".length()));
            return PyTuple.of(m.namespace().get("view"), PyTuple.of(((org.picklejar.types.DictView) o).dict(), kind));
        });
        b.tail("view(dict, kind, /)", (x, d, k) -> x.call(org.picklejar.ops.Attributes.getNow(x, d, (PyStr) k)));
    }
}
