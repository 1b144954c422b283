package org.picklejar.text.decimal;

import java.math.BigInteger;

/** Addition, multiplication and division. */
public final class Arithmetic {
    private static final long MULTIPLY_DIRECT = 1_000_000_000L;

    private Arithmetic() {}

    /** A quotient and a remainder. */
    public record Quotient(Decimal quotient, Decimal remainder) {}

    // ---- one operand

    public static Decimal plus(Decimal a, DecimalContext c) {
        return signed(a, a, c);
    }

    public static Decimal minus(Decimal a, DecimalContext c) {
        return signed(a, a.negate(), c);
    }

    private static Decimal signed(Decimal a, Decimal result, DecimalContext c) {
        if (a.isNan()) {
            return c.nanOf(a);
        }
        return c.finish(a.isZero() ? result.withSign(c.rounding == Rounding.FLOOR && result.negative) : result);
    }

    public static Decimal abs(Decimal a, DecimalContext c) {
        return a.negative && !a.isNan() ? minus(a, c) : plus(a, c);
    }

    // ---- addition

    public static Decimal subtract(Decimal a, Decimal b, DecimalContext c) {
        return b.isNan() ? add(a, b, c) : add(a, b.negate(), c);
    }

    public static Decimal add(Decimal a, Decimal b, DecimalContext c) {
        if (!a.isFinite() || !b.isFinite()) {
            return addSpecial(a, b, c);
        }
        if (a.big == null && b.big == null && a.exponent == b.exponent) {
            return addSmall(a.negative, a.small, b.negative, b.small, a.exponent, c);
        }
        Decimal high = a.exponent >= b.exponent ? a : b;
        Decimal low = high == a ? b : a;
        if (high.hasZeroCoefficient() || high.exponent == low.exponent) {
            return addAligned(high, high.coefficient(), low, c);
        }
        long limit = high.exponent - 1 + (high.digits() > c.prec ? 0 : high.digits() - c.prec - 1);
        if (low.adjusted() < limit) {
            // What is too low to matter is taken for another number that is.
            low = Decimal.of(low.negative, low.hasZeroCoefficient() ? 0 : 1, limit);
        }
        long shift = high.exponent - low.exponent;
        if (high.big == null && low.big == null && shift + high.digits() <= Powers.LONG_DIGITS) {
            long aligned = high.small * Powers.small((int) shift);
            return addSmall(high.negative, aligned, low.negative, low.small, low.exponent, c);
        }
        return addAligned(high, Powers.scale(high.coefficient(), shift), low, c);
    }

    private static Decimal addSpecial(Decimal a, Decimal b, DecimalContext c) {
        Decimal nan = c.nanOf(a, b);
        if (nan != null) {
            return nan;
        }
        if (!a.isInfinite()) {
            return b;
        }
        return b.isInfinite() && a.negative != b.negative ? c.invalid(Condition.INVALID_OPERATION) : a;
    }

    private static Decimal addSmall(
            boolean negative, long a, boolean otherNegative, long b, long exponent, DecimalContext c) {
        if (negative == otherNegative) {
            long sum = a + b;
            return c.finish(
                    sum < Decimal.SMALL_LIMIT
                            ? Decimal.of(negative, sum, exponent)
                            : Decimal.of(negative, BigInteger.valueOf(sum), exponent));
        }
        long difference = a - b;
        boolean sign = difference == 0 ? c.rounding == Rounding.FLOOR : negative == difference > 0;
        return c.finish(Decimal.of(sign, Math.abs(difference), exponent));
    }

    private static Decimal addAligned(Decimal high, BigInteger aligned, Decimal low, DecimalContext c) {
        if (high.negative == low.negative) {
            return c.finish(Decimal.of(high.negative, aligned.add(low.coefficient()), low.exponent));
        }
        BigInteger difference = aligned.subtract(low.coefficient());
        int signum = difference.signum();
        boolean sign = signum == 0 ? c.rounding == Rounding.FLOOR : high.negative == signum > 0;
        return c.finish(Decimal.of(sign, difference.abs(), low.exponent));
    }

    // ---- multiplication

    public static Decimal multiply(Decimal a, Decimal b, DecimalContext c) {
        Decimal product = product(a, b, c);
        return product.isNan() ? product : c.finish(product);
    }

