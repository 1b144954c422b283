package org.picklejar.text.decimal;

import java.math.BigInteger;

/** What an operation is done in: precision, limits of the exponent and rounding; and the conditions it has raised. */
public final class DecimalContext {
    public static final long MAX_PREC = 999_999_999_999_999_999L;
    public static final long MAX_EMAX = 999_999_999_999_999_999L;
    public static final long MIN_EMIN = -MAX_EMAX;
    public static final long MIN_ETINY = MIN_EMIN - (MAX_PREC - 1);
    /** An exponent beyond all limits, which is finished as an overflow. */
    static final long EXPONENT_OF_INFINITY = 2_000_000_000_000_000_001L;

    public long prec;
    public long emin;
    public long emax;
    public Rounding rounding;
    public boolean clamp;
    /** Bits of {@link Condition}; operations add to it. */
    public int status;

    public DecimalContext(long prec, long emin, long emax, Rounding rounding, boolean clamp) {
        this.prec = prec;
        this.emin = emin;
        this.emax = emax;
        this.rounding = rounding;
        this.clamp = clamp;
    }

    /** The widest: what is exact in it is exact. */
    public static DecimalContext widest() {
        return new DecimalContext(MAX_PREC, MIN_EMIN, MAX_EMAX, Rounding.HALF_EVEN, false);
    }

    /** The same settings without conditions. */
    public DecimalContext copy() {
        return new DecimalContext(prec, emin, emax, rounding, clamp);
    }

    /** The same settings with another rounding, without conditions. */
    public DecimalContext with(Rounding other) {
        DecimalContext c = copy();
        c.rounding = other;
        return c;
    }

    public long etiny() {
        return emin - (prec - 1);
    }

    public long etop() {
        return emax - (prec - 1);
    }

    /** Raises a condition, for an operation that has no other result. */
    Decimal invalid(int condition) {
        status |= condition;
        return Decimal.NAN;
    }

    /** The result for NaN operands; null when none is one. A signaling one counts first, then the first in order. */
    Decimal nanOf(Decimal... operands) {
        Decimal chosen = null;
        for (Decimal d : operands) {
            if (d.isSignalingNan()) {
                status |= Condition.INVALID_OPERATION;
                return fitPayload(d.quiet());
            }
            if (chosen == null && d.isQuietNan()) {
                chosen = d;
            }
        }
        return chosen == null ? null : fitPayload(chosen);
    }

    private Decimal fitPayload(Decimal nan) {
        long room = prec - (clamp ? 1 : 0);
        if (nan.hasZeroCoefficient() || nan.digits() <= room) {
            return nan;
        }
        return Decimal.nan(nan.negative, nan.isSignalingNan(), nan.coefficient().mod(Powers.big(room)));
    }

    /** A result that is exact so far, made to fit. */
    public Decimal finish(Decimal d) {
        if (!d.isFinite()) {
            return d.isNan() ? fitPayload(d) : d;
        }
        int digits = d.digits();
        long adjusted = d.exponent + digits - 1;
        return digits <= prec && adjusted <= emax && adjusted >= emin && (!clamp || d.exponent <= etop())
                ? d
                : fit(d, adjusted);
    }

    private Decimal fit(Decimal d, long adjusted) {
        if (adjusted > emax) {
            return aboveRange(d);
        }
        if (clamp && d.exponent > etop()) {
            long shift = d.exponent - etop();
            status |= Condition.CLAMPED;
            if (!d.hasZeroCoefficient() && adjusted < emin) {
                status |= Condition.SUBNORMAL;
            }
            return Decimal.of(d.negative, Powers.scale(d.coefficient(), shift), etop());
        }
        if (adjusted < emin) {
            return belowRange(d);
        }
        return d.digits() > prec ? shorten(d, d.digits() - prec) : d;
    }

