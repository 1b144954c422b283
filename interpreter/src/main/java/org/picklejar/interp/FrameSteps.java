package org.picklejar.interp;

import org.picklejar.code.CodeObject;
import org.picklejar.code.LineStarts;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.core.Errors;
import org.picklejar.core.Event;
import org.picklejar.core.Execution;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyMethod;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;

/**
 * Executes one frame instruction by instruction and tells what happens in it ({@link Event}), as a debugger does: the frame runs on
 * a copy of its instructions in which every one is marked; a mark leads the loop here, which tells the events, takes the mark from
 * this one and puts it back on the one before. Frames that nobody observes know nothing of it.
 */
public final class FrameSteps {
    /** What is added to the opcode of a marked instruction. */
    static final int ARMED = 256;

    private final PythonFrame frame;
    /** The frame's own copy of its instructions: all of them marked but the one in execution, or none. */
    private final int[] copy;

    private boolean armed;
    /** The instruction in execution; -1 when none is. */
    private int last = -1;
    /** That instruction or, if no line made it, the last one before it that has a line. */
    private int lastOfLine;
    /** Whether a line begins with the next instruction although it may be on the line before: it was entered there, or jumped. */
    private boolean fresh;
    /** What the generator returned with which the instruction in execution ended an iteration; else null. */
    private PyObject endValue;
    /** Where it goes on when it is resumed, after a jump at a yield; else -1. */
    private int jumpOnResume = -1;
    /** Whether it has been entered, and nobody has been told. */
    private boolean entered;
    /** The builtin that the instruction in execution has called, and its first argument; null when it is no call of one. */
    private PyObject called;

    private PyObject firstArgument;

    /** The instruction at which the frame shows itself while an event is told; else -1. */
    int shown = -1;

    private FrameSteps(PythonFrame frame) {
        this.frame = frame;
        this.copy = frame.code.instructions.clone();
        frame.instructions = copy;
    }

    /** Observes a frame from its next instruction on. One whose code is being executed by Java code further out follows at its next call. */
    public static void observe(PythonFrame f) {
        if (f.code.hidden) {
            return;
        }
        if (f.steps == null) {
            f.steps = new FrameSteps(f);
        }
        f.steps.arm();
    }

    /** Observes a frame that is being started or resumed. */
    static void enter(PythonFrame f) {
        observe(f);
        FrameSteps s = f.steps;
        if (s == null) {
            return;
        }
        s.entered = true;
        if (s.jumpOnResume >= 0) {
            f.pc = s.jumpOnResume;
            s.jumpOnResume = -1;
        }
    }

    private void arm() {
        if (armed) {
            return;
        }
        armed = true;
        for (int i = 0; i < copy.length; i += Opcode.WIDTH) {
            copy[i] |= ARMED;
        }
        last = -1;
        called = null;
        fresh = false;
        lastOfLine = frame.currentPc();
    }

    /** Lets the frame run freely. */
    private void disarm() {
        armed = false;
        entered = false;
        System.arraycopy(frame.code.instructions, 0, copy, 0, copy.length);
    }

    // ---- what the loop and the unwinder ask

