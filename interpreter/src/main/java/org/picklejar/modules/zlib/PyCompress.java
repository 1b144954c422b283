package org.picklejar.modules.zlib;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.compression.PyStream;
import org.picklejar.ops.Values;
import org.picklejar.text.deflate.Deflate;
import org.picklejar.text.deflate.Deflate.Flush;
import org.picklejar.text.deflate.DeflateStream.Status;

/** {@code zlib.Compress}. */
public final class PyCompress extends PyStream<Deflate> {
    public static final PyType TYPE = PyType.builtin("Compress", PyCompress.class, PyType.OBJECT)
            .inModule("zlib")
            .notSubclassable();

    private PyCompress(Deflate stream) {
        super(stream);
    }

    /** @param dictionary null for none; the others as {@link Deflate#Deflate} has them */
    static PyCompress of(int level, int method, int wbits, int memoryLevel, int strategy, byte[] dictionary) {
        Deflate stream;
        try {
            stream = new Deflate(level, method, wbits, memoryLevel, strategy);
        } catch (IllegalArgumentException e) {
            throw Errors.valueError(e.getMessage());
        }
        if (dictionary != null && !stream.setDictionary(dictionary)) {
            throw Errors.valueError("Invalid dictionary");
        }
        return new PyCompress(stream);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    protected Deflate copyOf(Deflate other) {
        return other.copy();
    }

    public static void define(TypeBuilder<PyCompress> b) {
        b.tail("compress(self, data, /)", (x, c, data) -> c.compress(x, data))
                .tail("flush(self, mode: index = 4, /)", (x, c, mode) -> c.flush(x, mode))
                .method("copy(self, /)", PyCompress::copy)
                .method("__copy__(self, /)", PyCompress::copy)
                .method("__deepcopy__(self, memo, /)", (c, memo) -> c.copy());
    }

    /** Its name and all that depends on what it was given so far, for {@link ZlibModule#restore}. */
    PyTuple parts() {
        return PyTuple.of(PyStr.of(TYPE.name()), new PyBytes(stream.state()));
    }

    static PyCompress restore(PyObject[] parts) {
        return new PyCompress(Deflate.restore(((PyBytes) parts[1]).value));
    }

    private PyCompress copy() {
        Deflate copy = stream.copy();
        if (copy == null) {
            throw Errors.valueError("Inconsistent stream state");
        }
        return new PyCompress(copy);
    }

    private PyObject compress(Execution x, PyObject data) {
        byte[] input = input(data);
        byte[] out = work(x, input.length, s -> compress(s, input, Flush.NONE));
        if (out == null) {
            throw ZlibModule.error(Status.STREAM_ERROR, "while compressing data", null);
        }
        return new PyBytes(out);
    }

    private PyObject flush(Execution x, PyObject mode) {
        int n = Values.toInt(mode);
        if (n == Flush.NONE.ordinal()) {
            return new PyBytes(new byte[0]);
        }
        byte[] out = n < 0 || n >= Flush.values().length
                ? null
                : work(x, 0, s -> compress(s, new byte[0], Flush.values()[n]));
        if (out == null) {
            throw ZlibModule.error(Status.STREAM_ERROR, "while flushing", null);
        }
        if (n == Flush.FINISH.ordinal()) {
            stream.end();
        }
        return new PyBytes(out);
    }

    /** Gives all of the input to the stream. Returns what came out, null when the stream takes nothing any more. */
    static byte[] compress(Deflate stream, byte[] input, Flush flush) {
        OutputBlocks out = OutputBlocks.upTo(stream, -1);
        stream.setInput(input, 0, input.length);
        do {
            out.makeRoom();
            if (stream.step(flush) == Status.STREAM_ERROR) {
                stream.releaseArrays();
                return null;
            }
        } while (stream.room() == 0);
        return out.finish();
    }
}
