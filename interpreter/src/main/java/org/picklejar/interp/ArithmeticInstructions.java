package org.picklejar.interp;

import org.picklejar.code.Op;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.Slot;
import org.picklejar.ops.Arithmetic;

/** The operators: {@code a op b}, {@code a op= b}, {@code op a}. The result may be PENDING. */
public final class ArithmeticInstructions {
    private ArithmeticInstructions() {}

    public static PyObject add(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.ADD, a, b);
    }

    public static PyObject sub(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.SUB, a, b);
    }

    public static PyObject mul(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.MUL, a, b);
    }

    public static PyObject truediv(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.TRUEDIV, a, b);
    }

    public static PyObject floordiv(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.FLOORDIV, a, b);
    }

    public static PyObject mod(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.MOD, a, b);
    }

    public static PyObject pow(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.POW, a, b);
    }

    public static PyObject matmul(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.MATMUL, a, b);
    }

    public static PyObject lshift(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.LSHIFT, a, b);
    }

    public static PyObject rshift(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.RSHIFT, a, b);
    }

    public static PyObject and(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.AND, a, b);
    }

    public static PyObject or(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.OR, a, b);
    }

    public static PyObject xor(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.XOR, a, b);
    }

    public static PyObject iadd(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.ADD, Slot.IADD, a, b);
    }

    public static PyObject isub(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.SUB, Slot.ISUB, a, b);
    }

    public static PyObject imul(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.MUL, Slot.IMUL, a, b);
    }

    public static PyObject itruediv(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.TRUEDIV, Slot.ITRUEDIV, a, b);
    }

    public static PyObject ifloordiv(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.FLOORDIV, Slot.IFLOORDIV, a, b);
    }

    public static PyObject imod(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.MOD, Slot.IMOD, a, b);
    }

    public static PyObject ipow(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.POW, Slot.IPOW, a, b);
    }

    public static PyObject imatmul(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.MATMUL, Slot.IMATMUL, a, b);
    }

    public static PyObject ilshift(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.LSHIFT, Slot.ILSHIFT, a, b);
    }

    public static PyObject irshift(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.RSHIFT, Slot.IRSHIFT, a, b);
    }

    public static PyObject iand(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.AND, Slot.IAND, a, b);
    }

    public static PyObject ior(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.OR, Slot.IOR, a, b);
    }

    public static PyObject ixor(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.XOR, Slot.IXOR, a, b);
    }

    public static PyObject negate(Execution x, PyObject a) {
        return Arithmetic.unary(x, Slot.NEG, a);
    }

    public static PyObject positive(Execution x, PyObject a) {
        return Arithmetic.unary(x, Slot.POS, a);
    }

    public static PyObject invert(Execution x, PyObject a) {
        return Arithmetic.unary(x, Slot.INVERT, a);
    }

    /** The operator {@code op} of those that the loop does not do in line. */
    public static PyObject binary(Execution x, int op, PyObject a, PyObject b) {
        return switch (op) {
            case Op.TRUEDIV -> truediv(x, a, b);
            case Op.FLOORDIV -> floordiv(x, a, b);
            case Op.MOD -> mod(x, a, b);
            case Op.POW -> pow(x, a, b);
            case Op.MATMUL -> matmul(x, a, b);
            case Op.LSHIFT -> lshift(x, a, b);
            case Op.RSHIFT -> rshift(x, a, b);
            case Op.AND -> and(x, a, b);
            case Op.OR -> or(x, a, b);
            case Op.XOR -> xor(x, a, b);
            default -> throw new IllegalArgumentException("opcode " + op);
        };
    }

    /** The in-place operator {@code op} of those that the loop does not do in line. */
    public static PyObject inPlace(Execution x, int op, PyObject a, PyObject b) {
        return switch (op) {
            case Op.ISUB -> isub(x, a, b);
            case Op.IMUL -> imul(x, a, b);
            case Op.ITRUEDIV -> itruediv(x, a, b);
            case Op.IFLOORDIV -> ifloordiv(x, a, b);
            case Op.IMOD -> imod(x, a, b);
            case Op.IPOW -> ipow(x, a, b);
            case Op.IMATMUL -> imatmul(x, a, b);
            case Op.ILSHIFT -> ilshift(x, a, b);
            case Op.IRSHIFT -> irshift(x, a, b);
            case Op.IAND -> iand(x, a, b);
            case Op.IOR -> ior(x, a, b);
            case Op.IXOR -> ixor(x, a, b);
            default -> throw new IllegalArgumentException("opcode " + op);
        };
    }
}
