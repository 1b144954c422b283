package org.picklejar.ops;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.Slot;

/** Arithmetic of ints. */
public final class Ints {
    private static final int MOST_SHIFT = 1 << 30;

    /** Size of results from which on arithmetic takes a tenth of a second or more. */
    static final long HEAVY_BITS = 1 << 21;

    private Ints() {}

    public static PyInteger add(PyInteger a, PyInteger b) {
        if (a.isLong() && b.isLong()) {
            long i = a.longValue();
            long j = b.longValue();
            long s = i + j;
            if (((i ^ s) & (j ^ s)) >= 0) {
                return PyInt.of(s);
            }
        }
        return PyInteger.of(a.big().add(b.big()));
    }

    public static PyInteger sub(PyInteger a, PyInteger b) {
        if (a.isLong() && b.isLong()) {
            long i = a.longValue();
            long j = b.longValue();
            long s = i - j;
            if (((i ^ j) & (i ^ s)) >= 0) {
                return PyInt.of(s);
            }
        }
        return PyInteger.of(a.big().subtract(b.big()));
    }

    public static PyInteger mul(PyInteger a, PyInteger b) {
        if (a.isLong() && b.isLong()) {
            long i = a.longValue();
            long j = b.longValue();
            long hi = Math.multiplyHigh(i, j);
            long lo = i * j;
            if (hi == 0 && lo >= 0 || hi == -1 && lo < 0) {
                return PyInt.of(lo);
            }
        }
        return PyInteger.of(a.big().multiply(b.big()));
    }

    public static PyInteger floorDiv(PyInteger a, PyInteger b) {
        if (b.signum() == 0) {
            throw Errors.zeroDivision("integer division or modulo by zero");
        }
        if (a.isLong() && b.isLong() && !(a.longValue() == Long.MIN_VALUE && b.longValue() == -1)) {
            return PyInt.of(Math.floorDiv(a.longValue(), b.longValue()));
        }
        BigInteger[] qr = a.big().divideAndRemainder(b.big());
        boolean down = qr[1].signum() != 0 && qr[1].signum() != b.signum();
        return PyInteger.of(down ? qr[0].subtract(BigInteger.ONE) : qr[0]);
    }

    public static PyInteger mod(PyInteger a, PyInteger b) {
        if (b.signum() == 0) {
            throw Errors.zeroDivision("integer modulo by zero");
        }
        if (a.isLong() && b.isLong()) {
            return PyInt.of(Math.floorMod(a.longValue(), b.longValue()));
        }
        BigInteger r = a.big().remainder(b.big());
        return PyInteger.of(r.signum() != 0 && r.signum() != b.signum() ? r.add(b.big()) : r);
    }

    public static PyFloat trueDiv(PyInteger a, PyInteger b) {
        if (b.signum() == 0) {
            throw Errors.zeroDivision("division by zero");
        }
        if (a.isLong() && b.isLong()) {
            long i = a.longValue();
            long j = b.longValue();
            if (Math.abs(i) <= 1L << 53 && Math.abs(j) <= 1L << 53) {
                return new PyFloat((double) i / j);
            }
        }
        return new PyFloat(bigTrueDiv(a.big(), b.big()));
    }

    /** The quotient, correctly rounded to even. */
    private static double bigTrueDiv(BigInteger a, BigInteger b) {
        if (a.signum() == 0) {
            return b.signum() < 0 ? -0.0 : 0;
        }
        boolean negative = a.signum() != b.signum();
        a = a.abs();
        b = b.abs();
        // Scale so that the quotient has 55 or 56 bits, the lowest made sticky: then one rounding is exact.
        int shift = Math.max(a.bitLength() - b.bitLength() - 55, -1074 - 2);
        if (shift > 1000 + 24) {
            throw Errors.overflowError("integer division result too large for a float");
        }
        BigInteger n = shift < 0 ? a.shiftLeft(-shift) : a;
        BigInteger d = shift > 0 ? b.shiftLeft(shift) : b;
        BigInteger[] qr = n.divideAndRemainder(d);
        BigInteger q = qr[1].signum() == 0 ? qr[0] : qr[0].setBit(0);
        double r = scale(q, shift);
        if (Double.isInfinite(r)) {
            throw Errors.overflowError("integer division result too large for a float");
        }
        return negative ? -r : r;
    }

