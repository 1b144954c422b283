package org.picklejar.text.decimal;

import java.math.BigInteger;

/** Exponential and logarithm of binary fixed-point numbers: an integer v stands for v / 2^bits. Results are right to a few units. */
final class FixedPoint {
    /** Bits of a logarithm that a double has right. */
    private static final int DOUBLE_BITS = 48;

    /** The logarithm of ten, to as many bits as were needed so far. */
    private record Constant(BigInteger value, int bits) {}

    private static volatile Constant ln10 = new Constant(BigInteger.TWO, 0);

    private FixedPoint() {}

    /** @param v from -4 to 4 */
    static BigInteger exp(BigInteger v, int bits) {
        int halvings = (int) Math.sqrt(bits) / 2 + 4;
        int work = bits + 2 * halvings + 32;
        BigInteger t = v.shiftLeft(work - bits).shiftRight(halvings);
        BigInteger sum = BigInteger.ONE.shiftLeft(work);
        BigInteger term = sum;
        for (int i = 1; term.signum() != 0; i++) {
            term = term.multiply(t).shiftRight(work).divide(BigInteger.valueOf(i));
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum).shiftRight(work);
        }
        return sum.shiftRight(work - bits);
    }

    /** @param v from 0.1 to 10 */
    static BigInteger ln(BigInteger v, int bits) {
        int drop = Math.max(0, v.bitLength() - 62);
        double start = Math.log(v.shiftRight(drop).doubleValue()) + (drop - bits) * Math.log(2);
        // Near 1 that would lose all digits.
        BigInteger beyondOne = v.subtract(BigInteger.ONE.shiftLeft(bits));
        if (beyondOne.bitLength() < bits - 8) {
            start = Math.log1p(toDouble(beyondOne, bits));
        }
        BigInteger y = BigInteger.valueOf((long) Math.scalb(start, 56));
        int right = DOUBLE_BITS;
        int at = 56;
        while (right < bits + 8) {
            // Halley's method triples the digits that are right.
            right *= 3;
            int work = Math.min(right, bits) + 16;
            y = work > at ? y.shiftLeft(work - at) : y.shiftRight(at - work);
            at = work;
            BigInteger m = work > bits ? v.shiftLeft(work - bits) : v.shiftRight(bits - work);
            BigInteger e = exp(y, work);
            y = y.add(m.subtract(e).shiftLeft(work + 1).divide(m.add(e)));
        }
        return y.shiftRight(at - bits);
    }

    private static double toDouble(BigInteger v, int bits) {
        int drop = Math.max(0, v.bitLength() - 62);
        int scale = drop - bits;
        return scale < -1000 ? 0 : Math.scalb(v.shiftRight(drop).doubleValue(), scale);
    }

    static BigInteger ln10(int bits) {
        Constant known = ln10;
        if (known.bits < bits) {
            int work = bits + 64;
            BigInteger sum = inverseTangent(31, work)
                    .multiply(BigInteger.valueOf(46))
                    .add(inverseTangent(49, work).multiply(BigInteger.valueOf(34)))
                    .add(inverseTangent(161, work).multiply(BigInteger.valueOf(20)));
            known = new Constant(sum.shiftRight(work - bits), bits);
            ln10 = known;
        }
        return known.value.shiftRight(known.bits - bits);
    }

    /** The hyperbolic inverse tangent of 1 / n. */
    private static BigInteger inverseTangent(int n, int bits) {
        int terms = (int) (bits / (2 * Math.log(n) / Math.log(2))) + 2;
        Series s = Series.of(BigInteger.valueOf((long) n * n), 0, terms);
        return s.top.multiply(BigInteger.valueOf(n)).shiftLeft(bits).divide(s.odd.multiply(s.powers));
    }

    /** The sum of 1 / ((2k + 1) q^(k - from + 1)) as top / (odd * powers). */
    private record Series(BigInteger top, BigInteger odd, BigInteger powers) {
        static Series of(BigInteger q, int from, int to) {
            if (to - from == 1) {
                return new Series(BigInteger.ONE, BigInteger.valueOf(2L * from + 1), q);
            }
            int middle = (from + to) >>> 1;
            Series a = of(q, from, middle);
            Series b = of(q, middle, to);
            return new Series(
                    a.top.multiply(b.odd).multiply(b.powers).add(a.odd.multiply(b.top)),
                    a.odd.multiply(b.odd),
                    a.powers.multiply(b.powers));
        }
    }
}
