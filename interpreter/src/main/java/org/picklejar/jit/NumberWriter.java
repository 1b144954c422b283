package org.picklejar.jit;

import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DCMPG;
import static org.objectweb.asm.Opcodes.DCMPL;
import static org.objectweb.asm.Opcodes.DCONST_0;
import static org.objectweb.asm.Opcodes.DDIV;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DNEG;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFGE;
import static org.objectweb.asm.Opcodes.IFGT;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.INSTANCEOF;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.L2D;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LMUL;
import static org.objectweb.asm.Opcodes.LNEG;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LSHL;
import static org.objectweb.asm.Opcodes.LSHR;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.LSUB;
import static org.objectweb.asm.Opcodes.LXOR;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyIntIterator;
import org.picklejar.interp.CompiledOps;

/**
 * Writes the instructions that are done on numbers. When an operand is none of the kind that was guessed, or a result is too large for a long,
 * the interpreter does the instruction.
 */
final class NumberWriter {
    private static final String BOOL = Type.getInternalName(PyBool.class);
    private static final String ITERATOR = Type.getInternalName(PyIntIterator.class);

    private final Body body;
    private final UnitWriter unit;
    private final Numbers numbers;
    private final MethodVisitor mv;
    private final CodeObject code;

    NumberWriter(Body body, UnitWriter unit, Numbers numbers) {
        this.body = body;
        this.unit = unit;
        this.numbers = numbers;
        this.mv = body.mv;
        this.code = body.code;
    }

    void write(int pc) {
        int[] c = code.code;
        int op = c[pc];
        int dst = c[pc + 1];
        int a = c[pc + 2];
        int b = c[pc + 3];
        switch (op) {
            case Op.NOP, Op.CHECK_LOCAL -> {}
            case Op.JUMP -> {
                body.countTicks();
                mv.visitJumpInsn(GOTO, body.target(b));
            }
            case Op.MOVE -> body.file.move(dst, a);
            case Op.LOAD_CONST -> loadConstant(dst, a);
            case Op.JUMP_IF_TRUE, Op.JUMP_IF_FALSE -> {
                body.countTicks();
                compareWithZero(a);
                mv.visitJumpInsn(op == Op.JUMP_IF_TRUE ? IFNE : IFEQ, body.target(b));
            }
            case Op.FOR_ITER -> nextInt(pc, dst, a, b);
            default -> operate(pc, op, dst, a, b);
        }
        body.tick(Opcode.at(op).ticks());
    }

    private void loadConstant(int dst, int index) {
        unit.pushConstant(body, index);
        body.store(dst);
        Object k = code.constants[index];
        if (k instanceof Long || k instanceof Double) {
            mv.visitLdcInsn(k);
            body.file.alsoStore(dst, k instanceof Long ? Forms.LONG : Forms.DOUBLE);
        }
    }

    private void compareWithZero(int register) {
        if (body.file.is(register, Forms.LONG)) {
            body.file.loadLong(register);
            mv.visitInsn(LCONST_0);
            mv.visitInsn(LCMP);
        } else {
            body.file.loadDouble(register);
            mv.visitInsn(DCONST_0);
            mv.visitInsn(DCMPL);
        }
    }

    private void nextInt(int pc, int dst, int a, int target) {
        body.countTicks();
        body.file.needBoxed(a);
        body.load(a);
        mv.visitTypeInsn(INSTANCEOF, ITERATOR);
        mv.visitJumpInsn(IFEQ, body.exits.wrong(pc));
        body.load(a);
        mv.visitTypeInsn(CHECKCAST, ITERATOR);
        body.invokeVirtual(ITERATOR, "hasMore", "()Z");
        mv.visitJumpInsn(IFEQ, body.target(target));
        body.load(a);
        mv.visitTypeInsn(CHECKCAST, ITERATOR);
        body.invokeVirtual(ITERATOR, "nextLong", "()J");
        body.file.storeLong(dst);
    }

    // ---- operators

    private void operate(int pc, int op, int dst, int a, int b) {
        byte[] before = body.file.state.clone();
        Numbers.Form form = numbers.form(pc, before);
        take(pc, a, b, before);
        if (!Numbers.isUnary(op)) {
            take(pc, b, a, before);
        }
        if (Numbers.isComparison(op)) {
            compare(op, dst, a, b, form);
            return;
        }
        if (form == Numbers.Form.DOUBLES) {
            doubles(pc, op, a, b);
        } else {
            longs(pc, op, a, b);
        }
        if (Numbers.result(op, form) == Forms.LONG) {
            body.file.storeLong(dst);
        } else {
            body.file.storeDouble(dst);
        }
    }

    private void take(int pc, int operand, int other, byte[] before) {
        if (!Numbers.isConstant(operand)) {
            body.file.needNumber(operand, numbers.taken(pc, operand, other, before), body.exits.wrong(pc));
        }
    }

