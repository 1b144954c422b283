package org.picklejar.text.unicode;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names of characters, as the unicodedata module of Python 3.13 has them. Those of ideographs and Hangul follow the rules
 * of the Unicode Standard (section 4.8), the others are those of the JDK, and a table has the ones newer than Unicode 13.
 */
public final class CharacterNames {
    private static final int HANGUL = 0xAC00;
    private static final String[] LEADS = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ", -1);
    private static final String[] VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
    private static final String[] TAILS =
            " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ", -1);
    private static final int SYLLABLES = 11172;

    /** Names newer than the JDK's, and the aliases: read when first asked for. */
    private static final class Lists {
        static final Map<Integer, String> NAMES = new HashMap<>();
        static final Map<String, Integer> CODES = new HashMap<>();
        static final Map<String, Integer> ALIASES = new HashMap<>();

        static {
            for (String line : Tables.lines("names")) {
                int code = Integer.parseInt(line.substring(0, line.indexOf(' ')), 16);
                String name = line.substring(line.indexOf(' ') + 1);
                NAMES.put(code, name);
                CODES.put(name, code);
            }
            for (String line : Tables.lines("aliases")) {
                ALIASES.put(
                        line.substring(line.indexOf(' ') + 1),
                        Integer.parseInt(line.substring(0, line.indexOf(' ')), 16));
            }
        }
    }

    /** The named sequences (NamedSequences.txt): read when first asked for. */
    private static final class Sequences {
        static final Map<String, String> TEXTS = new HashMap<>();

        static {
            for (String line : Tables.lines("sequences")) {
                String[] parts = line.split(";");
                StringBuilder text = new StringBuilder();
                for (String code : parts[1].split(" ")) {
                    text.appendCodePoint(Integer.parseInt(code, 16));
                }
                TEXTS.put(parts[0], text.toString());
            }
        }
    }

    private CharacterNames() {}

    /** The characters of a named sequence, in any case; null for none. */
    public static String sequence(String name) {
        return Sequences.TEXTS.get(name.toUpperCase(Locale.ROOT));
    }

    /** The name, null for a character that has none (controls, surrogates, Tangut ideographs, private use and unassigned ones). */
    public static String name(int c) {
        String category = UnicodeProperties.category(c);
        if (category.equals("Cc") || category.equals("Cs") || category.equals("Co") || category.equals("Cn")) {
            return null;
        }
        if (c >= HANGUL && c < HANGUL + SYLLABLES) {
            int s = c - HANGUL;
            return "HANGUL SYLLABLE " + LEADS[s / 588] + VOWELS[s % 588 / 28] + TAILS[s % 28];
        }
        String prefix = computedPrefix(c);
        if (prefix != null) {
            return prefix + Integer.toHexString(c).toUpperCase(Locale.ROOT);
        }
        if (isTangut(c)) {
            return null;
        }
        String listed = Lists.NAMES.get(c);
        return listed != null ? listed : Character.getName(c);
    }

    /** The code point of a name or alias, in any case; -1 for none. */
    public static int lookup(String name) {
        int c = lookupName(name);
        return c >= 0 ? c : Lists.ALIASES.getOrDefault(name.toUpperCase(Locale.ROOT), -1);
    }

    /** The code point of a name that is no alias, in any case; -1 for none. */
    public static int lookupName(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.startsWith("HANGUL SYLLABLE ")) {
            return syllable(upper.substring(16));
        }
        int computed = hex(upper.substring(upper.lastIndexOf('-') + 1));
        if (computed > 0xFFF && computed <= Character.MAX_CODE_POINT && upper.equals(name(computed))) {
            return computed;
        }
        Integer listed = Lists.CODES.get(upper);
        if (listed != null) {
            return listed;
        }
        try {
            int c = Character.codePointOf(upper);
            return upper.equals(name(c)) ? c : -1;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    private static int hex(String digits) {
        try {
            return Integer.parseInt(digits, 16);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String computedPrefix(int c) {
        boolean unified = c >= 0x3400 && c <= 0x4DBF
                || c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x20000 && c <= 0x2A6DF
                || c >= 0x2A700 && c <= 0x2EE5D && (c < 0x2EBE1 || c >= 0x2EBF0)
                || c >= 0x30000 && c <= 0x323AF;
        if (unified) {
            return "CJK UNIFIED IDEOGRAPH-";
        }
        if (c >= 0xF900 && c <= 0xFAD9 || c >= 0x2F800 && c <= 0x2FA1D) {
            return "CJK COMPATIBILITY IDEOGRAPH-";
        }
        if (c >= 0x1B170 && c <= 0x1B2FB) {
            return "NUSHU CHARACTER-";
        }
        return c >= 0x18B00 && c <= 0x18CD5 ? "KHITAN SMALL SCRIPT CHARACTER-" : null;
    }

    private static boolean isTangut(int c) {
        return c >= 0x17000 && c <= 0x187F7 || c >= 0x18D00 && c <= 0x18D08;
    }

    private static int syllable(String text) {
        int lead = longest(LEADS, text);
        if (lead < 0) {
            return -1;
        }
        String rest = text.substring(LEADS[lead].length());
        int vowel = longest(VOWELS, rest);
        if (vowel < 0) {
            return -1;
        }
        String tail = rest.substring(VOWELS[vowel].length());
        for (int i = 0; i < TAILS.length; i++) {
            if (TAILS[i].equals(tail)) {
                return HANGUL + (lead * 21 + vowel) * 28 + i;
            }
        }
        return -1;
    }

    private static int longest(String[] parts, String text) {
        int best = -1;
        for (int i = 0; i < parts.length; i++) {
            if (text.startsWith(parts[i]) && (best < 0 || parts[i].length() > parts[best].length())) {
                best = i;
            }
        }
        return best;
    }
}
