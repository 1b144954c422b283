package org.picklejar.text.deflate;

import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** The output of earlier steps, as far back as matches may reach: a ring. */
final class History {
    private byte[] ring;
    /** How much of it is filled. */
    private int size;
    /** Where the next byte goes. */
    private int next;

    int size() {
        return size;
    }

    /** @param bits of the window, when there is none yet */
    void append(byte[] data, int from, int to, int bits) {
        if (ring == null) {
            ring = new byte[1 << bits];
        }
        int count = Math.min(to - from, ring.length);
        int start = to - count;
        int first = Math.min(count, ring.length - next);
        System.arraycopy(data, start, ring, next, first);
        System.arraycopy(data, start + first, ring, 0, count - first);
        next = (next + count) % ring.length;
        size = Math.min(size + count, ring.length);
    }

    /** Copies what stands {@code back} bytes before the end, up to the end. */
    void copy(int back, byte[] to, int at, int count) {
        int start = next - back;
        if (start < 0) {
            start += ring.length;
        }
        int first = Math.min(count, ring.length - start);
        System.arraycopy(ring, start, to, at, first);
        System.arraycopy(ring, 0, to, at + first, count - first);
    }

    void save(StateWriter w) {
        byte[] content = new byte[size];
        if (size > 0) {
            copy(size, content, 0, size);
        }
        w.putBytes(content, 0, size);
    }

    void restore(StateReader r, int bits) {
        byte[] content = r.getBytes(1 << bits);
        if (content.length > 0) {
            append(content, 0, content.length, bits);
        }
    }
}
