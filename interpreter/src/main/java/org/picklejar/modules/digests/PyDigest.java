package org.picklejar.modules.digests;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.text.hash.Blake2;
import org.picklejar.text.hash.Shake;

/** A hash object of any of the digest modules. */
public final class PyDigest extends PyInstance {
    /** The state of a hash. */
    private interface State {
        void update(byte[] data);

        byte[] digest(int length);

        State copy();
    }

    final String name;
    private final int blockSize;
    /** 0 for hashes whose digest has any length. */
    private final int digestSize;

    private final State state;

    private PyDigest(PyType type, String name, int blockSize, int digestSize, State state) {
        super(type);
        this.name = name;
        this.blockSize = blockSize;
        this.digestSize = digestSize;
        this.state = state;
    }

    /** A hash of the JDK. */
    static PyDigest of(PyType type, String name, String algorithm, int blockSize) {
        try {
            MessageDigest d = MessageDigest.getInstance(algorithm);
            return new PyDigest(type, name, blockSize, d.getDigestLength(), new OfJdk(d));
        } catch (NoSuchAlgorithmException e) {
            throw Errors.valueError("unsupported hash type " + name);
        }
    }

    static PyDigest of(PyType type, String name, Shake shake) {
        return new PyDigest(type, name, shake.blockSize(), 0, new OfShake(shake));
    }

    static PyDigest of(PyType type, String name, Blake2 blake, int blockSize) {
        return new PyDigest(type, name, blockSize, blake.digestSize(), new OfBlake(blake));
    }

    private record OfJdk(MessageDigest digest) implements State {
        @Override
        public void update(byte[] data) {
            digest.update(data);
        }

        @Override
        public byte[] digest(int length) {
            return copy().digest.digest();
        }

        @Override
        public OfJdk copy() {
            try {
                return new OfJdk((MessageDigest) digest.clone());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record OfShake(Shake shake) implements State {
        @Override
        public void update(byte[] data) {
            shake.update(data, 0, data.length);
        }

        @Override
        public byte[] digest(int length) {
            return shake.copy().digest(length);
        }

        @Override
        public State copy() {
            return new OfShake(shake.copy());
        }
    }

    private record OfBlake(Blake2 blake) implements State {
        @Override
        public void update(byte[] data) {
            blake.update(data, 0, data.length);
        }

        @Override
        public byte[] digest(int length) {
            return blake.copy().digest();
        }

        @Override
        public State copy() {
            return new OfBlake(blake.copy());
        }
    }

    PyDigest update(PyObject data) {
        if (Values.payload(data) instanceof PyStr) {
            throw Errors.typeError("Strings must be encoded before hashing");
        }
        byte[] b = Buffers.bytesOrNull(data);
        if (b == null) {
            throw Errors.typeError("object supporting the buffer API required");
        }
        state.update(b);
        return this;
    }

    /** The methods of a hash with a digest of fixed length. */
    static void define(TypeBuilder<PyDigest> b) {
        shared(b);
        b.method("digest(self, /)", d -> new PyBytes(d.state.digest(0)))
                .method("hexdigest(self, /)", d -> PyStr.of(HexFormat.of().formatHex(d.state.digest(0))));
    }

    /** The methods of SHAKE. */
    static void defineOfAnyLength(TypeBuilder<PyDigest> b) {
        shared(b);
        b.method("digest(self, length: index, /)", (d, n) -> new PyBytes(d.state.digest(length(n))))
                .method(
                        "hexdigest(self, length: index, /)",
                        (d, n) -> PyStr.of(HexFormat.of().formatHex(d.state.digest(length(n)))));
    }

    private static int length(PyObject n) {
        int length = Values.toInt(n);
        if (length < 0) {
            throw Errors.valueError("value must be positive");
        }
        return length;
    }

    private static void shared(TypeBuilder<PyDigest> b) {
        b.method("update(self, obj, /)", (d, data) -> {
                    d.update(data);
                    return PySingleton.NONE;
                })
                .method("copy(self, /)", d -> new PyDigest(d.type(), d.name, d.blockSize, d.digestSize, d.state.copy()))
                .getter("name", d -> PyStr.of(d.name))
                .getter("block_size", d -> PyInt.of(d.blockSize))
                .getter("digest_size", d -> PyInt.of(d.digestSize));
    }
}
