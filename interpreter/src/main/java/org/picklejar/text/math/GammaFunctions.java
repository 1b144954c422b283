package org.picklejar.text.math;

/**
 * The gamma and error functions, to a few units in the last place. Sources: C. Lanczos, "A Precision Approximation of the Gamma
 * Function" (1964), with the coefficients for N = 13 of the Boost library; Abramowitz and Stegun 7.1.6 and 7.1.14.
 */
public final class GammaFunctions {
    private static final double G = 6.024680040776729583740234375;
    private static final double G_MINUS_HALF = 5.524680040776729583740234375;
    private static final double LN_PI = 1.144729885849400174143427351353058711647;
    private static final double SQRT_PI = 1.772453850905516027298167483341145182798;
    private static final double[] NUMERATOR = {
        23531376880.410759, 42919803642.649101, 35711959237.355667, 17921034426.037209, 6039542586.352028,
                1439720407.3117216,
        248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522350, 8071.6720023658163,
                210.82427775157935,
        2.5066282746310002
    };
    private static final double[] DENOMINATOR = {
        0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1
    };
    private static final int MAX_EXACT = 23;
    private static final double[] FACTORIALS = factorials();
    private static final double SERIES_BOUND = 1.5;
    private static final int SERIES_TERMS = 25;
    private static final int FRACTION_TERMS = 50;
    /** From here on erfc is zero. */
    private static final double ERFC_BOUND = 30;

    private GammaFunctions() {}

    private static double[] factorials() {
        double[] table = new double[MAX_EXACT];
        table[0] = 1;
        for (int i = 1; i < MAX_EXACT; i++) {
            table[i] = table[i - 1] * i;
        }
        return table;
    }

    private static double lanczosSum(double x) {
        double numerator = 0;
        double denominator = 0;
        if (x < 5) {
            for (int i = NUMERATOR.length - 1; i >= 0; i--) {
                numerator = numerator * x + NUMERATOR[i];
                denominator = denominator * x + DENOMINATOR[i];
            }
        } else {
            for (int i = 0; i < NUMERATOR.length; i++) {
                numerator = numerator / x + NUMERATOR[i];
                denominator = denominator / x + DENOMINATOR[i];
            }
        }
        return numerator / denominator;
    }

    /** sin(pi * x). */
    private static double sinPi(double x) {
        double y = Math.abs(x) % 2;
        double result;
        switch ((int) Math.rint(2 * y)) {
            case 0:
                result = Math.sin(Math.PI * y);
                break;
            case 1:
                result = Math.cos(Math.PI * (y - 0.5));
                break;
            case 2:
                result = Math.sin(Math.PI * (1 - y));
                break;
            case 3:
                result = -Math.cos(Math.PI * (y - 1.5));
                break;
            default:
                result = Math.sin(Math.PI * (y - 2));
                break;
        }
        return Math.copySign(1, x) * result;
    }

    /** @throws ArithmeticException domain error at zero, negative integers and -inf; range error on overflow */
    public static double gamma(double x) {
        if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
            return x;
        }
        if (x == 0 || x < 0 && x == Math.floor(x)) {
            throw MathFunctions.domainError();
        }
        if (x == Math.floor(x) && x <= MAX_EXACT) {
            return FACTORIALS[(int) x - 1];
        }
        double size = Math.abs(x);
        double result;
        if (size < 1e-20) {
            result = 1 / x;
        } else if (size > 200) {
            result = x < 0 ? 0 / sinPi(x) : Double.POSITIVE_INFINITY;
        } else {
            result = gammaOf(x, size);
        }
        if (Double.isInfinite(result)) {
            throw MathFunctions.rangeError();
        }
        return result;
    }

    private static double gammaOf(double x, double size) {
        double y = size + G_MINUS_HALF;
        // The rounding error of y, by which the power is corrected.
        double error = size > G_MINUS_HALF ? y - size - G_MINUS_HALF : y - G_MINUS_HALF - size;
        double correction = error * G / y;
        boolean split = size >= 140;
        double power = split ? Math.pow(y, size / 2 - 0.25) : Math.pow(y, size - 0.5);
        if (x < 0) {
            double r = -Math.PI / sinPi(size) / size * Math.exp(y) / lanczosSum(size);
            r = (r - correction * r) / power;
            return split ? r / power : r;
        }
        double r = lanczosSum(size) / Math.exp(y);
        r = (r + correction * r) * power;
        return split ? r * power : r;
    }

    /** The logarithm of |gamma(x)|; the same errors, but none at -inf. */
    public static double lgamma(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (Double.isInfinite(x)) {
            return Double.POSITIVE_INFINITY;
        }
        if (x == Math.floor(x) && x <= 2) {
            if (x <= 0) {
                throw MathFunctions.domainError();
            }
            return 0;
        }
        double size = Math.abs(x);
        if (size < 1e-20) {
            return -Math.log(size);
        }
        double result = Math.log(lanczosSum(size)) - G + (size - 0.5) * (Math.log(size + G - 0.5) - 1);
        if (x < 0) {
            result = LN_PI - Math.log(Math.abs(sinPi(size))) - Math.log(size) - result;
        }
        if (Double.isInfinite(result)) {
            throw MathFunctions.rangeError();
        }
        return result;
    }

    public static double erf(double x) {
        double size = Math.abs(x);
        if (Double.isNaN(x)) {
            return x;
        }
        return size < SERIES_BOUND ? erfSeries(x) : Math.copySign(1 - erfcFraction(size), x);
    }

    public static double erfc(double x) {
        double size = Math.abs(x);
        if (Double.isNaN(x)) {
            return x;
        }
        if (size < SERIES_BOUND) {
            return 1 - erfSeries(x);
        }
        double tail = erfcFraction(size);
        return x > 0 ? tail : 2 - tail;
    }

    private static double erfSeries(double x) {
        double square = x * x;
        double sum = 0;
        for (int i = 0; i < SERIES_TERMS; i++) {
            sum = 2 + square * sum / (SERIES_TERMS + 0.5 - i);
        }
        return sum * x * Math.exp(-square) / SQRT_PI;
    }

    private static double erfcFraction(double x) {
        if (x >= ERFC_BOUND) {
            return 0;
        }
        double square = x * x;
        double a = 0;
        double da = 0.5;
        double p = 1;
        double p1 = 0;
        double q = da + square;
        double q1 = 1;
        for (int i = 0; i < FRACTION_TERMS; i++) {
            a += da;
            da += 2;
            double b = da + square;
            double next = b * p - a * p1;
            p1 = p;
            p = next;
            next = b * q - a * q1;
            q1 = q;
            q = next;
        }
        return p / q * x * Math.exp(-square) / SQRT_PI;
    }
}
