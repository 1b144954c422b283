package org.picklejar.core;

/** What calls have called so far, as a set of bits in {@link PyCode#operands}: what they will probably call. */
public final class CallKinds {
    /** A function in Python. */
    public static final int FUNCTION = 1;

    public static final int OTHER = 2;
    /** The same with the object in front that {@code LOAD_METHOD} has found the method for: shifted by so many bits. */
    public static final int WITH_SELF = 2;

    private CallKinds() {}

    /** Notes what the call at pc calls. @return whether that is new */
    public static boolean note(PyCode code, int pc, PyObject callee, boolean withSelf) {
        int kind = callee instanceof PyFunction ? FUNCTION : OTHER;
        int bit = withSelf ? kind << WITH_SELF : kind;
        byte before = code.operands[pc >> 2];
        if ((before & bit) != 0) {
            return false;
        }
        code.operands[pc >> 2] = (byte) (before | bit);
        return true;
    }
}