    /**
     * Tells what is to be told before an instruction is executed.
     *
     * @return the instruction to go on at: another one when a trace function jumped
     */
    int before(Execution x, int pc) {
        int from = last;
        if (from >= 0) {
            copy[from] |= ARMED;
            last = -1;
        }
        if (!x.isWatched()) {
            disarm();
            return pc;
        }
        PythonFrame f = frame;
        int resumed = f.pc;
        f.pc = pc;
        f.interrupted = true;
        try {
            if (called != null) {
                returned(x, Event.C_RETURN, from);
            }
            if (entered) {
                boolean begins = resumed == 0;
                enterEvent(x, begins ? Event.PY_START : Event.PY_RESUME, begins ? 0 : resumed - Opcode.WIDTH, null);
            }
            int own = f.code.code.ownLineAt(pc);
            if (from >= 0) {
                flow(x, from, pc);
                fresh |= f.pc != pc;
                if (f.pc != pc) {
                    return f.pc;
                }
            }
            if (own > 0 && (fresh || own != f.code.code.lineAt(lastOfLine)) && starts().at(pc)) {
                lastOfLine = pc;
                shown = pc;
                Observers.tell(x, f, Event.LINE, pc, PyInt.of(own), null);
                fresh = f.pc != pc;
                if (fresh) {
                    return f.pc;
                }
            }
            fresh = false;
            lastOfLine = own > 0 ? pc : lastOfLine;
            shown = lastOfLine;
            Observers.tell(x, f, Event.INSTRUCTION, pc, PyInt.of(pc), null);
            fresh = f.pc != pc;
            if (fresh) {
                return f.pc;
            }
            instruction(x, pc);
            if (f.pc != pc) {
                jumpOnResume = f.pc;
            }
        } finally {
            f.interrupted = false;
            shown = -1;
        }
        if (!Observers.want(x, f)) {
            disarm();
            return pc;
        }
        copy[pc] &= ~ARMED;
        last = pc;
        return pc;
    }

    private LineStarts starts() {
        PyCode c = frame.code;
        if (c.lineStarts == null) {
            c.lineStarts = new LineStarts(c.code);
        }
        return c.lineStarts;
    }

    private void enterEvent(Execution x, Event e, int at, PyObject a) {
        entered = false;
        fresh = true;
        shown = at;
        lastOfLine = at;
        Observers.tell(x, frame, e, at, a, null);
        shown = -1;
    }

    /** The jump, branch or end of a generator that led from one instruction to another. */
    private void flow(Execution x, int from, int pc) {
        if (endValue != null) {
            PyObject value = endValue == PySingleton.NONE ? null : endValue;
            endValue = null;
            if (value != null || frame.code.instructions[from] == Op.SEND) {
                at(x, from, Event.STOP_ITERATION, Errors.stopIteration(value).value, null);
            }
        }
        switch (frame.code.instructions[from]) {
            case Op.JUMP, Op.JUMP_BACK -> {
                // Going back to a SEND is part of a delegation, which does not count.
                if (frame.code.instructions[pc] != Op.SEND) {
                    at(x, from, Event.JUMP, PyInt.of(pc), null);
                }
            }
            case Op.JUMP_IF_TRUE, Op.JUMP_IF_FALSE, Op.JUMP_IF_NONE, Op.JUMP_IF_NOT_NONE ->
                at(x, from, Event.BRANCH, PyInt.of(pc), null);
            case Op.FOR_ITER -> at(x, from, Event.BRANCH, PyInt.of(pc), null);
            default -> {}
        }
    }

    /** A generator over which the frame iterates, or to which it delegates, has returned a value. */
    void ended(PyObject value) {
        endValue = armed ? value : null;
    }

    /** Tells an event of the instruction that has just been executed. */
    private void at(Execution x, int from, Event e, PyObject a, PyObject b) {
        shown = lastOfLine;
        Observers.tell(x, frame, e, from, a, b);
        shown = -1;
    }

    /** Calls, and the ways out of the frame. */
    private void instruction(Execution x, int pc) {
        int[] c = frame.code.instructions;
        PyObject[] r = frame.registers;
        switch (c[pc]) {
            case Op.RETURN, Op.RETURN_GENERATOR -> Observers.tell(x, frame, Event.PY_RETURN, pc, r[c[pc + 2]], null);
            case Op.YIELD -> Observers.tell(x, frame, Event.PY_YIELD, pc, r[c[pc + 2]], null);
            case Op.CALL, Op.CALL_KW -> {
                if (!isImplied(c, pc)) {
                    call(x, pc, r[c[pc + 2]], (c[pc + 3] & 0xffff) > 0 ? r[c[pc + 2] + 1] : null);
                }
            }
            case Op.CALL_METHOD, Op.CALL_METHOD_KW -> {
                PyObject self = r[c[pc + 2] + 1];
                boolean arguments = (c[pc + 3] & 0xffff) > 0;
                call(x, pc, r[c[pc + 2]], self != null ? self : arguments ? r[c[pc + 2] + 2] : null);
            }
            case Op.CALL_EX ->
                call(x, pc, r[c[pc + 2]], r[c[pc + 2] + 1] instanceof PyTuple t && t.size() > 0 ? t.get(0) : null);
            default -> {}
        }
    }

