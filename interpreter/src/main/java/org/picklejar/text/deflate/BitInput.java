package org.picklejar.text.deflate;

import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** Takes bits from the input of a stream, and no more bytes than it must. Bits that do not suffice yet are kept. */
final class BitInput {
    private final DeflateStream stream;
    /** The bits that were taken, the first lowest. */
    long bits;

    int count;

    BitInput(DeflateStream stream) {
        this.stream = stream;
    }

    /** @return whether there are so many bits, up to 32 */
    boolean need(int n) {
        while (count < n) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    /** @return whether there was another byte */
    private boolean more() {
        if (stream.inputAt == stream.inputEnd) {
            return false;
        }
        bits |= (stream.input[stream.inputAt++] & 0xFFL) << count;
        count += Byte.SIZE;
        return true;
    }

    /** The next bits, which must be there. */
    int peek(int n) {
        return (int) (bits & (1L << n) - 1);
    }

    void drop(int n) {
        bits >>>= n;
        count -= n;
    }

    int take(int n) {
        int value = peek(n);
        drop(n);
        return value;
    }

    void dropRestOfByte() {
        drop(count % Byte.SIZE);
    }

    /** The entry for the next code, which is not dropped; -1 when there are too few bits to tell. */
    int code(DecodingTable table) {
        int entry = table.find((int) bits);
        while (DecodingTable.bits(entry) > count) {
            if (!more()) {
                return -1;
            }
            entry = table.find((int) bits);
        }
        return entry;
    }

    void save(StateWriter w) {
        w.putLong(bits);
        w.putInt(count);
    }

    void restore(StateReader r) {
        bits = r.getLong();
        count = r.getInt(0, Integer.SIZE);
        StateReader.check(bits >>> count == 0);
    }
}
