package org.picklejar.text.regex;

import java.util.Arrays;

/** A character set of a code array: the items up to FAILURE, with a bitmap for the first 256 characters. */
final class CharSet {
    private final int[] items;
    private final long[] latin = new long[4];

    /** @param items valid set items; the last one is FAILURE */
    CharSet(int[] items) {
        this.items = items;
        for (int c = 0; c < 256; c++) {
            if (lookUp(c)) {
                latin[c >> 6] |= 1L << c;
            }
        }
    }

    boolean contains(int c) {
        return c < 256 ? (latin[c >> 6] >>> c & 1) != 0 : lookUp(c);
    }

    private boolean lookUp(int c) {
        boolean found = true;
        int i = 0;
        for (; ; ) {
            switch (items[i++]) {
                case SreCode.FAILURE:
                    return !found;
                case SreCode.NEGATE:
                    found = !found;
                    break;
                case SreCode.LITERAL:
                    if (c == items[i]) {
                        return found;
                    }
                    i++;
                    break;
                case SreCode.CATEGORY:
                    if (SreCharacters.inCategory(items[i], c)) {
                        return found;
                    }
                    i++;
                    break;
                case SreCode.RANGE:
                    if (inRange(i, c)) {
                        return found;
                    }
                    i += 2;
                    break;
                case SreCode.RANGE_UNI_IGNORE:
                    if (inRange(i, c) || inRange(i, SreCharacters.unicodeToUpper(c))) {
                        return found;
                    }
                    i += 2;
                    break;
                case SreCode.CHARSET:
                    if (c < 256 && (items[i + (c >> 5)] >>> c & 1) != 0) {
                        return found;
                    }
                    i += 8;
                    break;
                case SreCode.BIGCHARSET:
                    if (c < 0x10000 && inBigSet(i + 1, c)) {
                        return found;
                    }
                    i += 1 + 64 + 8 * items[i];
                    break;
                default:
                    throw new AssertionError("a set item that the check let pass: " + items[i - 1]);
            }
        }
    }

    private boolean inRange(int i, int c) {
        return Integer.compareUnsigned(items[i], c) <= 0 && Integer.compareUnsigned(c, items[i + 1]) <= 0;
    }

    /** {@code map}: 64 words of block numbers, a byte for each 256 characters, then the bitmaps of the blocks. */
    private boolean inBigSet(int map, int c) {
        int block = items[map + (c >> 10)] >>> (c >> 8 & 3) * 8 & 0xFF;
        return (items[map + 64 + 8 * block + (c >> 5 & 7)] >>> c & 1) != 0;
    }

    /**
     * Reads a set from a code array.
     *
     * @param end the index behind the FAILURE that ends the set
     * @throws IllegalArgumentException when the items are not valid
     */
    static CharSet read(int[] code, int start, int end) {
        int i = start;
        while (i < end - 1) {
            int size;
            switch (code[i]) {
                case SreCode.NEGATE:
                    size = 1;
                    break;
                case SreCode.LITERAL:
                    size = 2;
                    break;
                case SreCode.CATEGORY:
                    size = i + 1 < end - 1 && code[i + 1] >= 0 && code[i + 1] < SreCode.CATEGORIES ? 2 : 0;
                    break;
                case SreCode.RANGE:
                case SreCode.RANGE_UNI_IGNORE:
                    size = 3;
                    break;
                case SreCode.CHARSET:
                    size = 9;
                    break;
                case SreCode.BIGCHARSET:
                    size = bigSetSize(code, i, end);
                    break;
                default:
                    size = 0;
            }
            if (size == 0) {
                throw RegexProgram.invalid();
            }
            i += size;
        }
        if (i != end - 1 || code[i] != SreCode.FAILURE) {
            throw RegexProgram.invalid();
        }
        return new CharSet(Arrays.copyOfRange(code, start, end));
    }

    private static int bigSetSize(int[] code, int i, int end) {
        if (i + 1 >= end || code[i + 1] < 0 || code[i + 1] > 256 || i + 66 > end) {
            return 0;
        }
        for (int c = 0; c < 256; c++) {
            if ((code[i + 2 + (c >> 2)] >>> (c & 3) * 8 & 0xFF) >= code[i + 1]) {
                return 0;
            }
        }
        return 2 + 64 + 8 * code[i + 1];
    }
}
