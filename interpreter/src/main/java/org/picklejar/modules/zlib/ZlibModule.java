package org.picklejar.modules.zlib;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.compression.PyStream;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.text.deflate.Checksums;
import org.picklejar.text.deflate.Deflate;
import org.picklejar.text.deflate.Deflate.Flush;
import org.picklejar.text.deflate.DeflateStream.Status;
import org.picklejar.text.deflate.Inflate;

/** The module {@code zlib}. */
public final class ZlibModule {
    public static final PyType ERROR = PyType.builtin("error", PyBaseException.class, ExceptionTypes.EXCEPTION)
            .inModule("zlib")
            .withDict();
    private static final int METHOD = 8;
    private static final int MEMORY_LEVEL = 8;
    private static final Object[][] CONSTANTS = {
        {"DEFLATED", METHOD},
        {"DEF_BUF_SIZE", 16384},
        {"DEF_MEM_LEVEL", MEMORY_LEVEL},
        {"MAX_WBITS", 15},
        {"Z_BEST_COMPRESSION", 9},
        {"Z_BEST_SPEED", 1},
        {"Z_BLOCK", 5},
        {"Z_DEFAULT_COMPRESSION", -1},
        {"Z_DEFAULT_STRATEGY", 0},
        {"Z_FILTERED", 1},
        {"Z_FINISH", 4},
        {"Z_FIXED", 4},
        {"Z_FULL_FLUSH", 3},
        {"Z_HUFFMAN_ONLY", 2},
        {"Z_NO_COMPRESSION", 0},
        {"Z_NO_FLUSH", 0},
        {"Z_PARTIAL_FLUSH", 1},
        {"Z_RLE", 3},
        {"Z_SYNC_FLUSH", 2},
        {"Z_TREES", 6}
    };

