package org.picklejar.interp;

import org.picklejar.code.Op;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.Slot;
import org.picklejar.ops.Arithmetic;

/** The operators: {@code a op b}, {@code a op= b}, {@code op a}. The result may be PENDING. */
final class ArithmeticInstructions {
    private ArithmeticInstructions() {}

    static PyObject add(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.ADD, a, b);
    }

    static PyObject sub(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.SUB, a, b);
    }

    static PyObject mul(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.MUL, a, b);
    }

    static PyObject truediv(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.TRUEDIV, a, b);
    }

    static PyObject floordiv(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.FLOORDIV, a, b);
    }

    static PyObject mod(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.MOD, a, b);
    }

    static PyObject pow(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.POW, a, b);
    }

    static PyObject matmul(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.MATMUL, a, b);
    }

    static PyObject lshift(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.LSHIFT, a, b);
    }

    static PyObject rshift(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.RSHIFT, a, b);
    }

    static PyObject and(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.AND, a, b);
    }

    static PyObject or(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.OR, a, b);
    }

    static PyObject xor(Execution x, PyObject a, PyObject b) {
        return Arithmetic.binary(x, Slot.XOR, a, b);
    }

    static PyObject iadd(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.ADD, Slot.IADD, a, b);
    }

    static PyObject isub(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.SUB, Slot.ISUB, a, b);
    }

    static PyObject imul(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.MUL, Slot.IMUL, a, b);
    }

    static PyObject itruediv(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.TRUEDIV, Slot.ITRUEDIV, a, b);
    }

    static PyObject ifloordiv(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.FLOORDIV, Slot.IFLOORDIV, a, b);
    }

    static PyObject imod(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.MOD, Slot.IMOD, a, b);
    }

    static PyObject ipow(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.POW, Slot.IPOW, a, b);
    }

    static PyObject imatmul(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.MATMUL, Slot.IMATMUL, a, b);
    }

    static PyObject ilshift(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.LSHIFT, Slot.ILSHIFT, a, b);
    }

    static PyObject irshift(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.RSHIFT, Slot.IRSHIFT, a, b);
    }

    static PyObject iand(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.AND, Slot.IAND, a, b);
    }

    static PyObject ior(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.OR, Slot.IOR, a, b);
    }

    static PyObject ixor(Execution x, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, Slot.XOR, Slot.IXOR, a, b);
    }

    static PyObject negate(Execution x, PyObject a) {
        return Arithmetic.unary(x, Slot.NEG, a);
    }

    static PyObject positive(Execution x, PyObject a) {
        return Arithmetic.unary(x, Slot.POS, a);
    }

    static PyObject invert(Execution x, PyObject a) {
        return Arithmetic.unary(x, Slot.INVERT, a);
    }

    /** The operator {@code op} of those that the loop does not do in line. */
    static PyObject binary(Execution x, int op, PyObject a, PyObject b) {
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
    static PyObject inPlace(Execution x, int op, PyObject a, PyObject b) {
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
