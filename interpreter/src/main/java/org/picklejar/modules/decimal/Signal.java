package org.picklejar.modules.decimal;

import org.picklejar.text.decimal.Condition;

/** What can be trapped, in the order in which CPython looks: the first that is raised and trapped gives the exception. */
enum Signal {
    INVALID_OPERATION("InvalidOperation", Condition.ANY_INVALID),
    FLOAT_OPERATION("FloatOperation", Condition.FLOAT_OPERATION),
    DIVISION_BY_ZERO("DivisionByZero", Condition.DIVISION_BY_ZERO),
    OVERFLOW("Overflow", Condition.OVERFLOW),
    UNDERFLOW("Underflow", Condition.UNDERFLOW),
    SUBNORMAL("Subnormal", Condition.SUBNORMAL),
    INEXACT("Inexact", Condition.INEXACT),
    ROUNDED("Rounded", Condition.ROUNDED),
    CLAMPED("Clamped", Condition.CLAMPED);

    final String text;
    /** Bits of {@link Condition}. */
    final int mask;

    Signal(String text, int mask) {
        this.text = text;
        this.mask = mask;
    }

    boolean isIn(int status) {
        return (status & mask) != 0;
    }
}
