package org.picklejar.text.deflate;

import java.util.Arrays;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** Collects the literals and matches of a block, and writes it in the form that takes the fewest bytes. Compare trees.c of zlib. */
final class BlockWriter {
    private static final HuffmanTree FIXED_LITERALS = HuffmanTree.fixed(Symbols.fixedLengths());
    private static final HuffmanTree FIXED_DISTANCES = fixedDistances();
    private static final int MAX_CODE_LENGTH_BITS = 7;
    /** More than what the trees and the end of a block take. */
    private static final int HEADER_ROOM = 512;
    /** In bits, rounded up to bytes: the kind of a block, and whether it is the last. */
    private static final int BLOCK_HEADER = 3;

    private final BitOutput out;
    private final boolean alwaysFixed;
    /** The symbols of the block: a literal, or {@code length - 3 | distance << 8}. */
    private final int[] block;

    private int count;
    private final HuffmanTree literals =
            new HuffmanTree(Symbols.LITERALS_AND_LENGTHS, Symbols.LENGTH_EXTRA, Symbols.LENGTHS, Symbols.MAX_CODE_BITS);
    private final HuffmanTree distances =
            new HuffmanTree(Symbols.DISTANCES, Symbols.DISTANCE_EXTRA, 0, Symbols.MAX_CODE_BITS);
    private final HuffmanTree codeLengths =
            new HuffmanTree(Symbols.CODE_LENGTHS, Symbols.CODE_LENGTH_EXTRA, 0, MAX_CODE_LENGTH_BITS);
    /** How the lengths of the codes are told: symbols of {@link #codeLengths}, with the value of their extra bits times 32. */
    private final short[] told = new short[Symbols.LITERALS_AND_LENGTHS + Symbols.DISTANCES];

    private int toldCount;

    /**
     * @param capacity how many symbols a block has at most
     * @param alwaysFixed whether no trees are made for a block
     */
    BlockWriter(BitOutput out, int capacity, boolean alwaysFixed) {
        this.out = out;
        this.alwaysFixed = alwaysFixed;
        block = new int[capacity];
        begin();
    }

    private static HuffmanTree fixedDistances() {
        byte[] lengths = new byte[Symbols.DISTANCES];
        Arrays.fill(lengths, (byte) 5);
        return HuffmanTree.fixed(lengths);
    }

