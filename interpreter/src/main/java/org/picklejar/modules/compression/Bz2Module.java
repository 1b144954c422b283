package org.picklejar.modules.compression;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Values;
import org.picklejar.text.StreamError;
import org.picklejar.text.bzip2.Bzip2Decoder;
import org.picklejar.text.bzip2.Bzip2Encoder;

/** The module {@code _bz2}. */
public final class Bz2Module {
    private Bz2Module() {}

    public static PyModule create() {
        return new ModuleBuilder("_bz2")
                .type(Compressor.TYPE)
                .type(Decompressor.TYPE)
                .build();
    }

    /** @return whether the type is one of these */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "_bz2.BZ2Compressor" -> Compressor.define(b.of(Compressor.class));
            case "_bz2.BZ2Decompressor" -> Decompressor.define(b.of(Decompressor.class));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code _bz2.BZ2Compressor}. */
    static final class Compressor extends PyCompressor<Bzip2Encoder> {
        static final PyType TYPE = PyType.builtin("BZ2Compressor", Compressor.class, PyType.OBJECT)
                .inModule("_bz2")
                .notSubclassable();

        private Compressor(Bzip2Encoder stream) {
            super(stream);
        }

        @Override
        public PyType type() {
            return TYPE;
        }

        static void define(TypeBuilder<Compressor> b) {
            PyCompressor.shared(b.doc("""
                            Create a compressor object for compressing data incrementally.

                              compresslevel
                                Compression level, as a number between 1 and 9.

                            For one-shot compression, use the compress() function instead.""")
                    .constructor("BZ2Compressor(cls, compresslevel: index = 9, /)", (x, cls, a) -> {
                        int level = Values.toInt(a[1]);
                        if (level < 1 || level > 9) {
                            throw Errors.valueError("compresslevel must be between 1 and 9");
                        }
                        return new Compressor(new Bzip2Encoder(level));
                    }));
        }

        @Override
        protected Bzip2Encoder copyOf(Bzip2Encoder other) {
            return Bzip2Encoder.restore(other.state());
        }

        @Override
        PyObject compress(Execution x, byte[] data) {
            return new PyBytes(work(x, data.length, s -> s.compress(data, 0, data.length)));
        }

        @Override
        PyObject finish(Execution x) {
            return new PyBytes(stream.finish());
        }
    }

    /** {@code _bz2.BZ2Decompressor}. */
    static final class Decompressor extends PyDecompressor<Bzip2Decoder> {
        static final PyType TYPE = PyType.builtin("BZ2Decompressor", Decompressor.class, PyType.OBJECT)
                .inModule("_bz2")
                .notSubclassable();

        private Decompressor(Bzip2Decoder stream) {
            super(stream);
        }

        @Override
        public PyType type() {
            return TYPE;
        }

        static void define(TypeBuilder<Decompressor> b) {
            PyDecompressor.shared(b.doc("""
                            Create a decompressor object for decompressing data incrementally.

                            For one-shot decompression, use the decompress() function instead.""")
                    .constructor("BZ2Decompressor(cls)", (x, cls, a) -> new Decompressor(new Bzip2Decoder())));
        }

        @Override
        protected Bzip2Decoder copyOf(Bzip2Decoder other) {
            return Bzip2Decoder.restore(other.state());
        }

        @Override
        String atEnd() {
            return "End of stream already reached";
        }

        @Override
        StreamError.Kind afterFailure() {
            return StreamError.Kind.DATA;
        }

        @Override
        PyException error(StreamError e) {
            return Errors.of(ExceptionTypes.OS_ERROR, "Invalid data stream");
        }
    }

    /** All that an object of this module consists of, None for others: the name of the type, and what {@link #restore} needs beside it. */
    static PyObject parts(PyObject o) {
        return o instanceof Compressor c
                ? PyTuple.of(PyStr.of(Compressor.TYPE.name()), new PyBytes(c.stream.state()), PyBool.of(c.flushed))
                : o instanceof Decompressor d ? d.parts() : PySingleton.NONE;
    }

    static PyObject restore(PyObject[] parts) {
        byte[] state = ((PyBytes) parts[1]).value;
        if (parts[0].toString().equals(Decompressor.TYPE.name())) {
            return new Decompressor(Bzip2Decoder.restore(state)).fill(parts);
        }
        Compressor c = new Compressor(Bzip2Encoder.restore(state));
        c.flushed = parts[2] == PyBool.TRUE;
        return c;
    }
}
