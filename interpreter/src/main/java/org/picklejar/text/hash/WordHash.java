package org.picklejar.text.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A {@link BlockHash} of blocks of 64 bytes whose chaining value is words of 32 bits. */
abstract class WordHash extends BlockHash {
    private static final int BLOCK = 64;
    private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    final int[] h;
    private final VarHandle words;

    WordHash(int digestSize, ByteOrder order, int... start) {
        super(BLOCK, digestSize, order);
        words = order == ByteOrder.BIG_ENDIAN ? BIG : LITTLE;
        h = start.clone();
    }

    /** A word of a block. */
    final int word(byte[] data, int offset, int index) {
        return (int) words.get(data, offset + Integer.BYTES * index);
    }

    @Override
    int chainSize() {
        return h.length * Integer.BYTES;
    }

    @Override
    void putChain(ByteBuffer b) {
        b.asIntBuffer().put(h);
    }

    @Override
    void getChain(ByteBuffer b) {
        b.asIntBuffer().get(h);
    }
}
