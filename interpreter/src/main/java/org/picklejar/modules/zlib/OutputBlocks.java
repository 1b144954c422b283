package org.picklejar.modules.zlib;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.text.deflate.DeflateStream;

/**
 * Room for the output of a stream, block by block. The sizes are CPython's (pycore_blocks_output_buffer.h), since where a block ends decides how data at
 * level 0 is parted, and how far back a match may reach beyond the window.
 */
final class OutputBlocks {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;
    private static final int[] SIZES = {
        32 * KIB, 64 * KIB, 256 * KIB, MIB, 4 * MIB, 8 * MIB, 16 * MIB, 16 * MIB, 32 * MIB, 32 * MIB, 32 * MIB,
        32 * MIB, 64 * MIB, 64 * MIB, 128 * MIB, 128 * MIB, 256 * MIB
    };
    /** A first block of any size that a program asks for would be as much memory as it says. */
    private static final int MAX_FIRST = 16 * MIB;

    private final DeflateStream stream;
    private final long most;
    private final long first;
    private final List<byte[]> blocks = new ArrayList<>();
    private long size;

    private OutputBlocks(DeflateStream stream, long first, long most) {
        this.stream = stream;
        this.first = Math.min(first, MAX_FIRST);
        this.most = most;
    }

    /** @param most bytes of output, negative for no bound */
    static OutputBlocks upTo(DeflateStream stream, long most) {
        return new OutputBlocks(stream, SIZES[0], most < 0 ? Long.MAX_VALUE : most);
    }

    static OutputBlocks startingWith(DeflateStream stream, long first) {
        return new OutputBlocks(stream, first, Long.MAX_VALUE);
    }

    /** Gives the stream room if it has none; false when it has had all that it may. */
    boolean makeRoom() {
        if (stream.room() > 0) {
            return true;
        }
        long next = blocks.isEmpty() ? first : SIZES[Math.min(blocks.size(), SIZES.length - 1)];
        byte[] block = new byte[(int) Math.min(next, most - size)];
        if (block.length == 0) {
            return false;
        }
        size += block.length;
        blocks.add(block);
        stream.setOutput(block, 0, block.length);
        return true;
    }

    /** All that came out. The stream lets go of its arrays. */
    byte[] finish() {
        byte[] all = new byte[Math.toIntExact(size - stream.room())];
        int at = 0;
        for (byte[] block : blocks) {
            int n = Math.min(block.length, all.length - at);
            System.arraycopy(block, 0, all, at, n);
            at += n;
        }
        stream.releaseArrays();
        return all;
    }
}
