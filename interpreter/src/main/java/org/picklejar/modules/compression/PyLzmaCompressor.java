package org.picklejar.modules.compression;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;
import org.picklejar.text.ByteSink;
import org.picklejar.text.StreamError;
import org.picklejar.text.lzma.FilterSpec;

/** {@code _lzma.LZMACompressor}. */
final class PyLzmaCompressor extends PyCompressor<LzmaEncoder> {
    static final PyType TYPE = PyType.builtin("LZMACompressor", PyLzmaCompressor.class, PyType.OBJECT)
            .inModule("_lzma")
            .notSubclassable();
    private static final int MOST_CHECKS = 15;

    /** An interrupt came while it took input. */
    private boolean broken;

    private PyLzmaCompressor(LzmaEncoder stream) {
        super(stream);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    static void define(TypeBuilder<PyLzmaCompressor> b) {
        PyCompressor.shared(b.doc("""
                        LZMACompressor(format=FORMAT_XZ, check=-1, preset=None, filters=None)

                        Create a compressor object for compressing data incrementally.

                        format specifies the container format to use for the output. This can
                        be FORMAT_XZ (default), FORMAT_ALONE, or FORMAT_RAW.

                        check specifies the integrity check to use. For FORMAT_XZ, the default
                        is CHECK_CRC64. FORMAT_ALONE and FORMAT_RAW do not support integrity
                        checks; for these formats, check must be omitted, or be CHECK_NONE.

                        The settings used by the compressor can be specified either as a
                        preset compression level (with the 'preset' argument), or in detail
                        as a custom filter chain (with the 'filters' argument). For FORMAT_XZ
                        and FORMAT_ALONE, the default is to use the PRESET_DEFAULT preset
                        level. For FORMAT_RAW, the caller must always specify a filter chain;
                        the raw compressor does not support preset compression levels.

                        preset (if provided) should be an integer in the range 0-9, optionally
                        OR-ed with the constant PRESET_EXTREME.

                        filters (if provided) should be a sequence of dicts. Each dict should
                        have an entry for "id" indicating the ID of the filter, plus
                        additional entries for options to the filter.

                        For one-shot compression, use the compress() function instead.
                        """)
                .constructor(
                        "LZMACompressor(cls, format: index = 1, check: index = -1, preset=None, filters=None)",
                        (x, cls, a) ->
                                new PyLzmaCompressor(encoder(x, Values.toInt(a[1]), Values.toInt(a[2]), a[3], a[4]))));
    }

    private static LzmaEncoder encoder(Execution x, int format, int check, PyObject preset, PyObject filters) {
        boolean hasFilters = filters != PySingleton.NONE;
        if (preset != PySingleton.NONE && hasFilters) {
            throw Errors.valueError("Cannot specify both preset and filter chain");
        }
        long level = preset == PySingleton.NONE ? LzmaModule.PRESET_DEFAULT : LzmaModule.unsigned32(preset);
        if (format != LzmaModule.FORMAT_XZ && check != -1 && check != LzmaModule.CHECK_NONE) {
            throw Errors.valueError("Integrity checks are only supported by FORMAT_XZ");
        }
        return switch (format) {
            case LzmaModule.FORMAT_XZ -> {
                EncoderFilter[] chain = hasFilters
                        ? EncoderFilter.chain(x, filters)
                        : new EncoderFilter[] {supported(EncoderFilter.preset(FilterSpec.LZMA2, level))};
                yield xz(chain, check == -1 ? LzmaModule.CHECK_CRC64 : check);
            }
            case LzmaModule.FORMAT_ALONE ->
                LzmaEncoder.alone(supported(
                        hasFilters ? onlyLzma1(EncoderFilter.chain(x, filters)) : ofPreset(FilterSpec.LZMA1, level)));
            case LzmaModule.FORMAT_RAW -> {
                if (!hasFilters) {
                    throw Errors.valueError("Must specify filters for FORMAT_RAW");
                }
                EncoderFilter[] chain = EncoderFilter.chain(x, filters);
                checkChain(chain);
                yield LzmaEncoder.raw(chain);
            }
            default -> throw Errors.valueError("Invalid container format: %d", format);
        };
    }

    private static EncoderFilter ofPreset(long id, long level) {
        EncoderFilter filter = EncoderFilter.preset(id, level);
        if (filter == null) {
            throw LzmaModule.error("Invalid compression preset: " + level);
        }
        return filter;
    }

    private static EncoderFilter onlyLzma1(EncoderFilter[] chain) {
        if (chain.length != 1 || !chain[0].isLzma1()) {
            throw Errors.valueError("Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter");
        }
        return chain[0];
    }

    private static EncoderFilter supported(EncoderFilter filter) {
        if (filter == null || !filter.isSupported()) {
            throw LzmaModule.error(new StreamError(StreamError.Kind.OPTIONS));
        }
        return filter;
    }

    private static void checkChain(EncoderFilter[] chain) {
        if (chain.length == 0) {
            throw LzmaModule.error(new StreamError(StreamError.Kind.INTERNAL));
        }
        if (!FilterSpec.isChain(EncoderFilter.specs(chain))) {
            throw LzmaModule.error(new StreamError(StreamError.Kind.OPTIONS));
        }
        for (EncoderFilter f : chain) {
            supported(f);
        }
    }

    private static LzmaEncoder xz(EncoderFilter[] chain, int check) {
        if (check < 0 || check > MOST_CHECKS || chain.length > 0 && chain[chain.length - 1].isLzma1()) {
            throw LzmaModule.error(new StreamError(StreamError.Kind.INTERNAL));
        }
        if (!LzmaModule.isSupported(check)) {
            throw LzmaModule.error("Unsupported integrity check");
        }
        checkChain(chain);
        return LzmaEncoder.xz(chain, check);
    }

    /** The stream is not ours, and what it consists of is not told. */
    @Override
    protected LzmaEncoder copyOf(LzmaEncoder other) {
        return null;
    }

    /** In parts, between which an interrupt is seen. */
    @Override
    PyObject compress(Execution x, byte[] data) {
        if (broken) {
            throw LzmaModule.error(new StreamError(StreamError.Kind.INTERNAL));
        }
        ByteSink out = new ByteSink(-1);
        for (int from = 0; from < data.length; from += LONG) {
            if (from > 0) {
                broken = true;
                x.machine.safePoint.checkInterrupt(x);
                broken = false;
            }
            byte[] part = stream.compress(data, from, Math.min(from + LONG, data.length));
            out.put(part, 0, part.length);
        }
        if (data.length == 0) {
            return new PyBytes(stream.compress(data, 0, 0));
        }
        return new PyBytes(out.bytes());
    }

    @Override
    PyObject finish(Execution x) {
        if (broken) {
            throw LzmaModule.error(new StreamError(StreamError.Kind.INTERNAL));
        }
        return new PyBytes(stream.finish());
    }
}
