package org.picklejar.modules.zlib;

import java.util.function.Function;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.text.deflate.DeflateStream;

/** An object of {@code zlib} that holds a stream. */
abstract class PyStream<S extends DeflateStream> extends PyObject {
    /** So much input may take longer than an interrupt should wait. */
    static final int LONG = 1 << 18;

    S stream;
    /** Whether a thread is at work on a copy of the stream. */
    private boolean busy;

    PyStream(S stream) {
        this.stream = stream;
    }

    /** A stream that goes on where another stands; null when that has ended. */
    abstract S copyOf(S other);

    /**
     * Does something with the stream. What may take long is done with a copy on a thread of its own, so an interrupt ends it and leaves the stream as it
     * was; who else wants the stream meanwhile waits.
     *
     * @param work that touches nothing but the stream and the input
     */
    <R> R work(Execution x, byte[] input, Function<S, R> work) {
        while (busy) {
            x.machine.safePoint.sleep(x, this, () -> !busy, -1);
            x.machine.safePoint.checkInterrupt(x);
        }
        S copy = input.length < LONG ? null : copyOf(stream);
        if (copy == null) {
            return work.apply(stream);
        }
        setBusy(true);
        try {
            R result = x.machine.safePoint.compute(x, () -> work.apply(copy));
            stream = copy;
            return result;
        } finally {
            setBusy(false);
        }
    }

    /** As {@link #work} with a stream that nobody else has. */
    static <S, R> R workOnce(Execution x, byte[] input, S stream, Function<S, R> work) {
        return input.length < LONG ? work.apply(stream) : x.machine.safePoint.compute(x, () -> work.apply(stream));
    }

    private synchronized void setBusy(boolean value) {
        busy = value;
        notifyAll();
    }
}
