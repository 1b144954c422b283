package org.picklejar.text.regex;

/** A checked pattern in the form the {@link Matcher} runs. Immutable. */
public final class RegexProgram {
    final int[] ops;
    final CharSet[] sets;
    final int groups;
    /** The registers: two marks for each group, the last group closed, two for each repeat. */
    final int registers;
    /** The places for the choice height and the position at the start of an atomic part. */
    final int slots;
    /** No match is shorter. */
    final int minWidth;
    /** The characters each match starts with; empty when not known. */
    final int[] prefix;
    /** The characters a match can start with; null when not known. */
    final CharSet first;

    RegexProgram(
            int[] ops,
            CharSet[] sets,
            int groups,
            int registers,
            int slots,
            int minWidth,
            int[] prefix,
            CharSet first) {
        this.ops = ops;
        this.sets = sets;
        this.groups = groups;
        this.registers = registers;
        this.slots = slots;
        this.minWidth = minWidth;
        this.prefix = prefix;
        this.first = first;
    }

    /**
     * Checks and translates a code array.
     *
     * @param code the words of {@code _sre.compile}'s code argument, as unsigned 32-bit numbers
     * @param groups the number of capturing groups
     * @throws IllegalArgumentException "invalid SRE code", which is CPython's RuntimeError
     */
    public static RegexProgram compile(int[] code, int groups) {
        return new Assembler(code, groups).assemble();
    }

    public int groups() {
        return groups;
    }

    static IllegalArgumentException invalid() {
        return new IllegalArgumentException("invalid SRE code");
    }
}
