package org.picklejar.text.lzma;

import java.util.Arrays;
import org.picklejar.text.ByteSink;
import org.picklejar.text.ByteSource;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;
import org.picklejar.text.StreamError;

/**
 * Decodes symbols of LZMA: literals and matches, whose bits are coded with a range coder by probabilities that adapt. A symbol that the input breaks off
 * in is taken back and begun again when there is more, so what it has changed is noted as long as that can happen.
 */
final class LzmaCore {
    /** No symbol takes more bytes. */
    private static final int LONGEST_SYMBOL = 20;

    private static final int STATES = 12;
    private static final int LITERAL_STATES = 7;
    private static final int POSITIONS = 16;
    private static final int MIN_MATCH = 2;
    private static final int DISTANCE_STATES = 4;
    private static final int DISTANCE_SLOTS = 64;
    private static final int FIRST_MODEL_SLOT = 4;
    private static final int END_MODEL_SLOT = 14;
    private static final int ALIGN_BITS = 4;
    private static final int LENGTH_LOW = 2;
    private static final int LENGTH_MIDDLE = LENGTH_LOW + POSITIONS * 8;
    private static final int LENGTH_HIGH = LENGTH_MIDDLE + POSITIONS * 8;
    private static final int LENGTH_SIZE = LENGTH_HIGH + 256;
    private static final int LITERAL_SIZE = 0x300;

    private static final int IS_MATCH = 0;
    private static final int IS_REPEAT = IS_MATCH + STATES * POSITIONS;
    private static final int IS_REPEAT0 = IS_REPEAT + STATES;
    private static final int IS_REPEAT1 = IS_REPEAT0 + STATES;
    private static final int IS_REPEAT2 = IS_REPEAT1 + STATES;
    private static final int IS_REPEAT0_LONG = IS_REPEAT2 + STATES;
    private static final int DISTANCE_SLOT = IS_REPEAT0_LONG + STATES * POSITIONS;
    private static final int DISTANCE_SPECIAL = DISTANCE_SLOT + DISTANCE_STATES * DISTANCE_SLOTS;
    private static final int ALIGN = DISTANCE_SPECIAL + 128;
    private static final int MATCH_LENGTH = ALIGN + (1 << ALIGN_BITS);
    private static final int REPEAT_LENGTH = MATCH_LENGTH + LENGTH_SIZE;
    private static final int LITERAL = REPEAT_LENGTH + LENGTH_SIZE;

    private static final int PROBABILITY_BITS = 11;
    private static final int MOVE_BITS = 5;
    private static final short HALF = 1 << PROBABILITY_BITS - 1;

    /** The input ends within a symbol. */
    private static final class NeedsInput extends RuntimeException {
        private static final long serialVersionUID = 1;

        NeedsInput() {
            super(null, null, false, false);
        }
    }

    /** What a call has come to. */
    enum Result {
        /** All that was asked for is there. */
        DONE,
        /** The end marker came. */
        MARKER,
        NEEDS_INPUT,
        OUTPUT_FULL
    }

    final LzmaWindow window;
    private int literalContextBits;
    private int literalPositionMask;
    private int positionMask;
    private short[] probabilities = {};

    private int range;
    private int code;
    private int state;
    private int rep0;
    private int rep1;
    private int rep2;
    private int rep3;
    /** How much of a match is still to be copied. */
    private int matchLeft;
    /** How many bytes have been decoded since the state was reset: their low bits select probabilities. */
    private int position;

    private ByteSource input;
    private boolean noting;
    private int noted;
    private final int[] notedPlaces = new int[128];
    private final short[] notedValues = new short[128];

    LzmaCore(LzmaWindow window) {
        this.window = window;
    }

    /** Begins anew with other properties.
     * @return whether they are allowed */
    boolean setProperties(int lc, int lp, int pb) {
        if (lc + lp > 4 || pb > 4) {
            return false;
        }
        literalContextBits = lc;
        literalPositionMask = (1 << lp) - 1;
        positionMask = (1 << pb) - 1;
        probabilities = new short[LITERAL + (LITERAL_SIZE << lc + lp)];
        resetState();
        return true;
    }

    /** As {@link #setProperties} with the byte that holds them. */
    boolean setProperties(int b) {
        return b < 9 * 5 * 5 && setProperties(b % 9, b / 9 % 5, b / 45);
    }

    void resetState() {
        state = 0;
        rep0 = 0;
        rep1 = 0;
        rep2 = 0;
        rep3 = 0;
        matchLeft = 0;
        Arrays.fill(probabilities, HALF);
    }

    /** With the window, the count of bytes begins anew. */
    void resetPosition() {
        position = 0;
    }

