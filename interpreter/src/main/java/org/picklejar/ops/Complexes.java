package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.PyComplex;

/** Arithmetic of complex numbers (CPython: complexobject.c). */
public final class Complexes {
    private static final int MOST_SMALL_POWER = 100;

    private Complexes() {}

    public static PyComplex add(PyComplex a, PyComplex b) {
        return new PyComplex(a.re + b.re, a.im + b.im);
    }

    public static PyComplex subtract(PyComplex a, PyComplex b) {
        return new PyComplex(a.re - b.re, a.im - b.im);
    }

    public static PyComplex multiply(PyComplex a, PyComplex b) {
        return new PyComplex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
    }

    /** Smith's method. */
    public static PyComplex divide(PyComplex a, PyComplex b) {
        double re = Math.abs(b.re);
        double im = Math.abs(b.im);
        if (re >= im) {
            if (re == 0) {
                throw Errors.zeroDivision("complex division by zero");
            }
            double ratio = b.im / b.re;
            double d = b.re + b.im * ratio;
            return new PyComplex((a.re + a.im * ratio) / d, (a.im - a.re * ratio) / d);
        }
        if (im >= re) {
            double ratio = b.re / b.im;
            double d = b.re * ratio + b.im;
            return new PyComplex((a.re * ratio + a.im) / d, (a.im * ratio - a.re) / d);
        }
        return new PyComplex(Double.NaN, Double.NaN);
    }

    public static PyComplex power(PyComplex a, PyComplex b) {
        PyComplex r;
        if (b.im == 0 && b.re == Math.floor(b.re) && Math.abs(b.re) <= MOST_SMALL_POWER) {
            int n = (int) b.re;
            if (n < 0 && a.re == 0 && a.im == 0) {
                throw zeroPower();
            }
            r = n > 0 ? whole(a, n) : divide(new PyComplex(1, 0), whole(a, -n));
        } else if (a.re == 0 && a.im == 0) {
            if (b.im != 0 || b.re < 0) {
                throw zeroPower();
            }
            r = new PyComplex(0, 0);
        } else {
            double size = Math.hypot(a.re, a.im);
            double length = Math.pow(size, b.re);
            double at = Math.atan2(a.im, a.re);
            double phase = at * b.re;
            if (b.im != 0) {
                length *= Math.exp(-at * b.im);
                phase += b.im * Math.log(size);
            }
            r = new PyComplex(length * Math.cos(phase), length * Math.sin(phase));
        }
        if (Double.isInfinite(r.re) || Double.isInfinite(r.im)) {
            throw Errors.overflowError("complex exponentiation");
        }
        return r;
    }

    private static RuntimeException zeroPower() {
        return Errors.zeroDivision("0.0 to a negative or complex power");
    }

    private static PyComplex whole(PyComplex a, int n) {
        PyComplex r = new PyComplex(1, 0);
        PyComplex p = a;
        for (int mask = 1; mask > 0 && n >= mask; mask <<= 1) {
            if ((n & mask) != 0) {
                r = multiply(r, p);
            }
            p = multiply(p, p);
        }
        return r;
    }
}
