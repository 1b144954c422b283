package org.picklejar.modules.socket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Internet addresses as text: what {@code inet_pton}, {@code inet_aton} and {@code inet_ntop} of C do. */
final class NumericAddress {
    private static final int WORDS = 8;
    private static final int BYTE = 255;
    private static final int WORD = 65535;

    private NumericAddress() {}

    /** Four decimal numbers with dots between. @return 4 bytes, or null */
    static byte[] four(String s) {
        String[] parts = s.split("\\.", -1);
        byte[] out = new byte[4];
        if (parts.length != 4) {
            return null;
        }
        for (int i = 0; i < 4; i++) {
            long n = parts[i].length() > 3 || parts[i].length() > 1 && parts[i].startsWith("0")
                    ? -1
                    : number(parts[i], 10);
            if (n < 0 || n > BYTE) {
                return null;
            }
            out[i] = (byte) n;
        }
        return out;
    }

    /** One to four numbers, decimal, octal or hexadecimal; the last one fills what is left. @return 4 bytes, or null */
    static byte[] loose(String text) {
        String s = text.split("[ \t\n]", 2)[0];
        String[] parts = s.split("\\.", -1);
        if (parts.length > 4) {
            return null;
        }
        long all = 0;
        for (int i = 0; i < parts.length; i++) {
            long n = looseNumber(parts[i]);
            long most = i < parts.length - 1 ? BYTE : (1L << 8 * (5 - parts.length)) - 1;
            if (n < 0 || n > most) {
                return null;
            }
            all |= i < parts.length - 1 ? n << 8 * (3 - i) : n;
        }
        return new byte[] {(byte) (all >> 24), (byte) (all >> 16), (byte) (all >> 8), (byte) all};
    }

    private static long looseNumber(String s) {
        if (s.startsWith("0x") || s.startsWith("0X")) {
            return number(s.substring(2), 16);
        }
        return s.length() > 1 && s.startsWith("0") ? number(s.substring(1), 8) : number(s, 10);
    }

    /** @return -1 when it is none */
    private static long number(String s, int radix) {
        if (s.isEmpty() || s.length() > 12 || !s.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0)) {
            return -1;
        }
        return Long.parseLong(s, radix);
    }

    /** An address of version 6, without a scope. @return 16 bytes, or null */
    static byte[] six(String s) {
        int gap = s.indexOf("::");
        if (gap < 0) {
            List<Integer> all = words(s);
            return all == null || all.size() != WORDS ? null : bytes(all);
        }
        List<Integer> before = s.substring(0, gap).isEmpty() ? List.of() : words(s.substring(0, gap));
        List<Integer> after = s.substring(gap + 2).isEmpty() ? List.of() : words(s.substring(gap + 2));
        if (before == null
                || after == null
                || before.size() + after.size() >= WORDS
                || s.substring(0, gap).contains(".")) {
            return null;
        }
        List<Integer> all = new ArrayList<>(before);
        while (all.size() + after.size() < WORDS) {
            all.add(0);
        }
        all.addAll(after);
        return bytes(all);
    }

    private static List<Integer> words(String s) {
        List<Integer> out = new ArrayList<>();
        String[] parts = s.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            byte[] four = i == parts.length - 1 && parts[i].contains(".") ? four(parts[i]) : null;
            if (four != null) {
                out.add((four[0] & BYTE) << 8 | four[1] & BYTE);
                out.add((four[2] & BYTE) << 8 | four[3] & BYTE);
                continue;
            }
            long n = parts[i].length() > 4 ? -1 : number(parts[i], 16);
            if (n < 0) {
                return null;
            }
            out.add((int) n);
        }
        return out;
    }

    private static byte[] bytes(List<Integer> words) {
        byte[] out = new byte[2 * WORDS];
        for (int i = 0; i < WORDS; i++) {
            out[2 * i] = (byte) (words.get(i) >> 8);
            out[2 * i + 1] = (byte) (int) words.get(i);
        }
        return out;
    }

    /** @param b 4 or 16 bytes */
    static String text(byte[] b) {
        if (b.length == 4) {
            return (b[0] & BYTE) + "." + (b[1] & BYTE) + "." + (b[2] & BYTE) + "." + (b[3] & BYTE);
        }
        int[] words = new int[WORDS];
        for (int i = 0; i < WORDS; i++) {
            words[i] = ((b[2 * i] & BYTE) << 8 | b[2 * i + 1] & BYTE) & WORD;
        }
        int from = 0;
        int longest = 0;
        for (int i = 0; i < WORDS; i++) {
            int n = 0;
            while (i + n < WORDS && words[i + n] == 0) {
                n++;
            }
            if (n > longest) {
                longest = n;
                from = i;
            }
        }
        boolean embedded = from == 0 && (longest == 6 || longest == 5 && words[5] == WORD);
        String end = embedded ? text(Arrays.copyOfRange(b, 12, 16)) : "";
        int last = embedded ? 6 : WORDS;
        if (longest < 2) {
            return join(words, 0, WORDS);
        }
        String tail = join(words, Math.min(from + longest, last), last);
        return join(words, 0, from) + "::" + tail + (tail.isEmpty() || end.isEmpty() ? "" : ":") + end;
    }

    private static String join(int[] words, int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            out.append(i == from ? "" : ":").append(Integer.toHexString(words[i]));
        }
        return out.toString();
    }
}
