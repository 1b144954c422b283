package org.picklejar.modules.compression;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.TypeBuilder;

/** {@code BZ2Compressor} and {@code LZMACompressor}. */
abstract class PyCompressor<S> extends PyStream<S> {
    boolean flushed;

    PyCompressor(S stream) {
        super(stream);
    }

    /** What comes out of the stream for this input. */
    abstract PyObject compress(Execution x, byte[] data);

    abstract PyObject finish(Execution x);

    static <C extends PyCompressor<?>> void shared(TypeBuilder<C> b) {
        b.tail("compress(self, data, /)", (x, c, data) -> ((PyCompressor<?>) c).takeInput(x, data))
                .tail("flush(self, /)", (x, c) -> ((PyCompressor<?>) c).flush(x));
    }

    private PyObject takeInput(Execution x, PyObject data) {
        byte[] input = input(data);
        if (flushed) {
            throw Errors.valueError("Compressor has been flushed");
        }
        return compress(x, input);
    }

    private PyObject flush(Execution x) {
        if (flushed) {
            throw Errors.valueError("Repeated call to flush()");
        }
        flushed = true;
        return finish(x);
    }
}
