package org.picklejar.text.lzma;

import org.picklejar.text.ByteSink;
import org.picklejar.text.ByteSource;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;
import org.picklejar.text.StreamError;

/** The format of {@code .lzma}: a header of 13 bytes and LZMA. */
final class AloneDecoder extends LzmaStream {
    private static final int HEADER = 13;
    private static final int SETTINGS = 5;
    /** Files of other kinds would be taken for larger ones. */
    private static final long LARGEST = 1L << 38;

    private final long memoryLimit;
    /** Whether to refuse what no usual program has made, when the format is only guessed. */
    private final boolean picky;

    private byte[] header = new byte[HEADER];
    private int headerAt;
    private LzmaStream data;

    AloneDecoder(long memoryLimit, boolean picky) {
        this.memoryLimit = memoryLimit;
        this.picky = picky;
    }

    @Override
    Kind kind() {
        return Kind.ALONE;
    }

    @Override
    public boolean isAtEnd() {
        return data != null && data.isAtEnd();
    }

    @Override
    public boolean hasOutput() {
        return data != null && data.hasOutput();
    }

    @Override
    public void decode(ByteSource in, ByteSink out) {
        while (data == null) {
            if (in.isEmpty()) {
                return;
            }
            header[headerAt++] = (byte) in.next();
            if (headerAt == 1) {
                spec();
            } else if (headerAt == HEADER) {
                begin();
            }
        }
        data.decode(in, out);
    }

    private FilterSpec spec() {
        byte[] settings = new byte[SETTINGS];
        System.arraycopy(header, 0, settings, 0, SETTINGS);
        try {
            return FilterSpec.decode(FilterSpec.LZMA1, settings);
        } catch (StreamError e) {
            throw new StreamError(StreamError.Kind.FORMAT);
        }
    }

    private void begin() {
        FilterSpec spec = spec();
        long size = 0;
        for (int i = HEADER - 1; i >= SETTINGS; i--) {
            size = size << 8 | header[i] & 0xFF;
        }
        if (picky) {
            long d = spec.dictionary();
            long rest = d & ~Long.highestOneBit(d);
            boolean usual = d == 0xFFFFFFFFL || rest == 0 || rest == Long.highestOneBit(d) >> 1;
            check(usual && (size == -1 || size >= 0 && size < LARGEST), StreamError.Kind.FORMAT);
        }
        check(memoryLimit < 0 || FilterSpec.memory(spec) <= memoryLimit, StreamError.Kind.MEMORY);
        data = new Lzma1Decoder(spec, size);
    }

    @Override
    void save(StateWriter w) {
        w.putLong(memoryLimit);
        w.putInt(picky ? 1 : 0);
        w.putBytes(header, 0, HEADER);
        w.putInt(headerAt);
        writeOptional(w, data);
    }

    static AloneDecoder load(StateReader r) {
        AloneDecoder d = new AloneDecoder(r.getLong(), r.getBoolean());
        d.header = r.getBytes(HEADER);
        StateReader.check(d.header.length == HEADER);
        d.headerAt = r.getInt(0, HEADER);
        d.data = readOptional(r);
        StateReader.check(d.headerAt < HEADER || d.data != null);
        return d;
    }
}
