package org.picklejar.ops;

import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInteger;
import org.picklejar.text.IntText;

/** The limit on digits of decimal texts of ints: {@code sys.set_int_max_str_digits}. */
public final class IntLimits {
    /** 0 for none. */
    public int maxStrDigits = IntText.DEFAULT_MAX_DIGITS;

    private IntLimits() {}

    public static IntLimits of(Execution x) {
        return x.machine.state(IntLimits.class, m -> new IntLimits());
    }

    /** The decimal text of an int. */
    public static String decimal(Execution x, PyInteger i) {
        return i.isLong() ? Long.toString(i.longValue()) : text(x, i.big(), 10);
    }

    public static String text(Execution x, BigInteger value, int base) {
        try {
            return IntText.toText(value, base, of(x).maxStrDigits);
        } catch (NumberFormatException e) {
            throw Errors.valueError(e.getMessage());
        }
    }

    /** {@code int(text, base)}. */
    public static PyInteger parse(Execution x, String text, int base) {
        try {
            return PyInteger.of(IntText.parse(text, base, of(x).maxStrDigits));
        } catch (IllegalArgumentException e) {
            throw Errors.valueError(e.getMessage());
        }
    }
}
