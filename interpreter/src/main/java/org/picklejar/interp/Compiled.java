package org.picklejar.interp;

import static org.picklejar.core.Pending.PENDING;

import org.picklejar.code.Opcode;
import org.picklejar.core.CallKinds;
import org.picklejar.core.CompiledCode;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;

/** How compiled code is entered and left, from the interpreter, from builtins and from other compiled code. */
public final class Compiled {
    /** So many activations of compiled code stand on the Java stack at most; the frames of deeper calls are on the heap. */
    static final int MOST_DEPTH = 1000;
    /** After so many calls of what was never called before the code is compiled anew, once. */
    private static final int MOST_NEW = 100;

    private Compiled() {}

    // ---- entered from the interpreter and from builtins

    /** What goes on with a frame in compiled code; null when the interpreter does. */
    static CompiledCode entry(Execution x, PythonFrame f, int pc) {
        CompiledCode[] entries = f.code.entries;
        if (entries == null || f.steps != null || f.shown || x.compiledDepth >= MOST_DEPTH || x.isWatched()) {
            return null;
        }
        return entries[pc >> 2];
    }

    /** Counts that a frame is to go on, and asks for compiled code when it has become often. */
    static void arrive(Execution x, PyCode code, int pc) {
        if (x.machine.compiler != null) {
            x.machine.compiler.arrived(code, pc, code.arrive(pc));
        }
    }

    /** Gives a frame what it has waited for. Where one often goes on so, in a tasklet that receives say, compiled code begins, too. */
    static void goesOn(Execution x, PythonFrame f, PyObject value) {
        boolean waited = !f.interrupted && f.pc > 0;
        f.deliver(value);
        if (waited && (f.code.entries == null || f.code.entries[f.pc >> 2] == null)) {
            arrive(x, f.code, f.pc);
        }
    }

    /** Counts a call. */
    static void called(Execution x, PyCode code) {
        code.calls++;
        if (x.machine.compiler != null) {
            x.machine.compiler.arrived(code, 0, code.calls);
        }
    }

    /**
     * Goes on with the frame on top.
     *
     * @return the value for what is on top then, or PENDING
     * @throws PyException to be raised there
     */
    static PyObject run(Execution x, PythonFrame f, CompiledCode e) {
        PyObject v = resume(x, f, e);
        if (v != null) {
            return v;
        }
        PyObject end = takeEnd(x);
        if (x.top instanceof PythonFrame p && p.registers != null && p.endIteration(p.pc - Opcode.WIDTH, end)) {
            return PENDING;
        }
        throw Errors.stopIteration(end == PySingleton.NONE ? null : end);
    }

    /** As {@link #run}, but null at the end of a generator, whose result is {@link #takeEnd}. */
    private static PyObject resume(Execution x, PythonFrame f, CompiledCode e) {
        Object replay = x.beginsNothing();
        try {
            PyObject v = e.resume(x, f);
            if (v == PENDING && x.raised != null) {
                throw takeRaised(x);
            }
            return v;
        } finally {
            x.beginsAgain(replay);
        }
    }

    static PyException takeRaised(Execution x) {
        PyException e = x.raised;
        x.raised = null;
        return e;
    }

    /**
     * Runs the frame on top, of a call or a generator: in compiled code if there is some, else it is left to the interpreter.
     *
     * @return as {@link #run}, but null at the end of a generator, whose result is {@link #takeEnd}
     */
    static PyObject start(Execution x, PythonFrame f) {
        if (f.pc > 0) {
            CompiledCode e = entry(x, f, f.pc);
            if (e == null) {
                arrive(x, f.code, f.pc);
                return PENDING;
            }
            return resume(x, f, e);
        }
        CompiledCode e = f.invalid != null || x.ticks + 1 >= x.tickLimit ? null : entry(x, f, Opcode.WIDTH);
        if (e == null) {
            called(x, f.code);
            return PENDING;
        }
        f.pc = Opcode.WIDTH;
        x.ticks++;
        return resume(x, f, e);
    }

    /** The result of the generator that has just ended. */
    public static PyObject takeEnd(Execution x) {
        PyObject v = x.endValue;
        x.endValue = null;
        return v == null ? PySingleton.NONE : v;
    }

    // ---- called by compiled code

