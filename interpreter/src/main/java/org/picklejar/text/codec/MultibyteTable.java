package org.picklejar.text.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A code for Chinese, Japanese or Korean whose characters are one to four bytes and in which no byte changes what others mean. The table
 * is that of a charset of Java, with what CPython has otherwise ({@code multibyte/corrections.txt}); a character that several bytes
 * stand for is encoded to the shortest, of these to the first.
 */
public final class MultibyteTable {
    /**
     * How far a decoding came.
     *
     * @param stop where the first byte stands that was not decoded
     * @param bad how many bytes from there are wrong; 0 at the end, -1 where a character is not complete
     */
    public record Decoded(String text, int stop, int bad) {}

    /**
     * How far an encoding came.
     *
     * @param stop where the first character stands that has no code; the end of the text when all have one
     */
    public record Encoded(byte[] bytes, int stop) {}

    private static final char NONE = '\uffff';
    private static final int TRIPLE = 0x8f;
    private static final Map<String, MultibyteTable> TABLES = new ConcurrentHashMap<>();

    private final String name;
    private final char[] single = filled();
    /** By the first byte; null where no character begins with it. */
    private final char[][] pairs = new char[256][];
    /** What follows 0x8f in EUC-JP. */
    private final char[][] triples = new char[256][];
    /** By character: the bytes, and how many in the highest byte. */
    private final int[] codes = new int[0x10000];

    private final LinearCode linear;

    private MultibyteTable(String name, String charset, boolean isPublic) {
        this.name = name;
        readCharset(Charset.forName(charset).newDecoder(), isPublic);
        linear = name.equals("gb18030") ? new LinearCode() : null;
    }

    /** The table of a code that CPython calls so; null when there is none. */
    public static MultibyteTable of(String name) {
        MultibyteTable known = TABLES.get(name);
        if (known != null) {
            return known;
        }
        MultibyteTable made = read(name);
        if (made != null) {
            TABLES.put(name, made);
        }
        return made;
    }

    private static char[] filled() {
        char[] out = new char[256];
        Arrays.fill(out, NONE);
        return out;
    }

    // ---- making it

