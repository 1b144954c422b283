package org.picklejar.modules.math;

import java.util.function.Function;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Complexes;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Values;
import org.picklejar.text.math.MathFunctions;

/** The module {@code cmath}. Arguments with {@code __complex__} in Python run it nested (blocking). */
public final class CmathModule {
    private CmathModule() {}

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("cmath")
                .constant("pi", new PyFloat(Math.PI))
                .constant("e", new PyFloat(Math.E))
                .constant("tau", new PyFloat(2 * Math.PI))
                .constant("inf", new PyFloat(Double.POSITIVE_INFINITY))
                .constant("nan", new PyFloat(Double.NaN))
                .constant("infj", new PyComplex(0, Double.POSITIVE_INFINITY))
                .constant("nanj", new PyComplex(0, Double.NaN));
        function(b, "sqrt", CmathModule::sqrt);
        function(b, "exp", CmathModule::exp);
        function(b, "sinh", CmathModule::sinh);
        function(b, "cosh", z -> new PyComplex(Math.cos(z.im) * Math.cosh(z.re), Math.sin(z.im) * Math.sinh(z.re)));
        function(b, "tanh", CmathModule::tanh);
        function(b, "sin", z -> rotate(sinh(new PyComplex(-z.im, z.re))));
        function(b, "cos", z -> new PyComplex(Math.cos(z.re) * Math.cosh(z.im), -Math.sin(z.re) * Math.sinh(z.im)));
        function(b, "tan", z -> rotate(tanh(new PyComplex(-z.im, z.re))));
        function(b, "asinh", CmathModule::asinh);
        function(b, "asin", z -> rotate(asinh(new PyComplex(-z.im, z.re))));
        function(b, "acos", CmathModule::acos);
        function(b, "acosh", CmathModule::acosh);
        function(b, "atanh", CmathModule::atanh);
        function(b, "atan", z -> rotate(atanh(new PyComplex(-z.im, z.re))));
        function(b, "log10", z -> {
            PyComplex l = log(z);
            return new PyComplex(Math.log10(Math.hypot(z.re, z.im)), l.im / Math.log(10));
        });
        b.tail(
                        "log(z, base=<unset>, /)",
                        (e, z, base) -> base == null
                                ? log(value(e, z))
                                : Complexes.divide(log(value(e, z)), log(value(e, base))))
                .tail("phase(z, /)", (e, z) -> new PyFloat(phase(value(e, z))))
                .tail("polar(z, /)", (e, z) -> {
                    PyComplex c = value(e, z);
                    return PyTuple.of(new PyFloat(Math.hypot(c.re, c.im)), new PyFloat(phase(c)));
                })
                .function("rect(r: float, phi: float, /)", (r, phi) -> rect(Values.toDouble(r), Values.toDouble(phi)))
                .tail("isnan(z, /)", (e, z) -> PyBool.of(Double.isNaN(value(e, z).re) || Double.isNaN(value(e, z).im)))
                .tail(
                        "isinf(z, /)",
                        (e, z) -> PyBool.of(Double.isInfinite(value(e, z).re) || Double.isInfinite(value(e, z).im)))
                .tail("isfinite(z, /)", (e, z) -> PyBool.of(isFinite(value(e, z))))
                .tailN("isclose(a, b, *, rel_tol: float = 1e-09, abs_tol: float = 0.0)", CmathModule::isClose);
        return b.build();
    }

    private static void function(ModuleBuilder b, String name, Function<PyComplex, PyComplex> f) {
        b.tail(name + "(z, /)", (x, o) -> {
            PyComplex z = value(x, o);
            PyComplex r = f.apply(z);
            if (isFinite(z) && !isFinite(r)) {
                throw Double.isNaN(r.re) || Double.isNaN(r.im)
                        ? Errors.valueError(MathFunctions.DOMAIN)
                        : Errors.overflowError(MathFunctions.RANGE);
            }
            return r;
        });
    }

    private static PyComplex value(Execution x, PyObject o) {
        PyObject v = Values.payload(o);
        if (v instanceof PyComplex c) {
            return c;
        }
        PyObject method = o.type().lookup(Names.COMPLEX);
        if (method != null
                && Values.payload(x.await(() -> x.callSpecial(o, method, new PyObject[] {o}, null)))
                        instanceof PyComplex c) {
            return c;
        }
        return new PyComplex(Conversions.toDouble(x, o), 0);
    }

    private static boolean isFinite(PyComplex z) {
        return Double.isFinite(z.re) && Double.isFinite(z.im);
    }

    private static double phase(PyComplex z) {
        return Math.atan2(z.im, z.re);
    }

    private static PyComplex rect(double r, double phi) {
        return phi == 0 ? new PyComplex(r, r * phi) : new PyComplex(r * Math.cos(phi), r * Math.sin(phi));
    }

    /** -i * z. */
    private static PyComplex rotate(PyComplex z) {
        return new PyComplex(z.im, -z.re);
    }

    private static PyComplex sqrt(PyComplex z) {
        if (z.re == 0 && z.im == 0) {
            return new PyComplex(0, z.im);
        }
        double a = Math.abs(z.re) / 8;
        double s = Math.abs(z.re) > 1e-300 || Math.abs(z.im) > 1e-300
                ? 2 * Math.sqrt(a + Math.hypot(a, Math.abs(z.im) / 8))
                : Math.sqrt((Math.abs(z.re) + Math.hypot(z.re, z.im)) / 2);
        double d = Math.abs(z.im) / (2 * s);
        return z.re >= 0 ? new PyComplex(s, Math.copySign(d, z.im)) : new PyComplex(d, Math.copySign(s, z.im));
    }

    private static PyComplex exp(PyComplex z) {
        double l = Math.exp(z.re);
        return z.im == 0 ? new PyComplex(l, z.im) : new PyComplex(l * Math.cos(z.im), l * Math.sin(z.im));
    }

    private static PyComplex log(PyComplex z) {
        if (z.re == 0 && z.im == 0) {
            throw Errors.valueError(MathFunctions.DOMAIN);
        }
        double h = Math.hypot(z.re, z.im);
        double re;
        if (h > 0.71 && h < 1.73) {
            double most = Math.max(Math.abs(z.re), Math.abs(z.im));
            double least = Math.min(Math.abs(z.re), Math.abs(z.im));
            re = Math.log1p((most - 1) * (most + 1) + least * least) / 2;
        } else {
            re = Math.log(h);
        }
        return new PyComplex(re, phase(z));
    }

    private static PyComplex sinh(PyComplex z) {
        return new PyComplex(Math.cos(z.im) * Math.sinh(z.re), Math.sin(z.im) * Math.cosh(z.re));
    }

    private static PyComplex tanh(PyComplex z) {
        double tx = Math.tanh(z.re);
        double ty = Math.tan(z.im);
        double cx = 1 / Math.cosh(z.re);
        double txty = tx * ty;
        double d = 1 + txty * txty;
        return new PyComplex(tx * (1 + ty * ty) / d, ty / d * cx * cx);
    }

    /** Kahan's formulas, as CPython's cmathmodule.c has them. */
    private static PyComplex asinh(PyComplex z) {
        PyComplex s1 = sqrt(new PyComplex(1 + z.im, -z.re));
        PyComplex s2 = sqrt(new PyComplex(1 - z.im, z.re));
        return new PyComplex(
                Hyperbolic.asinh(s1.re * s2.im - s2.re * s1.im), Math.atan2(z.im, s1.re * s2.re - s1.im * s2.im));
    }

    private static PyComplex acos(PyComplex z) {
        PyComplex s1 = sqrt(new PyComplex(1 - z.re, -z.im));
        PyComplex s2 = sqrt(new PyComplex(1 + z.re, z.im));
        return new PyComplex(2 * Math.atan2(s1.re, s2.re), Hyperbolic.asinh(s2.re * s1.im - s2.im * s1.re));
    }

    private static PyComplex acosh(PyComplex z) {
        PyComplex s1 = sqrt(new PyComplex(z.re - 1, z.im));
        PyComplex s2 = sqrt(new PyComplex(z.re + 1, z.im));
        return new PyComplex(Hyperbolic.asinh(s1.re * s2.re + s1.im * s2.im), 2 * Math.atan2(s1.im, s2.re));
    }

    private static PyComplex atanh(PyComplex z) {
        if (z.re < 0 || z.re == 0 && Math.copySign(1, z.re) < 0) {
            PyComplex r = atanh(new PyComplex(-z.re, -z.im));
            return new PyComplex(-r.re, -r.im);
        }
        double ay = Math.abs(z.im);
        if (z.re == 1 && ay == 0) {
            throw Errors.valueError(MathFunctions.DOMAIN);
        }
        double d = (1 - z.re) * (1 - z.re) + ay * ay;
        return new PyComplex(
                Math.log1p(4 * z.re / d) / 4, -Math.atan2(-2 * z.im, (1 - z.re) * (1 + z.re) - ay * ay) / 2);
    }

    private static PyObject isClose(Execution x, PyObject[] args) {
        PyComplex a = value(x, args[0]);
        PyComplex b = value(x, args[1]);
        double relative = Values.toDouble(args[2]);
        double absolute = Values.toDouble(args[3]);
        if (relative < 0 || absolute < 0) {
            throw Errors.valueError("tolerances must be non-negative");
        }
        if (a.re == b.re && a.im == b.im) {
            return PyBool.TRUE;
        }
        if (Double.isInfinite(a.re) || Double.isInfinite(a.im) || Double.isInfinite(b.re) || Double.isInfinite(b.im)) {
            return PyBool.FALSE;
        }
        double d = Math.hypot(a.re - b.re, a.im - b.im);
        return PyBool.of(
                d <= relative * Math.hypot(b.re, b.im) || d <= relative * Math.hypot(a.re, a.im) || d <= absolute);
    }
}
