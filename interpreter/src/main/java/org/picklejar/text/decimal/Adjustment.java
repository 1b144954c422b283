package org.picklejar.text.decimal;

import java.math.BigInteger;

/** What changes exponent or neighbourhood of a number: quantize, rounding to an integer, the next number, ... */
public final class Adjustment {
    private Adjustment() {}

    /** a with the exponent of b. */
    public static Decimal quantize(Decimal a, Decimal b, DecimalContext c) {
        if (!a.isFinite() || !b.isFinite()) {
            Decimal nan = c.nanOf(a, b);
            if (nan != null) {
                return nan;
            }
            return a.isInfinite() && b.isInfinite() ? a : c.invalid(Condition.INVALID_OPERATION);
        }
        return quantize(a, b.exponent, c);
    }

    /** A finite number with another exponent. */
    public static Decimal quantize(Decimal a, long exponent, DecimalContext c) {
        if (exponent > c.emax || exponent < c.etiny()) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        if (a.hasZeroCoefficient()) {
            return c.finish(Decimal.of(a.negative, 0, exponent));
        }
        long difference = a.exponent - exponent;
        if (a.digits() + difference > c.prec) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        if (difference == 0) {
            return a.adjusted() > c.emax ? c.invalid(Condition.INVALID_OPERATION) : c.finish(a);
        }
        int raised = 0;
        Decimal r;
        if (difference > 0) {
            r = scaled(a, difference, exponent);
        } else {
            DecimalContext.Cut cut = new DecimalContext.Cut(a, -difference);
            r = cut.rounded(c.rounding, exponent);
            raised = Condition.ROUNDED | (cut.rest == Rounding.Rest.NONE ? 0 : Condition.INEXACT);
        }
        if (r.digits() > c.prec || r.adjusted() > c.emax || r.adjusted() < c.etiny()) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        c.status |= raised;
        return c.finish(r);
    }

    private static Decimal scaled(Decimal a, long shift, long exponent) {
        return a.big == null && a.digits() + shift <= Powers.LONG_DIGITS
                ? Decimal.of(a.negative, a.small * Powers.small((int) shift), exponent)
                : Decimal.of(a.negative, Powers.scale(a.coefficient(), shift), exponent);
    }

    /** A finite number with another exponent, of as many digits as that takes. */
    static Decimal rescale(Decimal a, long exponent, DecimalContext c) {
        if (a.hasZeroCoefficient()) {
            return Decimal.of(a.negative, 0, exponent);
        }
        long difference = a.exponent - exponent;
        if (difference >= 0) {
            return scaled(a, difference, exponent);
        }
        return new DecimalContext.Cut(a, -difference).rounded(c.rounding, exponent);
    }

    /** @param exact whether the conditions of rounding are raised */
    public static Decimal toIntegral(Decimal a, boolean exact, DecimalContext c) {
        if (!a.isFinite()) {
            return a.isNan() ? c.nanOf(a) : a;
        }
        if (a.exponent >= 0) {
            return a;
        }
        if (a.hasZeroCoefficient()) {
            return Decimal.of(a.negative, 0, 0);
        }
        DecimalContext.Cut cut = new DecimalContext.Cut(a, -a.exponent);
        if (exact) {
            c.status |= Condition.ROUNDED | (cut.rest == Rounding.Rest.NONE ? 0 : Condition.INEXACT);
        }
        return cut.rounded(c.rounding, 0);
    }

    /** The integer that a finite number is rounded to. */
    public static BigInteger toInteger(Decimal a, Rounding rounding) {
        DecimalContext c = DecimalContext.widest();
        c.rounding = rounding;
        return toIntegral(a, false, c).toBigInteger();
    }

    /** Without zeros at the end. */
    public static Decimal normalize(Decimal a, DecimalContext c) {
        if (a.isNan()) {
            return c.nanOf(a);
        }
        Decimal r = c.finish(a);
        if (!r.isFinite()) {
            return r;
        }
        if (r.hasZeroCoefficient()) {
            return Decimal.of(r.negative, 0, 0);
        }
        long zeros = r.trailingZeros((c.clamp ? c.etop() : c.emax) - r.exponent);
        return zeros == 0 ? r : Decimal.of(r.negative, r.coefficient().divide(Powers.big(zeros)), r.exponent + zeros);
    }

    /** The next number up or down. */
    public static Decimal next(Decimal a, boolean up, DecimalContext c) {
        if (a.isNan()) {
            return c.nanOf(a);
        }
        if (a.isInfinite()) {
            return a.negative == up ? c.largest(a.negative) : a;
        }
        DecimalContext work = c.with(up ? Rounding.CEILING : Rounding.FLOOR);
        Decimal r = work.finish(a);
        if ((work.status & (Condition.INEXACT | Condition.ERRORS)) == 0) {
            r = Arithmetic.add(r, Decimal.of(!up, 1, c.etiny() - 1), work);
        }
        return r;
    }

    public static Decimal nextToward(Decimal a, Decimal b, DecimalContext c) {
        Decimal nan = c.nanOf(a, b);
        if (nan != null) {
            return nan;
        }
        int order = Ordering.compare(a, b);
        if (order == 0) {
            return a.withSign(b.negative);
        }
        Decimal r = next(a, order < 0, c);
        if (r.isInfinite()) {
            c.status |= Condition.OVERFLOWED;
        } else if (r.adjusted() < c.emin) {
            c.status |= Condition.UNDERFLOW | Condition.SUBNORMAL | Condition.ROUNDED | Condition.INEXACT;
            if (r.isZero()) {
                c.status |= Condition.CLAMPED;
            }
        }
        return r;
    }

    /** The exponent of the first digit. */
    public static Decimal logb(Decimal a, DecimalContext c) {
        if (a.isNan()) {
            return c.nanOf(a);
        }
        if (a.isInfinite()) {
            return Decimal.infinity(false);
        }
        if (a.hasZeroCoefficient()) {
            c.status |= Condition.DIVISION_BY_ZERO;
            return Decimal.infinity(true);
        }
        return c.finish(Decimal.of(a.adjusted()));
    }

    public static Decimal scaleb(Decimal a, Decimal b, DecimalContext c) {
        Decimal nan = c.nanOf(a, b);
        if (nan != null) {
            return nan;
        }
        if (!b.isFinite() || b.exponent != 0) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        BigInteger most = BigInteger.valueOf(c.emax + c.prec).shiftLeft(1);
        if (b.coefficient().compareTo(most) > 0) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        if (a.isInfinite()) {
            return a;
        }
        long n = b.coefficient().longValue();
        return c.finish(a.withExponent(a.exponent + (b.negative ? -n : n)));
    }
}
