package org.picklejar.text.deflate;

import java.util.Arrays;

/**
 * Finds the symbol with whose code some bits begin: by the first of them at once, for longer codes with a second look. An entry is an int: the number of
 * bits of the code, its {@link #kind}, and a value.
 */
final class DecodingTable {
    /** The value is a literal. */
    static final int LITERAL = 0;
    /** The value is the least length or distance; the number of extra bits is added to the kind. */
    static final int BASE = 16;

    static final int END_OF_BLOCK = 32;
    /** No symbol has such a code. */
    static final int INVALID = 64;
    /** The value says where a second table begins, that for the bits behind those of the first; how many it looks at is added to the kind. */
    static final int SECOND = 128;

    private static final int MAX_BITS = Symbols.MAX_CODE_BITS;

    /** For each value of the first bits an entry, then second tables. */
    int[] entries = new int[0];
    /** How many bits the first table looks at. */
    int rootBits;

    private final int preferredRoot;
    private final int[] count = new int[MAX_BITS + 1];
    private final int[] next = new int[MAX_BITS + 1];
    private final byte[] secondBits;

    /** @param preferredRoot how many bits the first table looks at when there are codes as long */
    DecodingTable(int preferredRoot) {
        this.preferredRoot = preferredRoot;
        secondBits = new byte[1 << preferredRoot];
    }

    static int bits(int entry) {
        return entry & 0xFF;
    }

    static int kind(int entry) {
        return entry >> 8 & 0xFF;
    }

    static int value(int entry) {
        return entry >>> 16;
    }

    private static int entry(int value, int kind, int bits) {
        return value << 16 | kind << 8 | bits;
    }

    /** The entry for bits. When it takes more than there are, more must be known to tell. */
    int find(int first) {
        int entry = entries[first & (1 << rootBits) - 1];
        if ((entry & SECOND << 8) != 0) {
            int more = first >>> rootBits & (1 << (kind(entry) & 15)) - 1;
            return entries[value(entry) + more];
        }
        return entry;
    }

    /** What the symbols of a table stand for. */
    enum Alphabet {
        CODE_LENGTHS,
        LITERALS_AND_LENGTHS,
        DISTANCES
    }

    private static int entryOf(int symbol, Alphabet alphabet, int bits) {
        return switch (alphabet) {
            case CODE_LENGTHS -> entry(symbol, LITERAL, bits);
            case LITERALS_AND_LENGTHS -> {
                int s = symbol - Symbols.LENGTHS;
                yield s < -1
                        ? entry(symbol, LITERAL, bits)
                        : s < 0
                                ? entry(0, END_OF_BLOCK, bits)
                                : s >= Symbols.LENGTH_BASE.length
                                        ? entry(0, INVALID, bits)
                                        : entry(
                                                Symbols.LENGTH_BASE[s] + Symbols.MIN_MATCH,
                                                BASE + Symbols.LENGTH_EXTRA[s],
                                                bits);
            }
            case DISTANCES ->
                symbol >= Symbols.DISTANCES
                        ? entry(0, INVALID, bits)
                        : entry(Symbols.DISTANCE_BASE[symbol] + 1, BASE + Symbols.DISTANCE_EXTRA[symbol], bits);
        };
    }

    /**
     * Makes the table of some code lengths.
     *
     * @return false when there are no such codes: too many of them, or too few, but for a single one of one bit or none
     */
    boolean build(byte[] lengths, int from, int to, Alphabet alphabet) {
        Arrays.fill(count, 0);
        for (int i = from; i < to; i++) {
            count[lengths[i]]++;
        }
        int longest = MAX_BITS;
        while (longest > 0 && count[longest] == 0) {
            longest--;
        }
        if (longest == 0) {
            rootBits = 1;
            entries = new int[] {entry(0, INVALID, 1), entry(0, INVALID, 1)};
            return true;
        }
        int left = 1;
        for (int bits = 1, code = 0; bits <= MAX_BITS; bits++) {
            next[bits] = code;
            code = code + count[bits] << 1;
            left = (left << 1) - count[bits];
            if (left < 0) {
                return false;
            }
        }
        if (left > 0 && (alphabet == Alphabet.CODE_LENGTHS || longest != 1)) {
            return false;
        }
        rootBits = Math.min(longest, preferredRoot);
        int size = longest > rootBits ? sizeWithSecond(lengths, from, to) : 1 << rootBits;
        if (entries.length < size) {
            entries = new int[size];
        }
        Arrays.fill(entries, 0, 1 << rootBits, entry(0, INVALID, 1));
        fill(lengths, from, to, alphabet);
        return true;
    }

    /** Finds out how many bits each second table looks at. */
    private int sizeWithSecond(byte[] lengths, int from, int to) {
        Arrays.fill(secondBits, (byte) 0);
        int[] code = next.clone();
        int mask = (1 << rootBits) - 1;
        for (int i = from; i < to; i++) {
            int bits = lengths[i];
            if (bits > rootBits) {
                int first = Integer.reverse(code[bits]) >>> Integer.SIZE - bits & mask;
                secondBits[first] = (byte) Math.max(secondBits[first], bits - rootBits);
            }
            code[bits]++;
        }
        int size = 1 << rootBits;
        for (int i = 0; i <= mask; i++) {
            size += secondBits[i] > 0 ? 1 << secondBits[i] : 0;
        }
        return size;
    }

    private void fill(byte[] lengths, int from, int to, Alphabet alphabet) {
        int root = 1 << rootBits;
        int end = root;
        for (int i = from; i < to; i++) {
            int bits = lengths[i];
            if (bits == 0) {
                continue;
            }
            int code = Integer.reverse(next[bits]++) >>> Integer.SIZE - bits;
            int entry = entryOf(i - from, alphabet, bits);
            if (bits <= rootBits) {
                for (int k = code; k < root; k += 1 << bits) {
                    entries[k] = entry;
                }
                continue;
            }
            int first = code & root - 1;
            int second = secondBits[first];
            if ((entries[first] & SECOND << 8) == 0) {
                entries[first] = entry(end, SECOND | second, rootBits);
                end += 1 << second;
            }
            int start = value(entries[first]);
            for (int k = code >>> rootBits; k < 1 << second; k += 1 << bits - rootBits) {
                entries[start + k] = entry;
            }
        }
    }
}
