package org.picklejar.pickle;

import java.io.ByteArrayOutputStream;
import org.picklejar.core.Errors;

/** The quoted byte strings of protocol 0 pickles from Python 2. */
final class OldString {
    private OldString() {}

    /** The bytes of a literal with Python's escapes (CPython: load_string, _PyBytes_DecodeEscape). */
    static byte[] unquote(byte[] line) {
        int to = line.length;
        if (to < 2 || line[0] != line[to - 1] || line[0] != '\'' && line[0] != '"') {
            throw PickleErrors.unpickling("the STRING opcode argument must be quoted");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(to);
        for (int i = 1; i < to - 1; i++) {
            if (line[i] != '\\') {
                out.write(line[i]);
                continue;
            }
            i++;
            byte c = line[i];
            switch (c) {
                case '\n' -> {}
                case '\\', '\'', '"' -> out.write(c);
                case 'n' -> out.write('\n');
                case 'r' -> out.write('\r');
                case 't' -> out.write('\t');
                case 'a' -> out.write(7);
                case 'b' -> out.write('\b');
                case 'f' -> out.write('\f');
                case 'v' -> out.write(11);
                case 'x' -> {
                    int hi = i + 2 < to ? Character.digit(line[i + 1], 16) : -1;
                    int lo = i + 2 < to ? Character.digit(line[i + 2], 16) : -1;
                    if (hi < 0 || lo < 0) {
                        throw Errors.valueError("invalid \\x escape at position %d", i - 2);
                    }
                    out.write(hi << 4 | lo);
                    i += 2;
                }
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    int v = 0;
                    int k = 0;
                    while (k < 3 && i + k < to - 1 && line[i + k] >= '0' && line[i + k] <= '7') {
                        v = v * 8 + line[i + k] - '0';
                        k++;
                    }
                    out.write(v);
                    i += k - 1;
                }
                default -> {
                    out.write('\\');
                    out.write(c);
                }
            }
        }
        return out.toByteArray();
    }
}
