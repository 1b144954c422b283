package org.picklejar.jit;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IFNONNULL;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.IF_ACMPEQ;
import static org.objectweb.asm.Opcodes.IF_ACMPNE;
import static org.objectweb.asm.Opcodes.INSTANCEOF;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.POP;

import java.util.Arrays;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.core.CallKinds;
import org.picklejar.core.CompiledCode;
import org.picklejar.core.DirectCall;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyIterator;
import org.picklejar.interp.AttributeInstructions;
import org.picklejar.interp.CallInstructions;
import org.picklejar.interp.ComparisonInstructions;
import org.picklejar.interp.Compiled;
import org.picklejar.interp.CompiledOps;
import org.picklejar.interp.ExceptionInstructions;
import org.picklejar.interp.GeneratorInstructions;
import org.picklejar.interp.IterationInstructions;
import org.picklejar.interp.NameInstructions;

/** Writes instructions: the moves between registers, the jumps and the calls; the rest is left to {@link OperationWriter}. */
final class InstructionWriter extends OperandWriter {
    private static final String BOOL = Type.getInternalName(PyBool.class);
    private static final String BOOL_TYPE = Type.getDescriptor(PyBool.class);
    private static final String ITERATOR = Type.getInternalName(PyIterator.class);
    private static final int MOST_DIRECT_ARGUMENTS = 3;

    private final OperationWriter operations;
    private final NumberWriter numbers;
    private final CodeObject code;
    /** The cell of the class in whose body the function stands; -1 when it does not need it. */
    private final int classCell;

    /** @param numbers what is done on numbers; null: nothing */
    InstructionWriter(Body body, UnitWriter unit, Numbers numbers) {
        super(body, unit);
        this.numbers = new NumberWriter(body, unit, numbers);
        this.operations = new OperationWriter(body, unit);
        this.code = body.code;
        int free = Arrays.asList(code.freeNames).indexOf("__class__");
        this.classCell = free < 0 ? -1 : code.firstFree() + free;
    }

