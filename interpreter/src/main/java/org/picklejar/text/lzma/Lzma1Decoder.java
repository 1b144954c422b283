package org.picklejar.text.lzma;

import org.picklejar.text.ByteSink;
import org.picklejar.text.ByteSource;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;
import org.picklejar.text.StreamError;

/** LZMA up to an end marker, or as many bytes as are known to come. */
final class Lzma1Decoder extends LzmaStream {
    private static final int RANGE_BYTES = 5;

    private final LzmaCore core;
    /** How much is to come, negative when that is not known. */
    private long left;

    private int rangeBytes;
    private int firstCode;
    private boolean ended;

    private Lzma1Decoder(LzmaCore core) {
        this.core = core;
    }

    /** @param size how many bytes come out, negative when that is not known */
    Lzma1Decoder(FilterSpec spec, long size) {
        core = new LzmaCore(new LzmaWindow(spec.dictionary()));
        check(core.setProperties(spec.lc(), spec.lp(), spec.pb()), StreamError.Kind.OPTIONS);
        left = size;
    }

    @Override
    Kind kind() {
        return Kind.LZMA1;
    }

    @Override
    public boolean isAtEnd() {
        return ended;
    }

    @Override
    public boolean hasOutput() {
        return core.isCopying();
    }

    @Override
    public void decode(ByteSource in, ByteSink out) {
        while (rangeBytes < RANGE_BYTES) {
            if (in.isEmpty()) {
                return;
            }
            int b = in.next();
            check(rangeBytes++ > 0 || b == 0, StreamError.Kind.DATA);
            firstCode = firstCode << 8 | b;
            if (rangeBytes == RANGE_BYTES) {
                core.startRange(firstCode);
            }
        }
        if (ended) {
            return;
        }
        int before = out.size();
        LzmaCore.Result r = core.decode(in, out, left < 0 ? Long.MAX_VALUE : left);
        if (left >= 0) {
            left -= out.size() - before;
        }
        if (r == LzmaCore.Result.MARKER) {
            check(left <= 0, StreamError.Kind.DATA);
            endMarker(in);
        } else if (left == 0) {
            endAtSize(in);
        }
    }

    private void endMarker(ByteSource in) {
        // The marker is behind; what is left is at most one byte.
        left = 0;
        if (core.normalizeAtEnd(in)) {
            check(core.rangeIsFinished(), StreamError.Kind.DATA);
            ended = true;
        }
    }

    private void endAtSize(ByteSource in) {
        check(!core.isCopying(), StreamError.Kind.DATA);
        if (!core.normalizeAtEnd(in)) {
            return;
        }
        if (core.rangeIsFinished()) {
            ended = true;
            return;
        }
        LzmaCore.Result r = core.marker(in);
        if (r != LzmaCore.Result.NEEDS_INPUT) {
            check(r == LzmaCore.Result.MARKER, StreamError.Kind.DATA);
            endMarker(in);
        }
    }

    @Override
    void save(StateWriter w) {
        core.save(w);
        w.putLong(left);
        w.putInt(rangeBytes);
        w.putInt(firstCode);
        w.putInt(ended ? 1 : 0);
    }

    static Lzma1Decoder load(StateReader r) {
        Lzma1Decoder d = new Lzma1Decoder(LzmaCore.load(r));
        d.left = r.getLong();
        d.rangeBytes = r.getInt(0, RANGE_BYTES);
        d.firstCode = r.getInt();
        d.ended = r.getBoolean();
        return d;
    }
}
