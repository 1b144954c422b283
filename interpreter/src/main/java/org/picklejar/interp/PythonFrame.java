package org.picklejar.interp;

import java.util.function.Consumer;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;

/** An activation of Python code: registers and where it stands. It is the {@code frame} object that programs see. */
public final class PythonFrame extends Frame {
    public static final PyType TYPE =
            PyType.builtin("frame", PythonFrame.class, PyType.OBJECT).notSubclassable();

    public final PyCode code;
    /** Null while compiled code has them. */
    public PyObject[] registers;
    /** What the loop executes: the code's own, or a copy of them with marks while the frame is observed. */
    int[] instructions;
    /** Observes the frame; null while nobody did. */
    FrameSteps steps;
    /** Index of the next instruction. What a child returns goes to the destination of the instruction before. */
    public int pc;

    public PyDict globals;
    public PyDict builtins;
    /** The namespace of a class body, module or exec; null in functions. */
    public PyObject locals;
    /** Names that a debugger has added to a function's variables ({@code f_locals}); null when none. */
    public PyDict extraLocals;
    /** What this frame belongs to when it can yield; else null. */
    public PyGenerator generator;
    /** The exception that this frame handles; null when none. */
    public PyBaseException handled;
    /** Stopped between two instructions: it takes no value when it goes on. */
    public boolean interrupted;
    /** Whether programs may have it: then it keeps its variables when it has been left. */
    public boolean exposed;
    /** Whether something shows its variables: then it stays in the interpreter. */
    boolean shown;
    /** Why it cannot go on (an unpickled frame whose code is foreign); null normally. */
    public String invalid;
    /** The trace function of this frame ({@code f_trace}); null when it has none. */
    public PyObject trace;
    /** Whether that wants an event for each line, and for each instruction. */
    public boolean traceLines = true;

    public boolean traceOpcodes;

    /**
     * An activation of code in a namespace.
     *
     * @param locals the namespace of a class body, module or exec; null in functions
     * @throws PyException SystemError when the code has a fault
     */
    public PythonFrame(PyCode code, PyDict globals, PyDict builtins, PyObject locals) {
        this(code, globals, builtins);
        code.requireVerified();
        this.locals = locals;
    }

    private PythonFrame(PyCode code, PyDict globals, PyDict builtins) {
        this.code = code;
        this.instructions = code.instructions;
        this.registers = new PyObject[code.registers];
        this.globals = globals;
        this.builtins = builtins;
    }

    /** A call of a function whose code was verified. */
    PythonFrame(PyFunction f) {
        this(f.code, f.globals, f.builtins);
        if (f.closure.length > 0) {
            System.arraycopy(f.closure, 0, registers, code.code.firstFree(), f.closure.length);
        }
    }

    /** A call in compiled code, which keeps the registers. */
    PythonFrame(PyFunction f, PyCode code) {
        this.code = code;
        this.instructions = code.instructions;
        this.globals = f.globals;
        this.builtins = f.builtins;
        this.pc = Opcode.WIDTH;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public PyBaseException handledException() {
        return handled != null ? handled : inherited;
    }

    /** Where names are stored that are no registers: the namespace of a class body, module or exec, else the globals. */
    PyObject namespace() {
        return locals == null ? globals : locals;
    }

    /** Gives it the result it waits for. */
    public void deliver(PyObject value) {
        if (interrupted) {
            interrupted = false;
        } else if (pc > 0) {
            setResult(value);
        }
    }

    /** Stores the result of the instruction before pc; a frame that cannot run stands at its start and takes nothing. */
    void setResult(PyObject value) {
        if (pc > 0) {
            registers[code.instructions[pc - 3]] = value;
        }
    }

    /**
     * Goes on behind the loop, or the delegation, whose iterator has ended.
     *
     * @param at where the frame stands
     * @param result what the iterator returned; only a SEND keeps it
     * @return false when the instruction there is neither FOR_ITER nor SEND
     */
    boolean endIteration(int at, PyObject result) {
        int[] c = code.instructions;
        if (at >= c.length || c[at] != Op.FOR_ITER && c[at] != Op.SEND) {
            return false;
        }
        if (c[at] == Op.SEND) {
            registers[c[at + 1]] = result;
        }
        pc = c[at + 3];
        interrupted = false;
        return true;
    }

    /** The instruction that is being executed or was last. */
    public int currentPc() {
        if (steps != null && steps.shown >= 0) {
            return steps.shown;
        }
        return pc == 0 || interrupted ? pc : pc - Opcode.WIDTH;
    }

    public int line() {
        return code.code.lineAt(currentPc());
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        if (registers != null) {
            for (PyObject o : registers) {
                if (o != null) {
                    visitor.accept(o);
                }
            }
        }
        for (PyObject o : new PyObject[] {locals, extraLocals, trace}) {
            if (o != null) {
                visitor.accept(o);
            }
        }
    }
}
