package org.picklejar.text.regex;

/**
 * The operations of a {@link RegexProgram}, with their operands. Targets are indices of the program, sets are indices of its
 * sets, a slot is an index of a matcher's slots. Those from {@link #ANY} to {@link #IN_LOCALE} match one character.
 */
final class Op {
    /** The end of the pattern. */
    static final int MATCH = 0;

    static final int FAIL = 1;
    /** Single characters: operation, argument (a character, a set or nothing). */
    static final int ANY = 2;

    static final int ANY_ALL = 3;
    static final int LITERAL = 4;
    static final int NOT_LITERAL = 5;
    static final int LITERAL_ASCII = 6;
    static final int NOT_LITERAL_ASCII = 7;
    static final int LITERAL_UNICODE = 8;
    static final int NOT_LITERAL_UNICODE = 9;
    static final int LITERAL_LOCALE = 10;
    static final int NOT_LITERAL_LOCALE = 11;
    static final int CATEGORY = 12;
    static final int IN = 13;
    static final int IN_ASCII = 14;
    static final int IN_UNICODE = 15;
    static final int IN_LOCALE = 16;
    /** A position: the code of {@code _constants.ATCODES}. */
    static final int AT = 17;
    /** A mark: its register. */
    static final int MARK = 18;
    /** A jump: its target. */
    static final int JUMP = 19;
    /** Alternatives: their number, their targets. */
    static final int BRANCH = 20;
    /** What a group matched: the register of its first mark. */
    static final int GROUP = 21;

    static final int GROUP_ASCII = 22;
    static final int GROUP_UNICODE = 23;
    static final int GROUP_LOCALE = 24;
    /** The condition on a group: the register of its first mark, the target when it did not match. */
    static final int GROUP_EXISTS = 25;
    /** The start of a repeat: its count register (the next one holds the last position), the target of its end. */
    static final int REPEAT = 26;
    /** The end of a repeat: count register, min, max, the target of its body. The tail follows. */
    static final int MAX_UNTIL = 27;

    static final int MIN_UNTIL = 28;
    /** One more round of a lazy repeat: count register, target of the body. */
    static final int MIN_MORE = 29;
    /** A repeat of one character: min, max, operation, argument. The tail follows. */
    static final int REPEAT_ONE = 30;

    static final int MIN_REPEAT_ONE = 31;
    static final int POSSESSIVE_ONE = 32;
    /** Atomic parts, start and end: the slot. */
    static final int ATOMIC = 33;

    static final int ATOMIC_END = 34;
    /** Look-around, start: slot, distance to look behind (and the target behind the part, of a negative one). */
    static final int ASSERT = 35;

    static final int ASSERT_END = 36;
    static final int ASSERT_NOT = 37;
    static final int ASSERT_NOT_END = 38;
    /** A possessive repeat: slot, min, max, tail. The body follows. */
    static final int POSSESSIVE = 39;
    /** The end of its body: slot, target of the start. */
    static final int POSSESSIVE_END = 40;

    static final int REPEAT_ONE_SIZE = 5;

    private Op() {}
}
