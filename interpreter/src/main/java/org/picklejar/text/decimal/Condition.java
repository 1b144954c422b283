package org.picklejar.text.decimal;

/** The conditions that operations raise, as bits of a status (libmpdec: mpdecimal.h). */
public final class Condition {
    public static final int CLAMPED = 1;
    public static final int CONVERSION_SYNTAX = 1 << 1;
    public static final int DIVISION_BY_ZERO = 1 << 2;
    public static final int DIVISION_IMPOSSIBLE = 1 << 3;
    public static final int DIVISION_UNDEFINED = 1 << 4;
    public static final int INEXACT = 1 << 6;
    public static final int INVALID_CONTEXT = 1 << 7;
    public static final int INVALID_OPERATION = 1 << 8;
    public static final int FLOAT_OPERATION = 1 << 10;
    public static final int OVERFLOW = 1 << 11;
    public static final int ROUNDED = 1 << 12;
    public static final int SUBNORMAL = 1 << 13;
    public static final int UNDERFLOW = 1 << 14;

    /** What the signal InvalidOperation stands for. */
    public static final int ANY_INVALID =
            CONVERSION_SYNTAX | DIVISION_IMPOSSIBLE | DIVISION_UNDEFINED | INVALID_CONTEXT | INVALID_OPERATION;
    /** Those after which there is no result. */
    public static final int ERRORS = ANY_INVALID | DIVISION_BY_ZERO;

    public static final int OVERFLOWED = OVERFLOW | INEXACT | ROUNDED;

    private Condition() {}
}
