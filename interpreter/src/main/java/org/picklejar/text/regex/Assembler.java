package org.picklejar.text.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks a code array and translates it to a {@link RegexProgram}. It recurses to the depth of the pattern's nesting. */
final class Assembler {
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final int[] code;
    private final int groups;
    private final List<CharSet> sets = new ArrayList<>();
    private int[] ops = new int[64];
    private int size;
    private int slots;
    private int registers;
    private int minWidth;
    private int[] prefix = {};
    private CharSet first;

    Assembler(int[] code, int groups) {
        this.code = code;
        this.groups = groups;
        this.registers = 2 * groups + 1;
    }

    RegexProgram assemble() {
        if (groups < 0
                || groups > Integer.MAX_VALUE / 4
                || code.length == 0
                || code[code.length - 1] != SreCode.SUCCESS) {
            throw RegexProgram.invalid();
        }
        int start = 0;
        if (code[0] == SreCode.INFO) {
            start = info(code.length - 1);
        }
        sequence(start, code.length - 1);
        emit(Op.MATCH);
        return new RegexProgram(
                Arrays.copyOf(ops, size),
                sets.toArray(new CharSet[0]),
                groups,
                registers,
                slots,
                minWidth,
                prefix,
                first);
    }

    private int emit(int... words) {
        int at = size;
        if (size + words.length > ops.length) {
            ops = Arrays.copyOf(ops, Math.max(2 * ops.length, size + words.length));
        }
        System.arraycopy(words, 0, ops, size, words.length);
        size += words.length;
        return at;
    }

    /** The word at {@code i}, which must lie before {@code end}. */
    private int word(int i, int end) {
        if (i >= end) {
            throw RegexProgram.invalid();
        }
        return code[i];
    }

    /** The target of the skip word at {@code i}, which must not lie behind {@code end}. */
    private int target(int i, int end) {
        int skip = word(i, end);
        if (skip < 0 || skip > end - i) {
            throw RegexProgram.invalid();
        }
        return i + skip;
    }

    /** A number that is unsigned in the code array, cut to what a Java index can be. */
    private static int cut(int word) {
        return word < 0 ? NO_LIMIT : word;
    }

    private int group(int i, int end) {
        int group = word(i, end);
        if (group < 0 || group >= groups) {
            throw RegexProgram.invalid();
        }
        return 2 * group;
    }

    /** Reads the INFO at the start and gives the index behind it. */
    private int info(int end) {
        int next = target(1, end);
        int flags = word(2, next);
        minWidth = cut(word(3, next));
        word(4, next);
        if ((flags & ~7) != 0 || (flags & SreCode.INFO_PREFIX) != 0 && (flags & SreCode.INFO_CHARSET) != 0) {
            throw RegexProgram.invalid();
        }
        if ((flags & SreCode.INFO_PREFIX) != 0) {
            int length = word(5, next);
            word(6, next);
            if (length < 0 || length > (next - 7) / 2 || next != 7 + 2 * length) {
                throw RegexProgram.invalid();
            }
            prefix = Arrays.copyOfRange(code, 7, 7 + length);
        } else if ((flags & SreCode.INFO_CHARSET) != 0) {
            first = CharSet.read(code, 5, next);
        }
        return next;
    }

    private void sequence(int start, int end) {
        int i = start;
        while (i < end) {
            i = operation(i, end);
        }
        if (i != end) {
            throw RegexProgram.invalid();
        }
    }

