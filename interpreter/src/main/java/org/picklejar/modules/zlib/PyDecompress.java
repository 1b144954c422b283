package org.picklejar.modules.zlib;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;

/** {@code zlib.Decompress}. */
public final class PyDecompress extends PyObject {
    public static final PyType TYPE = PyType.builtin("Decompress", PyDecompress.class, PyType.OBJECT)
            .inModule("zlib")
            .notSubclassable();
    private static final int GZIP = 16;
    private static final int GZIP_HEADER = 10;
    private static final int GZIP_TRAILER = 8;

    private final Inflater inflater;
    private final byte[] dictionary;
    private final boolean gzip;
    /** Input of gzip that waits for the rest of its header. */
    private byte[] header = {};

    private boolean headerDone;
    private int trailer;
    private byte[] unusedData = {};
    private byte[] unconsumedTail = {};
    private boolean eof;

    /** @param wbits as {@link PyCompress#of} has it; 47 finds out by itself */
    PyDecompress(int wbits, byte[] dictionary) {
        boolean automatic = wbits > 2 * GZIP;
        this.gzip = automatic || wbits > GZIP;
        this.dictionary = dictionary;
        this.inflater = new Inflater(gzip || wbits < 0);
        if (wbits < 0 && dictionary.length > 0) {
            inflater.setDictionary(dictionary);
        }
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<PyDecompress> b) {
        b.method("decompress(self, data, /, max_length: index = 0)", (d, data, most) -> {
                    int max = Values.toInt(most);
                    if (max < 0) {
                        throw Errors.valueError("max_length must be non-negative");
                    }
                    return new PyBytes(d.decompress(Buffers.bytes(data), max));
                })
                .method("flush(self, length=16384, /)", (d, length) -> new PyBytes(d.decompress(d.unconsumedTail, 0)))
                .member("unused_data", d -> new PyBytes(d.unusedData))
                .member("unconsumed_tail", d -> new PyBytes(d.unconsumedTail))
                .member("eof", d -> PyBool.of(d.eof));
    }

    boolean eof() {
        return eof;
    }

    /** What came behind the end. */
    byte[] unusedData() {
        return unusedData;
    }

    /** What was not used since there was enough output. */
    byte[] unconsumedTail() {
        return unconsumedTail;
    }

    /** @param most bytes of output, 0 for no bound */
    byte[] decompress(byte[] data, int most) {
        unconsumedTail = new byte[0];
        if (eof) {
            unusedData = concat(unusedData, data);
            return new byte[0];
        }
        byte[] input = data;
        if (gzip && !headerDone) {
            header = concat(header, data);
            int end = headerEnd(header);
            if (end < 0) {
                return new byte[0];
            }
            headerDone = true;
            input = Arrays.copyOfRange(header, end, header.length);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!inflater.finished()) {
            inflater.setInput(input);
            inflate(out, most);
            input = Arrays.copyOfRange(input, input.length - inflater.getRemaining(), input.length);
        }
        if (inflater.finished()) {
            int skip = gzip ? Math.min(GZIP_TRAILER - trailer, input.length) : 0;
            trailer += skip;
            eof = !gzip || trailer == GZIP_TRAILER;
            unusedData = Arrays.copyOfRange(input, skip, input.length);
        } else {
            unconsumedTail = input;
        }
        return out.toByteArray();
    }

    private void inflate(ByteArrayOutputStream out, int most) {
        byte[] buffer = new byte[16384];
        try {
            for (; ; ) {
                int room = most == 0 ? buffer.length : Math.min(buffer.length, most - out.size());
                int n = room == 0 ? 0 : inflater.inflate(buffer, 0, room);
                out.write(buffer, 0, n);
                if (n == 0 && inflater.needsDictionary()) {
                    if (dictionary.length == 0) {
                        throw ZlibModule.error("Error 2 while decompressing data");
                    }
                    inflater.setDictionary(dictionary);
                } else if (n == 0) {
                    return;
                }
            }
        } catch (DataFormatException e) {
            throw ZlibModule.error("Error -3 while decompressing data: " + e.getMessage());
        }
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }

    /** Where a gzip header ends, -1 when more of it is needed (RFC 1952). */
    private static int headerEnd(byte[] h) {
        if (h.length < GZIP_HEADER) {
            return -1;
        }
        if (h[0] != 0x1f || h[1] != (byte) 0x8b) {
            throw ZlibModule.error("Error -3 while decompressing data: incorrect header check");
        }
        int flags = h[3];
        int at = GZIP_HEADER;
        if ((flags & 4) != 0) {
            if (h.length < at + 2) {
                return -1;
            }
            at += 2 + (h[at] & 0xFF) + ((h[at + 1] & 0xFF) << 8);
        }
        for (int bit = 8; bit <= 16; bit <<= 1) {
            if ((flags & bit) != 0) {
                while (at < h.length && h[at] != 0) {
                    at++;
                }
                at++;
            }
        }
        at += (flags & 2) != 0 ? 2 : 0;
        return at <= h.length ? at : -1;
    }
}
