package org.picklejar.text;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.picklejar.text.math.GammaFunctions;
import org.picklejar.text.math.IntegerFunctions;
import org.picklejar.text.math.MathFunctions;
import org.picklejar.text.math.Sums;

class MathFunctionsTest {
    private static double d(String bits) {
        return FloatTextTest.number(bits);
    }

    private static double[] list(String bits) {
        return bits.isEmpty()
                ? new double[0]
                : Arrays.stream(bits.split(" "))
                        .mapToDouble(MathFunctionsTest::d)
                        .toArray();
    }

    private static BigInteger n(String digits) {
        return new BigInteger(digits);
    }

    /** The last argument of an operation with a tilde is the expected result, which may differ in the last digits. */
    static String run(String name, String[] a) {
        switch (name) {
            case "frexp":
                MathFunctions.Fraction f = MathFunctions.frexp(d(a[0]));
                return FloatText.repr(f.fraction()) + " " + f.exponent();
            case "modf":
                double[] parts = MathFunctions.modf(d(a[0]));
                return FloatText.repr(parts[0]) + " " + FloatText.repr(parts[1]);
            case "comb":
                return IntegerFunctions.comb(n(a[0]), n(a[1])).toString(16);
            case "perm":
                return IntegerFunctions.perm(n(a[0]), n(a[1])).toString(16);
            case "factorial":
                return IntegerFunctions.factorial(n(a[0])).toString(16);
            case "isqrt":
                return IntegerFunctions.isqrt(n(a[0])).toString(16);
            case "lcm":
                return IntegerFunctions.lcm(n(a[0]), n(a[1])).toString(16);
            default:
        }
        if (!name.startsWith("~")) {
            return FloatText.repr(number(name, a));
        }
        String expected = a[a.length - 1];
        String actual;
        try {
            actual = FloatText.repr(number(name.substring(1), a));
        } catch (ArithmeticException e) {
            actual = "^" + e.getMessage();
        }
        return isNear(expected, actual) ? "ok" : actual;
    }

    private static boolean isNear(String expected, String actual) {
        if (expected.equals(actual)) {
            return true;
        }
        if (expected.startsWith("^") || actual.startsWith("^")) {
            return false;
        }
        double e = Double.parseDouble(expected.replace("inf", "Infinity").replace("nan", "NaN"));
        double x = Double.parseDouble(actual.replace("inf", "Infinity").replace("nan", "NaN"));
        return Math.abs(x - e) <= 1e-14 * Math.abs(e) || Math.abs(x - e) <= 4e-15 && Math.abs(e) < 1;
    }

    private static double number(String name, String[] a) {
        switch (name) {
            case "gamma":
                return GammaFunctions.gamma(d(a[0]));
            case "lgamma":
                return GammaFunctions.lgamma(d(a[0]));
            case "erf":
                return GammaFunctions.erf(d(a[0]));
            case "erfc":
                return GammaFunctions.erfc(d(a[0]));
            case "exp2":
                return MathFunctions.exp2(d(a[0]));
            case "log":
                return MathFunctions.log(d(a[0]));
            case "log2":
                return MathFunctions.log2(d(a[0]));
            case "log10":
                return MathFunctions.log10(d(a[0]));
            case "ilog":
                return MathFunctions.log(n(a[0]));
            case "ilog2":
                return MathFunctions.log2(n(a[0]));
            case "ilog10":
                return MathFunctions.log10(n(a[0]));
            case "expm1":
                return MathFunctions.checked(Math.expm1(d(a[0])), d(a[0]), true);
            case "cbrt":
                return Math.cbrt(d(a[0]));
            case "ulp":
                return MathFunctions.ulp(d(a[0]));
            case "ldexp":
                return MathFunctions.ldexp(d(a[0]), n(a[1]));
            case "fmod":
                return MathFunctions.fmod(d(a[0]), d(a[1]));
            case "remainder":
                return MathFunctions.remainder(d(a[0]), d(a[1]));
            case "pow":
                return MathFunctions.pow(d(a[0]), d(a[1]));
            case "fma":
                return MathFunctions.fma(d(a[0]), d(a[1]), d(a[2]));
            case "nextafter":
                return MathFunctions.nextAfter(d(a[0]), d(a[1]), n(a[2]));
            case "fsum":
                return Sums.fsum(list(a[0]));
            case "hypot":
                return Sums.hypot(list(a[0]));
            case "sumprod":
                return Sums.sumProduct(list(a[0]), list(a[1]));
            case "dist":
                return Sums.distance(list(a[0]), list(a[1]));
            default:
                throw new AssertionError(name);
        }
    }

    @Test
    void agreesWithCPython() throws IOException {
        TextCases.check("math.tsv", MathFunctionsTest::run);
    }
}
