package org.picklejar.modules.digests;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.text.hash.Blake2;
import org.picklejar.text.hash.Keccak;
import org.picklejar.text.hash.Md5;
import org.picklejar.text.hash.Sha1;
import org.picklejar.text.hash.Sha256;
import org.picklejar.text.hash.Sha512;
import org.picklejar.text.hash.StreamHash;

/** The modules of digests. */
public final class DigestModules {
    /** A hash without parameters: Python's name, the module, and how one is made. */
    private enum Plain {
        MD5("md5", "_md5", Md5::new),
        SHA1("sha1", "_sha1", Sha1::new),
        SHA224("sha224", "_sha2", () -> new Sha256(224)),
        SHA256("sha256", "_sha2", () -> new Sha256(256)),
        SHA384("sha384", "_sha2", () -> new Sha512(384)),
        SHA512("sha512", "_sha2", () -> new Sha512(512)),
        SHA3_224("sha3_224", "_sha3", () -> Keccak.sha3(224)),
        SHA3_256("sha3_256", "_sha3", () -> Keccak.sha3(256)),
        SHA3_384("sha3_384", "_sha3", () -> Keccak.sha3(384)),
        SHA3_512("sha3_512", "_sha3", () -> Keccak.sha3(512));

        final String hash;
        final String module;
        final Supplier<StreamHash> make;
        final PyType type;

        Plain(String hash, String module, Supplier<StreamHash> make) {
            this.hash = hash;
            this.module = module;
            this.make = make;
            PyType t = PyType.builtin(module.equals("_sha2") ? attribute() : hash, PyDigest.class, PyType.OBJECT)
                    .inModule(module);
            this.type = module.equals("_sha3") ? t : t.notSubclassable();
        }

        /** What the module calls the type. */
        String attribute() {
            return module.equals("_sha3") ? hash : name() + "Type";
        }
    }

    private static final Map<String, PyType> SHAKES = new LinkedHashMap<>();
    private static final Map<String, PyType> BLAKES = new LinkedHashMap<>();

    static {
        for (String name : new String[] {"shake_128", "shake_256"}) {
            SHAKES.put(name, PyType.builtin(name, PyDigest.class, PyType.OBJECT).inModule("_sha3"));
        }
        for (String name : new String[] {"blake2b", "blake2s"}) {
            BLAKES.put(name, PyType.builtin(name, PyDigest.class, PyType.OBJECT).inModule("_blake2"));
        }
    }

    private DigestModules() {}

    /** A module of digests, null for another name. */
    public static PyModule create(Execution x, String module) {
        ModuleBuilder b = new ModuleBuilder(module);
        for (Plain p : Plain.values()) {
            if (p.module.equals(module)) {
                b.constant(p.attribute(), p.type);
                if (!module.equals("_sha3")) {
                    b.function(
                            p.hash + "(string=b'', *, usedforsecurity=True)",
                            (data, used) ->
                                    PyDigest.of(p.type, p.hash, p.make.get()).update(data));
                }
            }
        }
        if (module.equals("_sha3")) {
            SHAKES.values().forEach(b::type);
            b.constant("implementation", PyStr.of("generic"));
        } else if (module.equals("_blake2")) {
            BLAKES.values().forEach(b::type);
            limits(b, "BLAKE2B", Blake2.Variant.B);
            limits(b, "BLAKE2S", Blake2.Variant.S);
        }
        return b.build();
    }

    /**
     * A hash object that goes on where another one stood.
     *
     * @param type, name and state: what {@link PyDigest#parts} gave
     */
    public static PyDigest restore(PyObject type, String name, byte[] state) {
        try {
            StreamHash hash = fresh(name);
            hash.restore(state);
            return PyDigest.of(type instanceof PyType t ? t : typeOf(name), name, hash);
        } catch (IllegalArgumentException e) {
            throw Errors.valueError("%s", e.getMessage());
        }
    }

    private static PyType typeOf(String name) {
        for (Plain p : Plain.values()) {
            if (p.hash.equals(name)) {
                return p.type;
            }
        }
        return SHAKES.getOrDefault(name, BLAKES.get(name));
    }

