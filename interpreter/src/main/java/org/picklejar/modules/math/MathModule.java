package org.picklejar.modules.math;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Floats;
import org.picklejar.ops.GatherFrame;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Steps;
import org.picklejar.ops.Values;
import org.picklejar.text.math.IntegerFunctions;
import org.picklejar.text.math.MathFunctions;
import org.picklejar.text.math.Sums;

/** The module {@code math}. */
public final class MathModule {
    private static final String[] OF_ONE = {
        "fabs",
        "degrees",
        "radians",
        "cbrt",
        "atan",
        "tanh",
        "asinh",
        "ulp",
        "erf",
        "erfc",
        "gamma",
        "lgamma",
        "exp2",
        "exp",
        "expm1",
        "sinh",
        "cosh",
        "sqrt",
        "sin",
        "cos",
        "tan",
        "asin",
        "acos",
        "acosh",
        "atanh",
        "log1p",
        "isnan",
        "isinf",
        "isfinite",
        "frexp",
        "modf"
    };
    private static final String[] OF_TWO = {"atan2", "copysign", "fmod", "pow", "remainder"};

    private MathModule() {}

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("math")
                .doc("This module provides access to the mathematical functions\ndefined by the C standard.")
                .constant("pi", new PyFloat(Math.PI))
                .constant("e", new PyFloat(Math.E))
                .constant("tau", new PyFloat(2 * Math.PI))
                .constant("inf", new PyFloat(Double.POSITIVE_INFINITY))
                .constant("nan", new PyFloat(Double.NaN));
        for (String name : OF_ONE) {
            b.tail(name + "(x, /)", (e, v) -> FloatCall.of(e, name, v));
        }
        for (String name : OF_TWO) {
            b.tail(name + "(x, y, /)", (e, v, w) -> FloatCall.of(e, name, v, w));
        }
        b.tail("fma(x, y, z, /)", (e, v, w, z) -> FloatCall.of(e, "fma", v, w, z))
                .tailN("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", (e, a) -> FloatCall.of(e, "isclose", a))
                .tail("hypot(*coordinates)", (e, all) -> FloatCall.of(e, "hypot", ((PyTuple) all).items))
                .tail("dist(p, q, /)", MathModule::distance)
                .tail("fsum(seq, /)", (e, seq) -> new FloatsFrame(seq).gather(e))
                .tail("floor(x, /)", (e, v) -> rounded(e, v, "floor"))
                .tail("ceil(x, /)", (e, v) -> rounded(e, v, "ceil"))
                .tail("trunc(x, /)", MathModule::truncate)
                .tail("log(x, base=<unset>, /)", MathModule::log)
                .tail(
                        "log2(x, /)",
                        (e, v) ->
                                Values.payload(v) instanceof PyInteger i ? logOfInt(i, 2) : FloatCall.of(e, "log2", v))
                .tail(
                        "log10(x, /)",
                        (e, v) -> Values.payload(v) instanceof PyInteger i
                                ? logOfInt(i, 10)
                                : FloatCall.of(e, "log10", v))
                .tail("ldexp(x: float, i, /)", MathModule::ldexp)
                .function("nextafter(x: float, y: float, /, *, steps: index = None)", MathModule::nextAfter)
                .tail("prod(iterable, /, *, start=1)", (e, seq, start) -> new ProductFrame(seq, start).gather(e))
                .tail("sumprod(p, q, /)", MathModule::sumProduct);
        integers(b);
        return b.build();
    }

    private static void integers(ModuleBuilder b) {
        b.tail("factorial(n: index, /)", MathModule::factorial)
                .tail(
                        "comb(n: index, k: index, /)",
                        (x, n, k) -> ints(x, k, () -> IntegerFunctions.comb(Values.big(n), Values.big(k))))
                .tail(
                        "perm(n: index, k: index = None, /)",
                        (x, n, k) -> k == PySingleton.NONE
                                ? factorial(x, n)
                                : ints(x, k, () -> IntegerFunctions.perm(Values.big(n), Values.big(k))))
                .function("isqrt(n: index, /)", n -> ints(() -> IntegerFunctions.isqrt(Values.big(n))))
                .tail("gcd(*integers)", (x, all) -> fold(x, all, BigInteger.ZERO, BigInteger::gcd))
                .tail("lcm(*integers)", (x, all) -> fold(x, all, BigInteger.ONE, IntegerFunctions::lcm));
    }

    private static BigInteger big(Execution x, PyObject o) {
        return Conversions.indexValue(x, o).big();
    }

    private static PyObject factorial(Execution x, PyObject n) {
        return ints(x, n, () -> IntegerFunctions.factorial(Values.big(n)));
    }

    /** The result of a function that makes as many steps as {@code steps} says: many are made where an interrupt can end them. */
    private static PyObject ints(Execution x, PyObject steps, Supplier<BigInteger> f) {
        return ints(() -> Values.big(steps).bitLength() > 14 ? x.machine.safePoint.compute(x, f) : f.get());
    }

    private static PyObject ints(Supplier<BigInteger> f) {
        try {
            return PyInteger.of(f.get());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw e instanceof IllegalArgumentException
                    ? Errors.valueError(e.getMessage())
                    : Errors.overflowError(e.getMessage());
        }
    }

    private static PyObject fold(Execution x, PyObject all, BigInteger start, BinaryOperator<BigInteger> f) {
        BigInteger r = start;
        for (PyObject o : ((PyTuple) all).items) {
            r = f.apply(r, big(x, o));
        }
        return PyInteger.of(r);
    }

    private static PyObject rounded(Execution x, PyObject v, String name) {
        if (v instanceof PyFloat) {
            return FloatCall.of(x, name, v);
        }
        PyObject method = v.type().lookup("__" + name + "__");
        return method != null ? x.callSpecial(v, method, new PyObject[] {v}, null) : FloatCall.of(x, name, v);
    }

    private static PyObject truncate(Execution x, PyObject v) {
        if (v instanceof PyFloat f) {
            return FloatFunctions.integer(f.value < 0 ? Math.ceil(f.value) : Math.floor(f.value));
        }
        PyObject method = v.type().lookup("__trunc__");
        if (method == null) {
            throw Errors.typeError(
                    "type %s doesn't define __trunc__ method", v.type().name());
        }
        return x.callSpecial(v, method, new PyObject[] {v}, null);
    }

    private static PyFloat logOfInt(PyInteger i, int base) {
        try {
            return new PyFloat(
                    base == 2
                            ? MathFunctions.log2(i.big())
                            : base == 10 ? MathFunctions.log10(i.big()) : MathFunctions.log(i.big()));
        } catch (ArithmeticException e) {
            throw FloatFunctions.error(e);
        }
    }

    private static PyObject log(Execution x, PyObject v, PyObject base) {
        if (base == null) {
            return Values.payload(v) instanceof PyInteger i ? logOfInt(i, 0) : FloatCall.of(x, "log", v);
        }
        double n = naturalLog(x, v);
        double d = naturalLog(x, base);
        return new PyFloat(Floats.divide(n, d));
    }

    /** A Python {@code __float__} runs nested (blocking): only log with a base needs it. */
    private static double naturalLog(Execution x, PyObject v) {
        return Values.payload(v) instanceof PyInteger i
                ? logOfInt(i, 0).value
                : ((PyFloat) FloatFunctions.call("log", Conversions.toDouble(x, v))).value;
    }

    private static PyObject ldexp(Execution x, PyObject v, PyObject exponent) {
        if (!(Values.payload(exponent) instanceof PyInteger e)) {
            throw Errors.typeError("Expected an int as second argument to ldexp.");
        }
        try {
            return new PyFloat(MathFunctions.ldexp(Values.toDouble(v), e.big()));
        } catch (ArithmeticException problem) {
            throw FloatFunctions.error(problem);
        }
    }

    private static PyObject nextAfter(PyObject v, PyObject w, PyObject steps) {
        BigInteger n = steps == PySingleton.NONE ? BigInteger.ONE : Values.big(steps);
        if (n.signum() < 0) {
            throw Errors.valueError("steps must be a non-negative integer");
        }
        return new PyFloat(MathFunctions.nextAfter(Values.toDouble(v), Values.toDouble(w), n));
    }

    private static PyObject distance(Execution x, PyObject p, PyObject q) {
        PyObject[] a = Iteration.itemsNow(x, p);
        PyObject[] b = Iteration.itemsNow(x, q);
        if (a.length != b.length) {
            throw Errors.valueError("both points must have the same number of dimensions");
        }
        PyObject[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return FloatCall.of(x, "dist", all);
    }

    /** Gathers floats to sum. */
    public static final class FloatsFrame extends GatherFrame {
        /** For unpickling. */
        public FloatsFrame() {}

        FloatsFrame(PyObject iterable) {
            super(iterable, null, null);
        }

        @Override
        protected PyObject gathered(Execution x, PyObject[] items) {
            return FloatCall.of(x, "fsum", items);
        }
    }

    /** Gathers the factors of prod. */
    public static final class ProductFrame extends GatherFrame {
        /** For unpickling. */
        public ProductFrame() {}

        ProductFrame(PyObject iterable, PyObject start) {
            super(iterable, start, null);
        }

        @Override
        protected PyObject gathered(Execution x, PyObject[] items) {
            return Steps.run(x, new FoldFrame(PyTuple.of(items), null, a));
        }
    }

    private static PyObject sumProduct(Execution x, PyObject p, PyObject q) {
        PyObject[] a = Iteration.itemsNow(x, p);
        PyObject[] b = Iteration.itemsNow(x, q);
        if (a.length != b.length) {
            throw Errors.valueError("Inputs are not the same length");
        }
        boolean floats = a.length > 0;
        boolean some = false;
        double[] v = new double[a.length];
        double[] w = new double[a.length];
        for (int i = 0; floats && i < a.length; i++) {
            floats = (a[i] instanceof PyFloat || a[i] instanceof PyInt)
                    && (b[i] instanceof PyFloat || b[i] instanceof PyInt);
            some |= a[i] instanceof PyFloat || b[i] instanceof PyFloat;
            if (floats) {
                v[i] = Conversions.toDouble(x, a[i]);
                w[i] = Conversions.toDouble(x, b[i]);
            }
        }
        return floats && some
                ? new PyFloat(Sums.sumProduct(v, w))
                : Steps.run(x, new FoldFrame(PyTuple.of(a), PyTuple.of(b), PyInt.ZERO));
    }
}
