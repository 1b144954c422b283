package org.picklejar.modules.digests;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Values;
import org.picklejar.text.hash.KeyDerivation;
import org.picklejar.text.hash.StreamHash;

/** {@code _key_derivation}: what {@code hashlib} has from OpenSSL in CPython. Threads run meanwhile, and an interrupt ends the waiting. */
public final class KeyDerivationModule {
    /** What OpenSSL may use when nothing is said. */
    private static final long USUAL_MEMORY = 32L << 20;

    private static final long MOST = Integer.MAX_VALUE;

    private KeyDerivationModule() {}

    public static PyModule create() {
        return new ModuleBuilder("_key_derivation")
                .tailN(
                        "pbkdf2_hmac(hash_name, password, salt, iterations: index, dklen=None) -- Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function.",
                        KeyDerivationModule::pbkdf2)
                .tailN(
                        "scrypt(password, *, salt=None, n: index = 0, r: index = 0, p: index = 0, maxmem: index = 0, dklen: index = 64) -- scrypt password-based key derivation function.",
                        KeyDerivationModule::scrypt)
                .build();
    }

    private static PyObject pbkdf2(Execution x, PyObject[] a) {
        String name = Values.str(a[0], "pbkdf2_hmac() argument 'hash_name'").toString();
        byte[] password = Buffers.bytes(a[1]).clone();
        byte[] salt = Buffers.bytes(a[2]).clone();
        int iterations = positive(x, a[3], "iteration value");
        Supplier<StreamHash> hash = hash(name);
        int length = a[4] == PySingleton.NONE ? hash.get().digestSize() : positive(x, a[4], "key length");
        if (length == 0) {
            throw Errors.valueError("key length must be greater than 0.");
        }
        return compute(x, () -> KeyDerivation.pbkdf2(hash, password, salt, iterations, length));
    }

    private static PyObject compute(Execution x, Blocking.Call<byte[]> work) {
        try {
            return new PyBytes(Blocking.runElsewhere(x, work));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int positive(Execution x, PyObject o, String what) {
        PyInteger n = Conversions.indexValue(x, o);
        if (n.signum() <= 0 && n.isLong()) {
            throw Errors.valueError("%s must be greater than 0.", what);
        }
        if (!n.isLong() || n.longValue() > MOST) {
            throw Errors.overflowError("Python int too large to convert to C long");
        }
        return (int) n.longValue();
    }

    /** By the names of hashlib, and those of OpenSSL that only write them in another way. */
    private static Supplier<StreamHash> hash(String name) {
        String n = name.toLowerCase(Locale.ROOT).replace('-', '_').replaceFirst("^sha_", "sha");
        try {
            DigestModules.fresh(n);
        } catch (IllegalArgumentException e) {
            throw Errors.valueError("unsupported hash type %s", name);
        }
        return () -> DigestModules.fresh(n);
    }

    private static PyObject scrypt(Execution x, PyObject[] a) {
        byte[] password = Buffers.bytes(a[0]).clone();
        if (a[1] == PySingleton.NONE) {
            throw Errors.typeError("salt is required");
        }
        byte[] salt = Buffers.bytes(a[1]).clone();
        long n = unsigned(a[2], "n");
        if (n < 2 || (n & n - 1) != 0) {
            throw Errors.valueError("n must be a power of 2.");
        }
        long r = unsigned(a[3], "r");
        long p = unsigned(a[4], "p");
        long memory = bounded(a[5], 0, "maxmem must be positive and smaller than %d");
        long length = bounded(a[6], 1, "dklen must be greater than 0 and smaller than %d");
        if (r == 0 || p == 0 || r > MOST / p / 128) {
            throw Errors.valueError("Invalid parameter combination for n, r, p, maxmem.");
        }
        if (n > MOST || KeyDerivation.memory(n, r, p) > (memory == 0 ? USUAL_MEMORY : memory)) {
            throw Errors.valueError("[digital envelope routines] memory limit exceeded");
        }
        return compute(x, () -> KeyDerivation.scrypt(password, salt, (int) n, (int) r, (int) p, (int) length));
    }

    private static long unsigned(PyObject o, String name) {
        long v = Values.toLong(o);
        if (v < 0) {
            throw Errors.typeError("%s is required and must be an unsigned int", name);
        }
        return v;
    }

    private static long bounded(PyObject o, long least, String message) {
        long v = Values.toLong(o);
        if (v < least || v > MOST) {
            throw Errors.valueError(message, MOST);
        }
        return v;
    }
}
