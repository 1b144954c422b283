package org.picklejar.text.deflate;

/** The alphabets of DEFLATE (RFC 1951, 3.2.5 to 3.2.7). */
final class Symbols {
    static final int END_OF_BLOCK = 256;
    /** The first symbol of lengths. */
    static final int LENGTHS = 257;
    /** Literals and lengths in use; two more have codes in the fixed tree. */
    static final int LITERALS_AND_LENGTHS = 286;

    static final int FIXED_LITERALS_AND_LENGTHS = 288;
    static final int DISTANCES = 30;
    static final int MIN_MATCH = 3;
    static final int MAX_MATCH = 258;
    static final int MAX_CODE_BITS = 15;

    static final int STORED = 0;
    static final int FIXED = 1;
    static final int DYNAMIC = 2;

    /** Symbols in which the lengths of codes are told: 0 to 15 are such lengths, these repeat the last one or zeros. */
    static final int CODE_LENGTHS = 19;

    static final int REPEAT_LAST = 16;
    static final int REPEAT_ZERO = 17;
    static final int REPEAT_ZERO_LONG = 18;

    static final byte[] LENGTH_EXTRA = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    static final byte[] DISTANCE_EXTRA = {
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13
    };
    static final byte[] CODE_LENGTH_EXTRA = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7};
    /** The order in which the lengths of the codes of code lengths are sent. */
    static final byte[] CODE_LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    /** The smallest length of each symbol from {@link #LENGTHS} on, less {@link #MIN_MATCH}. */
    static final int[] LENGTH_BASE = bases(LENGTH_EXTRA);
    /** The smallest distance of each symbol, less one. */
    static final int[] DISTANCE_BASE = bases(DISTANCE_EXTRA);
    /** The symbol of each length less {@link #MIN_MATCH}, counted from {@link #LENGTHS}. */
    static final byte[] LENGTH_SYMBOL = new byte[MAX_MATCH - MIN_MATCH + 1];

    private static final byte[] DISTANCE_SYMBOL = new byte[512];

    static {
        LENGTH_BASE[LENGTH_BASE.length - 1] = MAX_MATCH - MIN_MATCH;
        for (int s = 0; s < LENGTH_BASE.length; s++) {
            for (int n = LENGTH_BASE[s]; n < LENGTH_SYMBOL.length; n++) {
                LENGTH_SYMBOL[n] = (byte) s;
            }
        }
        for (int s = 0; s < DISTANCES; s++) {
            for (int d = DISTANCE_BASE[s]; d < DISTANCE_BASE[s] + (1 << DISTANCE_EXTRA[s]); d++) {
                DISTANCE_SYMBOL[d < 256 ? d : 256 + (d >> 7)] = (byte) s;
            }
        }
    }

    private Symbols() {}

    private static int[] bases(byte[] extra) {
        int[] bases = new int[extra.length];
        for (int i = 1; i < bases.length; i++) {
            bases[i] = bases[i - 1] + (1 << extra[i - 1]);
        }
        return bases;
    }

    /** @param distance less one */
    static int distanceSymbol(int distance) {
        return DISTANCE_SYMBOL[distance < 256 ? distance : 256 + (distance >> 7)];
    }

    /** The code lengths of the fixed tree of literals and lengths. */
    static byte[] fixedLengths() {
        byte[] lengths = new byte[FIXED_LITERALS_AND_LENGTHS];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (byte) (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
        }
        return lengths;
    }
}