    private static MultibyteTable read(String name) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                MultibyteTable.class.getResourceAsStream("/org/picklejar/text/multibyte/corrections.txt"),
                StandardCharsets.US_ASCII))) {
            String line = in.readLine();
            while (line != null && !line.startsWith(name + " ")) {
                line = in.readLine();
            }
            String[] head = line == null ? null : line.split(" ");
            // Lines of corrections have names of one letter. A runtime image may lack Java's module of charsets.
            if (head == null || name.length() < 2 || !Charset.isSupported(head[1])) {
                return null;
            }
            MultibyteTable t = new MultibyteTable(name, head[1], head.length > 2);
            line = in.readLine();
            for (; line != null && line.startsWith("d "); line = in.readLine()) {
                t.correct(line.split(" "), true);
            }
            t.invert();
            for (; line != null && line.startsWith("e "); line = in.readLine()) {
                t.correct(line.split(" "), false);
            }
            if (t.linear != null) {
                t.linear.fill(t.codes);
            }
            return t;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readCharset(CharsetDecoder decoder, boolean isPublic) {
        for (int i = 0; i < 256; i++) {
            single[i] = character(decoder, isPublic, i);
        }
        for (int i = 0; i < 256; i++) {
            for (int j = 0; j < 256 && single[i] == NONE; j++) {
                put(pairs, i, j, character(decoder, isPublic, i, j));
            }
        }
        for (int i = 0xa1; i < 0xff && name.equals("euc_jp"); i++) {
            for (int j = 0xa1; j < 0xff; j++) {
                put(triples, i, j, character(decoder, isPublic, TRIPLE, i, j));
            }
        }
    }

    private static char character(CharsetDecoder decoder, boolean isPublic, int... bytes) {
        ByteBuffer in = ByteBuffer.allocate(bytes.length);
        for (int b : bytes) {
            in.put((byte) b);
        }
        CharBuffer out = CharBuffer.allocate(2);
        boolean isWrong = decoder.reset().decode(in.flip(), out, true).isError();
        char c = out.get(0);
        return isWrong || out.position() != 1 || c == '\ufffd' || isPublic && c >= '\ue000' && c < '\uf900' ? NONE : c;
    }

    private static void put(char[][] table, int i, int j, char c) {
        if (c != NONE || table[i] != null) {
            if (table[i] == null) {
                table[i] = filled();
            }
            table[i][j] = c;
        }
    }

    /** A line of corrections: where, what (or "-" for nothing), and how many that follow. */
    private void correct(String[] line, boolean decodes) {
        int at = Integer.parseInt(line[1], 16);
        boolean isNone = line[2].equals("-");
        int what = isNone ? 0 : Integer.parseInt(line[2], 16);
        int count = line.length > 3 ? Integer.parseInt(line[3], 16) : 1;
        for (int i = 0; i < count; i++) {
            if (!decodes) {
                codes[at + i] = isNone ? 0 : code(what + i);
            } else if (at + i < 0x100) {
                single[at + i] = isNone ? NONE : (char) (what + i);
            } else {
                int b = at + i;
                put(b > 0xffff ? triples : pairs, b >> 8 & 0xff, b & 0xff, isNone ? NONE : (char) (what + i));
            }
        }
    }

    private static int code(int bytes) {
        return bytes | (bytes > 0xffff ? 3 : bytes > 0xff ? 2 : 1) << 24;
    }

    private void invert() {
        for (int i = 0; i < 256; i++) {
            invert(single[i], i);
        }
        for (int i = 0; i < 256; i++) {
            for (int j = 0; j < 256 && pairs[i] != null; j++) {
                invert(pairs[i][j], i << 8 | j);
            }
        }
        for (int i = 0; i < 256; i++) {
            for (int j = 0; j < 256 && triples[i] != null; j++) {
                invert(triples[i][j], TRIPLE << 16 | i << 8 | j);
            }
        }
    }

    private void invert(char c, int bytes) {
        if (c != NONE && codes[c] == 0) {
            codes[c] = code(bytes);
        }
    }

    // ---- using it

    /** Decodes from {@code start} to the first byte that cannot be. */
    public Decoded decode(byte[] in, int start) {
        StringBuilder out = new StringBuilder(in.length - start);
        int at = start;
        while (at < in.length) {
            int first = in[at] & 0xff;
            if (single[first] != NONE) {
                out.append(single[first]);
                at++;
                continue;
            }
            boolean isShiftJis = name.equals("shift_jis") || name.equals("cp932");
            if (isShiftJis && pairs[first] == null) {
                return new Decoded(out.toString(), at, 1);
            }
            int length = at + 1 < in.length ? length(first, in[at + 1] & 0xff) : 2;
            if (at + length > in.length) {
                boolean isTriple = name.equals("euc_jp") && first == TRIPLE;
                return new Decoded(out.toString(), at, isTriple || length != 3 ? -1 : 1);
            }
            int c = length == 2
                    ? of(pairs, first, in[at + 1] & 0xff)
                    : length == 3
                            ? of(triples, in[at + 1] & 0xff, in[at + 2] & 0xff)
                            : length == 4 ? linear.decode(in, at) : HangulCode.decode(in, at);
            if (c < 0) {
                return new Decoded(out.toString(), at, 1);
            }
            out.appendCodePoint(c);
            at += length;
        }
        return new Decoded(out.toString(), at, 0);
    }

    private static int of(char[][] table, int i, int j) {
        return table[i] == null || table[i][j] == NONE ? -1 : table[i][j];
    }

    private int length(int first, int second) {
        if (linear != null && second >= '0' && second <= '9') {
            return 4;
        }
        if (name.equals("euc_kr") && first == 0xa4 && second == 0xd4) {
            return HangulCode.LENGTH;
        }
        return name.equals("euc_jp") && first == TRIPLE ? 3 : 2;
    }

    /** Encodes from {@code start} to the first character that cannot be. */
    public Encoded encode(String text, int start) {
        ByteArray out = new ByteArray(2 * (text.length() - start));
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int code = c < 0x10000 ? codes[c] : 0;
            if (code != 0) {
                for (int i = (code >>> 24) - 1; i >= 0; i--) {
                    out.add(code >> 8 * i);
                }
            } else if (!encodeOther(c, out)) {
                break;
            }
            at += Character.charCount(c);
        }
        return new Encoded(out.toBytes(), at);
    }

    private boolean encodeOther(int c, ByteArray out) {
        return linear != null ? linear.encode(c, out) : name.equals("euc_kr") && HangulCode.encode(c, out);
    }
}
