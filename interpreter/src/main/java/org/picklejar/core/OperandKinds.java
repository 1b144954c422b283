package org.picklejar.core;

/** The kinds of numbers that an operation has met so far, as a set of bits: what it will probably meet. */
public final class OperandKinds {
    /** Two ints that fit longs, with such a result; of a loop: its iterator gives such ints. */
    public static final int INTS = 1;

    public static final int FLOATS = 2;
    /** An int that fits a long, and a float. */
    public static final int MIXED = 4;

    public static final int OTHERS = 8;

    private OperandKinds() {}

    /** Notes the operands of the instruction at pc. */
    public static void note(PyCode code, int pc, PyObject a, PyObject b) {
        code.operands[pc >> 2] |= (byte) of(a, b);
    }

    /** As {@link #note} for an operation whose result is no int that fits a long. */
    public static void noteBeyondInts(PyCode code, int pc, PyObject a, PyObject b) {
        int kind = of(a, b);
        code.operands[pc >> 2] |= (byte) (kind == INTS ? OTHERS : kind);
    }

    /** Notes what the loop at pc goes over. */
    public static void noteIterator(PyCode code, int pc, PyObject iterator) {
        code.operands[pc >> 2] |= (byte) (iterator instanceof PyIntIterator ? INTS : OTHERS);
    }

    private static int of(PyObject a, PyObject b) {
        return a instanceof PyInt
                ? b instanceof PyInt ? INTS : b instanceof PyFloat ? MIXED : OTHERS
                : !(a instanceof PyFloat)
                        ? OTHERS
                        : b instanceof PyFloat ? FLOATS : b instanceof PyInt ? MIXED : OTHERS;
    }
}
