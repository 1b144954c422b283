package org.picklejar.text.unicode;

import java.util.HashMap;
import java.util.Map;

/**
 * What characters are made of (UnicodeData.txt, field 5, and CompositionExclusions.txt; Hangul syllables follow a rule, chapter 3.12
 * of the Unicode Standard). A line of the table is the code, {@code !} when two parts are never put together to it, the kind of a
 * compatibility mapping, and the parts.
 */
final class Decompositions {
    static final int HANGUL = 0xAC00;
    static final int SYLLABLES = 11172;
    private static final int LEAD = 0x1100;
    private static final int VOWEL = 0x1161;
    private static final int TAIL = 0x11A7;
    private static final int VOWELS = 21;
    private static final int TAILS = 28;

    private static final Map<Integer, String> TEXTS = new HashMap<>();
    private static final Map<Integer, int[]> PARTS = new HashMap<>();
    private static final Map<Long, Integer> COMPOSED = new HashMap<>();

    static {
        for (String line : Tables.lines("decomposition")) {
            String[] words = line.split(" ");
            int code = Integer.parseInt(words[0], 16);
            boolean excluded = words[1].equals("!");
            String text = line.substring(line.indexOf(' ') + (excluded ? 3 : 1));
            String[] parts = text.split(" ");
            int from = parts[0].startsWith("<") ? 1 : 0;
            int[] codes = new int[parts.length - from];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = Integer.parseInt(parts[from + i], 16);
            }
            TEXTS.put(code, text);
            PARTS.put(code, codes);
            if (from == 0 && codes.length == 2 && !excluded) {
                COMPOSED.put(pair(codes[0], codes[1]), code);
            }
        }
    }

    private Decompositions() {}

    private static long pair(int a, int b) {
        return (long) a << 32 | b;
    }

    private static boolean isSyllable(int c) {
        return c >= HANGUL && c < HANGUL + SYLLABLES;
    }

    /** As {@code unicodedata.decomposition} gives it: the kind in brackets, if any, and the codes of the parts; "" for none. */
    static String text(int c) {
        return TEXTS.getOrDefault(c, "");
    }

    /** The parts, one level deep; null for none. */
    static int[] parts(int c, boolean compatibility) {
        if (isSyllable(c)) {
            int s = c - HANGUL;
            int lead = LEAD + s / (VOWELS * TAILS);
            int vowel = VOWEL + s % (VOWELS * TAILS) / TAILS;
            return s % TAILS == 0 ? new int[] {lead, vowel} : new int[] {lead, vowel, TAIL + s % TAILS};
        }
        int[] parts = PARTS.get(c);
        return parts == null || !compatibility && TEXTS.get(c).startsWith("<") ? null : parts;
    }

    /** What two characters are put together to; -1 for nothing. */
    static int compose(int a, int b) {
        if (a >= LEAD && a < LEAD + 19 && b >= VOWEL && b < VOWEL + VOWELS) {
            return HANGUL + ((a - LEAD) * VOWELS + b - VOWEL) * TAILS;
        }
        if (isSyllable(a) && (a - HANGUL) % TAILS == 0 && b > TAIL && b < TAIL + TAILS) {
            return a + b - TAIL;
        }
        return COMPOSED.getOrDefault(pair(a, b), -1);
    }
}
