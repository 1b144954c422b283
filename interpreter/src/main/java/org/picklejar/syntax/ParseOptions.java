package org.picklejar.syntax;

/** @param legacy accept the Python 2 forms in addition (print statement, {@code except E, e}, backquotes, ...) */
public record ParseOptions(boolean legacy) {
    public static final ParseOptions DEFAULT = new ParseOptions(false);
}
