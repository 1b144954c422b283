package org.picklejar.pickle;

import org.picklejar.code.Opcode;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.interp.FrameReference;
import org.picklejar.interp.PyGenerator;
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.Imports;
import org.picklejar.ops.Text;
import org.picklejar.tasklets.PickleFlags;

/** Frames by value: of Python code with the registers that are still needed, of builtins by registered name and fields. */
final class FrameReduction {
    private static final int LENGTH = 11;
    /** The place of the registers in the state of a frame. */
    static final int REGISTERS = 10;

    private static final int NATIVE_LENGTH = 5;
    /** How a frame goes on (Stackless: f_executing). */
    private static final int NOT_STARTED = 0;

    private static final int WAITS_FOR_VALUE = 1;
    private static final int INTERRUPTED = 2;
    static final String CANNOT_RUN =
            "cannot execute invalid frame with '%s': frame had a C state that can't be restored or an invalid "
                    + "code object.";

    private FrameReduction() {}

    /** The reduce value of a frame in the state of a tasklet, generator, traceback, or pickle that is being read or written. */
    static PyTuple reduce(Execution x, Frame f) {
        WrapModule wrap = WrapModule.of(x);
        if (f instanceof PythonFrame p) {
            PyTuple code = PyTuple.of(p.code);
            return isEmpty(p) ? PyTuple.of(wrap.get("frame"), code) : PyTuple.of(wrap.get("frame"), code, state(x, p));
        }
        NativeFrame n = (NativeFrame) f;
        String name = NativeFrames.nameOf(n);
        if (name == null) {
            throw Errors.typeError(
                    "cannot pickle a call of a builtin in progress (%s)",
                    n.getClass().getSimpleName());
        }
        PyStr key = PyStr.of(name);
        if (n.empty) {
            return PyTuple.of(wrap.get("cframe"), PyTuple.of(key));
        }
        return PyTuple.of(
                wrap.get("cframe"),
                PyTuple.of(key),
                PyTuple.of(PyInt.of(1), key, NullTuple.of(n.save()), PyInt.ZERO, PyInt.ZERO));
    }

    /** Whether it was made by an unpickler that has not filled it yet. */
    private static boolean isEmpty(PythonFrame f) {
        return f.globals == null;
    }

    /**
     * Code, valid, executing, globals, whether there are locals, locals, f_trace, f_lasti (our pc), f_lineno, (handled exception,
     * its traceback, generator), registers.
     */
    private static PyTuple state(Execution x, PythonFrame f) {
        PyObject none = PySingleton.NONE;
        int executing = f.interrupted ? INTERRUPTED : f.pc == 0 ? NOT_STARTED : WAITS_FOR_VALUE;
        PyObject traceback = f.handled == null || f.handled.traceback == null ? none : f.handled.traceback;
        PyTuple extra = f.handled == null && f.generator == null
                ? PyTuple.EMPTY
                : PyTuple.of(f.handled == null ? none : f.handled, traceback, f.generator == null ? none : f.generator);
        return PyTuple.of(
                f.code,
                PyInt.of(f.invalid == null ? 1 : 0),
                PyInt.of(executing),
                f.globals,
                PyInt.of(f.locals == null ? 0 : 1),
                f.locals != null ? f.locals : f.extraLocals != null ? f.extraLocals : new PyDict(),
                f.trace == null || !PickleFlags.has(x, PickleFlags.PRESERVE_TRACING_STATE) ? none : f.trace,
                PyInt.of(f.pc),
                PyInt.of(f.line()),
                extra,
                NullTuple.of(FrameRegisters.of(f)));
    }

    /**
     * The frame of a generator's state. One that was just unpickled is adopted; that of another generator, which {@code copy.copy} gives, is
     * copied.
     */
    static PythonFrame own(Execution x, PyObject frame) {
        if (frame == PySingleton.NONE) {
            return null;
        }
        if (frame instanceof FrameReference r && r.frame instanceof PythonFrame f) {
            PythonFrame made = new PythonFrame(f.code, null, null, null);
            setState(x, made, state(x, f));
            return made;
        }
        if (frame instanceof PythonFrame f) {
            return f;
        }
        throw Errors.typeError(
                "the state of a generator needs a frame, not %s", frame.type().name());
    }