    private void pushLong(int operand) {
        if (Numbers.isConstant(operand)) {
            mv.visitLdcInsn(numbers.constant(operand));
        } else {
            body.file.loadLong(operand);
        }
    }

    private void pushDouble(int operand) {
        if (Numbers.isConstant(operand)) {
            mv.visitLdcInsn(((Number) numbers.constant(operand)).doubleValue());
        } else if (body.file.is(operand, Forms.DOUBLE)) {
            body.file.loadDouble(operand);
        } else {
            body.file.loadLong(operand);
            mv.visitInsn(L2D);
        }
    }

    private void pushLongs(int a, int b) {
        pushLong(a);
        pushLong(b);
    }

    private void pushDoubles(int a, int b) {
        pushDouble(a);
        pushDouble(b);
    }

    /** The constant long that an operand is; null when it is none. */
    private Long constant(int operand) {
        return Numbers.isConstant(operand) && numbers.constant(operand) instanceof Long k ? k : null;
    }

    /** Keeps the long on the stack. */
    private void keep() {
        mv.visitVarInsn(LSTORE, body.file.scratch);
    }

    private void kept() {
        mv.visitVarInsn(LLOAD, body.file.scratch);
    }

    /** Leaves the result of an operation on longs on the stack. */
    private void longs(int pc, int op, int a, int b) {
        switch (op) {
            case Op.ADD, Op.IADD -> sumOrDifference(pc, a, b, false);
            case Op.SUB, Op.ISUB -> sumOrDifference(pc, a, b, true);
            case Op.MUL, Op.IMUL -> product(pc, a, b);
            case Op.POW, Op.IPOW -> product(pc, a, a);
            case Op.TRUEDIV, Op.ITRUEDIV -> {
                needExact(pc, a);
                needExact(pc, b);
                needOtherThan(pc, b, 0);
                pushDoubles(a, b);
                mv.visitInsn(DDIV);
            }
            case Op.FLOORDIV, Op.IFLOORDIV -> {
                Long k = constant(b);
                if (k != null && k > 0 && Long.bitCount(k) == 1) {
                    pushLong(a);
                    body.push(Long.numberOfTrailingZeros(k));
                    mv.visitInsn(LSHR);
                } else {
                    needOtherThan(pc, b, 0);
                    needOtherThan(pc, b, -1);
                    pushLongs(a, b);
                    math("floorDiv", "(JJ)J");
                }
            }
            case Op.MOD, Op.IMOD -> {
                Long k = constant(b);
                if (k != null && k > 0 && Long.bitCount(k) == 1) {
                    pushLong(a);
                    mv.visitLdcInsn(k - 1);
                    mv.visitInsn(LAND);
                } else {
                    needOtherThan(pc, b, 0);
                    pushLongs(a, b);
                    math("floorMod", "(JJ)J");
                }
            }
            case Op.AND, Op.IAND -> bits(LAND, a, b);
            case Op.OR, Op.IOR -> bits(LOR, a, b);
            case Op.XOR, Op.IXOR -> bits(LXOR, a, b);
            case Op.LSHIFT, Op.ILSHIFT -> {
                needShift(pc, b);
                shift(LSHL, a, b);
                keep();
                kept();
                pushLong(b);
                mv.visitInsn(L2I);
                mv.visitInsn(LSHR);
                pushLong(a);
                mv.visitInsn(LCMP);
                mv.visitJumpInsn(IFNE, body.exits.wrong(pc));
                kept();
            }
            case Op.RSHIFT, Op.IRSHIFT -> {
                needShift(pc, b);
                shift(LSHR, a, b);
            }
            case Op.NEGATE -> {
                needOtherThan(pc, a, Long.MIN_VALUE);
                pushLong(a);
                mv.visitInsn(LNEG);
            }
            case Op.POSITIVE -> pushLong(a);
            case Op.INVERT -> {
                pushLong(a);
                mv.visitLdcInsn(-1L);
                mv.visitInsn(LXOR);
            }
            default -> throw new IllegalArgumentException("opcode " + op);
        }
    }

    private void sumOrDifference(int pc, int a, int b, boolean isDifference) {
        pushLongs(a, b);
        mv.visitInsn(isDifference ? LSUB : LADD);
        keep();
        Long k = constant(b);
        if (k != null) {
            kept();
            pushLong(a);
            mv.visitInsn(LCMP);
            mv.visitJumpInsn(k >= 0 == isDifference ? IFGT : IFLT, body.exits.wrong(pc));
        } else {
            overflows(a, b, isDifference);
            mv.visitJumpInsn(IFLT, body.exits.wrong(pc));
        }
        kept();
    }

