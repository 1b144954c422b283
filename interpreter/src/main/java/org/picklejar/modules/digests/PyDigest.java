package org.picklejar.modules.digests;

import java.util.HexFormat;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.text.hash.StreamHash;

/** A hash object of any of the digest modules. */
public final class PyDigest extends PyInstance {
    final String name;
    private final StreamHash hash;

    private PyDigest(PyType type, String name, StreamHash hash) {
        super(type);
        this.name = name;
        this.hash = hash;
    }

    static PyDigest of(PyType type, String name, StreamHash hash) {
        return new PyDigest(type, name, hash);
    }

    /** Its class when a program made that, else None; its name; and all that depends on what it was given so far, for {@link DigestModules#restore}. */
    public PyTuple parts() {
        return PyTuple.of(type().isBuiltin() ? PySingleton.NONE : type(), PyStr.of(name), new PyBytes(hash.state()));
    }

    PyDigest update(PyObject data) {
        if (Values.payload(data) instanceof PyStr) {
            throw Errors.typeError("Strings must be encoded before hashing");
        }
        byte[] b = Buffers.bytesOrNull(data);
        if (b == null) {
            throw Errors.typeError("object supporting the buffer API required");
        }
        hash.update(b, 0, b.length);
        return this;
    }

    /** The methods of a hash with a digest of fixed length. */
    static void define(TypeBuilder<PyDigest> b) {
        shared(b);
        b.method("digest(self, /)", d -> new PyBytes(d.hash.digest(0)))
                .method("hexdigest(self, /)", d -> PyStr.of(HexFormat.of().formatHex(d.hash.digest(0))));
    }

    /** The methods of SHAKE. */
    static void defineOfAnyLength(TypeBuilder<PyDigest> b) {
        shared(b);
        b.method("digest(self, length: index, /)", (d, n) -> new PyBytes(d.hash.digest(length(n))))
                .method(
                        "hexdigest(self, length: index, /)",
                        (d, n) -> PyStr.of(HexFormat.of().formatHex(d.hash.digest(length(n)))));
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
                .method("copy(self, /)", d -> new PyDigest(d.type(), d.name, d.hash.copy()))
                .getter("name", d -> PyStr.of(d.name))
                .getter("block_size", d -> PyInt.of(d.hash.blockSize()))
                .getter("digest_size", d -> PyInt.of(d.hash.digestSize()));
    }
}
