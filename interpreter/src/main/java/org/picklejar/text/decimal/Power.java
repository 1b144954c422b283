package org.picklejar.text.decimal;

import java.math.BigInteger;

/** Powers, as libmpdec computes them: almost always correctly rounded (compare mpd_qpow in mpdecimal.c). */
public final class Power {
    private static final int EXPONENT_DIGITS = 19;
    private static final int UNSIGNED_BITS = 64;

    private Power() {}

    public static Decimal pow(Decimal base, Decimal exp, DecimalContext c) {
        Decimal nan = c.nanOf(base, exp);
        if (nan != null) {
            return nan;
        }
        boolean integral = exp.isInteger();
        boolean negative = base.negative && integral && exp.isOddInteger();
        if (base.isZero()) {
            if (exp.isZero()) {
                return c.invalid(Condition.INVALID_OPERATION);
            }
            return exp.negative ? Decimal.infinity(negative) : Decimal.of(negative, 0, 0);
        }
        if (base.negative && !integral) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        if (exp.isInfinite()) {
            return toInfinity(base, exp, c);
        }
        if (exp.isZero()) {
            return Decimal.of(negative, 1, 0);
        }
        if (base.isInfinite()) {
            return exp.negative ? Decimal.of(negative, 0, 0) : Decimal.infinity(negative);
        }
        if (Ordering.compareMagnitudes(base, Decimal.ONE) == 0) {
            return ofOne(base, exp, integral, negative, c);
        }
        long beyond = beyondRange(base, exp, c);
        if (beyond != 0) {
            return c.finish(Decimal.of(negative, 1, beyond));
        }
        return integral ? toInteger(base, exp, negative, c) : toReal(base, exp, c);
    }

    private static Decimal toInfinity(Decimal base, Decimal exp, DecimalContext c) {
        int order = Ordering.compare(base, Decimal.ONE);
        if (order == 0) {
            c.status |= Condition.INEXACT | Condition.ROUNDED;
            return Decimal.of(false, Powers.big(c.prec - 1), 1 - c.prec);
        }
        return order < 0 == exp.negative ? Decimal.infinity(false) : Decimal.of(false, 0, 0);
    }

    private static Decimal ofOne(Decimal base, Decimal exp, boolean integral, boolean negative, DecimalContext c) {
        long zeros = c.prec - 1;
        if (integral) {
            if (exp.negative) {
                return Decimal.of(negative, 1, 0);
            }
            // 1.000 ** 3 is 1.000000000.
            BigInteger all = exp.exponent > EXPONENT_DIGITS && base.exponent != 0
                    ? BigInteger.valueOf(Long.MAX_VALUE)
                    : base.exponent == 0
                            ? BigInteger.ZERO
                            : exp.toBigInteger().multiply(BigInteger.valueOf(-base.exponent));
            if (all.compareTo(BigInteger.valueOf(zeros)) > 0) {
                c.status |= Condition.ROUNDED;
            } else {
                zeros = all.longValue();
            }
        } else {
            c.status |= Condition.INEXACT | Condition.ROUNDED;
        }
        return Decimal.of(negative, Powers.big(zeros), -zeros);
    }

    /** An exponent of ten that is beyond the limits on the side on which the result is; 0 when it may be within. */
    private static long beyondRange(Decimal base, Decimal exp, DecimalContext c) {
        Decimal x = base.abs();
        long size = exp.adjusted() + leastDigitsOfLogarithm(x);
        boolean large = x.adjusted() < 0 == exp.negative;
        if (large) {
            return digits(c.emax) < size ? DecimalContext.EXPONENT_OF_INFINITY : 0;
        }
        return digits(c.etiny()) < size ? c.etiny() - 1 : 0;
    }

    /** A lower bound of floor(log10(abs(log10(x)))). */
    private static long leastDigitsOfLogarithm(Decimal x) {
        long t = x.adjusted();
        if (t > 0) {
            return digits(t) - 1;
        }
        if (t < -1) {
            return digits(t + 1) - 1;
        }
        Decimal beyondOne = Arithmetic.subtract(x, Decimal.ONE, DecimalContext.widest());
        return t == 0 ? beyondOne.adjusted() - 2 : beyondOne.adjusted() - 1;
    }

    private static long digits(long v) {
        return Powers.digits(BigInteger.valueOf(v).abs());
    }

