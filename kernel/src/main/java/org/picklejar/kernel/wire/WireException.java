package org.picklejar.kernel.wire;

/** Frames that are not a valid, authentic message. The receiver drops them and says why in its log. */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1;

    public WireException(String message) {
        super(message);
    }
}
