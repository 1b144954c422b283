package org.picklejar.modules.decimal;

import org.picklejar.text.decimal.Decimal;
import org.picklejar.text.decimal.DecimalContext;

/** What methods of both Decimal and Context tell about a number. */
enum NumberProperties {
    IS_CANONICAL("is_canonical", (d, c) -> true),
    IS_FINITE("is_finite", (d, c) -> d.isFinite()),
    IS_INFINITE("is_infinite", (d, c) -> d.isInfinite()),
    IS_NAN("is_nan", (d, c) -> d.isNan()),
    IS_QNAN("is_qnan", (d, c) -> d.isQuietNan()),
    IS_SNAN("is_snan", (d, c) -> d.isSignalingNan()),
    IS_SIGNED("is_signed", (d, c) -> d.negative),
    IS_ZERO("is_zero", (d, c) -> d.isZero()),
    IS_NORMAL("is_normal", (d, c) -> isNonzero(d) && d.adjusted() >= c.emin),
    IS_SUBNORMAL("is_subnormal", (d, c) -> isNonzero(d) && d.adjusted() < c.emin);

    /** Tells it; the context is null unless {@link #needsContext}. */
    interface Test {
        boolean of(Decimal d, DecimalContext c);
    }

    final String text;
    final Test test;

    NumberProperties(String text, Test test) {
        this.text = text;
        this.test = test;
    }

    boolean needsContext() {
        return this == IS_NORMAL || this == IS_SUBNORMAL;
    }

    private static boolean isNonzero(Decimal d) {
        return d.isFinite() && !d.isZero();
    }

    /** {@code number_class}. */
    static String numberClass(Decimal d, DecimalContext c) {
        if (d.isNan()) {
            return d.isSignalingNan() ? "sNaN" : "NaN";
        }
        String sign = d.negative ? "-" : "+";
        if (d.isInfinite()) {
            return sign + "Infinity";
        }
        return sign + (d.isZero() ? "Zero" : IS_NORMAL.test.of(d, c) ? "Normal" : "Subnormal");
    }
}