    /** Counts bytes that came uncompressed. */
    void skip(int count) {
        position += count;
    }

    void startRange(int firstCode) {
        range = -1;
        code = firstCode;
    }

    boolean rangeIsFinished() {
        return code == 0;
    }

    boolean isCopying() {
        return matchLeft > 0;
    }

    /** Takes the byte that may be left behind the last symbol; false when it is not there yet. */
    boolean normalizeAtEnd(ByteSource in) {
        if (range >>> 24 == 0) {
            if (in.isEmpty()) {
                return false;
            }
            range <<= 8;
            code = code << 8 | in.next();
        }
        return true;
    }

    /** Decodes {@code count} bytes, or less. */
    Result decode(ByteSource in, ByteSink out, long count) {
        input = in;
        long start = out.size();
        try {
            while (true) {
                long left = count - (out.size() - start);
                if (left == 0) {
                    return Result.DONE;
                }
                int room = (int) Math.min(left, out.room());
                if (room == 0) {
                    return Result.OUTPUT_FULL;
                }
                if (matchLeft > 0) {
                    copy(Math.min(room, matchLeft), out);
                } else {
                    Result r = symbol(out);
                    if (r != null) {
                        return r;
                    }
                }
            }
        } finally {
            input = null;
        }
    }

    /** Reads the end marker, when nothing else may come; null for anything else. */
    Result marker(ByteSource in) {
        input = in;
        try {
            return symbol(new ByteSink(1));
        } finally {
            input = null;
        }
    }

    private void copy(int n, ByteSink out) {
        window.repeat(rep0, n, out);
        position += n;
        matchLeft -= n;
    }

    /** Decodes one symbol. Null when more may follow. */
    private Result symbol(ByteSink out) {
        if (input.left() >= LONGEST_SYMBOL) {
            return decodeSymbol(out) ? null : Result.MARKER;
        }
        int oldAt = input.at;
        int oldRange = range;
        int oldCode = code;
        int oldState = state;
        int old0 = rep0;
        int old1 = rep1;
        int old2 = rep2;
        int old3 = rep3;
        noting = true;
        noted = 0;
        try {
            return decodeSymbol(out) ? null : Result.MARKER;
        } catch (NeedsInput e) {
            while (noted > 0) {
                noted--;
                probabilities[notedPlaces[noted]] = notedValues[noted];
            }
            input.at = oldAt;
            range = oldRange;
            code = oldCode;
            state = oldState;
            rep0 = old0;
            rep1 = old1;
            rep2 = old2;
            rep3 = old3;
            return Result.NEEDS_INPUT;
        } finally {
            noting = false;
        }
    }

    private void normalize() {
        if (range >>> 24 == 0) {
            if (input.isEmpty()) {
                throw new NeedsInput();
            }
            range <<= 8;
            code = code << 8 | input.next();
        }
    }

    private int bit(int place) {
        normalize();
        int p = probabilities[place];
        if (noting) {
            notedPlaces[noted] = place;
            notedValues[noted++] = (short) p;
        }
        int bound = (range >>> PROBABILITY_BITS) * p;
        if (code + Integer.MIN_VALUE < bound + Integer.MIN_VALUE) {
            range = bound;
            probabilities[place] = (short) (p + ((1 << PROBABILITY_BITS) - p >>> MOVE_BITS));
            return 0;
        }
        range -= bound;
        code -= bound;
        probabilities[place] = (short) (p - (p >>> MOVE_BITS));
        return 1;
    }

    private int tree(int place, int bits) {
        int m = 1;
        for (int i = 0; i < bits; i++) {
            m = m << 1 | bit(place + m);
        }
        return m - (1 << bits);
    }

    private int reverseTree(int place, int bits) {
        int m = 1;
        int result = 0;
        for (int i = 0; i < bits; i++) {
            int b = bit(place + m);
            m = m << 1 | b;
            result |= b << i;
        }
        return result;
    }

    private int directBits(int count) {
        int result = 0;
        for (int i = 0; i < count; i++) {
            normalize();
            range >>>= 1;
            code -= range;
            int sign = code >> 31;
            code += range & sign;
            result = (result << 1) + sign + 1;
        }
        return result;
    }

