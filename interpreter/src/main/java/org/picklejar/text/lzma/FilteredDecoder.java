package org.picklejar.text.lzma;

import java.util.Arrays;
import org.picklejar.text.ByteSink;
import org.picklejar.text.ByteSource;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** A decoder, and filters that its output goes through. */
final class FilteredDecoder extends LzmaStream {
    private static final int CHUNK = 1 << 14;
    private static final byte[] NOTHING = {};

    private final LzmaStream inner;
    private final ByteFilter[] filters;
    /** For each filter what it waits with until it sees more. */
    private final byte[][] tails;

    private byte[] done = NOTHING;
    private int given;
    private boolean flushed;

    FilteredDecoder(LzmaStream inner, ByteFilter[] filters) {
        this.inner = inner;
        this.filters = filters;
        tails = new byte[filters.length][0];
    }

    @Override
    Kind kind() {
        return Kind.FILTERED;
    }

    @Override
    public boolean isAtEnd() {
        return flushed && given == done.length;
    }

    @Override
    public boolean hasOutput() {
        return given < done.length || inner.hasOutput();
    }

    @Override
    public void decode(ByteSource in, ByteSink out) {
        while (true) {
            int n = Math.min(done.length - given, out.room());
            out.put(done, given, n);
            given += n;
            if (given < done.length || flushed) {
                return;
            }
            ByteSink chunk = new ByteSink(CHUNK);
            inner.decode(in, chunk);
            flushed = inner.isAtEnd();
            done = filter(chunk.bytes(), flushed);
            given = 0;
            if (chunk.size() == 0 && done.length == 0) {
                return;
            }
        }
    }

    private byte[] filter(byte[] bytes, boolean isEnd) {
        byte[] data = bytes;
        for (int i = 0; i < filters.length; i++) {
            byte[] all = Arrays.copyOf(tails[i], tails[i].length + data.length);
            System.arraycopy(data, 0, all, tails[i].length, data.length);
            int n = filters[i].decode(all, all.length);
            // What is too short for an instruction stays as it is.
            int ready = isEnd ? all.length : n;
            tails[i] = Arrays.copyOfRange(all, ready, all.length);
            data = Arrays.copyOf(all, ready);
        }
        return data;
    }

    @Override
    void save(StateWriter w) {
        inner.write(w);
        w.putInt(filters.length);
        for (int i = 0; i < filters.length; i++) {
            filters[i].save(w);
            w.putBytes(tails[i], 0, tails[i].length);
        }
        w.putBytes(done, given, done.length);
        w.putInt(flushed ? 1 : 0);
    }

    static FilteredDecoder load(StateReader r) {
        LzmaStream inner = read(r);
        ByteFilter[] filters = new ByteFilter[r.getInt(1, FilterSpec.MOST)];
        FilteredDecoder d = new FilteredDecoder(inner, filters);
        for (int i = 0; i < filters.length; i++) {
            filters[i] = ByteFilter.load(r);
            d.tails[i] = r.getBytes(CHUNK);
        }
        d.done = r.getBytes(2 * CHUNK);
        d.flushed = r.getBoolean();
        return d;
    }
}
