package org.picklejar.modules.compression;

import java.util.function.Function;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.ops.Buffers;

/** An object that compresses or decompresses: it holds a stream. */
public abstract class PyStream<S> extends PyObject {
    /** So many bytes may take longer than an interrupt should wait. */
    public static final int LONG = 1 << 18;

    protected S stream;
    /** Whether a thread is at work on a copy of the stream. */
    private boolean busy;

    protected PyStream(S stream) {
        this.stream = stream;
    }

    /** A stream that goes on where another stands; null when that has ended, or cannot be copied. */
    protected abstract S copyOf(S other);

    /**
     * Does something with the stream. What may take long is done with a copy on a thread of its own, so an interrupt ends it and leaves the stream as it
     * was; who else wants the stream meanwhile waits.
     *
     * @param amount how many bytes are dealt with, about
     * @param work that touches nothing but the stream and the input
     */
    protected <R> R work(Execution x, long amount, Function<S, R> work) {
        waitForOthers(x);
        S copy = amount < LONG ? null : copyOf(stream);
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

    /** Waits until nobody else wants the stream. Who looks at more than the stream before {@link #work} calls it before that. */
    protected void waitForOthers(Execution x) {
        while (busy) {
            x.machine.safePoint.sleep(x, this, () -> !busy, -1);
            x.machine.safePoint.checkInterrupt(x);
        }
    }

    /** As {@link #work} with a stream that nobody else has. */
    public static <S, R> R workOnce(Execution x, byte[] input, S stream, Function<S, R> work) {
        return input.length < LONG ? work.apply(stream) : x.machine.safePoint.compute(x, () -> work.apply(stream));
    }

    /** The bytes of an argument; those that another thread reads do not change meanwhile. */
    public static byte[] input(PyObject data) {
        byte[] bytes = Buffers.bytes(data);
        return data instanceof PyBytes || bytes.length < LONG ? bytes : bytes.clone();
    }

    private synchronized void setBusy(boolean value) {
        busy = value;
        notifyAll();
    }
}
