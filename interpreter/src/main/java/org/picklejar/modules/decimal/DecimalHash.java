package org.picklejar.modules.decimal;

import org.picklejar.core.Errors;
import org.picklejar.core.Identity;
import org.picklejar.core.Keys;
import org.picklejar.core.PyObject;
import org.picklejar.text.decimal.Decimal;

/** The hash of a Decimal: that of the equal int, float or Fraction (Library Reference, "Hashing of numeric types"). */
final class DecimalHash {
    private static final long INFINITY = 314159;
    /** Of the exponents from -NEAR to NEAR. */
    private static final int NEAR = 30;

    private static final long[] POWERS = new long[2 * NEAR + 1];

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power(i - NEAR);
        }
    }

    private DecimalHash() {}

    /** @param identity the object, by which a NaN is hashed */
    static long of(Decimal d, PyObject identity) {
        if (d.isNan()) {
            if (d.isSignalingNan()) {
                throw Errors.typeError("Cannot hash a signaling NaN value");
            }
            return Identity.hash(identity);
        }
        if (d.isInfinite()) {
            return d.negative ? -INFINITY : INFINITY;
        }
        long h = multiply(d.coefficientModulo(Keys.MODULUS), tenTo(d.exponent));
        h = d.negative ? -h : h;
        return h == -1 ? -2 : h;
    }

    private static long tenTo(long exponent) {
        return exponent >= -NEAR && exponent <= NEAR ? POWERS[(int) exponent + NEAR] : power(exponent);
    }

    /** A power of ten by the modulus, whose multiplicative group has one element less. */
    private static long power(long exponent) {
        long power = 1;
        long square = 10;
        for (long e = Math.floorMod(exponent, Keys.MODULUS - 1); e != 0; e >>= 1) {
            if ((e & 1) == 1) {
                power = multiply(power, square);
            }
            square = multiply(square, square);
        }
        return power;
    }

    /** A product by the modulus 2^61 - 1. */
    private static long multiply(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        long sum = (low & Keys.MODULUS) + (high << 3 | low >>> 61);
        return sum >= Keys.MODULUS ? sum - Keys.MODULUS : sum;
    }
}