    /** Whether CPython makes no call there, but has an instruction of its own: {@code __enter__} of a with statement, helpers. */
    private boolean isImplied(int[] c, int pc) {
        for (int i = pc - Opcode.WIDTH; i > 0; i -= Opcode.WIDTH) {
            if (c[i + 1] == c[pc + 2]) {
                if (c[i] == Op.LOAD_HELPER) {
                    return !frame.code.code.names[c[i + 2]].equals("build_class");
                }
                break;
            }
        }
        int loadEnter = pc - 2 * Opcode.WIDTH;
        return loadEnter >= 0
                && c[loadEnter] == Op.LOAD_SPECIAL
                && c[loadEnter + Opcode.WIDTH] == Op.LOAD_SPECIAL
                && c[loadEnter + 1] == c[pc + 2];
    }

    private void call(Execution x, int pc, PyObject callee, PyObject first) {
        if (!Observers.wantCalls(x)) {
            return;
        }
        PyObject function = callee;
        PyObject argument = first;
        if (callee instanceof PyMethod m) {
            function = m.function;
            argument = m.self;
        }
        Observers.tell(x, frame, Event.CALL, pc, function, argument);
        if (!(function instanceof PyFunction)) {
            called = function;
            firstArgument = argument;
        }
    }

    private void returned(Execution x, Event e, int from) {
        PyObject f = called;
        called = null;
        at(x, from, e, f, firstArgument);
        firstArgument = null;
    }

    /**
     * An exception was raised in the frame or came into it.
     *
     * @param at the instruction that raised it
     * @return the exception that goes on: that of a trace function instead, if it raised one
     */
    PyException raised(Execution x, int at, PyException e) {
        if (!armed) {
            return e;
        }
        if (!x.isWatched()) {
            disarm();
            return e;
        }
        int pc = frame.pc;
        boolean interrupted = frame.interrupted;
        frame.pc = at;
        frame.interrupted = true;
        if (last >= 0) {
            copy[last] |= ARMED;
            last = -1;
        }
        int own = frame.code.code.ownLineAt(at);
        lastOfLine = own > 0 ? at : lastOfLine;
        try {
            if (called != null) {
                returned(x, Event.C_RAISE, at);
            }
            if (entered) {
                enterEvent(x, Event.PY_THROW, at, e.value);
            }
            shown = lastOfLine;
            Observers.tell(x, frame, e.reraised ? Event.RERAISE : Event.RAISE, at, e.value, null);
        } catch (PyException other) {
            return other;
        } finally {
            shown = -1;
            frame.pc = pc;
            frame.interrupted = interrupted;
        }
        return e;
    }

    /** The frame goes on behind an exception, or behind the iteration that it ended. */
    void handled(Execution x, int at, PyException e) {
        CodeObject.Handler h = frame.code.code.handlerAt(at);
        if (armed && x.isWatched() && h != null && frame.pc == h.handler()) {
            shown = lastOfLine;
            Observers.tell(x, frame, Event.EXCEPTION_HANDLED, frame.pc, e.value, null);
            shown = -1;
        }
    }

    /** An exception leaves the frame. Returns like {@link #raised}. */
    PyException unwound(Execution x, int at, PyException e) {
        if (!armed || !x.isWatched()) {
            return e;
        }
        frame.pc = at;
        frame.interrupted = true;
        shown = lastOfLine;
        try {
            Observers.tell(x, frame, Event.PY_UNWIND, at, e.value, null);
        } catch (PyException other) {
            return other;
        } finally {
            shown = -1;
            frame.interrupted = false;
        }
        return e;
    }
}
