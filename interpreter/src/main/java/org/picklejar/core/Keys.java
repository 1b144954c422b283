package org.picklejar.core;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The hashes of objects: those that builtin values have by themselves, and what becomes of what {@code __hash__} returned. */
public final class Keys {
    /** Modulus of numeric hashes: {@code sys.hash_info.modulus}. */
    public static final long MODULUS = (1L << 61) - 1;

    private static final BigInteger BIG_MODULUS = BigInteger.valueOf(MODULUS);
    private static final long HASH_INF = 314159;
    private static final long IMAGINARY = 1000003;
    private static final long TUPLE_START = 2870177450012600261L;

    /** No hash of anything: Python, or a builtin that has an Execution, must be asked. */
    public static final long UNKNOWN = -1;

    public static final long NONE_HASH = 0xfca86420L;
    /** How deep tuples are looked into. */
    private static final int MOST_NESTED = 8;

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
    public static long hashDouble(double v, PyObject identity) {
        if (Double.isNaN(v)) {
            return Identity.hash(identity);
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

    /** The hash of an object in whose hashing no Python code has a part; else {@link #UNKNOWN}. */
    public static long plainHash(PyObject o) {
        if (o instanceof PyStr s) {
            return hashStr(s);
        }
        return o instanceof PyInt i ? hashLong(i.value) : plainHash(o, MOST_NESTED);
    }

    private static long plainHash(PyObject o, int depth) {
        if (o instanceof PyStr s) {
            return hashStr(s);
        } else if (o instanceof PyInteger i) {
            return hashInteger(i);
        } else if (o instanceof PyTuple t) {
            return depth == 0 ? UNKNOWN : plainHash(t, depth - 1);
        } else if (o instanceof PyFloat f) {
            return hashDouble(f.value, f);
        } else if (o instanceof PyBytes b) {
            return valid(b.hashCode());
        } else if (o == PySingleton.NONE) {
            return NONE_HASH;
        }
        if (isIdentity(o)) {
            return Identity.hash(o);
        }
        Slot.Unary h = o.type().unary(Slot.HASH);
        // A subclass that hashes as the builtin type does.
        return o instanceof PyValueInstance v && h == v.payload.type().unary(Slot.HASH)
                ? plainHash(v.payload, depth)
                : UNKNOWN;
    }

    private static long plainHash(PyTuple t, int depth) {
        long acc = TUPLE_START;
        for (PyObject item : t.items) {
            long h = plainHash(item, depth);
            if (h == UNKNOWN) {
                return UNKNOWN;
            }
            acc = mix(acc, h);
        }
        return mixed(acc, t.size());
    }

    public static long hashStr(PyStr s) {
        return valid(s.hashCode());
    }

    public static long hashInteger(PyInteger i) {
        return i.isLong() ? hashLong(i.longValue()) : hashBig(i.big());
    }

    /** The hash of a tuple whose items have these hashes. */
    public static long hashTuple(long... hashes) {
        long acc = TUPLE_START;
        for (long h : hashes) {
            acc = mix(acc, h);
        }
        return mixed(acc, hashes.length);
    }

    // xxHash-like mixing, as CPython's tuples have since 3.8.

    private static long mix(long acc, long hash) {
        return Long.rotateLeft(acc + hash * -4417276706812531889L, 31) * -7046029288634856825L;
    }

    private static long mixed(long acc, int size) {
        long h = acc + (size ^ (TUPLE_START ^ 3527539L));
        return h == -1 ? 1546275796 : h;
    }

    /** The hash of a frozenset of elements with these hashes (CPython: frozenset_hash). */
    public static long hashSet(long... hashes) {
        long h = 0;
        for (long e : hashes) {
            h ^= (e ^ 89869747L ^ e << 16) * 3644798167L;
        }
        h ^= (hashes.length + 1L) * 1927868237L;
        h ^= h >>> 11 ^ h >>> 25;
        h = h * 69069L + 907133923L;
        return h == -1 ? 590923713L : h;
    }

    /** Calls the {@code __hash__} of an object: what it returned is for {@link #result}. May be PENDING. */
    public static PyObject ask(Execution x, PyObject o) {
        Slot.Unary h = o.type().unary(Slot.HASH);
        if (h == null) {
            throw Errors.typeError("unhashable type: '%s'", o.type().name());
        }
        return h.apply(x, o);
    }

    /** What {@code hash()} gives for an object with a {@link #plainHash}: one that is its identity is marked as such. */
    public static PyInt plainResult(PyObject o, long hash) {
        return isIdentity(o) ? PyInt.identity(hash) : PyInt.of(hash);
    }

    private static boolean isIdentity(PyObject o) {
        return o.type().unary(Slot.HASH) == PyType.OBJECT.unary(Slot.HASH);
    }

    /** The hash that {@code __hash__} means by what it returned. */
    public static long result(PyObject returned) {
        if ((returned instanceof PyValueInstance v ? v.payload : returned) instanceof PyInteger i) {
            return valid(i.isLong() ? i.longValue() : hashBig(i.big()));
        }
        throw Errors.typeError("__hash__ method should return an integer");
    }

    private static long valid(long hash) {
        return hash == UNKNOWN ? -2 : hash;
    }

    /** A hash for a pickle: none when the object has it by itself, since it may depend on the process. */
    public static PyObject saved(PyObject o, long hash) {
        return o == null || plainHash(o) != UNKNOWN || hash == UNKNOWN ? PySingleton.NONE : PyInt.of(hash);
    }

    public static long restored(PyObject hash) {
        return hash == PySingleton.NONE ? UNKNOWN : ((PyInt) hash).value;
    }

    /** The hash as tables of dicts use it. */
    static int fold(long h) {
        int i = (int) (h ^ h >>> 32);
        return i ^ i >>> 16;
    }

    /** {@code a == b}, as the abstract operations have it. */
    public interface Equality {
        /** A bool, or PENDING. */
        PyObject equal(Execution x, PyObject a, PyObject b);
    }
}