    /** The product, not rounded. */
    private static Decimal product(Decimal a, Decimal b, DecimalContext c) {
        boolean negative = a.negative != b.negative;
        if (!a.isFinite() || !b.isFinite()) {
            Decimal nan = c.nanOf(a, b);
            if (nan != null) {
                return nan;
            }
            return a.isZero() || b.isZero() ? c.invalid(Condition.INVALID_OPERATION) : Decimal.infinity(negative);
        }
        long exponent = a.exponent + b.exponent;
        if (a.big == null && b.big == null) {
            if (a.small < MULTIPLY_DIRECT && b.small < MULTIPLY_DIRECT) {
                return Decimal.of(negative, a.small * b.small, exponent);
            }
            long high = Math.multiplyHigh(a.small, b.small);
            long low = a.small * b.small;
            if (high == 0 && low >= 0 && low < Decimal.SMALL_LIMIT) {
                return Decimal.of(negative, low, exponent);
            }
        }
        if ((long) a.digits() + b.digits() > Powers.MOST_DIGITS) {
            throw new TooLargeException();
        }
        return Decimal.of(negative, a.coefficient().multiply(b.coefficient()), exponent);
    }

    /** a * b + d, rounded once. */
    public static Decimal fma(Decimal a, Decimal b, Decimal d, DecimalContext c) {
        Decimal product = product(a, b, c);
        return (c.status & Condition.INVALID_OPERATION) != 0 ? product : add(product, d, c);
    }

    // ---- division

    public static Decimal divide(Decimal a, Decimal b, DecimalContext c) {
        boolean negative = a.negative != b.negative;
        if (!a.isFinite() || !b.isFinite()) {
            Decimal known = nanOrInfinity(a, b, negative, c);
            if (known != null) {
                return known;
            }
            c.status |= Condition.CLAMPED;
            return Decimal.of(negative, 0, c.etiny());
        }
        if (b.hasZeroCoefficient()) {
            return byZero(a, negative, c);
        }
        if (a.hasZeroCoefficient()) {
            return c.finish(Decimal.of(negative, 0, a.exponent - b.exponent));
        }
        if (a.big == null && b.big == null) {
            Decimal r = SmallDivision.divide(a, b, negative, c);
            if (r != null) {
                return r;
            }
        }
        if (c.prec <= Powers.MOST_DIGITS - a.digits() - b.digits()) {
            return c.finish(quotient(a, b, negative, c.prec));
        }
        // An exact quotient has not more digits than this.
        DecimalContext less = c.copy();
        less.prec = a.digits() + 4L * b.digits();
        Decimal exact = less.finish(quotient(a, b, negative, less.prec));
        if ((less.status & Condition.INEXACT) != 0) {
            throw new TooLargeException();
        }
        c.status |= less.status;
        return c.finish(exact);
    }

    /** The quotient of operands of which one is not finite; null when that is the second one: then it is a zero. */
    private static Decimal nanOrInfinity(Decimal a, Decimal b, boolean negative, DecimalContext c) {
        Decimal nan = c.nanOf(a, b);
        if (nan != null || !a.isInfinite()) {
            return nan;
        }
        return b.isInfinite() ? c.invalid(Condition.INVALID_OPERATION) : Decimal.infinity(negative);
    }

    private static Decimal byZero(Decimal a, boolean negative, DecimalContext c) {
        if (a.hasZeroCoefficient()) {
            return c.invalid(Condition.DIVISION_UNDEFINED);
        }
        c.status |= Condition.DIVISION_BY_ZERO;
        return Decimal.infinity(negative);
    }

    /** A quotient that rounds to the precision as the exact one does; with its ideal exponent when it is exact. */
    private static Decimal quotient(Decimal a, Decimal b, boolean negative, long prec) {
        long ideal = a.exponent - b.exponent;
        long shift = b.digits() - a.digits() + prec + 1;
        BigInteger dividend = shift > 0 ? Powers.scale(a.coefficient(), shift) : a.coefficient();
        BigInteger divisor = shift < 0 ? Powers.scale(b.coefficient(), -shift) : b.coefficient();
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        BigInteger q = parts[0];
        if (parts[1].signum() != 0) {
            return Decimal.of(negative, sticky(q), ideal - shift);
        }
        long zeros = shift > 0 ? Powers.trailingZeros(q, shift) : 0;
        return Decimal.of(negative, zeros == 0 ? q : q.divide(Powers.big(zeros)), ideal - shift + zeros);
    }

    /** A number that was cut off, so that it rounds as what it was: no tie, and not exact. */
    static BigInteger sticky(BigInteger q) {
        return q.mod(BigInteger.valueOf(5)).signum() == 0 ? q.add(BigInteger.ONE) : q;
    }

    public static Decimal divideInteger(Decimal a, Decimal b, DecimalContext c) {
        boolean negative = a.negative != b.negative;
        if (!a.isFinite() || !b.isFinite()) {
            Decimal known = nanOrInfinity(a, b, negative, c);
            if (known != null) {
                return known;
            }
            return Decimal.of(negative, 0, 0);
        }
        if (b.hasZeroCoefficient()) {
            return byZero(a, negative, c);
        }
        return c.finish(integral(a, b, c).quotient);
    }

    public static Decimal remainder(Decimal a, Decimal b, DecimalContext c) {
        Decimal special = remainderOfSpecial(a, b, c);
        return special != null ? special : c.finish(integral(a, b, c).remainder);
    }

