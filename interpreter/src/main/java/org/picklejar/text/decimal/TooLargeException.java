package org.picklejar.text.decimal;

/** A coefficient would have more digits than there is room for: Python's MemoryError. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLargeException() {
        super("coefficient too large", null, false, false);
    }
}