    private static Decimal toInteger(Decimal base, Decimal exp, boolean negative, DecimalContext c) {
        DecimalContext work = c.with(Rounding.HALF_EVEN);
        work.prec += exp.digits() + exp.exponent + 2;
        work.clamp = false;
        Decimal b = base;
        if (exp.negative) {
            work.prec += 1;
            b = Arithmetic.divide(Decimal.ONE, base, work);
            c.status |= work.status;
            if ((work.status & Condition.ERRORS) != 0) {
                return Decimal.NAN;
            }
        }
        BigInteger n = exp.toBigInteger().abs();
        Decimal r = n.bitLength() <= UNSIGNED_BITS ? fromLeft(b, n, work) : fromRight(b, n, work);
        c.status |= work.status;
        r = r.withSign(negative);
        return c.finish(r.isInfinite() ? Decimal.of(negative, 1, DecimalContext.EXPONENT_OF_INFINITY) : r);
    }

    private static Decimal fromLeft(Decimal base, BigInteger n, DecimalContext work) {
        Decimal r = base;
        for (int i = n.bitLength() - 2; i >= 0; i--) {
            r = Arithmetic.multiply(r, r, work);
            if (n.testBit(i)) {
                r = Arithmetic.multiply(r, base, work);
            }
            if (isFinal(r, work)) {
                break;
            }
        }
        return r;
    }

    private static Decimal fromRight(Decimal base, BigInteger n, DecimalContext work) {
        Decimal r = Decimal.ONE;
        Decimal b = base;
        for (int i = 0; i < n.bitLength(); i++) {
            if (n.testBit(i)) {
                r = Arithmetic.multiply(r, b, work);
                if (isFinal(r, work)) {
                    break;
                }
            }
            b = Arithmetic.multiply(b, b, work);
            if (isFinal(b, work)) {
                return b;
            }
        }
        return r;
    }

    private static boolean isFinal(Decimal r, DecimalContext work) {
        return !r.isFinite() || r.hasZeroCoefficient() && (work.status & Condition.CLAMPED) != 0;
    }

    private static Decimal toReal(Decimal base, Decimal exp, DecimalContext c) {
        DecimalContext work = DecimalContext.widest();
        work.prec = Math.max(base.digits(), c.prec) + 4 + EXPONENT_DIGITS;
        Decimal log = Functions.ln(base, work);
        Decimal product = Arithmetic.multiply(log, exp, work);
        int errors = work.status & Condition.ERRORS;
        work.status = 0;
        Decimal r = Functions.exp(product, work);
        c.status |= work.status | errors | Condition.INEXACT | Condition.ROUNDED;
        if (r.isFinite() && Ordering.compare(r, Decimal.ONE) == 0) {
            r = Decimal.of(false, Powers.big(c.prec - 1), 1 - c.prec);
        } else if (r.isInfinite()) {
            r = Decimal.of(false, 1, DecimalContext.EXPONENT_OF_INFINITY);
        }
        return c.finish(r);
    }

    /** base ** exp % modulus of integers. */
    public static Decimal modulo(Decimal base, Decimal exp, Decimal modulus, DecimalContext c) {
        Decimal nan = c.nanOf(base, exp, modulus);
        if (nan != null) {
            return nan;
        }
        if (!base.isInteger()
                || !exp.isInteger()
                || !modulus.isInteger()
                || exp.negative && !exp.isZero()
                || modulus.isZero()
                || modulus.adjusted() >= c.prec
                || exp.isZero() && base.isZero()) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        BigInteger m = modulus.toBigInteger().abs();
        BigInteger b = residue(base, m);
        // An exponent in the form e * 10^n: the power of tens comes last.
        BigInteger e = exp.exponent > 0 ? exp.coefficient() : exp.toBigInteger().abs();
        b = b.modPow(e, m);
        for (long i = 0; i < exp.exponent; i++) {
            BigInteger next = b.modPow(BigInteger.TEN, m);
            if (next.equals(b)) {
                break;
            }
            b = next;
        }
        return Decimal.of(base.negative && exp.isOddInteger(), b, 0);
    }

    private static BigInteger residue(Decimal d, BigInteger m) {
        if (d.exponent <= 0) {
            return d.abs().toBigInteger().mod(m);
        }
        return d.coefficient()
                .multiply(BigInteger.TEN.modPow(BigInteger.valueOf(d.exponent), m))
                .mod(m);
    }
}