    private static Decimal remainderOfSpecial(Decimal a, Decimal b, DecimalContext c) {
        if (!a.isFinite() || !b.isFinite()) {
            Decimal nan = c.nanOf(a, b);
            if (nan != null) {
                return nan;
            }
            return a.isInfinite() ? c.invalid(Condition.INVALID_OPERATION) : c.finish(a);
        }
        if (b.hasZeroCoefficient()) {
            return c.invalid(a.hasZeroCoefficient() ? Condition.DIVISION_UNDEFINED : Condition.INVALID_OPERATION);
        }
        return null;
    }

    public static Quotient divmod(Decimal a, Decimal b, DecimalContext c) {
        boolean negative = a.negative != b.negative;
        if (!a.isFinite() || !b.isFinite()) {
            Decimal nan = c.nanOf(a, b);
            if (nan != null) {
                return new Quotient(nan, nan);
            }
            if (a.isInfinite()) {
                Decimal invalid = c.invalid(Condition.INVALID_OPERATION);
                return new Quotient(b.isInfinite() ? invalid : Decimal.infinity(negative), invalid);
            }
            return new Quotient(Decimal.of(negative, 0, 0), c.finish(a));
        }
        if (b.hasZeroCoefficient()) {
            Decimal q = byZero(a, negative, c);
            if (!a.hasZeroCoefficient()) {
                c.status |= Condition.INVALID_OPERATION;
            }
            return new Quotient(q, Decimal.NAN);
        }
        Quotient parts = integral(a, b, c);
        return new Quotient(c.finish(parts.quotient), c.finish(parts.remainder));
    }

    /** The quotient cut off at the point and what remains, of finite numbers, the second not zero. */
    private static Quotient integral(Decimal a, Decimal b, DecimalContext c) {
        boolean negative = a.negative != b.negative;
        long ideal = Math.min(a.exponent, b.exponent);
        if (a.hasZeroCoefficient()) {
            return new Quotient(Decimal.of(negative, 0, 0), Decimal.of(a.negative, 0, ideal));
        }
        long difference = a.adjusted() - b.adjusted();
        if (difference < 0) {
            Decimal rest = a.exponent > b.exponent
                    ? Decimal.of(a.negative, Powers.scale(a.coefficient(), a.exponent - b.exponent), b.exponent)
                    : a;
            return new Quotient(Decimal.of(negative, 0, 0), rest);
        }
        if (difference > c.prec) {
            return impossible(c);
        }
        if (a.big == null && b.big == null && a.exponent == b.exponent) {
            long q = a.small / b.small;
            return Powers.digits(q) > c.prec
                    ? impossible(c)
                    : new Quotient(Decimal.of(negative, q, 0), Decimal.of(a.negative, a.small % b.small, ideal));
        }
        BigInteger[] parts = aligned(a, ideal).divideAndRemainder(aligned(b, ideal));
        if (Powers.digits(parts[0]) > c.prec) {
            return impossible(c);
        }
        return new Quotient(Decimal.of(negative, parts[0], 0), Decimal.of(a.negative, parts[1], ideal));
    }

    private static BigInteger aligned(Decimal d, long exponent) {
        return Powers.scale(d.coefficient(), d.exponent - exponent);
    }

    private static Quotient impossible(DecimalContext c) {
        Decimal nan = c.invalid(Condition.DIVISION_IMPOSSIBLE);
        return new Quotient(nan, nan);
    }

    /** What remains of a after taking the nearest multiple of b. */
    public static Decimal remainderNear(Decimal a, Decimal b, DecimalContext c) {
        Decimal special = remainderOfSpecial(a, b, c);
        if (special != null) {
            return special;
        }
        long ideal = Math.min(a.exponent, b.exponent);
        if (a.hasZeroCoefficient()) {
            return c.finish(Decimal.of(a.negative, 0, ideal));
        }
        long difference = a.adjusted() - b.adjusted();
        if (difference > c.prec) {
            return c.invalid(Condition.DIVISION_IMPOSSIBLE);
        }
        if (difference <= -2) {
            return c.finish(Decimal.of(a.negative, aligned(a, ideal), ideal));
        }
        BigInteger divisor = aligned(b, ideal);
        BigInteger[] parts = aligned(a, ideal).divideAndRemainder(divisor);
        BigInteger q = parts[0];
        BigInteger r = parts[1];
        BigInteger twice = r.shiftLeft(1);
        if ((q.testBit(0) ? twice.add(BigInteger.ONE) : twice).compareTo(divisor) > 0) {
            r = r.subtract(divisor);
            q = q.add(BigInteger.ONE);
        }
        if (Powers.digits(q) > c.prec) {
            return c.invalid(Condition.DIVISION_IMPOSSIBLE);
        }
        return c.finish(Decimal.of(a.negative != r.signum() < 0, r.abs(), ideal));
    }
}