    private Decimal aboveRange(Decimal d) {
        if (d.hasZeroCoefficient()) {
            status |= Condition.CLAMPED;
            return Decimal.of(d.negative, 0, clamp ? etop() : emax);
        }
        status |= Condition.OVERFLOWED;
        return rounding.staysFinite(d.negative) ? largest(d.negative) : Decimal.infinity(d.negative);
    }

    /** The finite number of the largest magnitude. */
    Decimal largest(boolean negative) {
        return Decimal.of(negative, Powers.big(prec).subtract(BigInteger.ONE), etop());
    }

    private Decimal belowRange(Decimal d) {
        long etiny = etiny();
        if (d.hasZeroCoefficient()) {
            if (d.exponent >= etiny) {
                return d;
            }
            status |= Condition.CLAMPED;
            return Decimal.of(d.negative, 0, etiny);
        }
        status |= Condition.SUBNORMAL;
        if (d.exponent >= etiny) {
            return d.digits() > prec ? shorten(d, d.digits() - prec) : d;
        }
        Cut cut = new Cut(d, etiny - d.exponent);
        status |= Condition.ROUNDED;
        if (cut.rest != Rounding.Rest.NONE) {
            status |= Condition.INEXACT | Condition.UNDERFLOW;
        }
        Decimal r = cut.rounded(rounding, etiny);
        if (cut.rest != Rounding.Rest.NONE && r.hasZeroCoefficient()) {
            status |= Condition.CLAMPED;
        }
        return r;
    }

    /** Cuts digits off a number in range. */
    private Decimal shorten(Decimal d, long shift) {
        Cut cut = new Cut(d, shift);
        status |= Condition.ROUNDED;
        if (cut.rest != Rounding.Rest.NONE) {
            status |= Condition.INEXACT;
        }
        Decimal r = cut.rounded(rounding, d.exponent + shift);
        if (r.digits() > prec) {
            // 99...9 became 100...0
            r = Decimal.of(r.negative, Powers.big(prec - 1), r.exponent + 1);
            return r.adjusted() > emax ? aboveRange(r) : r;
        }
        return r;
    }

    /** A finite number without its last digits. */
    static final class Cut {
        private final boolean negative;
        private final long small;
        private final BigInteger big;
        final Rounding.Rest rest;

        /** @param shift how many digits go */
        Cut(Decimal d, long shift) {
            negative = d.negative;
            if (shift == 0) {
                small = d.small;
                big = d.big;
                rest = Rounding.Rest.NONE;
            } else if (shift > d.digits()) {
                small = 0;
                big = null;
                rest = d.hasZeroCoefficient() ? Rounding.Rest.NONE : Rounding.Rest.BELOW_HALF;
            } else if (d.big == null) {
                long unit = Powers.small((int) shift);
                small = d.small / unit;
                big = null;
                long r = d.small - small * unit;
                rest = r == 0 ? Rounding.Rest.NONE : Rounding.Rest.compared(Long.compare(r, unit >> 1));
            } else {
                BigInteger unit = Powers.big(shift);
                BigInteger[] parts = d.big.divideAndRemainder(unit);
                small = 0;
                big = parts[0];
                rest = parts[1].signum() == 0
                        ? Rounding.Rest.NONE
                        : Rounding.Rest.compared(parts[1].shiftLeft(1).compareTo(unit));
            }
        }

        /** What is kept, incremented when the rounding says so. */
        Decimal rounded(Rounding rounding, long exponent) {
            if (big == null) {
                long c = rounding.increments(negative, (int) (small % 10), rest) ? small + 1 : small;
                return c == Decimal.SMALL_LIMIT
                        ? Decimal.of(negative, BigInteger.valueOf(c), exponent)
                        : Decimal.of(negative, c, exponent);
            }
            int last = rounding.asksLastDigit(rest) ? big.mod(BigInteger.TEN).intValue() : 0;
            boolean up = rounding.increments(negative, last, rest);
            return Decimal.of(negative, up ? big.add(BigInteger.ONE) : big, exponent);
        }
    }
}