    /** @param onNumbers whether the instruction is done on numbers */
    void write(int pc, boolean onNumbers) {
        if (onNumbers) {
            numbers.write(pc);
            return;
        }
        int[] c = code.code;
        int op = c[pc];
        int dst = c[pc + 1];
        int a = c[pc + 2];
        int b = c[pc + 3];
        switch (op) {
            case Op.NOP -> {}
            case Op.MOVE -> {
                body.load(a);
                body.store(dst);
            }
            case Op.LOAD_CONST -> {
                unit.pushConstant(body, a);
                body.store(dst);
            }
            case Op.CLEAR -> {
                mv.visitInsn(ACONST_NULL);
                body.store(dst);
            }
            case Op.JUMP -> mv.visitJumpInsn(GOTO, body.target(b));
            case Op.JUMP_BACK -> {
                body.execution();
                body.invoke(CompiledOps.class, "isDue");
                mv.visitJumpInsn(IFNE, body.exits.leaving(pc));
                mv.visitJumpInsn(GOTO, body.target(b));
            }
            case Op.JUMP_IF_TRUE -> jumpIf(pc, a, "TRUE", "FALSE", b);
            case Op.JUMP_IF_FALSE -> jumpIf(pc, a, "FALSE", "TRUE", b);
            case Op.JUMP_IF_NONE -> {
                body.load(a);
                none();
                mv.visitJumpInsn(IF_ACMPEQ, body.target(b));
            }
            case Op.JUMP_IF_NOT_NONE -> {
                body.load(a);
                none();
                mv.visitJumpInsn(IF_ACMPNE, body.target(b));
            }
            case Op.CHECK_LOCAL -> {
                Label bound = new Label();
                body.load(a);
                mv.visitJumpInsn(IFNONNULL, bound);
                body.setPc(pc + 4);
                body.pushCode();
                body.load(a);
                body.push(b);
                body.invoke(NameInstructions.class, "checkLocal");
                body.place(bound);
            }
            case Op.LOAD_METHOD -> loadMethod(pc, dst, a, b);
            case Op.FOR_ITER -> {
                Label other = new Label();
                Label found = new Label();
                body.setPc(pc + 4);
                body.load(a);
                mv.visitTypeInsn(INSTANCEOF, ITERATOR);
                mv.visitJumpInsn(IFEQ, other);
                body.load(a);
                mv.visitTypeInsn(CHECKCAST, ITERATOR);
                body.invokeVirtual(ITERATOR, "next", "()" + Body.OBJECT_TYPE);
                mv.visitJumpInsn(GOTO, found);
                body.place(other);
                body.execution();
                body.load(a);
                body.invoke(CompiledOps.class, "forIter");
                body.place(found, 1);
                itemOrEnd(pc, dst, b, false);
            }
            case Op.SEND -> {
                body.setPc(pc + 4);
                body.execution();
                body.load(a);
                body.load(dst);
                body.invoke(GeneratorInstructions.class, "send");
                itemOrEnd(pc, dst, b, true);
            }
            case Op.UNPACK -> {
                body.load(a);
                body.invoke(IterationInstructions.class, "unpack");
                for (int i = 0; i < b; i++) {
                    mv.visitInsn(DUP);
                    body.push(i);
                    mv.visitInsn(AALOAD);
                    body.store(dst + i);
                }
                mv.visitInsn(POP);
            }
            case Op.CALL -> {
                if (b == 0 && classCell >= 0) {
                    callSuper(pc, dst, a);
                } else {
                    call(pc, dst, a, b);
                }
            }
            case Op.CALL_METHOD -> callMethod(pc, dst, a, b);
            case Op.RETURN, Op.RETURN_GENERATOR -> {
                body.load(a);
                body.goReturning();
            }
            case Op.YIELD -> {
                body.setPc(pc + 4);
                body.writeRegisters(body.during(pc));
                body.execution();
                body.frame();
                body.load(a);
                body.invoke(Compiled.class, "yields");
                mv.visitInsn(ARETURN);
            }
            case Op.RAISE -> {
                body.setPc(pc + 4);
                body.execution();
                body.frame();
                orNull(a);
                orNull(b);
                body.invoke(ExceptionInstructions.class, "raise");
                body.raiseUnlessNull();
                body.pending();
                mv.visitJumpInsn(GOTO, body.exits.waiting(pc));
            }
            case Op.RERAISE -> {
                body.setPc(pc + 4);
                body.load(a);
                body.invoke(ExceptionInstructions.class, "reraise");
                body.raise();
            }
            default -> {
                body.setPc(pc + 4);
                operations.write(op, pc, dst, a, b);
            }
        }
    }

    // ---- jumps and ways out

    private void jumpIf(int pc, int a, String jumps, String goesOn, int target) {
        Label next = new Label();
        Label taken = body.target(target);
        body.load(a);
        mv.visitFieldInsn(GETSTATIC, BOOL, jumps, BOOL_TYPE);
        mv.visitJumpInsn(IF_ACMPEQ, taken);
        if (isBool(pc, a)) {
            return;
        }
        body.load(a);
        mv.visitFieldInsn(GETSTATIC, BOOL, goesOn, BOOL_TYPE);
        mv.visitJumpInsn(IF_ACMPEQ, next);
        // The bool, when it takes Python to find it, replaces the operand and this comes again.
        body.setPc(pc);
        body.execution();
        body.load(a);
        body.invoke(ComparisonInstructions.class, "toBool");
        body.checkPending(body.exits.waitingBefore(pc, a));
        mv.visitFieldInsn(GETSTATIC, BOOL, jumps, BOOL_TYPE);
        mv.visitJumpInsn(IF_ACMPEQ, taken);
        body.place(next);
    }

    /** Whether the instruction before, from which alone this one is reached, has put a bool into a register. */
    private boolean isBool(int pc, int register) {
        int before = pc - Opcode.WIDTH;
        int[] c = code.code;
        return !body.region.isTarget(pc)
                && body.region.contains(before)
                && c[before + 1] == register
                && switch (c[before]) {
                    case Op.TO_BOOL,
                            Op.NOT,
                            Op.IS,
                            Op.IS_NOT,
                            Op.CONTAINS,
                            Op.NOT_CONTAINS,
                            Op.MATCH_EXCEPTION,
                            Op.MATCH_SEQUENCE,
                            Op.MATCH_MAPPING -> true;
                    default -> false;
                };
    }

