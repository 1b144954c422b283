package org.picklejar.modules.zlib;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.text.deflate.DeflateStream.Status;
import org.picklejar.text.deflate.Inflate;

/** {@code zlib.Decompress}. */
public final class PyDecompress extends PyInflating {
    public static final PyType TYPE = PyType.builtin("Decompress", PyDecompress.class, PyType.OBJECT)
            .inModule("zlib")
            .notSubclassable();

    /** What was not used since there was enough output. */
    private byte[] unconsumedTail = NOTHING;

    private PyDecompress(Inflate stream, byte[] dictionary) {
        super(stream, dictionary);
    }

    /** @param dictionary null for none */
    static PyDecompress of(int wbits, byte[] dictionary) {
        return new PyDecompress(ZlibModule.inflate(wbits, dictionary), dictionary);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<PyDecompress> b) {
        b.tail("decompress(self, data, /, max_length: index = 0)", (x, d, data, most) -> d.decompress(x, data, most))
                .tail("flush(self, length: index = 16384, /)", (x, d, length) -> d.flush(x, length))
                .method("copy(self, /)", PyDecompress::copy)
                .method("__copy__(self, /)", PyDecompress::copy)
                .method("__deepcopy__(self, memo, /)", (d, memo) -> d.copy())
                .member("unused_data", d -> new PyBytes(d.unusedData))
                .member("unconsumed_tail", d -> new PyBytes(d.unconsumedTail))
                .member("eof", d -> PyBool.of(d.eof));
    }

    /** Its name and all that depends on what it was given so far, for {@link ZlibModule#restore}. */
    PyTuple parts() {
        return PyTuple.of(
                PyStr.of(TYPE.name()),
                new PyBytes(stream.state()),
                ZlibModule.bytesOrNone(dictionary),
                new PyBytes(unusedData),
                new PyBytes(unconsumedTail),
                PyBool.of(eof));
    }

    static PyDecompress restore(PyObject[] parts) {
        PyDecompress d =
                new PyDecompress(Inflate.restore(((PyBytes) parts[1]).value), ZlibModule.bytesOrNull(parts[2]));
        d.unusedData = ((PyBytes) parts[3]).value;
        d.unconsumedTail = ((PyBytes) parts[4]).value;
        d.eof = parts[5] == PyBool.TRUE;
        return d;
    }

    private PyDecompress copy() {
        Inflate copy = stream.copy();
        if (copy == null) {
            throw Errors.valueError("Inconsistent stream state");
        }
        PyDecompress d = new PyDecompress(copy, dictionary);
        d.unusedData = unusedData;
        d.unconsumedTail = unconsumedTail;
        d.eof = eof;
        return d;
    }

    private PyObject decompress(Execution x, PyObject data, PyObject maxLength) {
        long most = ZlibModule.size(maxLength);
        if (most < 0) {
            throw Errors.valueError("max_length must be non-negative");
        }
        byte[] input = input(data);
        Inflating result = work(
                x,
                most == 0 ? input.length : Math.min(input.length, most),
                s -> Inflating.of(s, input, 0, OutputBlocks.upTo(s, most == 0 ? -1 : most), dictionary));
        keepRest(result, input);
        if (!result.isRight()) {
            throw ZlibModule.error(result.status(), "while decompressing data", stream.message());
        }
        return new PyBytes(result.output());
    }

    private PyObject flush(Execution x, PyObject length) {
        long first = ZlibModule.size(length);
        if (first <= 0) {
            throw Errors.valueError("length must be greater than zero");
        }
        byte[] input = unconsumedTail;
        Inflating result =
                work(x, input.length, s -> Inflating.of(s, input, 0, OutputBlocks.startingWith(s, first), dictionary));
        keepRest(result, input);
        if (result.status() == Status.END) {
            stream.end();
        }
        return new PyBytes(result.output());
    }

    private void keepRest(Inflating result, byte[] input) {
        ZlibModule.checkDictionary(result);
        byte[] rest = Arrays.copyOfRange(input, result.used(), input.length);
        if (result.status() == Status.END) {
            eof = true;
            byte[] all = Arrays.copyOf(unusedData, unusedData.length + rest.length);
            System.arraycopy(rest, 0, all, unusedData.length, rest.length);
            unusedData = all;
        }
        // CPython keeps what came behind the end here too when there was something before.
        if (result.status() != Status.END || unconsumedTail.length > 0) {
            unconsumedTail = rest;
        }
    }
}