    /** Decodes a literal, or the beginning of a match. False for the end marker. */
    private boolean decodeSymbol(ByteSink out) {
        int p = position & positionMask;
        if (bit(IS_MATCH + state * POSITIONS + p) == 0) {
            int b = literal();
            state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
            window.put(b, out);
            position++;
            return true;
        }
        int length;
        if (bit(IS_REPEAT + state) == 0) {
            rep3 = rep2;
            rep2 = rep1;
            rep1 = rep0;
            length = length(MATCH_LENGTH, p);
            rep0 = distance(length);
            state = state < LITERAL_STATES ? 7 : 10;
            if (rep0 == -1) {
                return false;
            }
        } else {
            length = repeated(p);
        }
        if (!window.has(rep0)) {
            throw new StreamError(StreamError.Kind.DATA);
        }
        matchLeft = length;
        return true;
    }

    private int literal() {
        int last = window.last();
        int context = ((position & literalPositionMask) << literalContextBits) + (last >>> 8 - literalContextBits);
        int base = LITERAL + LITERAL_SIZE * context;
        int m = 1;
        if (state >= LITERAL_STATES) {
            if (!window.has(rep0)) {
                throw new StreamError(StreamError.Kind.DATA);
            }
            int match = window.get(rep0) << 1;
            int offset = 0x100;
            do {
                int matchBit = match & offset;
                match <<= 1;
                int b = bit(base + offset + matchBit + m);
                m = m << 1 | b;
                offset &= b == 0 ? ~matchBit : matchBit;
            } while (m < 0x100);
        } else {
            while (m < 0x100) {
                m = m << 1 | bit(base + m);
            }
        }
        return m & 0xFF;
    }

    private int repeated(int p) {
        if (bit(IS_REPEAT0 + state) == 0) {
            if (bit(IS_REPEAT0_LONG + state * POSITIONS + p) == 0) {
                state = state < LITERAL_STATES ? 9 : 11;
                return 1;
            }
        } else {
            int d;
            if (bit(IS_REPEAT1 + state) == 0) {
                d = rep1;
            } else {
                if (bit(IS_REPEAT2 + state) == 0) {
                    d = rep2;
                } else {
                    d = rep3;
                    rep3 = rep2;
                }
                rep2 = rep1;
            }
            rep1 = rep0;
            rep0 = d;
        }
        int length = length(REPEAT_LENGTH, p);
        state = state < LITERAL_STATES ? 8 : 11;
        return length;
    }

    private int length(int base, int p) {
        if (bit(base) == 0) {
            return MIN_MATCH + tree(base + LENGTH_LOW + p * 8, 3);
        }
        if (bit(base + 1) == 0) {
            return MIN_MATCH + 8 + tree(base + LENGTH_MIDDLE + p * 8, 3);
        }
        return MIN_MATCH + 16 + tree(base + LENGTH_HIGH, 8);
    }

    private int distance(int length) {
        int lengthState = Math.min(length - MIN_MATCH, DISTANCE_STATES - 1);
        int slot = tree(DISTANCE_SLOT + lengthState * DISTANCE_SLOTS, 6);
        if (slot < FIRST_MODEL_SLOT) {
            return slot;
        }
        int bits = (slot >> 1) - 1;
        int base = (2 | slot & 1) << bits;
        if (slot < END_MODEL_SLOT) {
            return base + reverseTree(DISTANCE_SPECIAL + base - slot, bits);
        }
        return base + (directBits(bits - ALIGN_BITS) << ALIGN_BITS) + reverseTree(ALIGN, ALIGN_BITS);
    }

    void save(StateWriter w) {
        window.save(w);
        w.putInt(literalContextBits);
        w.putInt(Integer.bitCount(literalPositionMask));
        w.putInt(Integer.bitCount(positionMask));
        w.putInt(probabilities.length > 0 ? 1 : 0);
        for (short p : probabilities) {
            w.putInt(p);
        }
        for (int i : new int[] {range, code, state, rep0, rep1, rep2, rep3, matchLeft, position}) {
            w.putInt(i);
        }
    }

    static LzmaCore load(StateReader r) {
        LzmaCore c = new LzmaCore(LzmaWindow.load(r));
        int lc = r.getInt(0, 4);
        int lp = r.getInt(0, 4);
        int pb = r.getInt(0, 4);
        if (r.getBoolean()) {
            StateReader.check(c.setProperties(lc, lp, pb));
            for (int i = 0; i < c.probabilities.length; i++) {
                c.probabilities[i] = (short) r.getInt(0, 1 << PROBABILITY_BITS);
            }
        }
        c.range = r.getInt();
        c.code = r.getInt();
        c.state = r.getInt(0, STATES - 1);
        c.rep0 = r.getInt();
        c.rep1 = r.getInt();
        c.rep2 = r.getInt();
        c.rep3 = r.getInt();
        c.matchLeft = r.getInt(0, 273);
        StateReader.check(c.matchLeft == 0 || c.window.has(c.rep0));
        c.position = r.getInt();
        return c;
    }
}
