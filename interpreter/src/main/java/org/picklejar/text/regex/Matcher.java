package org.picklejar.text.regex;

import java.util.Arrays;

/**
 * Runs a {@link RegexProgram} over a subject by backtracking. The choice points, and a trail of the registers to restore,
 * are arrays that grow in the heap. Not for use by several threads at once.
 */
public final class Matcher {
    /** Steps between two calls of the interrupt hook. */
    private static final int POLL_STEPS = 100_000;
    /** The words of a choice point: where to go on, the position, the height of the trail, and {@link #PLAIN} or a number. */
    private static final int CHOICE = 4;
    /** A choice that goes on at its operation; other choices are further tries of the operation. */
    private static final int PLAIN = -1;

    private static final int UNSET = -1;

    private final RegexProgram program;
    private final int[] ops;
    private final Subject subject;
    private final Runnable interrupt;
    private final int end;
    private final CharacterTests tests;
    private final int[] registers;
    private final int[] heights;
    private final int[] positions;
    private int[] choices = new int[16 * CHOICE];
    private int choiceTop;
    private int[] trail = new int[32];
    private int trailTop;
    private int steps = POLL_STEPS;
    private boolean dirty = true;
    /** Where the current try started, and what it must not do: end before the end, end where it started. */
    private int start;

    private boolean whole;
    private boolean mustAdvance;
    private int matchEnd;

    /**
     * @param end the end of the part of the subject that is seen, 0 to its length
     * @param interrupt called every 100,000 steps or so; what it throws ends the match. May be null
     */
    public Matcher(RegexProgram program, Subject subject, int end, Runnable interrupt) {
        this.program = program;
        this.ops = program.ops;
        this.subject = subject;
        this.end = end;
        this.interrupt = interrupt;
        this.tests = new CharacterTests(subject, end, program.sets);
        this.registers = new int[program.registers];
        this.heights = new int[program.slots];
        this.positions = new int[program.slots];
    }

    /** Matches at {@code from}. */
    public boolean match(int from) {
        return tryAt(from, false, false);
    }

    /** Matches all from {@code from} to the end. */
    public boolean fullMatch(int from) {
        return tryAt(from, true, false);
    }

    /** Matches at {@code from}, but not the empty text when {@code mustAdvance}. */
    boolean match(int from, boolean mustAdvance) {
        return tryAt(from, false, mustAdvance);
    }

    /** Finds the first match at or behind {@code from}. */
    public boolean search(int from) {
        return search(from, false);
    }

    /** Finds the first match; an empty one at {@code from} does not count when {@code mustAdvance}. */
    boolean search(int from, boolean mustAdvance) {
        int last = end - program.minWidth;
        for (int at = from; at <= last; at++) {
            at = candidate(at, last);
            if (at < 0) {
                return false;
            }
            if (tryAt(at, false, mustAdvance && at == from)) {
                return true;
            }
        }
        return false;
    }

    /** The next position from {@code at} to {@code last} where a match can start, -1 for none. */
    private int candidate(int at, int last) {
        int[] prefix = program.prefix;
        if (prefix.length > 0) {
            int head = prefix[0];
            int stop = Math.min(last, end - prefix.length);
            for (int i = at; i <= stop; i++) {
                if (subject.at(i) == head && startsWithRest(prefix, i)) {
                    return i;
                }
            }
            return -1;
        }
        CharSet first = program.first;
        if (first != null) {
            int stop = Math.min(last, end - 1);
            for (int i = at; i <= stop; i++) {
                if (first.contains(subject.at(i))) {
                    return i;
                }
            }
            return -1;
        }
        return at;
    }

