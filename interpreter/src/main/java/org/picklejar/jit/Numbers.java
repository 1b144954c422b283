package org.picklejar.jit;

import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.core.OperandKinds;
import org.picklejar.core.PyCode;

/** Which instructions are done on numbers that are not in objects. */
final class Numbers {
    /** What an operation computes with. */
    enum Form {
        OBJECTS,
        LONGS,
        DOUBLES
    }

    private final CodeObject code;
    /** As they are now. */
    private final byte[] operands;

    Numbers(PyCode linked) {
        this.code = linked.code;
        this.operands = linked.operands.clone();
    }

    private int seen(int pc) {
        return operands[pc >> 2];
    }

    /** Whether a guess about the instruction at pc was wrong before. */
    boolean isUnsteady(int pc) {
        return (seen(pc) & OperandKinds.OTHERS) != 0;
    }

    /** Whether the loop at pc goes over ints. */
    boolean countsInts(int pc) {
        return seen(pc) == OperandKinds.INTS;
    }

    /** Whether an operand is a constant. */
    static boolean isConstant(int operand) {
        return operand < 0;
    }

    Object constant(int operand) {
        return code.constants[~operand];
    }

    /** In which form an operand has a number for certain: {@link Forms#LONG}, {@link Forms#DOUBLE} or 0. */
    int known(int operand, byte[] state) {
        if (isConstant(operand)) {
            Object c = constant(operand);
            return c instanceof Long ? Forms.LONG : c instanceof Double ? Forms.DOUBLE : 0;
        }
        return state[operand] & (Forms.LONG | Forms.DOUBLE);
    }

    /** Whether a conditional jump, {@code not} or test is of a number. */
    boolean isNumber(int operand, byte[] state) {
        return known(operand, state) != 0;
    }

    /** What the operation at pc computes with. */
    Form form(int pc, byte[] state) {
        int[] c = code.code;
        int op = c[pc];
        int a = c[pc + 2];
        if (isUnsteady(pc)) {
            return Form.OBJECTS;
        } else if (op == Op.NEGATE || op == Op.POSITIVE || op == Op.INVERT) {
            int kind = known(a, state);
            return kind == Forms.LONG
                    ? Form.LONGS
                    : kind == Forms.DOUBLE && op != Op.INVERT ? Form.DOUBLES : Form.OBJECTS;
        } else if (!hasLongs(op)) {
            return Form.OBJECTS;
        }
        int b = c[pc + 3];
        int left = known(a, state);
        int right = known(b, state);
        if (left == 0 && isConstant(a) || right == 0 && isConstant(b)) {
            return Form.OBJECTS;
        } else if (isPower(op)) {
            boolean isSquare = isConstant(b) && Long.valueOf(2).equals(constant(b));
            int base = left != 0 ? left : guess(pc, Forms.LONG);
            return !isSquare ? Form.OBJECTS : base == 0 ? Form.OBJECTS : formOf(base);
        }
        left = left != 0 ? left : guess(pc, right);
        right = right != 0 ? right : guess(pc, left);
        if (left == 0 || right == 0) {
            return Form.OBJECTS;
        } else if (left == Forms.LONG && right == Forms.LONG) {
            return Form.LONGS;
        }
        boolean converts = left != right;
        return !hasDoubles(op) || converts && isComparison(op) ? Form.OBJECTS : Form.DOUBLES;
    }

    private static Form formOf(int kind) {
        return kind == Forms.LONG ? Form.LONGS : Form.DOUBLES;
    }

    /** In which form an operand of the operation at pc probably has a number beside another of a known one; 0 when that is open. */
    int guess(int pc, int other) {
        return switch (seen(pc)) {
            case OperandKinds.INTS -> Forms.LONG;
            case OperandKinds.FLOATS -> Forms.DOUBLE;
            case OperandKinds.MIXED -> other == 0 ? 0 : Forms.LONG + Forms.DOUBLE - other;
            default -> 0;
        };
    }

    /** In which form the operation at pc takes an operand. */
    int taken(int pc, int operand, int other, byte[] state) {
        int kind = known(operand, state);
        return kind != 0 ? kind : guess(pc, known(other, state));
    }

    /** In which form the result of an operation on numbers is. */
    static int result(int op, Form form) {
        return isComparison(op)
                ? Forms.BOXED
                : form == Form.DOUBLES || op == Op.TRUEDIV || op == Op.ITRUEDIV ? Forms.DOUBLE : Forms.LONG;
    }

    static boolean isPower(int op) {
        return op == Op.POW || op == Op.IPOW;
    }

    static boolean isUnary(int op) {
        return op == Op.NEGATE || op == Op.POSITIVE || op == Op.INVERT;
    }

    static boolean isComparison(int op) {
        return switch (op) {
            case Op.LT, Op.LE, Op.GT, Op.GE, Op.EQ, Op.NE -> true;
            default -> false;
        };
    }

    private static boolean hasDoubles(int op) {
        return switch (op) {
            case Op.ADD, Op.IADD, Op.SUB, Op.ISUB, Op.MUL, Op.IMUL, Op.TRUEDIV, Op.ITRUEDIV, Op.POW, Op.IPOW -> true;
            default -> isComparison(op);
        };
    }

    private static boolean hasLongs(int op) {
        return switch (op) {
            case Op.FLOORDIV,
                    Op.IFLOORDIV,
                    Op.MOD,
                    Op.IMOD,
                    Op.AND,
                    Op.IAND,
                    Op.OR,
                    Op.IOR,
                    Op.XOR,
                    Op.IXOR,
                    Op.LSHIFT,
                    Op.ILSHIFT,
                    Op.RSHIFT,
                    Op.IRSHIFT -> true;
            default -> hasDoubles(op);
        };
    }
}
