package org.picklejar.text.decimal;

import java.math.BigInteger;

/** A decimal number: sign, coefficient and exponent, or a special value. Immutable. */
public final class Decimal {
    public enum Kind {
        FINITE,
        INFINITE,
        QUIET_NAN,
        SIGNALING_NAN
    }

    /** Coefficients below are in {@link #small}. */
    static final long SMALL_LIMIT = 1_000_000_000_000_000_000L;

    private static final BigInteger BIG_SMALL_LIMIT = BigInteger.valueOf(SMALL_LIMIT);

    public static final Decimal ZERO = of(false, 0, 0);
    public static final Decimal ONE = of(false, 1, 0);
    public static final Decimal MINUS_ONE = of(true, 1, 0);
    public static final Decimal NAN = nan(false, false, BigInteger.ZERO);

    public final Kind kind;
    public final boolean negative;
    public final long exponent;
    /** The coefficient when {@link #big} is null; of a NaN its payload. */
    final long small;

    final BigInteger big;
    /** 0 until it is asked for. */
    private int digits;

    private Decimal(Kind kind, boolean negative, long small, BigInteger big, long exponent) {
        this.kind = kind;
        this.negative = negative;
        this.small = small;
        this.big = big;
        this.exponent = exponent;
    }

    /** @param coefficient 0 to 10 to the 18, exclusive */
    static Decimal of(boolean negative, long coefficient, long exponent) {
        return new Decimal(Kind.FINITE, negative, coefficient, null, exponent);
    }

    /** @param coefficient not negative */
    public static Decimal of(boolean negative, BigInteger coefficient, long exponent) {
        return make(Kind.FINITE, negative, coefficient, exponent);
    }

    /** An int. */
    public static Decimal of(long v) {
        return v > -SMALL_LIMIT && v < SMALL_LIMIT ? of(v < 0, Math.abs(v), 0) : of(BigInteger.valueOf(v));
    }

    public static Decimal of(BigInteger v) {
        return of(v.signum() < 0, v.abs(), 0);
    }

    private static Decimal make(Kind kind, boolean negative, BigInteger c, long exponent) {
        return c.bitLength() < 61 && c.compareTo(BIG_SMALL_LIMIT) < 0
                ? new Decimal(kind, negative, c.longValue(), null, exponent)
                : new Decimal(kind, negative, 0, c, exponent);
    }

    public static Decimal infinity(boolean negative) {
        return new Decimal(Kind.INFINITE, negative, 0, null, 0);
    }

    /** @param payload 0 for none */
    public static Decimal nan(boolean negative, boolean signaling, BigInteger payload) {
        return make(signaling ? Kind.SIGNALING_NAN : Kind.QUIET_NAN, negative, payload, 0);
    }

    /** The same with another sign. */
    public Decimal withSign(boolean other) {
        return negative == other ? this : new Decimal(kind, other, small, big, exponent);
    }

    public Decimal abs() {
        return withSign(false);
    }

    public Decimal negate() {
        return withSign(!negative);
    }

    /** The same coefficient with another exponent. */
    Decimal withExponent(long other) {
        return other == exponent ? this : new Decimal(kind, negative, small, big, other);
    }

    /** The quiet NaN of a NaN. */
    Decimal quiet() {
        return kind == Kind.QUIET_NAN ? this : new Decimal(Kind.QUIET_NAN, negative, small, big, 0);
    }

    public boolean isFinite() {
        return kind == Kind.FINITE;
    }

    public boolean isInfinite() {
        return kind == Kind.INFINITE;
    }

    public boolean isNan() {
        return kind == Kind.QUIET_NAN || kind == Kind.SIGNALING_NAN;
    }

    public boolean isQuietNan() {
        return kind == Kind.QUIET_NAN;
    }

    public boolean isSignalingNan() {
        return kind == Kind.SIGNALING_NAN;
    }

    public boolean isZero() {
        return kind == Kind.FINITE && hasZeroCoefficient();
    }

    boolean hasZeroCoefficient() {
        return big == null && small == 0;
    }

    public BigInteger coefficient() {
        return big == null ? BigInteger.valueOf(small) : big;
    }

    /** The rest of the coefficient after a division by a positive number. */
    public long coefficientModulo(long n) {
        return big == null ? small % n : big.mod(BigInteger.valueOf(n)).longValue();
    }

    /** Digits of the coefficient, 1 of zero. */
    public int digits() {
        if (digits == 0) {
            digits = big == null ? Powers.digits(small) : Powers.digits(big);
        }
        return digits;
    }

    /** Digits of the payload of a NaN. */
    public int payloadDigits() {
        return hasZeroCoefficient() ? 0 : digits();
    }

    /** The exponent of the first digit. */
    public long adjusted() {
        return exponent + digits() - 1;
    }

    /** Whether a finite number is an integer. */
    boolean isInteger() {
        if (kind != Kind.FINITE) {
            return false;
        }
        if (exponent >= 0 || hasZeroCoefficient()) {
            return true;
        }
        return -exponent < digits() && trailingZeros(-exponent) == -exponent;
    }

    /** Whether an integer is odd. */
    boolean isOddInteger() {
        if (hasZeroCoefficient() || exponent > 0) {
            return false;
        }
        BigInteger v = coefficient();
        return (exponent == 0 ? v : v.divide(Powers.big(-exponent))).testBit(0);
    }

    /** Zeros at the end of the coefficient, which is not zero, as far as {@code most}. */
    long trailingZeros(long most) {
        return big == null ? Powers.trailingZeros(small, most) : Powers.trailingZeros(big, most);
    }

    /** The last digit of the coefficient. */
    int lastDigit() {
        return (int) (big == null ? small % 10 : big.mod(BigInteger.TEN).longValue());
    }

    /** The integer that an integer is. */
    public BigInteger toBigInteger() {
        BigInteger v = coefficient();
        v = exponent >= 0 ? Powers.scale(v, exponent) : v.divide(Powers.big(-exponent));
        return negative ? v.negate() : v;
    }
}
