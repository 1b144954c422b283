package org.picklejar.modules.zlib;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;

/** {@code zlib.Compress}. */
public final class PyCompress extends PyObject {
    public static final PyType TYPE = PyType.builtin("Compress", PyCompress.class, PyType.OBJECT)
            .inModule("zlib")
            .notSubclassable();
    static final int FINISH = 4;
    private static final int GZIP = 16;
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};

    private final Deflater deflater;
    /** Null when the format is not gzip, whose frame the JDK leaves to us. */
    private final CRC32 crc;

    private boolean started;
    private boolean finished;

    private PyCompress(Deflater deflater, boolean gzip) {
        this.deflater = deflater;
        this.crc = gzip ? new CRC32() : null;
    }

    /** @param wbits 9..15 for zlib's format, -9..-15 raw, 25..31 gzip; the JDK always has the largest window */
    static PyCompress of(int level, int wbits, int strategy, byte[] dictionary) {
        boolean gzip = wbits > GZIP;
        int window = gzip ? wbits - GZIP : Math.abs(wbits);
        if (window < 8 || window > ZlibModule.MAX_WBITS) {
            throw Errors.valueError("Invalid initialization option");
        }
        Deflater d = new Deflater(ZlibModule.level(level), gzip || wbits < 0);
        d.setStrategy(
                strategy == 1 ? Deflater.FILTERED : strategy == 2 ? Deflater.HUFFMAN_ONLY : Deflater.DEFAULT_STRATEGY);
        if (dictionary != null) {
            d.setDictionary(dictionary);
        }
        return new PyCompress(d, gzip);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<PyCompress> b) {
        b.method("compress(self, data, /)", (c, data) -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    c.write(out, Buffers.bytes(data));
                    return new PyBytes(out.toByteArray());
                })
                .method("flush(self, mode: index = 4, /)", (c, mode) -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    c.flush(out, Values.toInt(mode));
                    return new PyBytes(out.toByteArray());
                });
    }

    void write(ByteArrayOutputStream out, byte[] data) {
        if (finished) {
            throw ZlibModule.error("Error -2 while compressing data: inconsistent stream state");
        }
        start(out);
        if (crc != null) {
            crc.update(data);
        }
        deflater.setInput(data);
        drain(out, Deflater.NO_FLUSH);
    }

    private void start(ByteArrayOutputStream out) {
        if (!started && crc != null) {
            out.writeBytes(GZIP_HEADER);
        }
        started = true;
    }

    void flush(ByteArrayOutputStream out, int mode) {
        if (mode == 0) {
            return;
        }
        start(out);
        if (mode != FINISH) {
            drain(out, mode == 3 ? Deflater.FULL_FLUSH : Deflater.SYNC_FLUSH);
            return;
        }
        if (finished) {
            throw ZlibModule.error("Error -2 while finishing compression: inconsistent stream state");
        }
        finished = true;
        deflater.finish();
        drain(out, Deflater.NO_FLUSH);
        if (crc != null) {
            little(out, crc.getValue());
            little(out, deflater.getBytesRead());
        }
        deflater.end();
    }

    private static void little(ByteArrayOutputStream out, long v) {
        for (int i = 0; i < 4; i++) {
            out.write((int) (v >> 8 * i));
        }
    }

    private void drain(ByteArrayOutputStream out, int mode) {
        byte[] buffer = new byte[8192];
        int n;
        while ((n = deflater.deflate(buffer, 0, buffer.length, mode)) > 0) {
            out.write(buffer, 0, n);
        }
    }
}
