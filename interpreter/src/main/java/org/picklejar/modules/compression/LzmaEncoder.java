package org.picklejar.modules.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.FinishableOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

/** Compresses by XZ for Java, whose streams are fed and write to memory. */
final class LzmaEncoder {
    /** What has come out and is not yet taken. */
    private static final class Target extends FinishableOutputStream {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] data, int from, int count) {
            bytes.write(data, from, count);
        }

        byte[] take() {
            byte[] all = bytes.toByteArray();
            bytes.reset();
            return all;
        }
    }

    private final Target target = new Target();
    private final FinishableOutputStream stream;

    /** What makes the stream over another one. */
    private interface Maker {
        FinishableOutputStream make(FinishableOutputStream out) throws IOException;
    }

    private LzmaEncoder(Maker maker) {
        try {
            stream = maker.make(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FilterOptions[] options(EncoderFilter... chain) throws IOException {
        FilterOptions[] options = new FilterOptions[chain.length];
        for (int i = 0; i < chain.length; i++) {
            options[i] = chain[i].options();
        }
        return options;
    }

    static LzmaEncoder xz(EncoderFilter[] chain, int check) {
        return new LzmaEncoder(out -> new XZOutputStream(out, options(chain), check));
    }

    static LzmaEncoder alone(EncoderFilter filter) {
        return new LzmaEncoder(out -> new LZMAOutputStream(out, (LZMA2Options) filter.options(), -1));
    }

    static LzmaEncoder raw(EncoderFilter[] chain) {
        return new LzmaEncoder(out -> {
            FilterOptions[] options = options(chain);
            int last = chain.length - 1;
            FinishableOutputStream s = chain[last].isLzma1()
                    ? new LZMAOutputStream(out, (LZMA2Options) options[last], true)
                    : options[last].getOutputStream(out);
            for (int i = last - 1; i >= 0; i--) {
                s = options[i].getOutputStream(s);
            }
            return s;
        });
    }

    /** Takes input and returns what has come out. */
    byte[] compress(byte[] data, int from, int to) {
        try {
            if (to > from) {
                stream.write(data, from, to - from);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.take();
    }

    /** The rest. */
    byte[] finish() {
        try {
            stream.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.take();
    }
}
