package org.picklejar.modules.zlib;

import org.picklejar.modules.compression.PyStream;
import org.picklejar.text.deflate.Inflate;

/** An object of {@code zlib} that decompresses. */
abstract class PyInflating extends PyStream<Inflate> {
    static final byte[] NOTHING = {};

    /** Null for none. */
    final byte[] dictionary;
    /** What came behind the end. */
    byte[] unusedData = NOTHING;

    boolean eof;

    PyInflating(Inflate stream, byte[] dictionary) {
        super(stream);
        this.dictionary = dictionary;
    }

    @Override
    protected final Inflate copyOf(Inflate other) {
        return other.copy();
    }
}
