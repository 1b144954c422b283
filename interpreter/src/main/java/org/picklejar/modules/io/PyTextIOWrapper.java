package org.picklejar.modules.io;

import java.io.ByteArrayOutputStream;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;

/** {@code io.TextIOWrapper}: text over a buffered stream. */
public class PyTextIOWrapper extends PyIOBase {
    public static final PyType TYPE = PyType.builtin("TextIOWrapper", PyTextIOWrapper.class, TEXT)
            .inModule("_io")
            .withDict();
    static final int CHUNK = 8192;

    /** Null until initialised and after detach. */
    PyObject buffer;

    boolean detached;
    PyStr encoding;
    PyStr errors;
    Newlines newlines = Newlines.UNIVERSAL;
    boolean lineBuffering;
    boolean writeThrough;
    boolean seekable;
    boolean hasRead1;
    int chunkSize = CHUNK;
    /** The codec, when it is built in; else the two objects of module codecs. */
    ByteDecoder codec;

    PyObject decoder;
    PyObject encoder;
    NewlineState lineEnds;
    /** Decoded text not read yet is from {@link #at}. */
    String decoded = "";

    int at;
    /** What {@link #decoded} was made of: the bytes, and the state of the decoder before them. Null when nothing was read. */
    Snapshot snapshot;

    ByteArrayOutputStream pending = new ByteArrayOutputStream();
    /** Iteration makes tell unreliable in CPython and is not allowed with it. */
    boolean telling = true;

    /** Where a chunk began. */
    record Snapshot(byte[] input, byte[] rest, int orderState, boolean pendingCr) {}

    PyTextIOWrapper(PyType type) {
        super(type);
    }

    void checkReady() {
        if (buffer == null) {
            throw detached
                    ? Errors.valueError("underlying buffer has been detached")
                    : Errors.valueError("I/O operation on uninitialized object");
        }
    }

    void checkOpen(Execution x) {
        checkReady();
        if (buffer instanceof PyBuffered b && b.type().isBuiltin() && b.raw != null
                ? b.isClosed(x)
                : IoErrors.isClosed(x, buffer)) {
            throw IoErrors.closed();
        }
    }

    void dropDecoded() {
        decoded = "";
        at = 0;
        snapshot = null;
    }

    boolean hasDecoded() {
        return at < decoded.length();
    }

    void append(String text) {
        decoded = hasDecoded() ? decoded.substring(at) + text : text;
        at = 0;
    }

    /** The next characters.
     * @param n code points, negative for all */
    String take(int n) {
        int left = decoded.length() - at;
        int to = decoded.length();
        if (n >= 0 && n < left) {
            to = decoded.offsetByCodePoints(at, Math.min(n, decoded.codePointCount(at, decoded.length())));
        }
        String s = decoded.substring(at, to);
        at = to;
        return s;
    }

    int decodedCount() {
        return decoded.codePointCount(at, decoded.length());
    }

    /** Decodes a chunk with the codec that is built in. */
    String decode(byte[] input, boolean complete) {
        String s = codec.decode(input, complete);
        return lineEnds == null ? s : lineEnds.decode(s, complete);
    }

    void resetDecoder() {
        if (codec != null) {
            codec.reset();
        }
        if (lineEnds != null) {
            lineEnds.pendingCr = false;
        }
    }
}
