package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/** Arithmetic of floats where Java's differs from Python's. */
public final class Floats {
    private Floats() {}

    public static double divide(double a, double b) {
        if (b == 0) {
            throw Errors.zeroDivision("float division by zero");
        }
        return a / b;
    }

    public static double mod(double a, double b) {
        if (b == 0) {
            throw Errors.zeroDivision("float modulo by zero");
        }
        double m = a % b;
        if (m != 0) {
            return b < 0 != m < 0 ? m + b : m;
        }
        return Math.copySign(0.0, b);
    }

    public static double floorDiv(double a, double b) {
        if (b == 0) {
            throw Errors.zeroDivision("float floor division by zero");
        }
        double m = a % b;
        double div = (a - m) / b;
        if (m != 0 && b < 0 != m < 0) {
            div -= 1.0;
        }
        if (div == 0) {
            return Math.copySign(0.0, a / b);
        }
        double floor = Math.floor(div);
        return div - floor > 0.5 ? floor + 1.0 : floor;
    }

    public static PyTuple divmod(double a, double b) {
        if (b == 0) {
            throw Errors.zeroDivision("float divmod()");
        }
        return PyTuple.of(new PyFloat(floorDiv(a, b)), new PyFloat(mod(a, b)));
    }

    /** @return a float, or a complex for a negative base and a fractional exponent */
    public static PyObject pow(double a, double b) {
        if (a == 0 && b < 0) {
            throw Errors.zeroDivision("0.0 cannot be raised to a negative power");
        }
        if (a < 0 && !Double.isInfinite(a) && !Double.isInfinite(b) && !Double.isNaN(b) && b != Math.rint(b)) {
            double r = Math.pow(-a, b);
            double angle = Math.PI * b;
            return new PyComplex(r * Math.cos(angle), r * Math.sin(angle));
        }
        if (a == 1 || a == -1 && Double.isInfinite(b)) {
            return new PyFloat(1.0);
        }
        double r = Math.pow(a, b);
        if (Double.isInfinite(r) && !Double.isInfinite(a) && !Double.isInfinite(b)) {
            throw Errors.of(ExceptionTypes.OVERFLOW_ERROR, PyInt.of(34), PyStr.of("Numerical result out of range"));
        }
        return new PyFloat(r);
    }
}
