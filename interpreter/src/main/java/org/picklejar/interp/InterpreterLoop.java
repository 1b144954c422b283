package org.picklejar.interp;

import static org.picklejar.core.Pending.PENDING;

import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.core.CallKinds;
import org.picklejar.core.CompiledCode;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.OperandKinds;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.FinishFrame;

/**
 * Executes Python frames until a native frame is on top or a switch is due. Calls from Python to Python stay in this loop.
 *
 * <p>Every case that may run Python stores {@code f.pc} behind itself first; {@code v == PENDING} then means that another frame
 * is on top. What an instruction means stands in the method named like it, in one of the classes {@code ...Instructions}, which
 * knows values, not registers; here are the moves between registers, the jumps, the counting of ticks, and, in line, the fast
 * cases. HotSpot does not compile a method beyond 8,000 bytes; a test reads the size of this one.
 */
final class InterpreterLoop {
    private InterpreterLoop() {}

    /**
     * @param error to be raised where the frame stands, or null
     * @return the value for the native frame now on top; PENDING when there is none
     */
    static PyObject run(Execution x, PythonFrame f, PyException error) {
        PyException raised = error;
        for (; ; ) {
            PyCode co = f.code;
            PyObject[] r = f.registers;
            int pc = f.pc;
            Object[] caches = co.caches;
            byte[] operands = co.operands;
            try {
                if (raised != null) {
                    PyException e = raised;
                    raised = null;
                    pc = f.currentPc();
                    throw e;
                }
                if (pc == 0) {
                    if ((f.invalid != null || ++x.ticks >= x.tickLimit) && SafePoints.enter(x, f)) {
                        return PENDING;
                    }
                    pc = Opcode.WIDTH;
                }
                // What compiled code has left to the interpreter begins with one instruction here.
                CompiledCode entry = f.interrupted ? null : Compiled.entry(x, f, pc);
                f.interrupted = false;
                if (entry != null) {
                    f.pc = pc;
                    PyObject left = Compiled.run(x, f, entry);
                    if (left == PENDING && x.switchRequest == null && x.top instanceof PythonFrame p) {
                        f = p;
                        continue;
                    }
                    return left;
                }
                int[] c = f.instructions;
                PyObject v;
                run:
                for (; ; ) {
                    dispatch:
                    {
                        switch (c[pc]) {
                            case Op.NOP -> {
                                break dispatch;
                            }
                            case Op.MOVE -> {
                                r[c[pc + 1]] = r[c[pc + 2]];
                                break dispatch;
                            }
                            case Op.LOAD_CONST -> {
                                r[c[pc + 1]] = co.constants[c[pc + 2]];
                                break dispatch;
                            }
                            case Op.CLEAR -> {
                                r[c[pc + 1]] = null;
                                break dispatch;
                            }
                            case Op.CHECK_LOCAL -> {
                                NameInstructions.checkLocal(co, r[c[pc + 2]], c[pc + 3]);
                                break dispatch;
                            }
                            case Op.LOAD_GLOBAL -> {
                                if (caches[pc >> 2] instanceof Caches.Global g
                                        && g.globals == f.globals
                                        && g.globals.keysVersion == g.version
                                        && g.found.keysVersion == g.foundVersion) {
                                    r[c[pc + 1]] = g.found.valueAt(g.entry);
                                } else {
                                    r[c[pc + 1]] = NameInstructions.loadGlobal(f, pc, co.names[c[pc + 2]]);
                                }
                                break dispatch;
                            }
                            case Op.LOAD_CELL -> {
                                r[c[pc + 1]] = NameInstructions.loadCell(co, r[c[pc + 2]], c[pc + 3]);
                                break dispatch;
                            }
                            case Op.STORE_CELL -> {
                                NameInstructions.storeCell(r[c[pc + 2]], r[c[pc + 3]]);
                                break dispatch;
                            }
                            case Op.LOAD_ATTR -> {
                                PyObject o = r[c[pc + 2]];
                                if (caches[pc >> 2] instanceof Caches.Attribute a
                                        && o instanceof PyInstance i
                                        && i.shape == a.shape
                                        && a.shape.type.version == a.version
                                        && a.index >= 0
                                        && (v = i.fields[a.index]) != null) {
                                    r[c[pc + 1]] = v;
                                    break dispatch;
                                }
                                f.pc = pc + 4;
                                v = AttributeInstructions.loadAttr(x, f, pc, o, co.names[c[pc + 3]]);
                            }
                            case Op.STORE_ATTR -> {
                                PyObject o = r[c[pc + 2]];
                                if (caches[pc >> 2] instanceof Caches.Attribute a
                                        && o instanceof PyInstance i
                                        && i.shape == a.shape
                                        && a.shape.type.version == a.version) {
                                    if (a.next == null) {
                                        i.fields[a.index] = r[c[pc + 1]];
                                    } else {
                                        i.append(a.next, r[c[pc + 1]]);
                                    }
                                    break dispatch;
                                }
                                f.pc = pc + 4;
                                v = AttributeInstructions.storeAttr(x, f, pc, o, co.names[c[pc + 3]], r[c[pc + 1]]);
                            }
                            case Op.LOAD_METHOD -> {
                                PyObject o = r[c[pc + 2]];
                                if (caches[pc >> 2] instanceof Caches.Attribute a
                                        && o instanceof PyInstance i
                                        && i.shape == a.shape
                                        && a.shape.type.version == a.version
                                        && a.value != null) {
                                    r[c[pc + 1]] = a.value;
                                    r[c[pc + 1] + 1] = o;
                                    break dispatch;
                                }
                                f.pc = pc + 4;
                                v = AttributeInstructions.loadMethod(co, pc, o, co.names[c[pc + 3]]);
                                r[c[pc + 1] + 1] = v == null ? null : o;
                                if (v == null) {
                                    v = AttributeInstructions.loadCallable(x, f, pc, o, co.names[c[pc + 3]]);
                                }
                            }
                            case Op.ADD -> {
                                PyObject a = r[c[pc + 2]];
                                PyObject b = Registers.right(co, r, c[pc + 3]);
                                x.ticks++;
                                if (a instanceof PyInt i && b instanceof PyInt j) {
                                    long s = i.value + j.value;
                                    if (((i.value ^ s) & (j.value ^ s)) >= 0) {
                                        r[c[pc + 1]] = PyInt.of(s);
                                        operands[pc >> 2] |= OperandKinds.INTS;
                                        break dispatch;
                                    }
                                } else if (a instanceof PyFloat i && b instanceof PyFloat j) {
                                    r[c[pc + 1]] = new PyFloat(i.value + j.value);
                                    operands[pc >> 2] |= OperandKinds.FLOATS;
                                    break dispatch;
                                }
                                f.pc = pc + 4;
                                OperandKinds.noteBeyondInts(co, pc, a, b);
                                v = ArithmeticInstructions.add(x, a, b);
                            }
                            case Op.IADD -> {
                                PyObject a = r[c[pc + 2]];
                                PyObject b = Registers.right(co, r, c[pc + 3]);
                                x.ticks++;
                                if (a instanceof PyInt i && b instanceof PyInt j) {
                                    long s = i.value + j.value;
                                    if (((i.value ^ s) & (j.value ^ s)) >= 0) {
                                        r[c[pc + 1]] = PyInt.of(s);
                                        operands[pc >> 2] |= OperandKinds.INTS;
                                        break dispatch;
                                    }
                                } else if (a instanceof PyFloat i && b instanceof PyFloat j) {
                                    r[c[pc + 1]] = new PyFloat(i.value + j.value);
                                    operands[pc >> 2] |= OperandKinds.FLOATS;
                                    break dispatch;
                                }
                                f.pc = pc + 4;
                                OperandKinds.noteBeyondInts(co, pc, a, b);
                                v = ArithmeticInstructions.iadd(x, a, b);
                            }
                            case Op.SUB -> {
                                PyObject a = r[c[pc + 2]];
                                PyObject b = Registers.right(co, r, c[pc + 3]);
                                x.ticks++;
                                if (a instanceof PyInt i && b instanceof PyInt j) {
                                    long s = i.value - j.value;
                                    if (((i.value ^ j.value) & (i.value ^ s)) >= 0) {
                                        r[c[pc + 1]] = PyInt.of(s);
                                        operands[pc >> 2] |= OperandKinds.INTS;
                                        break dispatch;
                                    }
                                } else if (a instanceof PyFloat i && b instanceof PyFloat j) {
                                    r[c[pc + 1]] = new PyFloat(i.value - j.value);
                                    operands[pc >> 2] |= OperandKinds.FLOATS;
                                    break dispatch;
                                }
                                f.pc = pc + 4;
                                OperandKinds.noteBeyondInts(co, pc, a, b);
                                v = ArithmeticInstructions.sub(x, a, b);
                            }
                            case Op.MUL -> {
                                PyObject a = r[c[pc + 2]];
                                PyObject b = Registers.right(co, r, c[pc + 3]);
                                x.ticks++;
                                if (a instanceof PyInt i && b instanceof PyInt j) {
                                    long s = i.value * j.value;
                                    if (Math.multiplyHigh(i.value, j.value) == s >> 63) {
                                        r[c[pc + 1]] = PyInt.of(s);
                                        operands[pc >> 2] |= OperandKinds.INTS;
                                        break dispatch;
                                    }
                                } else if (a instanceof PyFloat i && b instanceof PyFloat j) {
                                    r[c[pc + 1]] = new PyFloat(i.value * j.value);
                                    operands[pc >> 2] |= OperandKinds.FLOATS;
                                    break dispatch;
                                }
                                f.pc = pc + 4;
                                OperandKinds.noteBeyondInts(co, pc, a, b);
                                v = ArithmeticInstructions.mul(x, a, b);
                            }
                            case Op.TRUEDIV,
                                    Op.FLOORDIV,
                                    Op.MOD,
                                    Op.POW,
                                    Op.MATMUL,
                                    Op.LSHIFT,
                                    Op.RSHIFT,
                                    Op.AND,
                                    Op.OR,
                                    Op.XOR -> {
                                x.ticks++;
                                f.pc = pc + 4;
                                PyObject b = Registers.right(co, r, c[pc + 3]);
                                OperandKinds.note(co, pc, r[c[pc + 2]], b);
                                v = ArithmeticInstructions.binary(x, c[pc], r[c[pc + 2]], b);
                            }
                            case Op.ISUB,
                                    Op.IMUL,
                                    Op.ITRUEDIV,
                                    Op.IFLOORDIV,
                                    Op.IMOD,
                                    Op.IPOW,
                                    Op.IMATMUL,
                                    Op.ILSHIFT,
                                    Op.IRSHIFT,
                                    Op.IAND,
                                    Op.IOR,
                                    Op.IXOR -> {
                                x.ticks++;
                                f.pc = pc + 4;
                                PyObject b = Registers.right(co, r, c[pc + 3]);
                                OperandKinds.note(co, pc, r[c[pc + 2]], b);
                                v = ArithmeticInstructions.inPlace(x, c[pc], r[c[pc + 2]], b);
                            }
                            case Op.LT -> {
                                x.ticks++;
                                PyObject b = Registers.right(co, r, c[pc + 3]);
                                if (r[c[pc + 2]] instanceof PyInt i && b instanceof PyInt j) {
                                    boolean t = i.value < j.value;
                                    r[c[pc + 1]] = t ? PyBool.TRUE : PyBool.FALSE;
                                    operands[pc >> 2] |= OperandKinds.INTS;
                                    pc = behindTest(c, pc, t);
                                    break dispatch;
                                }
                                f.pc = pc + 4;
                                OperandKinds.note(co, pc, r[c[pc + 2]], b);
                                v = ComparisonInstructions.lt(x, r[c[pc + 2]], b);
                            }
                            case Op.EQ -> {
                                x.ticks++;
                                PyObject b = Registers.right(co, r, c[pc + 3]);
                                if (r[c[pc + 2]] instanceof PyInt i && b instanceof PyInt j) {
                                    boolean t = i.value == j.value;
                                    r[c[pc + 1]] = t ? PyBool.TRUE : PyBool.FALSE;
                                    operands[pc >> 2] |= OperandKinds.INTS;
                                    pc = behindTest(c, pc, t);
                                    break dispatch;
                                }
                                f.pc = pc + 4;
                                OperandKinds.note(co, pc, r[c[pc + 2]], b);
                                v = ComparisonInstructions.eq(x, r[c[pc + 2]], b);
                            }
                            case Op.LE, Op.NE, Op.GT, Op.GE -> {
                                x.ticks++;
                                PyObject b = Registers.right(co, r, c[pc + 3]);
                                if (r[c[pc + 2]] instanceof PyInt i && b instanceof PyInt j) {
                                    boolean t = ComparisonInstructions.holds(c[pc], i.value, j.value);
                                    r[c[pc + 1]] = t ? PyBool.TRUE : PyBool.FALSE;
                                    operands[pc >> 2] |= OperandKinds.INTS;
                                    pc = behindTest(c, pc, t);
                                    break dispatch;
                                }
                                f.pc = pc + 4;
                                OperandKinds.note(co, pc, r[c[pc + 2]], b);
                                v = ComparisonInstructions.compare(x, c[pc], r[c[pc + 2]], b);
                            }
                            case Op.IS -> {
                                x.ticks++;
                                r[c[pc + 1]] =
                                        ComparisonInstructions.is(r[c[pc + 2]], Registers.right(co, r, c[pc + 3]));
                                break dispatch;
                            }
                            case Op.IS_NOT -> {
                                x.ticks++;
                                r[c[pc + 1]] =
                                        ComparisonInstructions.isNot(r[c[pc + 2]], Registers.right(co, r, c[pc + 3]));
                                break dispatch;
                            }
                            case Op.CONTAINS -> {
                                x.ticks++;
                                f.pc = pc + 4;
                                v = ComparisonInstructions.contains(x, r[c[pc + 2]], Registers.right(co, r, c[pc + 3]));
                            }
                            case Op.SUBSCRIPT -> {
                                PyObject o = r[c[pc + 2]];
                                f.pc = pc + 4;
                                PyObject b = Registers.right(co, r, c[pc + 3]);
                                if (b instanceof PyInt i
                                        && o instanceof PyList l
                                        && i.value >= 0
                                        && i.value < l.size
                                        && l.isExact()) {
                                    v = l.items[(int) i.value];
                                } else if (b instanceof PyInt i
                                        && o instanceof PyTuple t
                                        && i.value >= 0
                                        && i.value < t.items.length) {
                                    v = t.items[(int) i.value];
                                } else {
                                    v = ItemInstructions.subscript(x, o, b);
                                }
                            }
                            case Op.STORE_SUBSCRIPT -> {
                                f.pc = pc + 4;
                                v = ItemInstructions.storeSubscript(x, r[c[pc + 2]], r[c[pc + 3]], r[c[pc + 1]]);
                            }
                            case Op.TO_BOOL -> {
                                f.pc = pc + 4;
                                v = ComparisonInstructions.toBool(x, r[c[pc + 2]]);
                            }
                            case Op.JUMP -> {
                                pc = c[pc + 3] - 4;
                                break dispatch;
                            }
                            case Op.JUMP_BACK -> {
                                if (++x.ticks >= x.tickLimit) {
                                    f.pc = pc;
                                    if (SafePoints.poll(x, f)) {
                                        return PENDING;
                                    }
                                }
                                pc = c[pc + 3] - 4;
                                if (Compiled.entry(x, f, pc + 4) != null) {
                                    f.pc = pc + 4;
                                    break run;
                                }
                                Compiled.arrive(x, co, pc + 4);
                                break dispatch;
                            }
                            case Op.JUMP_IF_TRUE, Op.JUMP_IF_FALSE -> {
                                PyObject o = r[c[pc + 2]];
                                if (!(o instanceof PyBool)) {
                                    // The bool, when it takes Python to find it, replaces the operand and this comes
                                    // again.
                                    f.pc = pc;
                                    o = ComparisonInstructions.toBool(x, o);
                                }
                                if (o == PENDING) {
                                    v = o;
                                } else {
                                    pc = o == PyBool.TRUE == (c[pc] == Op.JUMP_IF_TRUE) ? c[pc + 3] - 4 : pc;
                                    break dispatch;
                                }
                            }
                            case Op.FOR_ITER -> {
                                PyObject it = r[c[pc + 2]];
                                f.pc = pc + 4;
                                OperandKinds.noteIterator(co, pc, it);
                                if (it instanceof PyIterator i) {
                                    v = i.next();
                                } else if (it instanceof PyGenerator g && g.state == PyGenerator.State.SUSPENDED) {
                                    v = g.enter(x, PySingleton.NONE);
                                    x.endValue = null;
                                } else {
                                    v = IterationInstructions.forIter(x, it);
                                }
                                if (v == null) {
                                    pc = c[pc + 3] - 4;
                                    break dispatch;
                                }
                            }
                            case Op.SEND -> {
                                f.pc = pc + 4;
                                v = GeneratorInstructions.send(x, r[c[pc + 2]], r[c[pc + 1]]);
                                if (v == null) {
                                    r[c[pc + 1]] = Compiled.takeEnd(x);
                                    pc = c[pc + 3] - 4;
                                    break dispatch;
                                }
                            }
                            case Op.UNPACK -> {
                                PyObject[] items = IterationInstructions.unpack(r[c[pc + 2]]);
                                System.arraycopy(items, 0, r, c[pc + 1], c[pc + 3]);
                                break dispatch;
                            }
                            case Op.CALL, Op.CALL_METHOD -> {
                                int base = c[pc + 2];
                                int from = base + 1;
                                int n = c[pc + 3];
                                PyObject callee = r[base];
                                boolean withSelf = false;
                                if (c[pc] == Op.CALL_METHOD) {
                                    if (r[from] == null) {
                                        from++;
                                    } else {
                                        n++;
                                        withSelf = true;
                                    }
                                }
                                CallKinds.note(f.code, pc, callee, withSelf);
                                f.pc = pc + 4;
                                if (callee instanceof PyFunction fn
                                        && fn.code.entry == null
                                        && fn.code.simpleArity == n) {
                                    Compiled.called(x, fn.code);
                                    PythonFrame child = new PythonFrame(fn);
                                    Registers.copy(r, from, child.registers, n);
                                    child.back = f;
                                    child.depth = f.depth + 1;
                                    child.inherited = f.handled != null ? f.handled : f.inherited;
                                    if (child.depth >= x.machine.recursionLimit) {
                                        x.checkDepth(child);
                                    }
                                    x.top = child;
                                    f = child;
                                    break run;
                                }
                                CallInstructions.note(f.code, pc, callee);
                                v = CallInstructions.call(x, callee, Registers.list(r, from, n));
                            }
                            case Op.RETURN -> {
                                v = r[c[pc + 2]];
                                Frame back = f.back;
                                x.top = back;
                                if (back instanceof PythonFrame p) {
                                    p.setResult(v);
                                    f = p;
                                    break run;
                                }
                                if (back instanceof FinishFrame n) {
                                    v = n.step(x, v);
                                    if (v == null) {
                                        throw Errors.stopIteration(null);
                                    }
                                    if (x.switchRequest == null && x.top instanceof PythonFrame p) {
                                        if (v != PENDING) {
                                            p.setResult(v);
                                        }
                                        f = p;
                                        break run;
                                    }
                                }
                                return v;
                            }
                            case Op.YIELD -> {
                                v = r[c[pc + 2]];
                                f.pc = pc + 4;
                                f.generator.state = PyGenerator.State.SUSPENDED;
                                Frame back = f.back;
                                f.back = null;
                                x.top = back;
                                if (back instanceof PythonFrame p) {
                                    p.setResult(v);
                                    f = p;
                                    break run;
                                }
                                return v;
                            }
                            case Op.RAISE, Op.RERAISE -> {
                                // Without a throw in Java, which costs more than all the rest.
                                f.pc = pc + 4;
                                PyException e = c[pc] == Op.RERAISE
                                        ? ExceptionInstructions.reraise(r[c[pc + 2]])
                                        : ExceptionInstructions.raise(
                                                x, f, Registers.orNull(r, c[pc + 2]), Registers.orNull(r, c[pc + 3]));
                                if (e != null) {
                                    f = Unwinder.unwind(x, f, pc, e);
                                    break run;
                                }
                                v = PENDING;
                            }
                            case Op.LIST_APPEND -> {
                                BuildingInstructions.listAppend(r[c[pc + 2]], r[c[pc + 3]]);
                                break dispatch;
                            }
                            case Op.JUMP_IF_NONE -> {
                                pc = r[c[pc + 2]] == PySingleton.NONE ? c[pc + 3] - 4 : pc;
                                break dispatch;
                            }
                            case Op.JUMP_IF_NOT_NONE -> {
                                pc = r[c[pc + 2]] != PySingleton.NONE ? c[pc + 3] - 4 : pc;
                                break dispatch;
                            }
                            default -> {
                                if (c[pc] >= FrameSteps.ARMED) {
                                    pc = f.steps.before(x, pc) - 4;
                                    break dispatch;
                                }
                                f.pc = pc + 4;
                                v = OtherInstructions.execute(x, f, pc);
                                if (v == null) {
                                    break dispatch;
                                }
                            }
                        }
                        // Here an instruction has a result, or it has pushed a frame.
                        if (v == PENDING) {
                            if (x.switchRequest == null && x.top instanceof PythonFrame p) {
                                f = p;
                                break run;
                            }
                            return PENDING;
                        }
                        r[c[pc + 1]] = v;
                    }
                    // The only way back: with many, HotSpot's compiler takes the loop for several nested ones, and
                    // seconds for it.
                    pc += 4;
                }
            } catch (Throwable t) {
                x.switchRequest = null;
                f = Unwinder.unwind(x, f, pc, Unwinder.toPython(t));
            }
        }
    }

    /**
     * Does the conditional jump that may follow a comparison of ints, to save a turn of the loop.
     *
     * @return the instruction before the one to go on at
     */
    private static int behindTest(int[] c, int pc, boolean result) {
        int next = pc + 4;
        int op = c[next];
        if (op == Op.JUMP_IF_FALSE) {
            return result ? next : c[next + 3] - 4;
        }
        return op == Op.JUMP_IF_TRUE ? result ? c[next + 3] - 4 : next : pc;
    }
}