    /** An empty hash; IllegalArgumentException when there is none of that name. */
    static StreamHash fresh(String name) {
        for (Plain p : Plain.values()) {
            if (p.hash.equals(name)) {
                return p.make.get();
            }
        }
        return switch (name) {
            case "shake_128" -> Keccak.shake(128);
            case "shake_256" -> Keccak.shake(256);
            case "blake2b" -> new Blake2(Blake2.Variant.B, Blake2.Parameters.of(Blake2.Variant.B.maxDigest()));
            case "blake2s" -> new Blake2(Blake2.Variant.S, Blake2.Parameters.of(Blake2.Variant.S.maxDigest()));
            default -> throw new IllegalArgumentException("there is no hash " + name);
        };
    }

    private static void limits(ModuleBuilder b, String name, Blake2.Variant v) {
        b.constant(name + "_MAX_DIGEST_SIZE", PyInt.of(v.maxDigest()))
                .constant(name + "_MAX_KEY_SIZE", PyInt.of(v.maxDigest()))
                .constant(name + "_SALT_SIZE", PyInt.of(v.maxSalt()))
                .constant(name + "_PERSON_SIZE", PyInt.of(v.maxSalt()));
    }

    /** Declares a type such as {@code _md5.MD5Type}.
     * @return whether it is of these modules */
    public static boolean define(String name, TypeBuilder<?> builder) {
        String[] parts = name.split("\\.", 2);
        if (parts.length < 2) {
            return false;
        }
        for (Plain p : Plain.values()) {
            if (p.module.equals(parts[0]) && p.type.name().equals(parts[1])) {
                TypeBuilder<PyDigest> b = builder.of(PyDigest.class);
                PyDigest.define(b);
                if (p.module.equals("_sha3")) {
                    b.constructor(
                            p.hash + "(cls, data=b'', /, *, usedforsecurity=True)",
                            (x, cls, a) ->
                                    PyDigest.of(cls, p.hash, p.make.get()).update(a[1]));
                }
                return true;
            }
        }
        if (SHAKES.containsKey(parts[1]) && parts[0].equals("_sha3")) {
            TypeBuilder<PyDigest> b = builder.of(PyDigest.class);
            PyDigest.defineOfAnyLength(b);
            int bits = parts[1].equals("shake_128") ? 128 : 256;
            b.constructor(
                    parts[1] + "(cls, data=b'', /, *, usedforsecurity=True)",
                    (x, cls, a) ->
                            PyDigest.of(cls, parts[1], Keccak.shake(bits)).update(a[1]));
            return true;
        }
        if (BLAKES.containsKey(parts[1]) && parts[0].equals("_blake2")) {
            blake(builder.of(PyDigest.class), parts[1]);
            return true;
        }
        return false;
    }

    private static void blake(TypeBuilder<PyDigest> b, String name) {
        Blake2.Variant v = name.equals("blake2b") ? Blake2.Variant.B : Blake2.Variant.S;
        PyDigest.define(b);
        b.constant("MAX_DIGEST_SIZE", PyInt.of(v.maxDigest()))
                .constant("MAX_KEY_SIZE", PyInt.of(v.maxDigest()))
                .constant("SALT_SIZE", PyInt.of(v.maxSalt()))
                .constant("PERSON_SIZE", PyInt.of(v.maxSalt()))
                .constructor(
                        name + "(cls, data=b'', /, *, digest_size: index = " + v.maxDigest()
                                + ", key=b'', salt=b'', person=b'', fanout: index = 1, depth: index = 1, "
                                + "leaf_size: index = 0, node_offset: index = 0, node_depth: index = 0, inner_size: index = 0, last_node: bool = False, usedforsecurity=True)",
                        (x, cls, a) -> {
                            Blake2.Parameters p = new Blake2.Parameters(
                                    Values.toInt(a[2]),
                                    Buffers.bytes(a[3]),
                                    Buffers.bytes(a[4]),
                                    Buffers.bytes(a[5]),
                                    Values.toInt(a[6]),
                                    Values.toInt(a[7]),
                                    Values.big(a[8]),
                                    Values.big(a[9]),
                                    Values.toInt(a[10]),
                                    Values.toInt(a[11]),
                                    Values.isTrue(a[12]));
                            try {
                                return PyDigest.of(cls, name, new Blake2(v, p)).update(a[1]);
                            } catch (IllegalArgumentException e) {
                                throw Errors.valueError(e.getMessage());
                            } catch (ArithmeticException e) {
                                throw Errors.overflowError(e.getMessage());
                            }
                        });
    }
}