    /** The frame of a call, on top; its registers stay with the compiled code. */
    public static PythonFrame push(Execution x, PyFunction fn) {
        PythonFrame f = new PythonFrame(fn, fn.code);
        Frame back = x.top;
        f.back = back;
        f.depth = back.depth + 1;
        f.inherited = back instanceof PythonFrame p && p.handled != null ? p.handled : back.inherited;
        if (f.depth >= x.machine.recursionLimit) {
            x.checkDepth(f);
        }
        x.top = f;
        x.ticks++;
        return f;
    }

    /** Whether a call has to be left to the interpreter: a safe point is due, or the Java stack deep. */
    public static boolean refuses(Execution x) {
        return x.ticks + 1 >= x.tickLimit || x.compiledDepth >= MOST_DEPTH;
    }

    /** A call with arguments that are still to be bound, or that is refused. */
    public static PyObject call(Execution x, PyFunction fn, PyObject[] args) {
        return Calls.call(x, fn, args, null);
    }

    /** The registers that compiled code gives back. */
    public static PyObject[] registers(PythonFrame f) {
        PyObject[] r = new PyObject[f.code.registers];
        f.registers = r;
        return r;
    }

    /** Takes the registers of a frame that goes on in compiled code. */
    public static PyObject[] take(PythonFrame f) {
        PyObject[] r = f.registers;
        f.registers = null;
        return r;
    }

    /** Leaves the frame of a function. */
    public static PyObject returns(Execution x, PythonFrame f, PyObject v) {
        x.top = f.back;
        return v;
    }

    /** Leaves the frame of a generator with a value; its registers are in it. */
    public static PyObject yields(Execution x, PythonFrame f, PyObject v) {
        f.generator.state = PyGenerator.State.SUSPENDED;
        x.top = f.back;
        f.back = null;
        return v;
    }

    /** The body of a generator has ended. @return null; PENDING when that is an exception for its consumer */
    public static PyObject ends(Execution x, PythonFrame f, PyObject v) {
        PyGenerator g = f.generator;
        g.finish();
        x.top = f.back;
        f.back = null;
        if (g.kind == PyGenerator.Kind.ASYNC_GENERATOR) {
            x.raised = Errors.of(ExceptionTypes.STOP_ASYNC_ITERATION);
            return PENDING;
        }
        x.endValue = v == PySingleton.NONE ? null : v;
        return null;
    }

    /**
     * Something was thrown while a frame was on top, whose registers are in it now.
     *
     * @return where the frame goes on; -1 when it does not: then {@link Execution#raised} is for what is on top
     */
    public static int caught(Execution x, PythonFrame f, Throwable t) {
        x.switchRequest = null;
        PyException e = Unwinder.toPython(t);
        if (x.top != f) {
            // Frames that were pushed have to deal with it first. Only the end of Java's stack or memory comes so; what
            // enters a frame by an exception pushes a ThrowFrame.
            x.raised = e;
            return -1;
        }
        return Unwinder.handle(x, f, e) ? f.pc : -1;
    }

    /** A guess about the numbers at an instruction was wrong. */
    public static void wrong(Execution x, PyCode code, int pc) {
        x.machine.compiler.wrong(code, pc);
    }

    /** A call that has not called such a thing before. */
    public static PyObject callNew(Execution x, PyCode code, int pc, PyObject callee, PyObject[] args) {
        note(code, pc, callee, false);
        return CallInstructions.call(x, callee, args);
    }

    /**
     * As {@link #callNew} for a method.
     *
     * @param args the object first; null where there is none
     */
    public static PyObject callNewMethod(Execution x, PyCode code, int pc, PyObject callee, PyObject[] args) {
        note(code, pc, callee, args[0] != null);
        return CompiledOps.callMethod(x, callee, args);
    }

    private static void note(PyCode code, int pc, PyObject callee, boolean withSelf) {
        CallKinds.note(code, pc, callee, withSelf);
        CallInstructions.note(code, pc, callee);
        if (++code.newCalls == MOST_NEW) {
            code.forgetCompiled();
        }
    }

    /** Whether a call without arguments is one of the builtin {@code super}. */
    public static boolean isSuper(Execution x, PyObject callee) {
        return callee == x.machine.superType;
    }

    /** {@code super()} in a frame that has the registers that it reads. */
    public static PyObject callSuper(Execution x, PythonFrame f, PyObject callee) {
        try {
            return x.call(callee);
        } finally {
            f.registers = null;
        }
    }
}