    /** An item is on the stack, or null at the end. */
    private void itemOrEnd(int pc, int dst, int target, boolean keepsResult) {
        Label item = new Label();
        mv.visitInsn(DUP);
        mv.visitJumpInsn(IFNONNULL, item);
        mv.visitInsn(POP);
        if (keepsResult) {
            body.execution();
            body.invoke(Compiled.class, "takeEnd");
            body.store(dst);
        }
        mv.visitJumpInsn(GOTO, body.target(target));
        body.place(item, 1);
        body.checkPending(body.exits.waiting(pc));
        body.store(dst);
    }

    // ---- calls

    private void loadMethod(int pc, int dst, int a, int name) {
        Label bound = new Label();
        Label end = new Label();
        body.setPc(pc + 4);
        body.load(a);
        mv.visitVarInsn(ASTORE, body.valueSlot);
        body.pushCode();
        body.push(pc);
        mv.visitVarInsn(ALOAD, body.valueSlot);
        unit.pushName(body, name);
        body.invoke(CompiledOps.class, "loadMethod");
        mv.visitInsn(DUP);
        mv.visitJumpInsn(IFNULL, bound);
        body.store(dst);
        mv.visitVarInsn(ALOAD, body.valueSlot);
        body.store(dst + 1);
        mv.visitJumpInsn(GOTO, end);
        body.place(bound, 1);
        body.store(dst + 1);
        body.execution();
        body.frame();
        body.push(pc);
        mv.visitVarInsn(ALOAD, body.valueSlot);
        unit.pushName(body, name);
        body.invoke(AttributeInstructions.class, "loadCallable");
        body.checkPending(body.exits.waiting(pc));
        body.store(dst);
        body.place(end);
    }

    private void call(int pc, int dst, int callee, int n) {
        Label end = new Label();
        int kinds = unit.linked().operands[pc >> 2];
        body.setPc(pc + 4);
        likelyCalls(pc, callee, callee + 1, n, kinds, end);
        body.execution();
        boolean isKnown = (kinds & CallKinds.FUNCTION) != 0;
        if (!isKnown) {
            body.pushCode();
            body.push(pc);
        }
        body.load(callee);
        array(callee + 1, n);
        body.invoke(isKnown ? CallInstructions.class : Compiled.class, isKnown ? "call" : "callNew");
        endCall(pc, dst, end);
    }

    /** The object of the method, or null, stands behind the callee, and then the arguments. */
    private void callMethod(int pc, int dst, int callee, int n) {
        Label other = new Label();
        Label end = new Label();
        int plain = unit.linked().operands[pc >> 2];
        int withSelf = plain >> CallKinds.WITH_SELF;
        int all = CallKinds.FUNCTION | CallKinds.OTHER;
        body.setPc(pc + 4);
        if ((withSelf & all) != 0) {
            Label without = new Label();
            body.load(callee + 1);
            mv.visitJumpInsn(IFNULL, without);
            likelyCalls(pc, callee, callee + 1, n + 1, withSelf, end);
            if ((plain & all) != 0) {
                mv.visitJumpInsn(GOTO, other);
            }
            body.place(without);
        }
        if ((plain & all) != 0) {
            if ((withSelf & all) == 0) {
                body.load(callee + 1);
                mv.visitJumpInsn(IFNONNULL, other);
            }
            likelyCalls(pc, callee, callee + 2, n, plain, end);
            body.place(other);
        }
        boolean isKnown = ((withSelf | plain) & CallKinds.FUNCTION) != 0;
        body.execution();
        if (!isKnown) {
            body.pushCode();
            body.push(pc);
        }
        body.load(callee);
        array(callee + 1, n + 1);
        body.invoke(isKnown ? CompiledOps.class : Compiled.class, isKnown ? "callMethod" : "callNewMethod");
        endCall(pc, dst, end);
    }

    private void endCall(int pc, int dst, Label end) {
        body.place(end, 1);
        body.checkPending(body.exits.waiting(pc));
        body.store(dst);
    }