    /** Translates the operation at {@code i} and gives the index behind it. */
    private int operation(int i, int end) {
        int op = code[i];
        switch (op) {
            case SreCode.FAILURE:
                emit(Op.FAIL);
                return i + 1;
            case SreCode.MARK: {
                int mark = word(i + 1, end);
                if (mark < 0 || mark >= 2 * groups) {
                    throw RegexProgram.invalid();
                }
                emit(Op.MARK, mark);
                return i + 2;
            }
            case SreCode.AT:
                if (word(i + 1, end) < 0 || code[i + 1] > SreCode.AT_UNI_NON_BOUNDARY) {
                    throw RegexProgram.invalid();
                }
                emit(Op.AT, code[i + 1]);
                return i + 2;
            case SreCode.INFO:
                return target(i + 1, end);
            case SreCode.BRANCH:
                return branch(i, end);
            case SreCode.REPEAT_ONE:
            case SreCode.MIN_REPEAT_ONE:
            case SreCode.POSSESSIVE_REPEAT_ONE:
                return repeatOne(i, end);
            case SreCode.REPEAT:
                return repeat(i, end);
            case SreCode.POSSESSIVE_REPEAT:
                return possessiveRepeat(i, end);
            case SreCode.ATOMIC_GROUP: {
                int slot = slots++;
                emit(Op.ATOMIC, slot);
                int next = body(i + 2, target(i + 1, end));
                emit(Op.ATOMIC_END, slot);
                return next;
            }
            case SreCode.ASSERT:
            case SreCode.ASSERT_NOT:
                return assertion(i, end);
            case SreCode.GROUPREF:
                emit(Op.GROUP, group(i + 1, end));
                return i + 2;
            case SreCode.GROUPREF_IGNORE:
                emit(Op.GROUP_ASCII, group(i + 1, end));
                return i + 2;
            case SreCode.GROUPREF_UNI_IGNORE:
                emit(Op.GROUP_UNICODE, group(i + 1, end));
                return i + 2;
            case SreCode.GROUPREF_LOC_IGNORE:
                emit(Op.GROUP_LOCALE, group(i + 1, end));
                return i + 2;
            case SreCode.GROUPREF_EXISTS:
                return condition(i, end);
            default:
                return single(i, end);
        }
    }

    /** A sequence that ends with SUCCESS just before {@code end}. */
    private int body(int start, int end) {
        if (start >= end || code[end - 1] != SreCode.SUCCESS) {
            throw RegexProgram.invalid();
        }
        sequence(start, end - 1);
        return end;
    }

    private int single(int i, int end) {
        int argument;
        switch (code[i]) {
            case SreCode.ANY:
                emit(Op.ANY, 0);
                return i + 1;
            case SreCode.ANY_ALL:
                emit(Op.ANY_ALL, 0);
                return i + 1;
            case SreCode.CATEGORY:
                argument = word(i + 1, end);
                if (argument < 0 || argument >= SreCode.CATEGORIES) {
                    throw RegexProgram.invalid();
                }
                emit(Op.CATEGORY, argument);
                return i + 2;
            case SreCode.IN:
                return set(Op.IN, i, end);
            case SreCode.IN_IGNORE:
                return set(Op.IN_ASCII, i, end);
            case SreCode.IN_UNI_IGNORE:
                return set(Op.IN_UNICODE, i, end);
            case SreCode.IN_LOC_IGNORE:
                return set(Op.IN_LOCALE, i, end);
            case SreCode.LITERAL:
                emit(Op.LITERAL, word(i + 1, end));
                break;
            case SreCode.NOT_LITERAL:
                emit(Op.NOT_LITERAL, word(i + 1, end));
                break;
            case SreCode.LITERAL_IGNORE:
                emit(Op.LITERAL_ASCII, word(i + 1, end));
                break;
            case SreCode.NOT_LITERAL_IGNORE:
                emit(Op.NOT_LITERAL_ASCII, word(i + 1, end));
                break;
            case SreCode.LITERAL_UNI_IGNORE:
                emit(Op.LITERAL_UNICODE, word(i + 1, end));
                break;
            case SreCode.NOT_LITERAL_UNI_IGNORE:
                emit(Op.NOT_LITERAL_UNICODE, word(i + 1, end));
                break;
            case SreCode.LITERAL_LOC_IGNORE:
                emit(Op.LITERAL_LOCALE, word(i + 1, end));
                break;
            case SreCode.NOT_LITERAL_LOC_IGNORE:
                emit(Op.NOT_LITERAL_LOCALE, word(i + 1, end));
                break;
            default:
                throw RegexProgram.invalid();
        }
        return i + 2;
    }

    private int set(int op, int i, int end) {
        int next = target(i + 1, end);
        emit(op, sets.size());
        sets.add(CharSet.read(code, i + 2, next));
        return next;
    }

