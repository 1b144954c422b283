package org.picklejar.modules.math;

/** The inverse hyperbolic functions (the formulas of FreeBSD's msun, s_asinh.c and its kin). */
final class Hyperbolic {
    private static final double LN2 = 0.6931471805599453;
    private static final double TWO_28 = 1 << 28;

    private Hyperbolic() {}

    static double asinh(double x) {
        double a = Math.abs(x);
        if (Double.isNaN(x) || Double.isInfinite(x) || a < 1 / TWO_28) {
            return x;
        }
        double w;
        if (a > TWO_28) {
            w = Math.log(a) + LN2;
        } else if (a > 2) {
            w = Math.log(2 * a + 1 / (Math.sqrt(x * x + 1) + a));
        } else {
            double t = x * x;
            w = Math.log1p(a + t / (1 + Math.sqrt(1 + t)));
        }
        return Math.copySign(w, x);
    }

    static double acosh(double x) {
        if (Double.isNaN(x) || x < 1) {
            return Double.NaN;
        }
        if (x >= TWO_28) {
            return Double.isInfinite(x) ? x : Math.log(x) + LN2;
        }
        if (x > 2) {
            double t = x * x;
            return Math.log(2 * x - 1 / (x + Math.sqrt(t - 1)));
        }
        double t = x - 1;
        return Math.log1p(t + Math.sqrt(2 * t + t * t));
    }

    static double atanh(double x) {
        double a = Math.abs(x);
        if (Double.isNaN(x) || a >= 1) {
            return Double.NaN;
        }
        if (a < 1 / TWO_28) {
            return x;
        }
        double t = a < 0.5 ? 0.5 * Math.log1p(2 * a + 2 * a * a / (1 - a)) : 0.5 * Math.log1p(2 * a / (1 - a));
        return Math.copySign(t, x);
    }
}
