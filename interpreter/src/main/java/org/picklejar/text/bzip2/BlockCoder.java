package org.picklejar.text.bzip2;

import java.util.Arrays;

/** Writes one sorted block: its bytes moved to front, with the best of several Huffman codes for each fifty symbols. */
final class BlockCoder {
    private static final int ROUNDS = 4;
    private static final int LONGEST_CODE = 17;
    /** Up to so many symbols there are so many tables. */
    private static final int[][] TABLES = {{200, 2}, {600, 3}, {1200, 4}, {2400, 5}, {Integer.MAX_VALUE, 6}};
    /** The first guess at the length of the code for a symbol that another table is for. */
    private static final byte FAR = 15;

    private final BitSink out;
    private final boolean[] used = new boolean[256];
    private char[] symbols;
    private int symbolCount;
    private final int[] frequencies = new int[Bzip2Format.MAX_SYMBOLS];
    private int alphabet;
    private byte[][] lengths;
    private byte[] selectors;

    private BlockCoder(BitSink out) {
        this.out = out;
    }

    /** @param order the rotations in order */
    static void write(BitSink out, byte[] block, int size, int[] order) {
        BlockCoder c = new BlockCoder(out);
        c.moveToFront(block, size, order);
        c.chooseTables();
        c.writeMap();
        c.writeTables();
        c.writeSymbols();
    }

    private void moveToFront(byte[] block, int size, int[] order) {
        for (int i = 0; i < size; i++) {
            used[block[i] & 0xFF] = true;
        }
        int[] list = new int[256];
        int inUse = 0;
        for (int b = 0; b < used.length; b++) {
            if (used[b]) {
                list[inUse++] = b;
            }
        }
        alphabet = inUse + 2;
        symbols = new char[size + 1];
        int run = 0;
        for (int i = 0; i < size; i++) {
            int before = order[i] == 0 ? size - 1 : order[i] - 1;
            int b = block[before] & 0xFF;
            if (list[0] == b) {
                run++;
                continue;
            }
            addRun(run);
            run = 0;
            int place = 1;
            while (list[place] != b) {
                place++;
            }
            System.arraycopy(list, 0, list, 1, place);
            list[0] = b;
            add(place + 1);
        }
        addRun(run);
        add(inUse + 1);
    }

    /** The length of a run, in digits 1 and 2 of base 2, the lowest first. */
    private void addRun(int length) {
        for (int n = length; n > 0; n = n - 1 >> 1) {
            add((n & 1) == 1 ? Bzip2Format.RUN_A : Bzip2Format.RUN_B);
        }
    }

    private void add(int symbol) {
        symbols[symbolCount++] = (char) symbol;
        frequencies[symbol]++;
    }

    private void chooseTables() {
        int count = 0;
        for (int i = 0; count == 0; i++) {
            count = symbolCount < TABLES[i][0] ? TABLES[i][1] : 0;
        }
        lengths = new byte[count][alphabet];
        partAlphabet();
        selectors = new byte[(symbolCount + Bzip2Format.GROUP - 1) / Bzip2Format.GROUP];
        for (int round = 0; round < ROUNDS; round++) {
            int[][] counts = new int[count][alphabet];
            for (int g = 0; g < selectors.length; g++) {
                int from = g * Bzip2Format.GROUP;
                int to = Math.min(from + Bzip2Format.GROUP, symbolCount);
                int best = bestTable(from, to);
                selectors[g] = (byte) best;
                for (int i = from; i < to; i++) {
                    counts[best][symbols[i]]++;
                }
            }
            for (int t = 0; t < count; t++) {
                HuffmanLengths.find(counts[t], alphabet, LONGEST_CODE, lengths[t]);
            }
        }
    }

    private int bestTable(int from, int to) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int t = 0; t < lengths.length; t++) {
            int cost = 0;
            for (int i = from; i < to; i++) {
                cost += lengths[t][symbols[i]];
            }
            if (cost < least) {
                least = cost;
                best = t;
            }
        }
        return best;
    }

    /** To begin with, each table is for a part of the alphabet that occurs about as often as the others. */
    private void partAlphabet() {
        int left = symbolCount;
        int from = 0;
        for (int parts = lengths.length; parts > 0; parts--) {
            int share = left / parts;
            int to = from;
            int sum = 0;
            while (sum < share && to < alphabet) {
                sum += frequencies[to++];
            }
            boolean isInner = parts != lengths.length && parts != 1;
            if (to - 1 > from && isInner && (lengths.length - parts) % 2 == 1) {
                sum -= frequencies[--to];
            }
            Arrays.fill(lengths[parts - 1], FAR);
            Arrays.fill(lengths[parts - 1], from, to, (byte) 0);
            from = to;
            left -= sum;
        }
    }

    private void writeMap() {
        int rows = 0;
        int[] row = new int[16];
        for (int b = 0; b < used.length; b++) {
            if (used[b]) {
                rows |= 0x8000 >> b / 16;
                row[b / 16] |= 0x8000 >> b % 16;
            }
        }
        out.put(16, rows);
        for (int bits : row) {
            if (bits != 0) {
                out.put(16, bits);
            }
        }
    }

    private void writeTables() {
        out.put(3, lengths.length);
        out.put(15, selectors.length);
        byte[] list = {0, 1, 2, 3, 4, 5};
        for (byte s : selectors) {
            int place = 0;
            while (list[place] != s) {
                place++;
            }
            System.arraycopy(list, 0, list, 1, place);
            list[0] = s;
            out.put(place + 1, (1 << place + 1) - 2);
        }
        for (byte[] table : lengths) {
            int current = table[0];
            out.put(5, current);
            for (byte length : table) {
                for (; current < length; current++) {
                    out.put(2, 2);
                }
                for (; current > length; current--) {
                    out.put(2, 3);
                }
                out.put(1, 0);
            }
        }
    }

    private void writeSymbols() {
        int[][] codes = new int[lengths.length][];
        for (int t = 0; t < codes.length; t++) {
            codes[t] = codes(lengths[t]);
        }
        for (int i = 0; i < symbolCount; i++) {
            int t = selectors[i / Bzip2Format.GROUP];
            out.put(lengths[t][symbols[i]], codes[t][symbols[i]]);
        }
    }

    private static int[] codes(byte[] lengths) {
        int[] codes = new int[lengths.length];
        int next = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            for (int i = 0; i < codes.length; i++) {
                if (lengths[i] == length) {
                    codes[i] = next++;
                }
            }
            next <<= 1;
        }
        return codes;
    }
}
