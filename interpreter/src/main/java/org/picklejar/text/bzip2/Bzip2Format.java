package org.picklejar.text.bzip2;

/** What both directions know of the format. */
final class Bzip2Format {
    static final long BLOCK_MAGIC = 0x314159265359L;
    static final long END_MAGIC = 0x177245385090L;
    static final int MAGIC_BYTES = 6;
    /** A block of level n has n times so many bytes. */
    static final int BLOCK_UNIT = 100_000;
    /** So many symbols in a row have the same table. */
    static final int GROUP = 50;

    static final int MIN_TABLES = 2;
    static final int MAX_TABLES = 6;
    static final int MAX_SELECTORS = 2 + 900_000 / GROUP;
    /** All bytes but the first in the list, two symbols for runs of the first, the end. */
    static final int MAX_SYMBOLS = 258;

    static final int RUN_A = 0;
    static final int RUN_B = 1;
    /** So many equal bytes are followed by the number of further ones. */
    static final int RUN = 4;

    private static final int POLYNOMIAL = 0x04C11DB7;
    private static final int[] CRC = table();

    private Bzip2Format() {}

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int c = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                c = c < 0 ? c << 1 ^ POLYNOMIAL : c << 1;
            }
            table[i] = c;
        }
        return table;
    }

    /** The CRC after one more byte; it begins with -1, and its complement is what is written. */
    static int crc(int crc, int b) {
        return crc << 8 ^ CRC[(crc >>> 24 ^ b) & 0xFF];
    }

    /** The CRC of all blocks after one more. */
    static int combine(int all, int block) {
        return Integer.rotateLeft(all, 1) ^ block;
    }
}