    /** {@code q * 2**shift}, rounded once: q has at most 56 bits when the result is normal. */
    private static double scale(BigInteger q, int shift) {
        if (shift >= 0) {
            return q.shiftLeft(shift).doubleValue();
        }
        return new BigDecimal(q)
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(-shift)))
                .doubleValue();
    }

    static long bits(PyInteger a) {
        return a.isLong()
                ? Long.SIZE - Long.numberOfLeadingZeros(Math.abs(a.longValue()))
                : a.big().bitLength();
    }

    /** Whether {@code a op b} may take long enough for somebody to want it interrupted. */
    static boolean isHeavy(Slot op, PyInteger a, PyInteger b) {
        return switch (op) {
            case POW -> b.isLong() && b.longValue() > 1 && bits(a) > HEAVY_BITS / b.longValue();
            case MUL, FLOORDIV, MOD, TRUEDIV -> !(a.isLong() && b.isLong()) && bits(a) + bits(b) > HEAVY_BITS;
            default -> false;
        };
    }

    /** @return an int, or a float for a negative exponent */
    public static PyObject pow(PyInteger a, PyInteger b) {
        if (b.signum() < 0) {
            if (a.signum() == 0) {
                throw Errors.zeroDivision("0.0 cannot be raised to a negative power");
            }
            return Floats.pow(toDouble(a), toDouble(b));
        }
        if (!b.isLong() || b.longValue() > Integer.MAX_VALUE) {
            if (a.isLong() && Math.abs(a.longValue()) <= 1) {
                return a.longValue() == -1 && b.big().testBit(0) ? PyInt.MINUS_ONE : PyInt.of(Math.abs(a.longValue()));
            }
            throw new OutOfMemoryError();
        }
        int e = (int) b.longValue();
        if (a.isLong()) {
            long base = a.longValue();
            if (base == 2 && e < 63) {
                return PyInt.of(1L << e);
            }
            if (e == 2) {
                return mul(a, a);
            }
        }
        return PyInteger.of(a.big().pow(e));
    }

    /** {@code pow(a, b, m)}. */
    public static PyInteger pow(PyInteger a, PyInteger b, PyInteger m) {
        BigInteger mod = m.big();
        if (mod.signum() == 0) {
            throw Errors.valueError("pow() 3rd argument cannot be 0");
        }
        BigInteger abs = mod.abs();
        BigInteger r;
        try {
            r = a.big().modPow(b.big(), abs);
        } catch (ArithmeticException e) {
            throw Errors.valueError("base is not invertible for the given modulus");
        }
        return PyInteger.of(mod.signum() < 0 && r.signum() != 0 ? r.add(mod) : r);
    }

    public static PyInteger shiftLeft(PyInteger a, PyInteger b) {
        if (b.signum() < 0) {
            throw Errors.valueError("negative shift count");
        }
        if (a.signum() == 0) {
            return PyInt.ZERO;
        }
        if (!b.isLong() || b.longValue() > MOST_SHIFT) {
            throw Errors.overflowError("too many digits in integer");
        }
        int n = (int) b.longValue();
        if (a.isLong() && n < 63) {
            long v = a.longValue();
            long s = v << n;
            if (s >> n == v) {
                return PyInt.of(s);
            }
        }
        return PyInteger.of(a.big().shiftLeft(n));
    }

    public static PyInteger shiftRight(PyInteger a, PyInteger b) {
        if (b.signum() < 0) {
            throw Errors.valueError("negative shift count");
        }
        if (!b.isLong() || b.longValue() > Integer.MAX_VALUE) {
            return a.signum() < 0 ? PyInt.MINUS_ONE : PyInt.ZERO;
        }
        int n = (int) b.longValue();
        return a.isLong()
                ? PyInt.of(a.longValue() >> Math.min(n, 63))
                : PyInteger.of(a.big().shiftRight(n));
    }

    public static PyInteger and(PyInteger a, PyInteger b) {
        if (a instanceof PyBool p && b instanceof PyBool q) {
            return PyBool.of(p.value() && q.value());
        }
        return a.isLong() && b.isLong()
                ? PyInt.of(a.longValue() & b.longValue())
                : PyInteger.of(a.big().and(b.big()));
    }

    public static PyInteger or(PyInteger a, PyInteger b) {
        if (a instanceof PyBool p && b instanceof PyBool q) {
            return PyBool.of(p.value() || q.value());
        }
        return a.isLong() && b.isLong()
                ? PyInt.of(a.longValue() | b.longValue())
                : PyInteger.of(a.big().or(b.big()));
    }

    public static PyInteger xor(PyInteger a, PyInteger b) {
        if (a instanceof PyBool p && b instanceof PyBool q) {
            return PyBool.of(p.value() ^ q.value());
        }
        return a.isLong() && b.isLong()
                ? PyInt.of(a.longValue() ^ b.longValue())
                : PyInteger.of(a.big().xor(b.big()));
    }

    public static PyInteger negate(PyInteger a) {
        return a.isLong() && a.longValue() != Long.MIN_VALUE
                ? PyInt.of(-a.longValue())
                : PyInteger.of(a.big().negate());
    }

    public static PyInteger invert(PyInteger a) {
        return a.isLong() ? PyInt.of(~a.longValue()) : PyInteger.of(a.big().not());
    }

    /** The nearest double; OverflowError when there is none. */
    public static double toDouble(PyInteger a) {
        if (a.isLong()) {
            return a.longValue();
        }
        double d = a.big().doubleValue();
        if (Double.isInfinite(d)) {
            throw Errors.overflowError("int too large to convert to float");
        }
        return d;
    }
}
