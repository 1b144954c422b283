package org.picklejar.text.deflate;

import java.util.Arrays;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** Compressed data that waits for room: whole bytes, and behind them bits, the lowest first. */
final class BitOutput {
    private byte[] bytes;
    private int at;
    private int end;
    private long bits;
    private int bitCount;

    BitOutput(int capacity) {
        bytes = new byte[capacity];
    }

    /** Makes room for so many bytes, which the methods that put something do not look for. */
    void reserve(int count) {
        if (at > 0) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            end -= at;
            at = 0;
        }
        if (end + count + Long.BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end + count + Long.BYTES, 2 * bytes.length));
        }
    }

    /** @param count up to 31 bits */
    void putBits(int value, int count) {
        bits |= (long) value << bitCount;
        bitCount += count;
        if (bitCount >= Integer.SIZE) {
            int low = (int) bits;
            bytes[end] = (byte) low;
            bytes[end + 1] = (byte) (low >> 8);
            bytes[end + 2] = (byte) (low >> 16);
            bytes[end + 3] = (byte) (low >> 24);
            end += Integer.BYTES;
            bits >>>= Integer.SIZE;
            bitCount -= Integer.SIZE;
        }
    }

    /** Makes whole bytes of the bits, but for the last up to 7. */
    void flushBits() {
        while (bitCount >= Byte.SIZE) {
            bytes[end++] = (byte) bits;
            bits >>>= Byte.SIZE;
            bitCount -= Byte.SIZE;
        }
    }

    /** Fills the last byte with zeros. */
    void align() {
        bitCount = bitCount + Byte.SIZE - 1 & -Byte.SIZE;
        flushBits();
    }

    /** Only where bytes begin. */
    void putByte(int value) {
        bytes[end++] = (byte) value;
    }

    void putShort(int value) {
        putByte(value);
        putByte(value >> 8);
    }

    void putInt(int value) {
        putShort(value);
        putShort(value >> 16);
    }

    void putIntBigEndian(int value) {
        putInt(Integer.reverseBytes(value));
    }

    void putBytes(byte[] data, int from, int count) {
        reserve(count);
        System.arraycopy(data, from, bytes, end, count);
        end += count;
    }

    /** How many whole bytes wait. */
    int waiting() {
        return end - at;
    }

    /** How many bytes the header of a stored block takes now: three bits, the rest of the byte, and the length twice. */
    int storedHeader() {
        return bitCount % Byte.SIZE + 3 + Byte.SIZE - 1 + Integer.SIZE >> 3;
    }

    /** Hands over as much as there is room for. */
    void flush(DeflateStream stream) {
        flushBits();
        int n = Math.min(end - at, stream.room());
        System.arraycopy(bytes, at, stream.output, stream.outputAt, n);
        stream.outputAt += n;
        at += n;
        if (at == end) {
            at = 0;
            end = 0;
        }
    }

    void save(StateWriter w) {
        w.putBytes(bytes, at, end);
        w.putLong(bits);
        w.putInt(bitCount);
    }

    void restore(StateReader r) {
        byte[] waiting = r.getBytes(Integer.MAX_VALUE);
        at = 0;
        end = 0;
        putBytes(waiting, 0, waiting.length);
        bits = r.getLong();
        bitCount = r.getInt(0, Integer.SIZE - 1);
    }
}
