package org.picklejar.text.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/**
 * The input that a compressor has taken, twice as long as a match may look back, and where in it each three bytes occurred: by hash the last place, and
 * for each place the one before with the same hash. Compare fill_window and longest_match in deflate.c of zlib: which matches are found decides the output.
 */
final class SlidingWindow {
    /** As much must be known ahead for a match and the three bytes behind it. */
    static final int MIN_LOOKAHEAD = Symbols.MAX_MATCH + Symbols.MIN_MATCH + 1;

    private static final int MIN_MATCH = Symbols.MIN_MATCH;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    final int size;
    final byte[] bytes;
    /** Where the next match begins. */
    int at;
    /** How much is known from there on. */
    int ahead;
    /** Where the block begins; negative when that is no longer in the window. */
    int blockStart;
    /** How many places before {@link #at} are not in the hash table yet. */
    int toInsert;
    /** Where {@link #longestMatch} found one. */
    int matchStart;

    private final int mask;
    private final int hashShift;
    private final int hashMask;
    private final char[] head;
    private final char[] previous;
    private int hash;

    SlidingWindow(int bits, int hashBits) {
        size = 1 << bits;
        mask = size - 1;
        bytes = new byte[2 * size + Long.BYTES];
        hashMask = (1 << hashBits) - 1;
        hashShift = (hashBits + MIN_MATCH - 1) / MIN_MATCH;
        head = new char[1 << hashBits];
        previous = new char[size];
    }

    int capacity() {
        return 2 * size;
    }

    /** How far back a match may begin. */
    int maxDistance() {
        return size - MIN_LOOKAHEAD;
    }

    void forget() {
        Arrays.fill(head, (char) 0);
    }

    /** After {@link #forget}, goes to the beginning of the array. */
    void restart() {
        // No chain leads to the old places, but a state shall hold none beyond the new one.
        Arrays.fill(previous, (char) 0);
        at = 0;
        blockStart = 0;
        toInsert = 0;
    }

    /** Takes input until there is enough ahead, or none is left. */
    void fill(Deflate stream) {
        do {
            int room = capacity() - ahead - at;
            if (at >= size + maxDistance()) {
                System.arraycopy(bytes, size, bytes, 0, size);
                matchStart -= size;
                at -= size;
                blockStart -= size;
                toInsert = Math.min(toInsert, at);
                slide(head);
                slide(previous);
                room += size;
            }
            if (stream.inputLeft() == 0) {
                return;
            }
            ahead += stream.read(bytes, at + ahead, room);
            if (ahead + toInsert >= MIN_MATCH) {
                int place = at - toInsert;
                beginHash(place);
                while (toInsert > 0) {
                    insert(place++);
                    toInsert--;
                    if (ahead + toInsert < MIN_MATCH) {
                        break;
                    }
                }
            }
        } while (ahead < MIN_LOOKAHEAD && stream.inputLeft() > 0);
    }

    private void slide(char[] places) {
        int n = size;
        for (int i = 0; i < places.length; i++) {
            places[i] = (char) Math.max(places[i] - n, 0);
        }
    }

    /** Prepares {@link #insert} at a place. */
    void beginHash(int place) {
        hash = bytes[place] & 0xFF;
        hash = (hash << hashShift ^ bytes[place + 1] & 0xFF) & hashMask;
    }

    /**
     * Puts a place into the table; the one before it must have been the last.
     *
     * @return the last place with the same hash, 0 for none
     */
    int insert(int place) {
        int h = (hash << hashShift ^ bytes[place + MIN_MATCH - 1] & 0xFF) & hashMask;
        hash = h;
        char last = head[h];
        previous[place & mask] = last;
        head[h] = (char) place;
        return last;
    }

    /**
     * The longest match for what stands at {@link #at} that is longer than one known.
     *
     * @param first where to begin
     * @param known the length that is known already
     * @return its length, no more than is ahead; {@code known} when there is none
     */
    int longestMatch(int first, int known, DeflateLevel level) {
        byte[] b = bytes;
        int scan = at;
        int best = known;
        int tries = known >= level.good ? level.chain >> 2 : level.chain;
        int limit = Math.max(scan - maxDistance(), 0);
        int most = Math.min(Symbols.MAX_MATCH, ahead);
        int nice = Math.min(level.nice, ahead);
        short start = (short) SHORTS.get(b, scan);
        short end = (short) SHORTS.get(b, scan + best - 1);
        int candidate = first;
        do {
            if ((short) SHORTS.get(b, candidate + best - 1) == end && (short) SHORTS.get(b, candidate) == start) {
                int length = commonLength(b, candidate, scan, most);
                if (length > best) {
                    matchStart = candidate;
                    best = length;
                    if (length >= nice) {
                        break;
                    }
                    end = (short) SHORTS.get(b, scan + best - 1);
                }
            }
            candidate = previous[candidate & mask];
        } while (candidate > limit && --tries != 0);
        return Math.min(best, ahead);
    }

    private static int commonLength(byte[] b, int from, int other, int most) {
        int n = 0;
        for (; n + Long.BYTES <= most; n += Long.BYTES) {
            long difference = (long) LONGS.get(b, from + n) ^ (long) LONGS.get(b, other + n);
            if (difference != 0) {
                return n + (Long.numberOfTrailingZeros(difference) >> 3);
            }
        }
        while (n < most && b[from + n] == b[other + n]) {
            n++;
        }
        return n;
    }

    /** How often the byte before {@link #at} is repeated there. */
    int runLength() {
        int most = Math.min(Symbols.MAX_MATCH, ahead);
        byte b = bytes[at - 1];
        int n = 0;
        while (n < most && bytes[at + n] == b) {
            n++;
        }
        return n;
    }

    void save(StateWriter w) {
        w.putInt(at);
        w.putInt(ahead);
        w.putInt(blockStart);
        w.putInt(toInsert);
        w.putInt(matchStart);
        w.putInt(hash);
        w.putBytes(bytes, 0, at + ahead);
        w.putChars(head, head.length);
        w.putChars(previous, previous.length);
    }

    void restore(StateReader r) {
        at = r.getInt(0, capacity());
        ahead = r.getInt(0, capacity() - at);
        blockStart = r.getInt(Integer.MIN_VALUE / 2, at);
        toInsert = r.getInt(0, at);
        matchStart = r.getInt();
        hash = r.getInt(0, hashMask);
        byte[] content = r.getBytes(at + ahead);
        StateReader.check(content.length == at + ahead);
        System.arraycopy(content, 0, bytes, 0, content.length);
        restore(head, r);
        restore(previous, r);
    }

    private void restore(char[] places, StateReader r) {
        r.getChars(places, places.length);
        for (char place : places) {
            StateReader.check(place == 0 || place < at);
        }
    }
}
