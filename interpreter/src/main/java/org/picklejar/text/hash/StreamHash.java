package org.picklejar.text.hash;

import java.nio.ByteBuffer;

/** A hash that takes its input piece by piece. Its state is data: {@link #state} and {@link #restore}. Not for use by several threads at once. */
public interface StreamHash {
    void update(byte[] data, int offset, int length);

    /**
     * The digest of what came so far; more may follow.
     *
     * @param length the number of bytes, for hashes of any length; others ignore it
     */
    byte[] digest(int length);

    StreamHash copy();

    /** In bytes; 0 when the digest has any length. */
    int digestSize();

    int blockSize();

    /** All that depends on the input so far, in a form that {@link #restore} of a hash made in the same way takes. */
    byte[] state();

    /** @throws IllegalArgumentException when this is no state of such a hash */
    void restore(byte[] state);

    /** Reads a state of a known length that begins with the number of bytes in the last block.
     * @param limit what this number must not exceed */
    static ByteBuffer check(byte[] state, int length, int limit) {
        if (state.length != length) {
            throw new IllegalArgumentException("the state of the hash has the wrong length");
        }
        ByteBuffer b = ByteBuffer.wrap(state);
        int filled = b.getInt(0);
        if (filled < 0 || filled > limit) {
            throw new IllegalArgumentException("the state of the hash is damaged");
        }
        return b;
    }
}
