package org.picklejar.text.unicode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A property of each code point, read from a run table (tokens {@code VALUE*COUNT}, counts in base 36) into a two-stage table. */
final class RunTable {
    private static final int SHIFT = 8;
    private static final int BLOCK = 1 << SHIFT;

    private final byte[][] blocks = new byte[0x110000 >> SHIFT][];
    private final String[] values;

    private RunTable(byte[] indices, String[] values) {
        this.values = values;
        byte[] previous = null;
        for (int i = 0; i < blocks.length; i++) {
            byte[] block = Arrays.copyOfRange(indices, i << SHIFT, (i << SHIFT) + BLOCK);
            previous = previous != null && Arrays.equals(previous, block) ? previous : block;
            blocks[i] = previous;
        }
    }

    /** Reads the table {@code name}; the table has at most 255 different values. */
    static RunTable load(String name) {
        byte[] indices = new byte[0x110000];
        List<String> values = new ArrayList<>();
        int position = 0;
        for (String token : Tables.tokens(name)) {
            int star = token.indexOf('*');
            String value = star < 0 ? token : token.substring(0, star);
            int count = star < 0 ? 1 : Integer.parseInt(token, star + 1, token.length(), 36);
            int index = values.indexOf(value);
            if (index < 0) {
                index = values.size();
                values.add(value);
            }
            Arrays.fill(indices, position, position += count, (byte) index);
        }
        return new RunTable(indices, values.toArray(new String[0]));
    }

    /** The position of the value in {@link #values()}. */
    int index(int codePoint) {
        return blocks[codePoint >> SHIFT][codePoint & (BLOCK - 1)] & 0xFF;
    }

    String value(int codePoint) {
        return values[index(codePoint)];
    }

    String[] values() {
        return values;
    }
}