    private boolean startsWithRest(int[] prefix, int at) {
        for (int i = 1; i < prefix.length; i++) {
            if (subject.at(at + i) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** The start of a group of the last match (0 is the whole), -1 when it did not take part. */
    public int start(int group) {
        return group == 0 ? start : closed(group) ? registers[2 * group - 2] : -1;
    }

    /** The end of a group of the last match, -1 when it did not take part. */
    public int end(int group) {
        return group == 0 ? matchEnd : closed(group) ? registers[2 * group - 1] : -1;
    }

    private boolean closed(int group) {
        int from = registers[2 * group - 2];
        return from >= 0 && registers[2 * group - 1] >= from;
    }

    /** The number of the last group that was closed, -1 for none. */
    public int lastIndex() {
        return registers[2 * program.groups];
    }

    /** Starts and ends of group 0 and the others, in turn. */
    public int[] spans() {
        int[] spans = new int[2 * program.groups + 2];
        for (int group = 0; group <= program.groups; group++) {
            spans[2 * group] = start(group);
            spans[2 * group + 1] = end(group);
        }
        return spans;
    }

    private boolean tryAt(int from, boolean whole, boolean mustAdvance) {
        if (from > end - program.minWidth) {
            return false;
        }
        if (dirty) {
            Arrays.fill(registers, UNSET);
            dirty = false;
        }
        choiceTop = 0;
        trailTop = 0;
        start = from;
        this.whole = whole;
        this.mustAdvance = mustAdvance;
        boolean matched = run(from);
        choiceTop = 0;
        trailTop = 0;
        return matched;
    }

    private void poll() {
        steps = POLL_STEPS;
        if (interrupt != null) {
            interrupt.run();
        }
    }

    private void pushChoice(int pc, int position, int extra) {
        if (choiceTop + CHOICE > choices.length) {
            choices = Arrays.copyOf(choices, grown(choices.length));
        }
        int c = choiceTop;
        choices[c] = pc;
        choices[c + 1] = position;
        choices[c + 2] = trailTop;
        choices[c + 3] = extra;
        choiceTop = c + CHOICE;
    }

    /** Sets a register, so that failure back to an earlier choice restores it. */
    private void set(int register, int value) {
        int old = registers[register];
        if (old == value) {
            return;
        }
        dirty = true;
        if (choiceTop > 0) {
            if (trailTop + 2 > trail.length) {
                trail = Arrays.copyOf(trail, grown(trail.length));
            }
            trail[trailTop++] = register;
            trail[trailTop++] = old;
        }
        registers[register] = value;
    }

    private static int grown(int length) {
        if (length > 1 << 30) {
            throw new OutOfMemoryError("the backtracking of a regular expression");
        }
        return length + (length >> 1) & -CHOICE;
    }

    private void undo(int height) {
        while (trailTop > height) {
            trailTop -= 2;
            registers[trail[trailTop]] = trail[trailTop + 1];
        }
    }

    private boolean run(int from) {
        int[] ops = this.ops;
        Subject subject = this.subject;
        int end = this.end;
        int pc = 0;
        int pos = from;
        for (; ; ) {
            if (--steps <= 0) {
                poll();
            }
            switch (ops[pc]) {
                case Op.MATCH:
                    if (whole && pos != end || mustAdvance && pos == start) {
                        break;
                    }
                    matchEnd = pos;
                    return true;
                case Op.LITERAL:
                    if (pos < end && subject.at(pos) == ops[pc + 1]) {
                        pos++;
                        pc += 2;
                        continue;
                    }
                    break;
                case Op.ANY:
                case Op.ANY_ALL:
                case Op.NOT_LITERAL:
                case Op.LITERAL_ASCII:
                case Op.NOT_LITERAL_ASCII:
                case Op.LITERAL_UNICODE:
                case Op.NOT_LITERAL_UNICODE:
                case Op.LITERAL_LOCALE:
                case Op.NOT_LITERAL_LOCALE:
                case Op.CATEGORY:
                case Op.IN:
                case Op.IN_ASCII:
                case Op.IN_UNICODE:
                case Op.IN_LOCALE:
                    if (pos < end && tests.matches(ops[pc], ops[pc + 1], subject.at(pos))) {
                        pos++;
                        pc += 2;
                        continue;
                    }
                    break;
                case Op.AT:
                    if (tests.isAt(ops[pc + 1], pos)) {
                        pc += 2;
                        continue;
                    }
                    break;
                case Op.MARK: {
                    int mark = ops[pc + 1];
                    if ((mark & 1) != 0) {
                        set(2 * program.groups, (mark >> 1) + 1);
                    }
                    set(mark, pos);
                    pc += 2;
                    continue;
                }
                case Op.JUMP:
                    pc = ops[pc + 1];
                    continue;
                case Op.BRANCH: {
                    int chosen = viable(pc, 0, pos);
                    if (chosen < 0) {
                        break;
                    }
                    int next = viable(pc, chosen + 1, pos);
                    if (next >= 0) {
                        pushChoice(pc, pos, next);
                    }
                    pc = ops[pc + 2 + chosen];
                    continue;
                }
                case Op.GROUP:
                case Op.GROUP_ASCII:
                case Op.GROUP_UNICODE:
                case Op.GROUP_LOCALE: {
                    int length = sameAsGroup(ops[pc], ops[pc + 1], pos);
                    if (length >= 0) {
                        pos += length;
                        pc += 2;
                        continue;
                    }
                    break;
                }
                case Op.GROUP_EXISTS:
                    pc = closed(ops[pc + 1] / 2 + 1) ? pc + 3 : ops[pc + 2];
                    continue;
                case Op.REPEAT:
                    set(ops[pc + 1], -1);
                    set(ops[pc + 1] + 1, UNSET);
                    pc = ops[pc + 2];
                    continue;
                case Op.MAX_UNTIL: {
                    int register = ops[pc + 1];
                    int count = registers[register] + 1;
                    if (count < ops[pc + 2]) {
                        set(register, count);
                        pc = ops[pc + 4];
                    } else if (belowMax(count, ops[pc + 3]) && pos != registers[register + 1]) {
                        pushChoice(pc + 5, pos, PLAIN);
                        set(register, count);
                        set(register + 1, pos);
                        pc = ops[pc + 4];
                    } else {
                        pc += 5;
                    }
                    continue;
                }
                case Op.MIN_UNTIL: {
                    int register = ops[pc + 1];
                    int count = registers[register] + 1;
                    if (count < ops[pc + 2]) {
                        set(register, count);
                        pc = ops[pc + 4];
                    } else {
                        if (belowMax(count, ops[pc + 3]) && pos != registers[register + 1]) {
                            pushChoice(pc - 3, pos, PLAIN);
                        }
                        pc += 5;
                    }
                    continue;
                }
                case Op.MIN_MORE: {
                    int register = ops[pc + 1];
                    set(register, registers[register] + 1);
                    set(register + 1, pos);
                    pc = ops[pc + 2];
                    continue;
                }
                case Op.REPEAT_ONE: {
                    int count = tests.count(ops[pc + 3], ops[pc + 4], pos, ops[pc + 2]);
                    int min = ops[pc + 1];
                    if (count < min) {
                        break;
                    }
                    if (count > min) {
                        // The choice is tried at once: the operation behind may tell that the position will not do.
                        pushChoice(pc, pos + count + 1, pos + min);
                        break;
                    }
                    pos += count;
                    pc += Op.REPEAT_ONE_SIZE;
                    continue;
                }
                case Op.MIN_REPEAT_ONE: {
                    int min = ops[pc + 1];
                    if (min > 0 && tests.count(ops[pc + 3], ops[pc + 4], pos, min) < min) {
                        break;
                    }
                    pos += min;
                    if (min < ops[pc + 2]) {
                        pushChoice(pc, pos, min);
                    }
                    pc += Op.REPEAT_ONE_SIZE;
                    continue;
                }
                case Op.POSSESSIVE_ONE: {
                    int count = tests.count(ops[pc + 3], ops[pc + 4], pos, ops[pc + 2]);
                    if (count < ops[pc + 1]) {
                        break;
                    }
                    pos += count;
                    pc += Op.REPEAT_ONE_SIZE;
                    continue;
                }
                case Op.ATOMIC:
                    heights[ops[pc + 1]] = choiceTop;
                    pc += 2;
                    continue;
                case Op.ATOMIC_END:
                    choiceTop = heights[ops[pc + 1]];
                    pc += 2;
                    continue;
                case Op.ASSERT:
                    if (pos < ops[pc + 2]) {
                        break;
                    }
                    heights[ops[pc + 1]] = choiceTop;
                    positions[ops[pc + 1]] = pos;
                    pos -= ops[pc + 2];
                    pc += 3;
                    continue;
                case Op.ASSERT_END:
                    choiceTop = heights[ops[pc + 1]];
                    pos = positions[ops[pc + 1]];
                    pc += 2;
                    continue;
                case Op.ASSERT_NOT:
                    if (pos < ops[pc + 2]) {
                        pc = ops[pc + 3];
                        continue;
                    }
                    heights[ops[pc + 1]] = choiceTop;
                    pushChoice(ops[pc + 3], pos, PLAIN);
                    pos -= ops[pc + 2];
                    pc += 4;
                    continue;
                case Op.ASSERT_NOT_END:
                    choiceTop = heights[ops[pc + 1]];
                    undo(choices[choiceTop + 2]);
                    break;
                case Op.POSSESSIVE: {
                    int slot = ops[pc + 1];
                    positions[slot] = 0;
                    positions[slot + 1] = UNSET;
                    pc = nextRound(pc, pos);
                    continue;
                }
                case Op.POSSESSIVE_END: {
                    int slot = ops[pc + 1];
                    choiceTop = heights[slot];
                    positions[slot]++;
                    pc = nextRound(ops[pc + 2], pos);
                    continue;
                }
                case Op.FAIL:
                    break;
                default:
                    throw new AssertionError("no regex operation " + ops[pc]);
            }
            // Failure: take up the last choice that has something left.
            for (; ; ) {
                if (choiceTop == 0) {
                    return false;
                }
                int choice = choiceTop - CHOICE;
                undo(choices[choice + 2]);
                pc = choices[choice];
                pos = choices[choice + 1];
                int extra = choices[choice + 3];
                if (extra == PLAIN) {
                    choiceTop = choice;
                    break;
                }
                int op = ops[pc];
                if (op == Op.BRANCH) {
                    int next = viable(pc, extra + 1, pos);
                    if (next < 0) {
                        choiceTop = choice;
                    } else {
                        choices[choice + 3] = next;
                    }
                    pc = ops[pc + 2 + extra];
                    break;
                }
                if (op == Op.REPEAT_ONE) {
                    pos = previousEnd(pc, pos - 1, extra);
                    if (pos <= extra) {
                        choiceTop = choice;
                    }
                    if (pos < extra) {
                        continue;
                    }
                    choices[choice + 1] = pos;
                } else {
                    int last = nextEnd(pc, pos, extra);
                    if (last < 0) {
                        choiceTop = choice;
                        continue;
                    }
                    choices[choice + 3] = extra + (last - pos);
                    choices[choice + 1] = last;
                    if (choices[choice + 3] >= ops[pc + 2]) {
                        choiceTop = choice;
                    }
                    pos = last;
                }
                pc += Op.REPEAT_ONE_SIZE;
                break;
            }
        }
    }

    private static boolean belowMax(int count, int max) {
        return count < max || max == Integer.MAX_VALUE;
    }

    /** Starts a round of a possessive repeat, or leaves it: the operation to go on with. */
    private int nextRound(int pc, int pos) {
        int slot = ops[pc + 1];
        heights[slot] = choiceTop;
        if (positions[slot] >= ops[pc + 2]) {
            if (!belowMax(positions[slot], ops[pc + 3]) || pos == positions[slot + 1]) {
                return ops[pc + 4];
            }
            positions[slot + 1] = pos;
            pushChoice(ops[pc + 4], pos, PLAIN);
        }
        return pc + 5;
    }

    /** The first alternative from {@code from} on whose first operation does not rule it out, -1 for none. */
    private int viable(int branch, int from, int pos) {
        int count = ops[branch + 1];
        for (int i = from; i < count; i++) {
            int target = ops[branch + 2 + i];
            int op = ops[target];
            if (op < Op.ANY || op > Op.IN_LOCALE || pos < end && tests.matches(op, ops[target + 1], subject.at(pos))) {
                return i;
            }
        }
        return -1;
    }

    /** The last end from {@code pos} down to {@code min} for a greedy repeat that what follows may match; less than min for none. */
    private int previousEnd(int pc, int pos, int min) {
        int next = pc + Op.REPEAT_ONE_SIZE;
        if (ops[next] != Op.LITERAL) {
            return pos;
        }
        int literal = ops[next + 1];
        int at = pos;
        while (at >= min && (at >= end || subject.at(at) != literal)) {
            at--;
        }
        return at;
    }

    /** The next end for a lazy repeat of {@code count} characters that ended at {@code pos}; -1 for none. */
    private int nextEnd(int pc, int pos, int count) {
        int limit = (int) Math.min(end, (long) pos + ops[pc + 2] - count);
        int next = pc + Op.REPEAT_ONE_SIZE;
        boolean literal = ops[next] == Op.LITERAL;
        int at = pos;
        while (at < limit && tests.matches(ops[pc + 3], ops[pc + 4], subject.at(at))) {
            at++;
            if (!literal || at < end && subject.at(at) == ops[next + 1]) {
                return at;
            }
        }
        return -1;
    }

    /** The length of the text of a group when it comes at {@code pos}, else -1. */
    private int sameAsGroup(int op, int mark, int pos) {
        int from = registers[mark];
        int length = registers[mark + 1] - from;
        if (from < 0 || length < 0 || length > end - pos) {
            return -1;
        }
        return tests.isSame(op, from, pos, length) ? length : -1;
    }
}
