package org.picklejar.text.math;

import java.util.Arrays;

/** Sums and norms without loss of digits. Source of the sum: J. Shewchuk, "Adaptive Precision Floating-Point Arithmetic" (1997). */
public final class Sums {
    private Sums() {}

    /**
     * The exact sum, rounded once.
     *
     * @throws ArithmeticException "intermediate overflow in fsum" (OverflowError)
     * @throws IllegalArgumentException "-inf + inf in fsum" (ValueError)
     */
    public static double fsum(double[] values) {
        double[] partials = new double[32];
        int count = 0;
        double special = 0;
        double infinities = 0;
        for (double value : values) {
            double x = value;
            int kept = 0;
            for (int j = 0; j < count; j++) {
                double y = partials[j];
                if (Math.abs(x) < Math.abs(y)) {
                    double t = x;
                    x = y;
                    y = t;
                }
                double high = x + y;
                double low = y - (high - x);
                if (low != 0) {
                    partials[kept++] = low;
                }
                x = high;
            }
            count = kept;
            if (x != 0) {
                if (Double.isInfinite(x) || Double.isNaN(x)) {
                    if (!Double.isInfinite(value) && !Double.isNaN(value)) {
                        throw new ArithmeticException("intermediate overflow in fsum");
                    }
                    if (Double.isInfinite(value)) {
                        infinities += value;
                    }
                    special += value;
                    count = 0;
                } else {
                    if (count == partials.length) {
                        partials = Arrays.copyOf(partials, 2 * count);
                    }
                    partials[count++] = x;
                }
            }
        }
        if (special != 0) {
            if (Double.isNaN(infinities)) {
                throw new IllegalArgumentException("-inf + inf in fsum");
            }
            return special;
        }
        return rounded(partials, count);
    }

    private static double rounded(double[] partials, int size) {
        int n = size;
        if (n == 0) {
            return 0;
        }
        double high = partials[--n];
        double low = 0;
        while (n > 0) {
            double x = high;
            double y = partials[--n];
            high = x + y;
            low = y - (high - x);
            if (low != 0) {
                break;
            }
        }
        // Half-even over all partials: what is left decides a tie.
        if (n > 0 && (low < 0 && partials[n - 1] < 0 || low > 0 && partials[n - 1] > 0)) {
            double y = low * 2;
            double x = high + y;
            if (y == x - high) {
                high = x;
            }
        }
        return high;
    }

    /**
     * The sum of the products of two arrays of one length, with thrice the digits of a float; as floats are added when something
     * is not finite. Source: Ogita, Rump and Oishi, "Accurate Sum and Dot Product" (2005), algorithm 5.10 for K = 3.
     */
    public static double sumProduct(double[] p, double[] q) {
        double plain = 0;
        double high = 0;
        double low = 0;
        double tiny = 0;
        for (int i = 0; i < p.length; i++) {
            double product = p[i] * q[i];
            plain += product;
            double productError = Math.fma(p[i], q[i], -product);
            double sum = high + product;
            double sumError = errorOfSum(high, product, sum);
            double lowSum = low + productError;
            tiny += errorOfSum(low, productError, lowSum);
            double lowTotal = lowSum + sumError;
            tiny += errorOfSum(lowSum, sumError, lowTotal);
            high = sum;
            low = lowTotal;
        }
        if (Double.isNaN(plain) || Double.isInfinite(plain)) {
            return plain;
        }
        double last = low + high;
        return tiny + errorOfSum(low, high, last) + last;
    }

    /** What {@code sum}, the rounded sum of a and b, lacks. */
    private static double errorOfSum(double a, double b, double sum) {
        double part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    /** The length of a vector. */
    public static double hypot(double... vector) {
        double max = 0;
        boolean nan = false;
        for (double x : vector) {
            nan |= Double.isNaN(x);
            max = Math.max(max, Double.isNaN(x) ? 0 : Math.abs(x));
        }
        if (Double.isInfinite(max)) {
            return max;
        }
        if (nan) {
            return Double.NaN;
        }
        if (max == 0 || vector.length == 1) {
            return max;
        }
        int exponent = MathFunctions.frexp(max).exponent();
        if (exponent < -1023) {
            double[] scaled = new double[vector.length];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = vector[i] / Double.MIN_NORMAL;
            }
            return Double.MIN_NORMAL * hypot(scaled);
        }
        double high = 1;
        double low = 0;
        for (double value : vector) {
            double x = Math.scalb(value, -exponent);
            double square = x * x;
            low += Math.fma(x, x, -square);
            double sum = high + square;
            low += square - (sum - high);
            high = sum;
        }
        double root = Math.sqrt(high - 1 + low);
        // One step of Newton's method with the exact residue.
        double square = root * root;
        double residue = Math.fma(-root, root, square);
        double sum = high - square;
        residue += -square - (sum - high);
        residue = sum - 1 + (low + residue);
        return Math.scalb(root + residue / (2 * root), exponent);
    }

    /** The distance of two points of one dimension. */
    public static double distance(double[] p, double[] q) {
        double[] difference = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            difference[i] = p[i] - q[i];
        }
        return hypot(difference);
    }
}
