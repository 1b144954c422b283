package org.picklejar.modules.compression;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;
import org.picklejar.text.StreamError;
import org.picklejar.text.lzma.FilterSpec;
import org.picklejar.text.lzma.Formats;
import org.picklejar.text.lzma.LzmaStream;

/** {@code _lzma.LZMADecompressor}. */
final class PyLzmaDecompressor extends PyDecompressor<LzmaStream> {
    static final PyType TYPE = PyType.builtin("LZMADecompressor", PyLzmaDecompressor.class, PyType.OBJECT)
            .inModule("_lzma")
            .notSubclassable();

    private PyLzmaDecompressor(LzmaStream stream) {
        super(stream);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    static void define(TypeBuilder<PyLzmaDecompressor> b) {
        PyDecompressor.shared(b.doc("""
                        Create a decompressor object for decompressing data incrementally.

                          format
                            Specifies the container format of the input stream.  If this is
                            FORMAT_AUTO (the default), the decompressor will automatically detect
                            whether the input is FORMAT_XZ or FORMAT_ALONE.  Streams created with
                            FORMAT_RAW cannot be autodetected.
                          memlimit
                            Limit the amount of memory used by the decompressor.  This will cause
                            decompression to fail if the input cannot be decompressed within the
                            given limit.
                          filters
                            A custom filter chain.  This argument is required for FORMAT_RAW, and
                            not accepted with any other format.  When provided, this should be a
                            sequence of dicts, each indicating the ID and options for a single
                            filter.

                        For one-shot decompression, use the decompress() function instead.""")
                .constructor(
                        "LZMADecompressor(cls, format: index = 0, memlimit=None, filters=None)",
                        (x, cls, a) -> new PyLzmaDecompressor(decoder(x, Values.toInt(a[1]), a[2], a[3])))
                .member("check", d -> PyInt.of(d.stream.check())));
    }

    private static LzmaStream decoder(Execution x, int format, PyObject memlimit, PyObject filters) {
        boolean isRaw = format == LzmaModule.FORMAT_RAW;
        long limit = -1;
        if (memlimit != PySingleton.NONE) {
            if (isRaw) {
                throw Errors.valueError("Cannot specify memory limit with FORMAT_RAW");
            }
            limit = Math.max(LzmaModule.unsigned(memlimit), -1);
        }
        if (isRaw && filters == PySingleton.NONE) {
            throw Errors.valueError("Must specify filters for FORMAT_RAW");
        }
        if (!isRaw && filters != PySingleton.NONE) {
            throw Errors.valueError("Cannot specify filters except with FORMAT_RAW");
        }
        switch (format) {
            case LzmaModule.FORMAT_AUTO -> {
                return Formats.auto(limit);
            }
            case LzmaModule.FORMAT_XZ -> {
                return Formats.xz(limit);
            }
            case LzmaModule.FORMAT_ALONE -> {
                return Formats.alone(limit);
            }
            case LzmaModule.FORMAT_RAW -> {
                FilterSpec[] specs = EncoderFilter.specs(EncoderFilter.chain(x, filters));
                try {
                    return FilterSpec.decoder(specs);
                } catch (StreamError e) {
                    throw LzmaModule.error(e);
                }
            }
            default -> throw Errors.valueError("Invalid container format: %d", format);
        }
    }

    @Override
    protected LzmaStream copyOf(LzmaStream other) {
        return LzmaStream.restore(other.state());
    }

    @Override
    String atEnd() {
        return "Already at end of stream";
    }

    @Override
    StreamError.Kind afterFailure() {
        return StreamError.Kind.INTERNAL;
    }

    @Override
    PyException error(StreamError e) {
        return LzmaModule.error(e);
    }

    static PyObject restore(PyObject[] parts) {
        return new PyLzmaDecompressor(LzmaStream.restore(((PyBytes) parts[1]).value)).fill(parts);
    }
}
