package org.picklejar.modules.zlib;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.compression.KeptInput;
import org.picklejar.ops.Values;
import org.picklejar.text.deflate.DeflateStream.Status;
import org.picklejar.text.deflate.Inflate;

/** {@code zlib._ZlibDecompressor}, by which gzip reads: it keeps the input that it has not yet used. */
public final class PyBufferedDecompress extends PyInflating {
    public static final PyType TYPE = PyType.builtin("_ZlibDecompressor", PyBufferedDecompress.class, PyType.OBJECT)
            .inModule("zlib")
            .notSubclassable();

    private KeptInput input = KeptInput.NONE;
    private boolean needsInput = true;

    private PyBufferedDecompress(Inflate stream, byte[] dictionary) {
        super(stream, dictionary);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<PyBufferedDecompress> b) {
        b.constructor("_ZlibDecompressor(cls, wbits: index = 15, zdict=b'')", (x, cls, a) -> {
                    byte[] dictionary = ZlibModule.dictionary(a[2]);
                    Inflate stream = ZlibModule.inflate(Values.toInt(a[1]), dictionary);
                    return new PyBufferedDecompress(stream, dictionary);
                })
                .tail(
                        "decompress(self, /, data, max_length: index = -1)",
                        (x, d, data, most) -> d.decompress(x, data, most))
                .member("unused_data", d -> new PyBytes(d.unusedData))
                .member("needs_input", d -> PyBool.of(d.needsInput))
                .member("eof", d -> PyBool.of(d.eof));
    }

    /** Its name and all that depends on what it was given so far, for {@link ZlibModule#restore}. */
    PyTuple parts() {
        return PyTuple.of(
                PyStr.of(TYPE.name()),
                new PyBytes(stream.state()),
                ZlibModule.bytesOrNone(dictionary),
                new PyBytes(input.rest()),
                new PyBytes(unusedData),
                PyBool.of(needsInput),
                PyBool.of(eof));
    }

    static PyBufferedDecompress restore(PyObject[] parts) {
        PyBufferedDecompress d =
                new PyBufferedDecompress(Inflate.restore(((PyBytes) parts[1]).value), ZlibModule.bytesOrNull(parts[2]));
        d.input = KeptInput.of(((PyBytes) parts[3]).value);
        d.unusedData = ((PyBytes) parts[4]).value;
        d.needsInput = parts[5] == PyBool.TRUE;
        d.eof = parts[6] == PyBool.TRUE;
        return d;
    }

    private PyObject decompress(Execution x, PyObject data, PyObject maxLength) {
        long most = ZlibModule.size(maxLength);
        byte[] more = KeptInput.owned(data);
        waitForOthers(x);
        if (eof) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, "End of stream already reached");
        }
        KeptInput all = input.plus(more);
        Inflating result = work(
                x,
                most < 0 ? all.left() : Math.min(all.left(), most),
                s -> Inflating.of(s, all.bytes(), all.at(), OutputBlocks.upTo(s, most), dictionary));
        if (!result.isRight()) {
            input = KeptInput.NONE;
            ZlibModule.checkDictionary(result);
            throw ZlibModule.error(result.status(), "while decompressing data", stream.message());
        }
        input = all.from(result.used());
        eof = result.status() == Status.END;
        needsInput = !eof && input.left() == 0;
        unusedData = eof ? input.rest() : NOTHING;
        input = eof ? KeptInput.NONE : input;
        return new PyBytes(result.output());
    }
}
