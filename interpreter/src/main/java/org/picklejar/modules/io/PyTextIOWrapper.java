package org.picklejar.modules.io;

import java.io.ByteArrayOutputStream;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
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
    record Snapshot(byte[] input, byte[] rest, int orderState, boolean pendingCr) {
        PyTuple parts() {
            return PyTuple.of(new PyBytes(input), new PyBytes(rest), PyInt.of(orderState), PyBool.of(pendingCr));
        }

        static Snapshot ofParts(PyTuple parts) {
            return new Snapshot(
                    ((PyBytes) parts.get(0)).value,
                    ((PyBytes) parts.get(1)).value,
                    (int) ((PyInt) parts.get(2)).value,
                    parts.get(3) == PyBool.TRUE);
        }
    }

    PyTextIOWrapper(PyType type) {
        super(type);
    }

    @Override
    public PyTuple parts() {
        if (buffer instanceof PyIOBase under && under.parts() == null) {
            return null;
        }
        return PyTuple.of(
                PyBool.of(closed),
                orNone(buffer),
                PyBool.of(detached),
                orNone(encoding),
                orNone(errors),
                PyStr.of(newlines.name()),
                PyBool.of(lineBuffering),
                PyBool.of(writeThrough),
                PyBool.of(seekable),
                PyBool.of(hasRead1),
                PyInt.of(chunkSize),
                codec == null ? PySingleton.NONE : codec.parts(),
                orNone(decoder),
                orNone(encoder),
                lineEnds == null ? PySingleton.NONE : lineEnds.parts(),
                PyStr.of(decoded.substring(at)),
                snapshot == null ? PySingleton.NONE : snapshot.parts(),
                new PyBytes(pending.toByteArray()),
                PyBool.of(telling));
    }

    @Override
    public void fill(Execution x, PyTuple parts) {
        super.fill(x, parts);
        buffer = orNull(parts.get(1));
        detached = parts.get(2) == PyBool.TRUE;
        encoding = (PyStr) orNull(parts.get(3));
        errors = (PyStr) orNull(parts.get(4));
        newlines = Newlines.valueOf(parts.get(5).toString());
        lineBuffering = parts.get(6) == PyBool.TRUE;
        writeThrough = parts.get(7) == PyBool.TRUE;
        seekable = parts.get(8) == PyBool.TRUE;
        hasRead1 = parts.get(9) == PyBool.TRUE;
        chunkSize = (int) ((PyInt) parts.get(10)).value;
        if (parts.get(11) instanceof PyTuple state) {
            codec = TextIOWrapperType.builtinCodec(this);
            codec.fill(state);
        }
        decoder = orNull(parts.get(12));
        encoder = orNull(parts.get(13));
        lineEnds = parts.get(14) instanceof PyTuple state ? NewlineState.ofParts(state) : null;
        decoded = parts.get(15).toString();
        snapshot = parts.get(16) instanceof PyTuple state ? Snapshot.ofParts(state) : null;
        pending.writeBytes(((PyBytes) parts.get(17)).value);
        telling = parts.get(18) == PyBool.TRUE;
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
