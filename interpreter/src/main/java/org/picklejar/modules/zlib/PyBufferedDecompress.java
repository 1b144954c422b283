package org.picklejar.modules.zlib;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;

/** {@code zlib._ZlibDecompressor}, by which gzip reads: it keeps the input that it has not yet used. */
public final class PyBufferedDecompress extends PyObject {
    public static final PyType TYPE = PyType.builtin("_ZlibDecompressor", PyBufferedDecompress.class, PyType.OBJECT)
            .inModule("zlib")
            .notSubclassable();

    private final PyDecompress decompress;
    private byte[] input = {};
    private boolean needsInput = true;

    private PyBufferedDecompress(PyDecompress decompress) {
        this.decompress = decompress;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<PyBufferedDecompress> b) {
        b.constructor(
                        "_ZlibDecompressor(cls, wbits: index = 15, zdict=b'')",
                        (x, cls, a) ->
                                new PyBufferedDecompress(new PyDecompress(Values.toInt(a[1]), Buffers.copy(a[2]))))
                .method(
                        "decompress(self, /, data, max_length: index = -1)",
                        (d, data, most) -> new PyBytes(d.decompress(Buffers.bytes(data), Values.toInt(most))))
                .member("unused_data", d -> new PyBytes(d.decompress.eof() ? d.decompress.unusedData() : new byte[0]))
                .member("needs_input", d -> PyBool.of(d.needsInput))
                .member("eof", d -> PyBool.of(d.decompress.eof()));
    }

    /** @param most bytes of output, negative for no bound */
    private byte[] decompress(byte[] data, int most) {
        if (decompress.eof()) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, "End of stream already reached");
        }
        int kept = input.length;
        input = Arrays.copyOf(input, kept + data.length);
        System.arraycopy(data, 0, input, kept, data.length);
        if (most == 0) {
            needsInput = input.length == 0;
            return new byte[0];
        }
        byte[] out = decompress.decompress(input, Math.max(most, 0));
        input = decompress.eof() ? new byte[0] : decompress.unconsumedTail();
        needsInput = !decompress.eof() && input.length == 0 && out.length != most;
        return out;
    }
}
