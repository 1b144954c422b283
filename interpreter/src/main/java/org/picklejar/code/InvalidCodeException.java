package org.picklejar.code;

/** Code that no compiler of ours has made, or that was damaged. */
public final class InvalidCodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param pc the instruction at fault; -1 when it is none of them */
    InvalidCodeException(CodeObject code, int pc, String what) {
        super("invalid code " + code.name + (pc < 0 ? "" : " at " + pc) + ": " + what);
    }

    InvalidCodeException(String what) {
        super(what);
    }
}
