package org.picklejar.modules.zlib;

import java.io.ByteArrayOutputStream;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.text.Binascii;

/** The module {@code zlib}. */
public final class ZlibModule {
    public static final PyType ERROR = PyType.builtin("error", PyBaseException.class, ExceptionTypes.EXCEPTION)
            .inModule("zlib")
            .withDict();
    static final int MAX_WBITS = 15;
    private static final int CHUNK = 16384;
    private static final Object[][] CONSTANTS = {
        {"DEFLATED", 8},
        {"DEF_BUF_SIZE", CHUNK},
        {"DEF_MEM_LEVEL", 8},
        {"MAX_WBITS", MAX_WBITS},
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
                                Values.toInt(a[2]),
                                Values.toInt(a[4]),
                                a[5] == null ? null : Buffers.copy(a[5])))
                .function(
                        "decompressobj(wbits: index = 15, zdict=b'')",
                        (wbits, dictionary) -> new PyDecompress(Values.toInt(wbits), Buffers.copy(dictionary)))
                .function(
                        "crc32(data, value: index = 0, /)",
                        (data, v) -> PyInt.of(Binascii.crc32(Buffers.bytes(data), low(v))))
                .function(
                        "adler32(data, value: index = 1, /)", (data, v) -> PyInt.of(adler(Buffers.bytes(data), low(v))))
                .build();
    }

    static PyException error(String message) {
        return Errors.of(ERROR, PyStr.of(message));
    }

    private static long low(PyObject o) {
        return Values.big(o).longValue() & 0xFFFFFFFFL;
    }

    private static long adler(byte[] data, long start) {
        if (start == 1) {
            Adler32 a = new Adler32();
            a.update(data);
            return a.getValue();
        }
        long low = start & 0xFFFF;
        long high = start >> 16;
        for (byte b : data) {
            low = (low + (b & 0xFF)) % 65521;
            high = (high + low) % 65521;
        }
        return high << 16 | low;
    }

    private static PyObject compress(Execution x, PyObject data, PyObject level, PyObject wbits) {
        PyCompress c = PyCompress.of(Values.toInt(level), Values.toInt(wbits), 0, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        c.write(out, Buffers.bytes(data));
        c.flush(out, PyCompress.FINISH);
        return new PyBytes(out.toByteArray());
    }

    private static PyObject decompress(Execution x, PyObject data, PyObject wbits, PyObject size) {
        PyDecompress d = new PyDecompress(Values.toInt(wbits), new byte[0]);
        byte[] out = d.decompress(Buffers.bytes(data), 0);
        if (!d.eof()) {
            throw error("Error -5 while decompressing data: incomplete or truncated stream");
        }
        return new PyBytes(out);
    }

    static int level(int level) {
        if (level < -1 || level > 9) {
            throw error("Bad compression level");
        }
        return level == -1 ? Deflater.DEFAULT_COMPRESSION : level;
    }
}