    private ZlibModule() {}

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("zlib")
                .type(ERROR)
                .type(PyBufferedDecompress.TYPE)
                .constant("ZLIB_VERSION", PyStr.of("1.3.1"))
                .constant("ZLIB_RUNTIME_VERSION", PyStr.of("1.3.1"));
        for (Object[] c : CONSTANTS) {
            b.constant((String) c[0], PyInt.of((Integer) c[1]));
        }
        return b.tail("compress(data, /, level: index = -1, wbits: index = 15)", ZlibModule::compress)
                .tail("decompress(data, /, wbits: index = 15, bufsize: index = 16384)", ZlibModule::decompress)
                .tailN(
                        "compressobj(level: index = -1, method: index = 8, wbits: index = 15, memLevel: index = 8, strategy: index = 0, zdict=<unset>)",
                        (e, a) -> PyCompress.of(
                                Values.toInt(a[0]),
                                Values.toInt(a[1]),
                                Values.toInt(a[2]),
                                Values.toInt(a[3]),
                                Values.toInt(a[4]),
                                a[5] == null ? null : Buffers.copy(a[5])))
                .function(
                        "decompressobj(wbits: index = 15, zdict=b'')",
                        (wbits, zdict) -> PyDecompress.of(Values.toInt(wbits), dictionary(zdict)))
                .function(
                        "crc32(data, value: index = 0, /)",
                        (data, start) -> PyInt.of(Checksums.crc32(low(start), Buffers.bytes(data))))
                .function(
                        "adler32(data, value: index = 1, /)",
                        (data, start) -> PyInt.of(Checksums.adler32(low(start), Buffers.bytes(data))))
                .build();
    }

    /**
     * All that an object with a stream consists of, None for other objects. Plain pickles do not take them, as in CPython.
     *
     * @return the name of the type, and what {@link #restore} needs beside it
     */
    public static PyObject parts(PyObject o) {
        return o instanceof PyCompress c
                ? c.parts()
                : o instanceof PyDecompress d
                        ? d.parts()
                        : o instanceof PyBufferedDecompress d ? d.parts() : PySingleton.NONE;
    }

    /** An object that goes on where another one stood.
     * @param parts what {@link #parts} gave */
    public static PyObject restore(PyTuple parts) {
        PyObject[] p = parts.items;
        try {
            return switch (p[0].toString()) {
                case "Compress" -> PyCompress.restore(p);
                case "Decompress" -> PyDecompress.restore(p);
                default -> PyBufferedDecompress.restore(p);
            };
        } catch (IllegalArgumentException e) {
            throw Errors.valueError("%s", e.getMessage());
        }
    }

    /** @param detail what the stream says about it, null for nothing */
    static PyException error(Status status, String when, String detail) {
        String why = detail != null
                ? detail
                : switch (status) {
                    case BUFFER_ERROR -> "incomplete or truncated stream";
                    case STREAM_ERROR -> "inconsistent stream state";
                    case DATA_ERROR -> "invalid input data";
                    default -> null;
                };
        String text = "Error " + status.code() + " " + when;
        return Errors.of(ERROR, PyStr.of(why == null ? text : text + ": " + why));
    }

    /** Raises the error of a dictionary that the stream did not want. */
    static void checkDictionary(Inflating result) {
        if (result.badDictionary()) {
            throw error(result.status(), "while setting zdict", null);
        }
    }

    /** A stream that decompresses.
     * @param dictionary null for none */
    static Inflate inflate(int wbits, byte[] dictionary) {
        Inflate stream;
        try {
            stream = new Inflate(wbits);
        } catch (IllegalArgumentException e) {
            throw Errors.valueError(e.getMessage());
        }
        if (wbits < 0 && dictionary != null) {
            stream.setDictionary(dictionary);
        }
        return stream;
    }

    /** A preset dictionary for decompression, null for an empty one: none is as good. */
    static byte[] dictionary(PyObject o) {
        byte[] d = Buffers.bytesOrNull(o);
        if (d == null) {
            throw Errors.typeError("zdict argument must support the buffer protocol");
        }
        return d.length == 0 ? null : d.clone();
    }

    static PyObject bytesOrNone(byte[] b) {
        return b == null ? PySingleton.NONE : new PyBytes(b);
    }

    static byte[] bytesOrNull(PyObject o) {
        return o instanceof PyBytes b ? b.value : null;
    }

    static long size(PyObject o) {
        PyInteger i = (PyInteger) o;
        if (!i.isLong()) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        return i.longValue();
    }

    private static int low(PyObject o) {
        return Values.big(o).intValue();
    }

    private static PyObject compress(Execution x, PyObject data, PyObject level, PyObject wbits) {
        byte[] input = PyStream.input(data);
        Deflate stream;
        try {
            stream = new Deflate(Values.toInt(level), METHOD, Values.toInt(wbits), MEMORY_LEVEL, 0);
        } catch (IllegalArgumentException e) {
            throw Errors.of(ERROR, PyStr.of("Bad compression level"));
        }
        return new PyBytes(PyStream.workOnce(x, input, stream, s -> PyCompress.compress(s, input, Flush.FINISH)));
    }

    private static PyObject decompress(Execution x, PyObject data, PyObject wbits, PyObject bufsize) {
        byte[] input = PyStream.input(data);
        long first = size(bufsize);
        if (first < 0) {
            throw Errors.valueError("bufsize must be non-negative");
        }
        Inflate stream;
        try {
            stream = new Inflate(Values.toInt(wbits));
        } catch (IllegalArgumentException e) {
            throw error(Status.STREAM_ERROR, "while preparing to decompress data", null);
        }
        Inflating result = PyStream.workOnce(
                x,
                input,
                stream,
                s -> Inflating.of(s, input, 0, OutputBlocks.startingWith(s, Math.max(first, 1)), null));
        if (result.status() == Status.END) {
            return new PyBytes(result.output());
        }
        Status status = result.isRight() ? Status.BUFFER_ERROR : result.status();
        throw error(status, "while decompressing data", stream.message());
    }
}
