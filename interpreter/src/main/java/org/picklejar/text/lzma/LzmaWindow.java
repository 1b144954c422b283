package org.picklejar.text.lzma;

import java.util.Arrays;
import org.picklejar.text.ByteSink;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** What matches refer to: the last bytes of the output, as many as the stream says. It grows with what comes, since a stream may say anything. */
final class LzmaWindow {
    private static final int FIRST = 1 << 16;
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final int most;
    private byte[] buffer;
    /** Where the next byte goes. */
    private int at;
    /** How many bytes there are. */
    private int filled;

    LzmaWindow(long size) {
        most = (int) Math.min(Math.max(size, 4096), MOST);
        buffer = new byte[Math.min(most, FIRST)];
    }

    void reset() {
        at = 0;
        filled = 0;
    }

    boolean has(int distance) {
        return distance >= 0 && distance < filled;
    }

    /** @param distance 0 for the last byte; there is one */
    int get(int distance) {
        int i = at - distance - 1;
        return buffer[i < 0 ? i + buffer.length : i] & 0xFF;
    }

    int last() {
        return filled == 0 ? 0 : get(0);
    }

    void put(int b, ByteSink out) {
        if (at == buffer.length) {
            if (buffer.length < most) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, most));
            } else {
                at = 0;
            }
        }
        buffer[at++] = (byte) b;
        if (filled < most) {
            filled++;
        }
        out.put(b);
    }

    /** Bytes that a chunk without compression has. */
    void put(byte[] data, int from, int count, ByteSink out) {
        for (int i = from; i < from + count; i++) {
            put(data[i], out);
        }
    }

    void repeat(int distance, int count, ByteSink out) {
        for (int i = 0; i < count; i++) {
            put(get(distance), out);
        }
    }

    void save(StateWriter w) {
        w.putInt(most);
        byte[] content = new byte[filled];
        for (int i = 0; i < filled; i++) {
            content[i] = (byte) get(filled - 1 - i);
        }
        w.putBytes(content, 0, filled);
    }

    static LzmaWindow load(StateReader r) {
        int most = r.getInt(4096, MOST);
        LzmaWindow w = new LzmaWindow(most);
        byte[] content = r.getBytes(most);
        if (content.length > w.buffer.length) {
            w.buffer = new byte[(int) Math.min(2L * content.length, most)];
        }
        System.arraycopy(content, 0, w.buffer, 0, content.length);
        w.at = content.length;
        w.filled = content.length;
        return w;
    }
}
