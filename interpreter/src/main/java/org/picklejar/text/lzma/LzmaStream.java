package org.picklejar.text.lzma;

import org.picklejar.text.PushDecoder;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;
import org.picklejar.text.StreamError;

/** A decoder of this package. Of the input it may leave a few bytes, which are to be given again before those that follow. */
public abstract class LzmaStream implements PushDecoder {
    /** The first thing in a state. */
    enum Kind {
        LZMA1,
        LZMA2,
        FILTERED,
        ALONE,
        XZ,
        AUTO
    }

    abstract Kind kind();

    abstract void save(StateWriter w);

    /** The number of the check of the stream, 16 as long as that is not known. */
    public int check() {
        return 0;
    }

    final void write(StateWriter w) {
        w.putInt(kind().ordinal());
        save(w);
    }

    @Override
    public final byte[] state() {
        StateWriter w = new StateWriter();
        write(w);
        return w.state();
    }

    /** Goes on where another stood; IllegalArgumentException for a damaged state. */
    public static LzmaStream restore(byte[] state) {
        StateReader r = new StateReader(state);
        LzmaStream s = read(r);
        r.atEnd();
        return s;
    }

    static LzmaStream read(StateReader r) {
        return switch (r.getEnum(Kind.values())) {
            case LZMA1 -> Lzma1Decoder.load(r);
            case LZMA2 -> Lzma2Decoder.load(r);
            case FILTERED -> FilteredDecoder.load(r);
            case ALONE -> AloneDecoder.load(r);
            case XZ -> XzDecoder.load(r);
            case AUTO -> AutoDecoder.load(r);
        };
    }

    /** The decoder for one of these, null for none. */
    static void writeOptional(StateWriter w, LzmaStream s) {
        w.putInt(s == null ? 0 : 1);
        if (s != null) {
            s.write(w);
        }
    }

    static LzmaStream readOptional(StateReader r) {
        return r.getBoolean() ? read(r) : null;
    }

    static void check(boolean right, StreamError.Kind otherwise) {
        if (!right) {
            throw new StreamError(otherwise);
        }
    }
}