    /** For module copy: the namespaces of modules are not copied. */
    static PyObject deepCopy(Execution x, FrameReference r, PyObject memo) {
        if (r.frame instanceof PythonFrame f && memo instanceof PyDict d && Modules.ownerOf(x, f.globals) != null) {
            d.put(x, Text.identity(f.globals), f.globals);
        }
        PyTuple value = reduce(x, r.frame);
        PyObject reconstruct = x.await(() -> Imports.attribute(x, "copy", "_reconstruct"));
        return x.call(reconstruct, r, memo, value.get(0), value.get(1), value.get(2));
    }

    /** Fields that no builtin in progress has given are a ValueError, whatever they make of a frame. */
    private static void restore(NativeFrame n, PyObject[] fields) {
        try {
            n.restore(fields);
            n.empty = false;
        } catch (PyException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Errors.valueError("invalid state of a call in progress (%s)", NativeFrames.nameOf(n));
        }
    }

    static void setState(Execution x, Frame f, PyObject state) {
        if (f instanceof NativeFrame n) {
            StateTuple s = new StateTuple(state, "cframe.__setstate__", NATIVE_LENGTH);
            restore(n, NullTuple.values(s.get(2), "obs for cframe"));
            return;
        }
        PythonFrame p = (PythonFrame) f;
        if (!isEmpty(p)) {
            throw Errors.typeError("incorrect wrapper type");
        }
        StateTuple s = new StateTuple(state, "frame.__setstate__", LENGTH);
        if (!(s.get(0) instanceof PyCode code) || code != p.code) {
            throw Errors.typeError("invalid code object for frame_setstate");
        }
        if (!(s.get(7) instanceof PyInteger) || !(s.get(2) instanceof PyInteger)) {
            throw Errors.typeError("an integer is required");
        }
        p.globals = s.get(3, PyDict.class);
        p.builtins = FunctionReduction.builtinsOf(x, p.globals);
        p.locals = s.truth(4) ? s.get(5) : null;
        p.extraLocals = p.locals == null && s.get(5) instanceof PyDict d && d.size() > 0 ? d : null;
        if (s.get(6) != PySingleton.NONE && s.get(6).type().call(Slot.CALL) == null) {
            throw Errors.typeError("trace must be a function for frame");
        }
        p.trace = s.get(6) == PySingleton.NONE ? null : s.get(6);
        p.pc = s.integer(7);
        p.interrupted = s.integer(2) == INTERRUPTED;
        StateTuple extra = new StateTuple(s.get(9), "frame.__setstate__: blockstack", 0, 3);
        if (extra.size() > 0) {
            p.handled = extra.orNull(0, PyBaseException.class);
            if (p.handled != null && p.handled.traceback == null) {
                p.handled.traceback = extra.orNull(1, PyTraceback.class);
            }
            p.generator = extra.orNull(2, PyGenerator.class);
            if (p.generator != null && p.generator.frame == p) {
                GeneratorReduction.settle(p.generator);
            }
        }
        boolean valid = s.truth(1) && !code.invalid;
        if (s.get(REGISTERS) == PySingleton.NONE) {
            valid = false;
        } else if (!(s.get(REGISTERS) instanceof PyTuple)) {
            throw Errors.typeError("stack must be tuple or None for frame");
        } else {
            PyObject[] registers = NullTuple.values(s.get(REGISTERS), "localsplus for frame");
            if (registers.length > p.registers.length
                    || p.pc < 0
                    || p.pc > code.instructions.length
                    || p.pc % Opcode.WIDTH != 0) {
                throw Errors.valueError("invalid localsplus for frame");
            }
            System.arraycopy(registers, 0, p.registers, 0, registers.length);
            valid = valid && FrameRegisters.fit(p);
        }
        if (!valid) {
            p.invalid = String.format(
                    CANNOT_RUN, p.pc == 0 ? "eval_frame" : p.interrupted ? "eval_frame_noval" : "eval_frame_value");
            // At its start, where the loop looks whether it may run; what it waits for is not stored anywhere.
            p.pc = 0;
            p.interrupted = true;
        }
    }
}
