package org.picklejar.core;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Hashing and equality of dict and set keys. Exact builtin keys never call Python; others run as blocking builtins. */
public final class Keys {
    /** Modulus of numeric hashes: {@code sys.hash_info.modulus}. */
    public static final long MODULUS = (1L << 61) - 1;

    private static final BigInteger BIG_MODULUS = BigInteger.valueOf(MODULUS);
    private static final long HASH_INF = 314159;
    private static final long IMAGINARY = 1000003;

    private Keys() {}

    public static long hashLong(long v) {
        long h = Math.abs(v) % MODULUS;
        if (v == Long.MIN_VALUE) {
            h = 4;
        }
        h = v < 0 ? -h : h;
        return h == -1 ? -2 : h;
    }

    public static long hashBig(BigInteger v) {
        long h = v.abs().mod(BIG_MODULUS).longValue();
        h = v.signum() < 0 ? -h : h;
        return h == -1 ? -2 : h;
    }

    /** CPython's docs, "Hashing of numeric types". */
    public static long hashDouble(double v, Object identity) {
        if (Double.isNaN(v)) {
            return System.identityHashCode(identity);
        }
        if (Double.isInfinite(v)) {
            return v > 0 ? HASH_INF : -HASH_INF;
        }
        if (v == Math.rint(v)) {
            return Math.abs(v) < 9e18 ? hashLong((long) v) : hashBig(new BigDecimal(v).toBigInteger());
        }
        int e = Math.getExponent(v) + 1;
        double m = Math.abs(v) / Math.scalb(1.0, e);
        if (Double.isInfinite(m) || m >= 1 || m < 0.5) {
            m = Math.abs(v);
            e = 0;
            while (m < 0.5) {
                m *= 2;
                e--;
            }
            while (m >= 1) {
                m /= 2;
                e++;
            }
        }
        long x = 0;
        while (m != 0) {
            x = ((x << 28) & MODULUS) | x >>> 33;
            m *= 268435456.0;
            e -= 28;
            long y = (long) m;
            m -= y;
            x += y;
            if (x >= MODULUS) {
                x -= MODULUS;
            }
        }
        e = e >= 0 ? e % 61 : 60 - (-1 - e) % 61;
        x = ((x << e) & MODULUS) | x >>> (61 - e);
        long h = v < 0 ? -x : x;
        return h == -1 ? -2 : h;
    }

    public static long hashComplex(PyComplex c) {
        long h = hashDouble(c.re, c) + IMAGINARY * hashDouble(c.im, c);
        return h == -1 ? -2 : h;
    }

    /** Python's hash of an object. */
    public static long hash(Execution x, PyObject o) {
        if (o instanceof PyStr s) {
            return s.hashCode();
        }
        if (o instanceof PyInt i) {
            return hashLong(i.value);
        }
        if (o instanceof PyTuple t) {
            return hashTuple(x, t);
        }
        Slot.Unary h = o.type().unary(Slot.HASH);
        if (h == null) {
            throw Errors.typeError("unhashable type: '%s'", o.type().name());
        }
        PyObject r = x.await(() -> h.apply(x, o));
        if (r instanceof PyValueInstance v) {
            r = v.payload;
        }
        if (!(r instanceof PyInteger i)) {
            throw Errors.typeError("__hash__ method should return an integer");
        }
        long v = i.isLong() ? i.longValue() : hashBig(i.big());
        return v == -1 ? -2 : v;
    }

    public static long hashTuple(Execution x, PyTuple t) {
        // xxHash-like mixing, as CPython's tuples have since 3.8.
        long acc = 2870177450012600261L;
        for (PyObject item : t.items) {
            acc += hash(x, item) * -4417276706812531889L;
            acc = Long.rotateLeft(acc, 31);
            acc *= -7046029288634856825L;
        }
        acc += t.size() ^ (2870177450012600261L ^ 3527539L);
        return acc == -1 ? 1546275796 : acc;
    }

    static int fold(long h) {
        int i = (int) (h ^ h >>> 32);
        return i ^ i >>> 16;
    }

    /** The hash as tables use it. */
    public static int tableHash(Execution x, PyObject key) {
        return key instanceof PyStr s ? strHash(s) : fold(hash(x, key));
    }

    static int strHash(PyStr s) {
        int h = s.hashCode();
        // Equal to fold(hash): a str's hash is an int, sign-extended.
        return fold(h);
    }

    /** {@code a is b or a == b} of two keys with equal hashes. */
    public static boolean same(Execution x, PyObject a, PyObject b) {
        if (a == b) {
            return true;
        }
        if (a instanceof PyStr s) {
            if (b instanceof PyStr t) {
                return s.equals(t);
            }
        } else if (a instanceof PyInt i && b instanceof PyInt j) {
            return i.value == j.value;
        }
        return x.machine.equality.equal(x, a, b);
    }

    /** Full {@code ==} with truth value; set by the abstract operations. */
    public interface Equality {
        boolean equal(Execution x, PyObject a, PyObject b);
    }
}