    /** Calls what was called here before, if it is that again, and goes on at the end with the result; else falls through. */
    private void likelyCalls(int pc, int callee, int from, int n, int kinds, Label end) {
        if ((kinds & CallKinds.FUNCTION) != 0) {
            callFunction(callee, from, n, end);
        }
        if ((kinds & CallKinds.OTHER) != 0) {
            callBuiltin(pc, callee, from, n, end);
        }
    }

    /** Calls a function that is compiled. */
    private void callFunction(int callee, int from, int n, Label end) {
        Label other = new Label();
        body.load(callee);
        mv.visitTypeInsn(INSTANCEOF, Body.FUNCTION);
        mv.visitJumpInsn(IFEQ, other);
        body.load(callee);
        mv.visitTypeInsn(CHECKCAST, Body.FUNCTION);
        mv.visitInsn(DUP);
        mv.visitVarInsn(ASTORE, body.functionSlot);
        mv.visitFieldInsn(GETFIELD, Body.FUNCTION, "code", UnitWriter.CODE_TYPE);
        mv.visitFieldInsn(
                GETFIELD, Type.getInternalName(PyCode.class), "entry", Type.getDescriptor(CompiledCode.class));
        mv.visitInsn(DUP);
        mv.visitVarInsn(ASTORE, body.entrySlot);
        mv.visitJumpInsn(IFNULL, other);
        mv.visitVarInsn(ALOAD, body.entrySlot);
        body.execution();
        mv.visitVarInsn(ALOAD, body.functionSlot);
        boolean direct = n <= MOST_DIRECT_ARGUMENTS;
        if (direct) {
            for (int i = 0; i < n; i++) {
                body.load(from + i);
            }
        } else {
            array(from, n);
        }
        body.invokeVirtual(
                Body.COMPILED,
                "call",
                "(L" + Body.EXECUTION + ";L" + Body.FUNCTION + ";"
                        + (direct ? Body.OBJECT_TYPE.repeat(n) : Body.ARRAY_TYPE) + ")" + Body.OBJECT_TYPE);
        mv.visitJumpInsn(GOTO, end);
        body.place(other);
    }

    /** Calls the builtin that was called here before, when it is that again. */
    private void callBuiltin(int pc, int callee, int from, int n, Label end) {
        if (n >= DirectCall.KINDS.length
                || CallInstructions.direct(unit.linked().cacheAt(pc), n) == null) {
            return;
        }
        Label other = new Label();
        body.load(callee);
        int noted = unit.noteCall(pc, n);
        unit.pushBuiltin(body, noted);
        mv.visitJumpInsn(IF_ACMPNE, other);
        Class<?> kind = DirectCall.KINDS[n];
        unit.pushDirect(body, noted);
        body.execution();
        for (int i = 0; i < n; i++) {
            body.load(from + i);
        }
        String descriptor = "(L" + Body.EXECUTION + ";" + Body.OBJECT_TYPE.repeat(n) + ")" + Body.OBJECT_TYPE;
        mv.visitMethodInsn(INVOKEINTERFACE, Type.getInternalName(kind), "call", descriptor, true);
        mv.visitJumpInsn(GOTO, end);
        body.place(other);
    }

    /** A call without arguments where {@code super()} is possible, which needs the first argument of the function and the cell of its class. */
    private void callSuper(int pc, int dst, int callee) {
        Label other = new Label();
        Label end = new Label();
        body.setPc(pc + 4);
        body.execution();
        body.load(callee);
        body.invoke(Compiled.class, "isSuper");
        mv.visitJumpInsn(IFEQ, other);
        BitSet read = new BitSet();
        read.set(0);
        read.set(code.firstCell(), code.firstFree());
        read.set(classCell);
        body.writeRegisters(read);
        body.execution();
        body.frame();
        body.load(callee);
        body.invoke(Compiled.class, "callSuper");
        mv.visitJumpInsn(GOTO, end);
        body.place(other);
        body.execution();
        body.load(callee);
        array(0, 0);
        body.invoke(CallInstructions.class, "call");
        body.place(end, 1);
        body.checkPending(body.exits.waiting(pc));
        body.store(dst);
    }
}
