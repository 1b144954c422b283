package org.picklejar.text.decimal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares with {@link BigDecimal}, which has the same ideal exponents; IBM's cases run in ConformanceTest. */
class ArithmeticTest {
    private static final RoundingMode[] MODES = {
        RoundingMode.UP,
        RoundingMode.DOWN,
        RoundingMode.CEILING,
        RoundingMode.FLOOR,
        RoundingMode.HALF_UP,
        RoundingMode.HALF_DOWN,
        RoundingMode.HALF_EVEN
    };
    private static final int[] DIGITS = {1, 2, 9, 10, 17, 18, 19, 36, 37, 50};

    private final Random random = new Random(3);

    @FunctionalInterface
    private interface Operation {
        Decimal apply(Decimal a, Decimal b, DecimalContext c);
    }

    @FunctionalInterface
    private interface Expected {
        BigDecimal apply(BigDecimal a, BigDecimal b, MathContext c);
    }

    @Test
    void sumsRoundAsThoseOfBigDecimal() {
        compare(Arithmetic::add, BigDecimal::add);
        compare(Arithmetic::subtract, BigDecimal::subtract);
    }

    @Test
    void productsRoundAsThoseOfBigDecimal() {
        compare(Arithmetic::multiply, BigDecimal::multiply);
    }

    @Test
    void quotientsRoundAsThoseOfBigDecimal() {
        compare(Arithmetic::divide, BigDecimal::divide);
    }

    @Test
    void rootsRoundAsThoseOfBigDecimal() {
        for (int i = 0; i < 5000; i++) {
            BigDecimal a = number().abs();
            int prec = 1 + random.nextInt(40);
            DecimalContext c = context(prec, Rounding.HALF_EVEN);
            // BigDecimal takes zeros away beyond the ideal exponent too.
            BigDecimal expected = a.sqrt(new MathContext(prec, RoundingMode.HALF_EVEN));
            BigDecimal root = bigDecimal(Functions.sqrt(decimal(a), c));
            assertEquals(0, expected.compareTo(root), "sqrt(" + a + ") to " + prec + ": " + root);
        }
    }

    private void compare(Operation operation, Expected expected) {
        for (int i = 0; i < 20_000; i++) {
            BigDecimal a = number();
            BigDecimal b = number();
            int mode = random.nextInt(MODES.length);
            int prec = 1 + random.nextInt(40);
            BigDecimal e = expected.apply(a, b, new MathContext(prec, MODES[mode]));
            Decimal r = operation.apply(decimal(a), decimal(b), context(prec, Rounding.values()[mode]));
            assertEquals(0, e.compareTo(bigDecimal(r)), a + ", " + b + " to " + prec + ", " + MODES[mode] + ": " + e);
        }
    }

    private static DecimalContext context(int prec, Rounding rounding) {
        return new DecimalContext(prec, -999_999, 999_999, rounding, false);
    }

    /** Not zero, of a length at which another representation or algorithm begins. */
    private BigDecimal number() {
        int digits = DIGITS[random.nextInt(DIGITS.length)];
        StringBuilder s = new StringBuilder().append((char) ('1' + random.nextInt(9)));
        int kind = random.nextInt(4);
        while (s.length() < digits) {
            s.append(kind == 0 ? '0' : kind == 1 ? '9' : (char) ('0' + random.nextInt(10)));
        }
        BigInteger v = new BigInteger(s.toString());
        return new BigDecimal(random.nextBoolean() ? v : v.negate(), random.nextInt(60) - 30);
    }

    private static Decimal decimal(BigDecimal d) {
        return Decimal.of(d.signum() < 0, d.unscaledValue().abs(), -d.scale());
    }

    private static BigDecimal bigDecimal(Decimal d) {
        BigDecimal v = new BigDecimal(d.coefficient(), (int) -d.exponent);
        return d.negative ? v.negate() : v;
    }
}
