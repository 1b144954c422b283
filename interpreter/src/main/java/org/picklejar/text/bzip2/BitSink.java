package org.picklejar.text.bzip2;

import org.picklejar.text.ByteSink;

/** Writes bits, the highest first. */
final class BitSink {
    private ByteSink out = new ByteSink(-1);
    long bits;
    int count;

    /** @param n at most 32 */
    void put(int n, long value) {
        bits = bits << n | value;
        count += n;
        while (count >= 8) {
            count -= 8;
            out.put((int) (bits >> count));
        }
    }

    /** Fills the last byte with zeros. */
    void align() {
        if (count > 0) {
            put(8 - count, 0);
        }
    }

    /** The whole bytes written since the last call. */
    byte[] take() {
        byte[] done = out.bytes();
        out = new ByteSink(-1);
        return done;
    }
}
