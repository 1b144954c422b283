package org.picklejar.modules.math;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.text.FloatText;
import org.picklejar.text.math.GammaFunctions;
import org.picklejar.text.math.MathFunctions;
import org.picklejar.text.math.Sums;

/** The functions of floats, by name. */
final class FloatFunctions {
    /** A function of floats. */
    @FunctionalInterface
    interface Function {
        PyObject apply(double[] arguments);
    }

    private static final Map<String, Function> ALL = new HashMap<>();

    static {
        real("fabs", Math::abs);
        real("degrees", v -> v * (180 / Math.PI));
        real("radians", v -> v * (Math.PI / 180));
        real("cbrt", Math::cbrt);
        real("atan", Math::atan);
        real("tanh", Math::tanh);
        real("asinh", Hyperbolic::asinh);
        real("ulp", MathFunctions::ulp);
        real("erf", GammaFunctions::erf);
        real("erfc", GammaFunctions::erfc);
        real("gamma", GammaFunctions::gamma);
        real("lgamma", GammaFunctions::lgamma);
        real("exp2", MathFunctions::exp2);
        real("log", MathFunctions::log);
        real("log2", MathFunctions::log2);
        real("log10", MathFunctions::log10);
        checked("exp", Math::exp, true);
        checked("expm1", Math::expm1, true);
        checked("sinh", Math::sinh, true);
        checked("cosh", Math::cosh, true);
        checked("sqrt", Math::sqrt, false);
        checked("sin", Math::sin, false);
        checked("cos", Math::cos, false);
        checked("tan", Math::tan, false);
        checked("asin", Math::asin, false);
        checked("acos", Math::acos, false);
        checked("acosh", Hyperbolic::acosh, false);
        checked("atanh", Hyperbolic::atanh, false);
        checked("log1p", Math::log1p, false);
        test("isnan", Double::isNaN);
        test("isinf", Double::isInfinite);
        test("isfinite", Double::isFinite);
        binary("atan2", Math::atan2);
        binary("copysign", Math::copySign);
        binary("fmod", MathFunctions::fmod);
        binary("pow", MathFunctions::pow);
        binary("remainder", MathFunctions::remainder);
        ALL.put("floor", a -> integer(Math.floor(a[0])));
        ALL.put("ceil", a -> integer(Math.ceil(a[0])));
        ALL.put("frexp", a -> {
            MathFunctions.Fraction f = MathFunctions.frexp(a[0]);
            return PyTuple.of(new PyFloat(f.fraction()), PyInt.of(f.exponent()));
        });
        ALL.put("modf", a -> {
            double[] parts = MathFunctions.modf(a[0]);
            return PyTuple.of(new PyFloat(parts[0]), new PyFloat(parts[1]));
        });
        ALL.put("fma", a -> new PyFloat(MathFunctions.fma(a[0], a[1], a[2])));
        ALL.put("hypot", a -> new PyFloat(Sums.hypot(a)));
        ALL.put("fsum", a -> new PyFloat(Sums.fsum(a)));
        ALL.put(
                "dist",
                a -> new PyFloat(
                        Sums.distance(Arrays.copyOf(a, a.length / 2), Arrays.copyOfRange(a, a.length / 2, a.length))));
        ALL.put("isclose", a -> PyBool.of(isClose(a[0], a[1], a[2], a[3])));
    }

    private FloatFunctions() {}

    private static void real(String name, DoubleUnaryOperator f) {
        ALL.put(name, a -> new PyFloat(f.applyAsDouble(a[0])));
    }

    private static void checked(String name, DoubleUnaryOperator f, boolean canOverflow) {
        real(name, v -> MathFunctions.checked(f.applyAsDouble(v), v, canOverflow));
    }

    private static void binary(String name, DoubleBinaryOperator f) {
        ALL.put(name, a -> new PyFloat(f.applyAsDouble(a[0], a[1])));
    }

    private static void test(String name, DoublePredicate f) {
        ALL.put(name, a -> PyBool.of(f.test(a[0])));
    }

    private static boolean isClose(double a, double b, double relative, double absolute) {
        if (relative < 0 || absolute < 0) {
            throw new IllegalArgumentException("tolerances must be non-negative");
        }
        if (a == b) {
            return true;
        }
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return false;
        }
        double d = Math.abs(b - a);
        return d <= Math.abs(relative * b) || d <= Math.abs(relative * a) || d <= absolute;
    }

    static PyInteger integer(double v) {
        if (Double.isNaN(v)) {
            throw Errors.valueError("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(v)) {
            throw Errors.overflowError("cannot convert float infinity to integer");
        }
        return PyInteger.of(FloatText.toInteger(v));
    }

    static PyObject call(String name, double... arguments) {
        try {
            return ALL.get(name).apply(arguments);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw error(e);
        }
    }

    /** The Python error for one of an algorithm. */
    static PyException error(RuntimeException e) {
        String m = e.getMessage();
        boolean value = e instanceof IllegalArgumentException
                || m.equals(MathFunctions.DOMAIN)
                || m.startsWith("invalid operation");
        return value ? Errors.valueError(m) : Errors.overflowError(m);
    }
}
