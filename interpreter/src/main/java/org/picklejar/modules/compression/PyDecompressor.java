package org.picklejar.modules.compression;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.TypeBuilder;
import org.picklejar.text.ByteSink;
import org.picklejar.text.ByteSource;
import org.picklejar.text.PushDecoder;
import org.picklejar.text.StreamError;

/** {@code BZ2Decompressor} and {@code LZMADecompressor}: input that is not yet used is kept. */
abstract class PyDecompressor<S extends PushDecoder> extends PyStream<S> {
    private static final byte[] NOTHING = {};

    private KeptInput input = KeptInput.NONE;
    private byte[] unusedData = NOTHING;
    private boolean needsInput = true;
    private boolean eof;
    /** Whether the stream was found to be damaged. */
    private boolean failed;

    PyDecompressor(S stream) {
        super(stream);
    }

    /** What is said to who wants more behind the end. */
    abstract String atEnd();

    /** What a damaged stream comes to when there is more of it. */
    abstract StreamError.Kind afterFailure();

    /** The exception of the module. */
    abstract PyException error(StreamError e);

    static <D extends PyDecompressor<?>> TypeBuilder<D> shared(TypeBuilder<D> b) {
        return b.tail(
                        "decompress(self, /, data, max_length: index = -1)",
                        (x, d, data, most) -> d.decompress(x, data, most))
                .member("unused_data", d -> new PyBytes(((PyDecompressor<?>) d).unusedData))
                .member("needs_input", d -> PyBool.of(((PyDecompressor<?>) d).needsInput))
                .member("eof", d -> PyBool.of(((PyDecompressor<?>) d).eof));
    }

    /**
     * What one call came to.
     *
     * @param used place in the input up to which it is used
     * @param error null for none
     */
    private record Step(byte[] output, int used, boolean needsInput, StreamError error) {}

    private static Step step(PushDecoder decoder, KeptInput input, long most) {
        ByteSource in = new ByteSource(input.bytes(), input.at());
        ByteSink out = new ByteSink(most);
        try {
            decoder.decode(in, out);
        } catch (StreamError e) {
            return new Step(NOTHING, 0, true, e);
        }
        boolean needsInput = !decoder.isAtEnd() && !(out.isFull() && (decoder.hasOutput() || !in.isEmpty()));
        return new Step(out.bytes(), in.at, needsInput, null);
    }

    final PyObject decompress(Execution x, PyObject data, PyObject maxLength) {
        PyInteger given = (PyInteger) maxLength;
        if (!given.isLong()) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        long most = given.longValue();
        byte[] more = KeptInput.owned(data);
        waitForOthers(x);
        if (eof) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, atEnd());
        }
        if (failed) {
            throw error(new StreamError(afterFailure()));
        }
        KeptInput all = input.plus(more);
        Step step = work(x, most < 0 ? all.left() : Math.min(all.left(), most), s -> step(s, all, most));
        if (step.error != null) {
            failed = true;
            input = KeptInput.NONE;
            throw error(step.error);
        }
        input = all.from(step.used);
        needsInput = step.needsInput;
        eof = stream.isAtEnd();
        if (eof) {
            unusedData = input.rest();
            input = KeptInput.NONE;
        }
        return new PyBytes(step.output);
    }

    /** Its name and all that depends on what it was given so far. */
    final PyTuple parts() {
        return PyTuple.of(
                PyStr.of(type().name()),
                new PyBytes(stream.state()),
                new PyBytes(input.rest()),
                new PyBytes(unusedData),
                PyBool.of(needsInput),
                PyBool.of(eof),
                PyBool.of(failed));
    }

    /** Takes what {@link #parts} gave beside the stream. */
    final PyObject fill(PyObject[] parts) {
        input = KeptInput.of(((PyBytes) parts[2]).value);
        unusedData = ((PyBytes) parts[3]).value;
        needsInput = parts[4] == PyBool.TRUE;
        eof = parts[5] == PyBool.TRUE;
        failed = parts[6] == PyBool.TRUE;
        return this;
    }
}
