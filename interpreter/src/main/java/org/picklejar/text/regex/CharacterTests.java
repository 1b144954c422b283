package org.picklejar.text.regex;

/** The tests of single characters and positions that the operations of a {@link Matcher} make. */
final class CharacterTests {
    private final Subject subject;
    private final int end;
    private final CharSet[] sets;

    CharacterTests(Subject subject, int end, CharSet[] sets) {
        this.subject = subject;
        this.end = end;
        this.sets = sets;
    }

    /** How many characters from {@code pos} on the single-character operation matches, up to {@code max}. */
    int count(int op, int argument, int pos, int max) {
        int limit = max > end - pos ? end : pos + max;
        int at = pos;
        switch (op) {
            case Op.ANY_ALL:
                return limit - pos;
            case Op.ANY:
                while (at < limit && subject.at(at) != '\n') {
                    at++;
                }
                break;
            case Op.LITERAL:
                while (at < limit && subject.at(at) == argument) {
                    at++;
                }
                break;
            case Op.NOT_LITERAL:
                while (at < limit && subject.at(at) != argument) {
                    at++;
                }
                break;
            case Op.IN: {
                CharSet set = sets[argument];
                while (at < limit && set.contains(subject.at(at))) {
                    at++;
                }
                break;
            }
            default:
                while (at < limit && matches(op, argument, subject.at(at))) {
                    at++;
                }
        }
        return at - pos;
    }

    boolean matches(int op, int argument, int c) {
        switch (op) {
            case Op.ANY:
                return c != '\n';
            case Op.ANY_ALL:
                return true;
            case Op.LITERAL:
                return c == argument;
            case Op.NOT_LITERAL:
                return c != argument;
            case Op.LITERAL_ASCII:
                return SreCharacters.asciiToLower(c) == argument;
            case Op.NOT_LITERAL_ASCII:
                return SreCharacters.asciiToLower(c) != argument;
            case Op.LITERAL_UNICODE:
                return SreCharacters.unicodeToLower(c) == argument;
            case Op.NOT_LITERAL_UNICODE:
                return SreCharacters.unicodeToLower(c) != argument;
            case Op.LITERAL_LOCALE:
                return isLocaleCase(c, argument);
            case Op.NOT_LITERAL_LOCALE:
                return !isLocaleCase(c, argument);
            case Op.CATEGORY:
                return SreCharacters.inCategory(argument, c);
            case Op.IN:
                return sets[argument].contains(c);
            case Op.IN_ASCII:
                return sets[argument].contains(SreCharacters.asciiToLower(c));
            case Op.IN_UNICODE:
                return sets[argument].contains(SreCharacters.unicodeToLower(c));
            case Op.IN_LOCALE:
                return sets[argument].contains(SreCharacters.asciiToLower(c))
                        || sets[argument].contains(SreCharacters.asciiToUpper(c));
            default:
                throw new AssertionError("no single-character operation " + op);
        }
    }

    private static boolean isLocaleCase(int c, int literal) {
        return c == literal || SreCharacters.asciiToLower(c) == literal || SreCharacters.asciiToUpper(c) == literal;
    }

    /** Whether {@code length} characters at two positions are the same, by the rule of the group operation. */
    boolean isSame(int op, int from, int pos, int length) {
        for (int i = 0; i < length; i++) {
            int a = subject.at(from + i);
            int b = subject.at(pos + i);
            if (a != b && (op == Op.GROUP || lower(op, a) != lower(op, b))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(int op, int c) {
        return op == Op.GROUP_UNICODE ? SreCharacters.unicodeToLower(c) : SreCharacters.asciiToLower(c);
    }

    boolean isAt(int where, int pos) {
        switch (where) {
            case SreCode.AT_BEGINNING:
            case SreCode.AT_BEGINNING_STRING:
                return pos == 0;
            case SreCode.AT_BEGINNING_LINE:
                return pos == 0 || subject.at(pos - 1) == '\n';
            case SreCode.AT_END:
                return pos == end || pos + 1 == end && subject.at(pos) == '\n';
            case SreCode.AT_END_LINE:
                return pos == end || subject.at(pos) == '\n';
            case SreCode.AT_END_STRING:
                return pos == end;
            default:
                boolean unicode = where >= SreCode.AT_UNI_BOUNDARY;
                boolean change = pos > 0 && isWord(unicode, pos - 1) != (pos < end && isWord(unicode, pos))
                        || pos == 0 && pos < end && isWord(unicode, pos);
                boolean boundary = where == SreCode.AT_BOUNDARY
                        || where == SreCode.AT_LOC_BOUNDARY
                        || where == SreCode.AT_UNI_BOUNDARY;
                return end > 0 && change == boundary;
        }
    }

    private boolean isWord(boolean unicode, int at) {
        int c = subject.at(at);
        return unicode ? SreCharacters.isUnicodeWord(c) : SreCharacters.isWord(c);
    }
}