    private void begin() {
        count = 0;
        literals.clearFrequencies();
        distances.clearFrequencies();
        literals.frequency[Symbols.END_OF_BLOCK] = 1;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** @return whether the block is full */
    boolean literal(byte value) {
        int b = value & 0xFF;
        block[count++] = b;
        literals.frequency[b]++;
        return count == block.length;
    }

    /** @return whether the block is full */
    boolean match(int distance, int length) {
        int n = length - Symbols.MIN_MATCH;
        block[count++] = distance << 8 | n;
        literals.frequency[Symbols.LENGTHS + Symbols.LENGTH_SYMBOL[n]]++;
        distances.frequency[Symbols.distanceSymbol(distance - 1)]++;
        return count == block.length;
    }

    /**
     * Writes the block and begins the next.
     *
     * @param data the bytes of the block, null when they are no longer known
     */
    void write(byte[] data, int from, int length, boolean last) {
        literals.build();
        distances.build();
        int lengthsTold = countCodeLengths();
        long bits = literals.bitsBy(literals)
                + distances.bitsBy(distances)
                + codeLengths.bitsBy(codeLengths)
                + 3L * lengthsTold
                + 5
                + 5
                + 4;
        long dynamic = bytes(bits);
        long fixed = bytes(literals.bitsBy(FIXED_LITERALS) + distances.bitsBy(FIXED_DISTANCES));
        boolean useFixed = fixed <= dynamic || alwaysFixed;
        long best = useFixed ? fixed : dynamic;
        if (length + 4 <= best && data != null) {
            stored(data, from, length, last);
        } else {
            out.reserve((int) best + HEADER_ROOM);
            out.putBits((useFixed ? Symbols.FIXED : Symbols.DYNAMIC) << 1 | (last ? 1 : 0), BLOCK_HEADER);
            if (!useFixed) {
                sendTrees(lengthsTold);
            }
            sendSymbols(useFixed ? FIXED_LITERALS : literals, useFixed ? FIXED_DISTANCES : distances);
        }
        begin();
        if (last) {
            out.align();
        }
    }

    private static long bytes(long bits) {
        return bits + BLOCK_HEADER + Byte.SIZE - 1 >> 3;
    }

    void stored(byte[] data, int from, int length, boolean last) {
        storedHeader(length, last);
        out.putBytes(data, from, length);
    }

    /** The header of a stored block whose bytes the caller writes. */
    void storedHeader(int length, boolean last) {
        out.reserve(BLOCK_HEADER + 2 * Short.BYTES);
        out.putBits(Symbols.STORED << 1 | (last ? 1 : 0), BLOCK_HEADER);
        out.align();
        out.putShort(length);
        out.putShort(~length);
    }

    /** An empty block by which a decompressor gets enough bits to see all that stands before. */
    void emptyFixed() {
        out.reserve(Short.BYTES);
        out.putBits(Symbols.FIXED << 1, BLOCK_HEADER);
        out.putBits(FIXED_LITERALS.code[Symbols.END_OF_BLOCK], FIXED_LITERALS.length[Symbols.END_OF_BLOCK]);
    }

    /** @return for how many symbols of {@link Symbols#CODE_LENGTH_ORDER} a length must be told */
    private int countCodeLengths() {
        codeLengths.clearFrequencies();
        toldCount = 0;
        tellLengths(literals);
        tellLengths(distances);
        codeLengths.build();
        int n = Symbols.CODE_LENGTHS;
        while (n > 4 && codeLengths.length[Symbols.CODE_LENGTH_ORDER[n - 1]] == 0) {
            n--;
        }
        return n;
    }

    /** Tells the lengths of a tree in runs. */
    private void tellLengths(HuffmanTree tree) {
        int last = -1;
        for (int s = 0; s <= tree.lastSymbol; ) {
            int length = tree.length[s];
            int most = length == 0 ? 138 : length == last ? 6 : 7;
            int run = 1;
            while (run < most && s + run <= tree.lastSymbol && tree.length[s + run] == length) {
                run++;
            }
            s += run;
            tellRun(length, run, last);
            last = length;
        }
    }

    private void tellRun(int length, int run, int last) {
        int left = run;
        if (length == 0) {
            if (run >= 11) {
                tell(Symbols.REPEAT_ZERO_LONG, run - 11);
                return;
            } else if (run >= 3) {
                tell(Symbols.REPEAT_ZERO, run - 3);
                return;
            }
        } else if (length == last ? run >= 3 : run >= 4) {
            if (length != last) {
                tell(length, 0);
                left--;
            }
            tell(Symbols.REPEAT_LAST, left - 3);
            return;
        }
        for (; left > 0; left--) {
            tell(length, 0);
        }
    }

    private void tell(int symbol, int extra) {
        codeLengths.frequency[symbol]++;
        told[toldCount++] = (short) (extra << 5 | symbol);
    }

    private void sendTrees(int lengthsTold) {
        out.putBits(literals.lastSymbol + 1 - Symbols.LENGTHS, 5);
        out.putBits(distances.lastSymbol, 5);
        out.putBits(lengthsTold - 4, 4);
        for (int i = 0; i < lengthsTold; i++) {
            out.putBits(codeLengths.length[Symbols.CODE_LENGTH_ORDER[i]], 3);
        }
        for (int i = 0; i < toldCount; i++) {
            int symbol = told[i] & 31;
            out.putBits(codeLengths.code[symbol], codeLengths.length[symbol]);
            out.putBits(told[i] >> 5, Symbols.CODE_LENGTH_EXTRA[symbol]);
        }
    }

    private void sendSymbols(HuffmanTree literalTree, HuffmanTree distanceTree) {
        for (int i = 0; i < count; i++) {
            int distance = (block[i] >> 8) - 1;
            int n = block[i] & 0xFF;
            if (distance < 0) {
                out.putBits(literalTree.code[n], literalTree.length[n]);
                continue;
            }
            int s = Symbols.LENGTH_SYMBOL[n];
            int bits = literalTree.length[Symbols.LENGTHS + s];
            out.putBits(
                    literalTree.code[Symbols.LENGTHS + s] | n - Symbols.LENGTH_BASE[s] << bits,
                    bits + Symbols.LENGTH_EXTRA[s]);
            s = Symbols.distanceSymbol(distance);
            bits = distanceTree.length[s];
            out.putBits(
                    distanceTree.code[s] | distance - Symbols.DISTANCE_BASE[s] << bits,
                    bits + Symbols.DISTANCE_EXTRA[s]);
        }
        out.putBits(literalTree.code[Symbols.END_OF_BLOCK], literalTree.length[Symbols.END_OF_BLOCK]);
    }

    void save(StateWriter w) {
        w.putInt(count);
        for (int i = 0; i < count; i++) {
            w.putInt(block[i]);
        }
    }

    void restore(StateReader r, int maxDistance) {
        begin();
        for (int n = r.getInt(0, block.length - 1); n > 0; n--) {
            int symbol = r.getInt(0, maxDistance << 8 | 0xFF);
            if (symbol < 1 << 8) {
                literal((byte) symbol);
            } else {
                match(symbol >> 8, (symbol & 0xFF) + Symbols.MIN_MATCH);
            }
        }
    }
}
