package org.picklejar.text.bzip2;

/** A Huffman code as a decoder needs it. */
final class DecodingTable {
    static final int LONGEST = 20;

    /** For each length the first code behind those of it, moved to the left of {@link #LONGEST} bits. */
    private final int[] limits = new int[LONGEST + 2];
    /** For each length what to add to a code for its place in {@link #symbols}. */
    private final int[] offsets = new int[LONGEST + 2];

    private final char[] symbols;

    DecodingTable(byte[] lengths, int alphabet) {
        symbols = new char[alphabet];
        int code = 0;
        int place = 0;
        for (int length = 1; length <= LONGEST; length++) {
            offsets[length] = place - code;
            for (int i = 0; i < alphabet; i++) {
                if (lengths[i] == length) {
                    symbols[place++] = (char) i;
                    code++;
                }
            }
            limits[length] = code << LONGEST - length;
            code <<= 1;
        }
    }

    /** How long the code is with which these {@link #LONGEST} bits begin; more than that when there is none. */
    int length(int bits) {
        int length = 1;
        while (length <= LONGEST && bits >= limits[length]) {
            length++;
        }
        return length;
    }

    /** The symbol of a code of so many bits, -1 when there is none. */
    int symbol(int code, int length) {
        int place = code + offsets[length];
        return place >= 0 && place < symbols.length ? symbols[place] : -1;
    }
}
