package org.picklejar.text.hash;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A hash that compresses whole blocks, the last of which is padded with the length of the input (Merkle and Damgard): MD5, SHA-1, SHA-2. */
abstract class BlockHash implements StreamHash {
    private final int digestSize;
    private final ByteOrder order;
    private final byte[] block;
    private int filled;
    private long count;

    BlockHash(int blockSize, int digestSize, ByteOrder order) {
        this.block = new byte[blockSize];
        this.digestSize = digestSize;
        this.order = order;
    }

    /** Takes one block of the input. */
    abstract void compress(byte[] data, int offset);

    /** The bytes of the chaining value. */
    abstract int chainSize();

    abstract void putChain(ByteBuffer b);

    abstract void getChain(ByteBuffer b);

    /** A new hash of the same kind. */
    abstract BlockHash fresh();

    @Override
    public void update(byte[] data, int offset, int length) {
        count += length;
        int at = offset;
        int left = length;
        if (filled > 0) {
            int part = Math.min(left, block.length - filled);
            System.arraycopy(data, at, block, filled, part);
            filled += part;
            at += part;
            left -= part;
            if (filled < block.length) {
                return;
            }
            compress(block, 0);
        }
        for (; left >= block.length; at += block.length, left -= block.length) {
            compress(data, at);
        }
        System.arraycopy(data, at, block, 0, left);
        filled = left;
    }

    @Override
    public byte[] digest(int length) {
        BlockHash last = copy();
        byte[] padded = last.block;
        padded[filled] = (byte) 0x80;
        Arrays.fill(padded, filled + 1, padded.length, (byte) 0);
        if (filled >= padded.length - padded.length / 8) {
            last.compress(padded, 0);
            Arrays.fill(padded, (byte) 0);
        }
        ByteBuffer.wrap(padded).order(order).putLong(padded.length - Long.BYTES, count * Byte.SIZE);
        last.compress(padded, 0);
        ByteBuffer out = ByteBuffer.allocate(chainSize()).order(order);
        last.putChain(out);
        return Arrays.copyOf(out.array(), digestSize);
    }

    @Override
    public BlockHash copy() {
        BlockHash copy = fresh();
        copy.restore(state());
        return copy;
    }

    @Override
    public int digestSize() {
        return digestSize;
    }

    @Override
    public int blockSize() {
        return block.length;
    }

    @Override
    public byte[] state() {
        ByteBuffer b =
                ByteBuffer.allocate(stateSize()).putInt(filled).putLong(count).put(block);
        putChain(b);
        return b.array();
    }

    private int stateSize() {
        return Integer.BYTES + Long.BYTES + block.length + chainSize();
    }

    @Override
    public void restore(byte[] state) {
        ByteBuffer b = StreamHash.check(state, stateSize(), block.length - 1);
        filled = b.getInt();
        count = b.getLong();
        b.get(block);
        getChain(b);
    }
}
