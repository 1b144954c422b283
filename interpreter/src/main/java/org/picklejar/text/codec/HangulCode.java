package org.picklejar.text.codec;

/** Syllables that KS X 1001 has no code for, in EUC-KR: eight bytes, a filler and the three letters (annex 3 of the standard). */
final class HangulCode {
    static final int LENGTH = 8;
    private static final int ROW = 0xa4;
    private static final int FILLER = 0xd4;
    private static final int FIRST_SYLLABLE = 0xac00;
    private static final int SYLLABLES = 11172;
    private static final int VOWELS = 21;
    private static final int FIRST_VOWEL = 0xbf;
    private static final String INITIALS =
            "\u00a1\u00a2\u00a4\u00a7\u00a8\u00a9\u00b1\u00b2\u00b3\u00b5\u00b6\u00b7\u00b8\u00b9\u00ba\u00bb\u00bc\u00bd\u00be";
    private static final String FINALS =
            "\u00d4\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae"
                    + "\u00af\u00b0\u00b1\u00b2\u00b4\u00b5\u00b6\u00b7\u00b8\u00ba\u00bb\u00bc\u00bd\u00be";

    private HangulCode() {}

    /** The syllable, or -1. */
    static int decode(byte[] in, int at) {
        for (int i = 2; i < LENGTH; i += 2) {
            if ((in[at + i] & 0xff) != ROW) {
                return -1;
            }
        }
        int initial = INITIALS.indexOf(in[at + 3] & 0xff);
        int vowel = (in[at + 5] & 0xff) - FIRST_VOWEL;
        int last = FINALS.indexOf(in[at + 7] & 0xff);
        return initial < 0 || vowel < 0 || vowel >= VOWELS || last < 0
                ? -1
                : FIRST_SYLLABLE + (initial * VOWELS + vowel) * FINALS.length() + last;
    }

    /** Whether it is a syllable, which is written then. */
    static boolean encode(int c, ByteArray out) {
        int n = c - FIRST_SYLLABLE;
        if (n < 0 || n >= SYLLABLES) {
            return false;
        }
        int finals = FINALS.length();
        int[] letters = {
            FILLER, INITIALS.charAt(n / finals / VOWELS), FIRST_VOWEL + n / finals % VOWELS, FINALS.charAt(n % finals)
        };
        for (int letter : letters) {
            out.add(ROW);
            out.add(letter);
        }
        return true;
    }
}