    private int branch(int i, int end) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int at = i + 1;
        int behind = -1;
        int alternatives = 0;
        for (int j = at; word(j, end) != 0; j = target(j, end)) {
            alternatives++;
        }
        int branch = emit(Op.BRANCH, alternatives);
        for (int j = 0; j < alternatives; j++) {
            emit(0);
        }
        while (code[at] != 0) {
            int next = target(at, end);
            if (next - 2 <= at || code[next - 2] != SreCode.JUMP) {
                throw RegexProgram.invalid();
            }
            int after = target(next - 1, end);
            if (behind >= 0 && after != behind) {
                throw RegexProgram.invalid();
            }
            behind = after;
            starts.add(size);
            sequence(at + 1, next - 2);
            ends.add(emit(Op.JUMP, 0));
            at = next;
        }
        if (behind != at + 1) {
            throw RegexProgram.invalid();
        }
        for (int j = 0; j < alternatives; j++) {
            ops[branch + 2 + j] = starts.get(j);
            ops[ends.get(j) + 1] = size;
        }
        return behind;
    }

    private int limits(int i, int end) {
        int min = cut(word(i + 2, end));
        int max = cut(word(i + 3, end));
        if (min > max) {
            throw RegexProgram.invalid();
        }
        return min;
    }

    private int repeatOne(int i, int end) {
        int next = target(i + 1, end);
        int min = limits(i, next);
        int op = code[i] == SreCode.REPEAT_ONE
                ? Op.REPEAT_ONE
                : code[i] == SreCode.MIN_REPEAT_ONE ? Op.MIN_REPEAT_ONE : Op.POSSESSIVE_ONE;
        emit(op, min, cut(code[i + 3]));
        int item = size;
        word(i + 4, next);
        int last = single(i + 4, next - 1);
        if (last != next - 1 || code[last] != SreCode.SUCCESS || size != item + 2) {
            throw RegexProgram.invalid();
        }
        return next;
    }

    private int repeat(int i, int end) {
        int until = target(i + 1, end);
        int min = limits(i, until);
        int count = registers;
        registers += 2;
        int start = emit(Op.REPEAT, count, 0);
        int body = size;
        sequence(i + 4, until);
        int kind = word(until, end);
        if (kind == SreCode.MAX_UNTIL) {
            ops[start + 2] = size;
            emit(Op.MAX_UNTIL, count, min, cut(code[i + 3]), body);
        } else if (kind == SreCode.MIN_UNTIL) {
            int over = emit(Op.JUMP, 0);
            emit(Op.MIN_MORE, count, body);
            ops[over + 1] = size;
            ops[start + 2] = size;
            emit(Op.MIN_UNTIL, count, min, cut(code[i + 3]), body);
        } else {
            throw RegexProgram.invalid();
        }
        return until + 1;
    }

    private int possessiveRepeat(int i, int end) {
        int last = target(i + 1, end);
        int min = limits(i, last);
        int slot = slots;
        slots += 2;
        int start = emit(Op.POSSESSIVE, slot, min, cut(code[i + 3]), 0);
        sequence(i + 4, last);
        if (word(last, end) != SreCode.SUCCESS) {
            throw RegexProgram.invalid();
        }
        emit(Op.POSSESSIVE_END, slot, start);
        ops[start + 4] = size;
        return last + 1;
    }

    private int assertion(int i, int end) {
        int next = target(i + 1, end);
        int back = word(i + 2, next);
        if (back < 0) {
            throw RegexProgram.invalid();
        }
        int slot = slots++;
        if (code[i] == SreCode.ASSERT) {
            emit(Op.ASSERT, slot, back);
            body(i + 3, next);
            emit(Op.ASSERT_END, slot);
        } else {
            int start = emit(Op.ASSERT_NOT, slot, back, 0);
            body(i + 3, next);
            emit(Op.ASSERT_NOT_END, slot);
            ops[start + 3] = size;
        }
        return next;
    }

    private int condition(int i, int end) {
        int group = group(i + 1, end);
        // The skip is counted so that it leads to the item behind the JUMP over the second branch.
        int skip = word(i + 2, end);
        int no = i + 1 + skip;
        if (skip < 2 || skip > end - i - 1) {
            throw RegexProgram.invalid();
        }
        int start = emit(Op.GROUP_EXISTS, group, 0);
        int jump = no - 2;
        if (jump > i + 2 && code[jump] == SreCode.JUMP && trySequence(i + 3, jump)) {
            int behind = target(no - 1, end);
            int over = emit(Op.JUMP, 0);
            ops[start + 2] = size;
            sequence(no, behind);
            ops[over + 1] = size;
            return behind;
        }
        sequence(i + 3, no);
        ops[start + 2] = size;
        return no;
    }

    /** Translates the operations up to exactly {@code end}; false, and nothing done, when one crosses it. */
    private boolean trySequence(int start, int end) {
        int oldSize = size;
        int oldSlots = slots;
        int oldRegisters = registers;
        int oldSets = sets.size();
        try {
            sequence(start, end);
            return true;
        } catch (IllegalArgumentException e) {
            size = oldSize;
            slots = oldSlots;
            registers = oldRegisters;
            sets.subList(oldSets, sets.size()).clear();
            return false;
        }
    }
}