    /** Pushes a negative int when the kept sum or difference has not the sign that it would have. */
    private void overflows(int a, int b, boolean isDifference) {
        pushLong(a);
        if (isDifference) {
            pushLong(b);
        } else {
            kept();
        }
        mv.visitInsn(LXOR);
        pushLong(isDifference ? a : b);
        kept();
        mv.visitInsn(LXOR);
        mv.visitInsn(LAND);
        mv.visitInsn(LCONST_0);
        mv.visitInsn(LCMP);
    }

    private void product(int pc, int a, int b) {
        pushLongs(a, b);
        mv.visitInsn(LMUL);
        keep();
        pushLongs(a, b);
        math("multiplyHigh", "(JJ)J");
        kept();
        body.push(63);
        mv.visitInsn(LSHR);
        mv.visitInsn(LCMP);
        mv.visitJumpInsn(IFNE, body.exits.wrong(pc));
        kept();
    }

    private void bits(int instruction, int a, int b) {
        pushLongs(a, b);
        mv.visitInsn(instruction);
    }

    private void shift(int instruction, int a, int b) {
        pushLongs(a, b);
        mv.visitInsn(L2I);
        mv.visitInsn(instruction);
    }

    /** Lets numbers of bits pass by which a long can be shifted. */
    private void needShift(int pc, int operand) {
        pushLong(operand);
        mv.visitLdcInsn(-64L);
        mv.visitInsn(LAND);
        mv.visitInsn(LCONST_0);
        mv.visitInsn(LCMP);
        mv.visitJumpInsn(IFNE, body.exits.wrong(pc));
    }

    private void needOtherThan(int pc, int operand, long excluded) {
        Long k = constant(operand);
        if (k == null || k == excluded) {
            pushLong(operand);
            mv.visitLdcInsn(excluded);
            mv.visitInsn(LCMP);
            mv.visitJumpInsn(IFEQ, body.exits.wrong(pc));
        }
    }

    /** Lets longs pass that are the same numbers as doubles. */
    private void needExact(int pc, int operand) {
        pushLong(operand);
        body.invoke(CompiledOps.class, "isExact");
        mv.visitJumpInsn(IFEQ, body.exits.wrong(pc));
    }

    private void math(String method, String descriptor) {
        mv.visitMethodInsn(INVOKESTATIC, "java/lang/Math", method, descriptor, false);
    }

    /** Leaves the result of an operation on doubles on the stack. */
    private void doubles(int pc, int op, int a, int b) {
        switch (op) {
            case Op.NEGATE -> {
                pushDouble(a);
                mv.visitInsn(DNEG);
            }
            case Op.POSITIVE -> pushDouble(a);
            case Op.POW, Op.IPOW -> {
                // An infinite power of a finite number is an error.
                square(a);
                mv.visitMethodInsn(INVOKESTATIC, "java/lang/Double", "isInfinite", "(D)Z", false);
                mv.visitJumpInsn(IFNE, body.exits.wrong(pc));
                square(a);
            }
            default -> {
                if (op == Op.TRUEDIV || op == Op.ITRUEDIV) {
                    pushDouble(b);
                    mv.visitInsn(DCONST_0);
                    mv.visitInsn(DCMPL);
                    mv.visitJumpInsn(IFEQ, body.exits.wrong(pc));
                }
                pushDoubles(a, b);
                mv.visitInsn(
                        switch (op) {
                            case Op.ADD, Op.IADD -> DADD;
                            case Op.SUB, Op.ISUB -> DSUB;
                            case Op.MUL, Op.IMUL -> DMUL;
                            default -> DDIV;
                        });
            }
        }
    }

    private void square(int operand) {
        pushDouble(operand);
        mv.visitLdcInsn(2.0);
        math("pow", "(DD)D");
    }

    private void compare(int op, int dst, int a, int b, Numbers.Form form) {
        if (form == Numbers.Form.LONGS) {
            pushLongs(a, b);
            mv.visitInsn(LCMP);
        } else {
            pushDoubles(a, b);
            // What is no number is neither less nor greater.
            mv.visitInsn(op == Op.LT || op == Op.LE ? DCMPG : DCMPL);
        }
        Label holds = new Label();
        Label end = new Label();
        int jump = switch (op) {
            case Op.LT -> IFLT;
            case Op.LE -> IFLE;
            case Op.GT -> IFGT;
            case Op.GE -> IFGE;
            case Op.EQ -> IFEQ;
            default -> IFNE;
        };
        mv.visitJumpInsn(jump, holds);
        bool("FALSE", dst);
        mv.visitJumpInsn(GOTO, end);
        body.place(holds);
        bool("TRUE", dst);
        body.place(end);
    }

    private void bool(String name, int dst) {
        mv.visitFieldInsn(GETSTATIC, BOOL, name, Type.getDescriptor(PyBool.class));
        body.store(dst);
    }
}
