package org.picklejar.text.unicode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A mapping of characters to strings: differences in a two-stage table, and a list of the mappings to several characters. */
final class CaseMap {
    private static final int ABSENT = Integer.MIN_VALUE;
    /** Entries from here up are positions in {@link #strings}. */
    private static final int STRING = 0x200000;

    private final int[][] blocks = new int[0x1100][];
    private final List<int[]> strings = new ArrayList<>();

    /** Reads tokens {@code START*COUNT+STEP=DELTA} and {@code START=HEX,HEX,...}. */
    static CaseMap load(String name) {
        CaseMap map = new CaseMap();
        for (String token : Tables.tokens(name)) {
            int equals = token.indexOf('=');
            int star = token.indexOf('*');
            if (star < 0) {
                String[] parts = token.substring(equals + 1).split(",");
                int[] codes = new int[parts.length];
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = Integer.parseInt(parts[i], 16);
                }
                map.put(Integer.parseInt(token.substring(0, equals), 36), STRING + map.strings.size());
                map.strings.add(codes);
            } else {
                int plus = token.indexOf('+');
                int start = Integer.parseInt(token.substring(0, star), 36);
                int count = Integer.parseInt(token.substring(star + 1, plus), 36);
                int step = Integer.parseInt(token.substring(plus + 1, equals), 36);
                int delta = Integer.parseInt(token.substring(equals + 1), 36);
                for (int i = 0; i < count; i++) {
                    map.put(start + i * step, delta);
                }
            }
        }
        return map;
    }

    private void put(int codePoint, int entry) {
        int[] block = blocks[codePoint >> 8];
        if (block == null) {
            block = blocks[codePoint >> 8] = new int[256];
            Arrays.fill(block, ABSENT);
        }
        block[codePoint & 0xFF] = entry;
    }

    private int entry(int codePoint) {
        int[] block = blocks[codePoint >> 8];
        return block == null ? ABSENT : block[codePoint & 0xFF];
    }

    boolean contains(int codePoint) {
        return entry(codePoint) != ABSENT;
    }

    /** The first character of the mapping; the character itself when it has none. */
    int first(int codePoint) {
        int entry = entry(codePoint);
        return entry == ABSENT ? codePoint : entry >= STRING ? strings.get(entry - STRING)[0] : codePoint + entry;
    }

    void append(StringBuilder out, int codePoint) {
        int entry = entry(codePoint);
        if (entry >= STRING) {
            for (int c : strings.get(entry - STRING)) {
                out.appendCodePoint(c);
            }
        } else {
            out.appendCodePoint(entry == ABSENT ? codePoint : codePoint + entry);
        }
    }
}
