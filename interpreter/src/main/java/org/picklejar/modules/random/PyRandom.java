package org.picklejar.modules.random;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Keys;
import org.picklejar.core.Pending;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Values;
import org.picklejar.text.MersenneTwister;

/** {@code _random.Random}. */
public final class PyRandom extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("Random", PyRandom.class, PyType.OBJECT).inModule("_random");
    private final MersenneTwister twister = new MersenneTwister();

    private PyRandom(PyType type) {
        super(type);
    }

    public static void define(TypeBuilder<PyRandom> b) {
        b.doc("Random() -> create a random number generator with its own internal state.")
                .constructor("Random(cls, *args, **kwargs)", (x, cls, a) -> {
                    PyRandom r = new PyRandom(cls);
                    PyTuple args = (PyTuple) a[1];
                    return r.seed(x, args.size() == 0 ? PySingleton.NONE : args.get(0), r);
                })
                .method("random(self, /)", r -> new PyFloat(r.twister.random()))
                .tail("seed(self, n=None, /)", (x, r, n) -> r.seed(x, n, PySingleton.NONE))
                .method("getrandbits(self, k: index, /)", PyRandom::bits)
                .method("getstate(self, /)", PyRandom::getState)
                .tail("setstate(self, state, /)", PyRandom::setState);
    }

    private PyObject seed(Execution x, PyObject n, PyObject result) {
        PyObject v = Values.payload(n);
        if (v == PySingleton.NONE) {
            byte[] seed = new byte[32];
            new SecureRandom().nextBytes(seed);
            twister.seed(new BigInteger(1, seed));
        } else if (v instanceof PyInteger i) {
            twister.seed(i.big());
        } else {
            return new SeedFrame(this, n, result).run(x);
        }
        return result;
    }

    /** Takes the hash of an object as the seed. */
    public static final class SeedFrame extends StepFrame {
        private PyRandom random;
        private PyObject seed;
        private PyObject result;

        /** For unpickling. */
        public SeedFrame() {}

        SeedFrame(PyRandom random, PyObject seed, PyObject result) {
            this.random = random;
            this.seed = seed;
            this.result = result;
        }

        @Override
        protected PyObject advance(Execution x, PyObject value) {
            PyObject v = value == null ? Keys.ask(x, seed) : value;
            if (v == Pending.PENDING) {
                return v;
            }
            random.twister.seed(new BigInteger(Long.toUnsignedString(Keys.result(v))));
            return result;
        }

        @Override
        protected PyObject[] fields() {
            return new PyObject[] {random, seed, result};
        }

        @Override
        protected void setFields(PyObject[] f) {
            random = (PyRandom) f[0];
            seed = f[1];
            result = f[2];
        }
    }

    private static PyObject bits(PyRandom r, PyObject k) {
        PyInteger n = (PyInteger) k;
        if (n.signum() < 0) {
            throw Errors.valueError("number of bits must be non-negative");
        }
        return PyInteger.of(r.twister.getRandomBits(Values.toInt(n)));
    }

    private PyObject getState() {
        long[] state = twister.getState();
        PyObject[] out = new PyObject[state.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = PyInt.of(state[i]);
        }
        return PyTuple.of(out);
    }

    private static PyObject setState(Execution x, PyRandom r, PyObject state) {
        if (!(Values.payload(state) instanceof PyTuple t)) {
            throw Errors.typeError("state vector must be a tuple");
        }
        if (t.size() != MersenneTwister.WORDS + 1) {
            throw Errors.valueError("state vector is the wrong size");
        }
        long[] words = new long[t.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = Values.toLong(x, t.get(i));
        }
        if (words[MersenneTwister.WORDS] < 0 || words[MersenneTwister.WORDS] > MersenneTwister.WORDS) {
            throw Errors.valueError("invalid state");
        }
        r.twister.setState(words);
        return PySingleton.NONE;
    }
}
