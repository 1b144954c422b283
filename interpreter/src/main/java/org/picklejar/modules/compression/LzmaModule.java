package org.picklejar.modules.compression;

import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.text.StreamError;
import org.picklejar.text.lzma.FilterSpec;

/** The module {@code _lzma}. */
public final class LzmaModule {
    static final PyType ERROR = PyType.builtin("LZMAError", PyBaseException.class, ExceptionTypes.EXCEPTION)
            .inModule("_lzma")
            .withDict();
    static final int FORMAT_AUTO = 0;
    static final int FORMAT_XZ = 1;
    static final int FORMAT_ALONE = 2;
    static final int FORMAT_RAW = 3;
    static final int CHECK_NONE = 0;
    static final int CHECK_CRC32 = 1;
    static final int CHECK_CRC64 = 4;
    static final int CHECK_SHA256 = 10;
    static final int CHECK_UNKNOWN = 16;
    static final int MODE_FAST = 1;
    static final int MODE_NORMAL = 2;
    static final int PRESET_DEFAULT = 6;
    static final long PRESET_EXTREME = 1L << 31;
    private static final Object[][] CONSTANTS = {
        {"FORMAT_AUTO", FORMAT_AUTO},
        {"FORMAT_XZ", FORMAT_XZ},
        {"FORMAT_ALONE", FORMAT_ALONE},
        {"FORMAT_RAW", FORMAT_RAW},
        {"CHECK_NONE", CHECK_NONE},
        {"CHECK_CRC32", CHECK_CRC32},
        {"CHECK_CRC64", CHECK_CRC64},
        {"CHECK_SHA256", CHECK_SHA256},
        {"CHECK_ID_MAX", 15},
        {"CHECK_UNKNOWN", CHECK_UNKNOWN},
        {"FILTER_LZMA1", FilterSpec.LZMA1},
        {"FILTER_LZMA2", FilterSpec.LZMA2},
        {"FILTER_DELTA", FilterSpec.DELTA},
        {"FILTER_X86", FilterSpec.X86},
        {"FILTER_IA64", FilterSpec.IA64},
        {"FILTER_ARM", FilterSpec.ARM},
        {"FILTER_ARMTHUMB", FilterSpec.ARM_THUMB},
        {"FILTER_SPARC", FilterSpec.SPARC},
        {"FILTER_POWERPC", FilterSpec.POWERPC},
        {"MF_HC3", 3},
        {"MF_HC4", 4},
        {"MF_BT2", 18},
        {"MF_BT3", 19},
        {"MF_BT4", 20},
        {"MODE_FAST", MODE_FAST},
        {"MODE_NORMAL", MODE_NORMAL},
        {"PRESET_DEFAULT", PRESET_DEFAULT},
        {"PRESET_EXTREME", PRESET_EXTREME}
    };

    private LzmaModule() {}

    public static PyModule create() {
        ModuleBuilder b = new ModuleBuilder("_lzma")
                .type(ERROR)
                .type(PyLzmaCompressor.TYPE)
                .type(PyLzmaDecompressor.TYPE);
        for (Object[] c : CONSTANTS) {
            b.constant((String) c[0], PyInt.of(((Number) c[1]).longValue()));
        }
        return b.function("is_check_supported(check_id: index, /)", LzmaModule::isCheckSupported)
                .tail("_encode_filter_properties(filter, /)", (x, filter) -> {
                    EncoderFilter f = EncoderFilter.of(x, filter);
                    try {
                        return new PyBytes(f.spec().encode());
                    } catch (StreamError e) {
                        throw error(e);
                    }
                })
                .function("_decode_filter_properties(filter_id, encoded_props, /)", LzmaModule::decodeProperties)
                .build();
    }

    /** @return whether the type is one of these */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "_lzma.LZMAError" -> b.doc("Call to liblzma failed.");
            case "_lzma.LZMACompressor" -> PyLzmaCompressor.define(b.of(PyLzmaCompressor.class));
            case "_lzma.LZMADecompressor" -> PyLzmaDecompressor.define(b.of(PyLzmaDecompressor.class));
            default -> {
                return false;
            }
        }
        return true;
    }

    static PyException error(String message) {
        return Errors.of(ERROR, PyStr.of(message));
    }

    static PyException error(StreamError e) {
        return error(
                switch (e.kind) {
                    case FORMAT -> "Input format not supported by decoder";
                    case DATA -> "Corrupt input data";
                    case OPTIONS -> "Invalid or unsupported options";
                    case MEMORY -> "Memory usage limit exceeded";
                    case INTERNAL -> "Internal error";
                });
    }

    /** A number without sign of 64 bits. */
    static long unsigned(PyObject o) {
        if (!(Values.payload(o) instanceof PyInteger)) {
            throw Errors.typeError("an integer is required");
        }
        BigInteger v = Values.big(o);
        if (v.signum() < 0) {
            throw Errors.overflowError("can't convert negative int to unsigned");
        }
        if (v.bitLength() > Long.SIZE) {
            throw Errors.overflowError("int too big to convert");
        }
        return v.longValue();
    }

    /** A number without sign of 32 bits. */
    static long unsigned32(PyObject o) {
        long v = unsigned(o);
        if (v >>> Integer.SIZE != 0) {
            throw Errors.overflowError("Value too large for uint32_t type");
        }
        return v;
    }

    static boolean isSupported(int check) {
        return check == CHECK_NONE || check == CHECK_CRC32 || check == CHECK_CRC64 || check == CHECK_SHA256;
    }

    private static PyObject isCheckSupported(PyObject id) {
        return PyBool.of(isSupported(Values.toInt(id)));
    }

    private static PyObject decodeProperties(PyObject id, PyObject properties) {
        long n = unsigned(id);
        byte[] bytes = Buffers.copy(properties);
        FilterSpec spec;
        try {
            spec = FilterSpec.decode(n, bytes);
        } catch (StreamError e) {
            throw error(e);
        }
        if (n == FilterSpec.ARM64 || n == FilterSpec.RISCV) {
            throw Errors.valueError("Invalid filter ID: %d", n);
        }
        PyDict d = new PyDict();
        put(d, "id", n);
        if (n == FilterSpec.LZMA1) {
            put(d, "lc", spec.lc());
            put(d, "lp", spec.lp());
            put(d, "pb", spec.pb());
        }
        if (spec.isLast()) {
            put(d, "dict_size", spec.dictionary());
        } else if (n == FilterSpec.DELTA) {
            put(d, "dist", spec.distance());
        } else if (spec.start() != 0) {
            put(d, "start_offset", spec.start());
        }
        return d;
    }

    private static void put(PyDict d, String key, long value) {
        d.put(PyStr.of(key), PyInt.of(value));
    }

    /** All that an object of {@code _bz2} or {@code _lzma} consists of, None for others, and for an {@code LZMACompressor}, whose stream is not ours: the name of the type, and what {@link #restore} needs beside it. */
    public static PyObject parts(PyObject o) {
        return o instanceof PyLzmaDecompressor d ? d.parts() : Bz2Module.parts(o);
    }

    /** An object that goes on where another one stood.
     * @param parts what {@link #parts} gave */
    public static PyObject restore(PyTuple parts) {
        PyObject[] p = parts.items;
        try {
            return switch (p[0].toString()) {
                case "LZMADecompressor" -> PyLzmaDecompressor.restore(p);
                default -> Bz2Module.restore(p);
            };
        } catch (IllegalArgumentException e) {
            throw Errors.valueError("%s", e.getMessage());
        }
    }
}
