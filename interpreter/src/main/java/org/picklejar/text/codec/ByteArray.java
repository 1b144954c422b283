package org.picklejar.text.codec;

import java.util.Arrays;

/** Bytes that grow. */
final class ByteArray {
    private byte[] bytes;
    private int size;

    ByteArray(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    void add(int b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) b;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
