package org.picklejar.text.lzma;

import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;
import org.picklejar.text.StreamError;

/**
 * A filter, and how it is set.
 *
 * @param id the number that it has in the format
 * @param dictionary for LZMA: the size of the window
 * @param lc for LZMA1: how many bits of the last byte select the probabilities of a literal
 * @param lp for LZMA1: how many bits of the position do
 * @param pb for LZMA1: how many bits of the position select those of a match
 * @param distance for DELTA
 * @param start for filters of machine code: the address of the first byte
 */
public record FilterSpec(long id, long dictionary, int lc, int lp, int pb, int distance, long start) {
    public static final long LZMA1 = 0x4000000000000001L;
    public static final long LZMA2 = 0x21;
    public static final long DELTA = 3;
    public static final long X86 = 4;
    public static final long POWERPC = 5;
    public static final long IA64 = 6;
    public static final long ARM = 7;
    public static final long ARM_THUMB = 8;
    public static final long SPARC = 9;
    public static final long ARM64 = 10;
    public static final long RISCV = 11;
    public static final int MOST = 4;

    private static final long MIN_DICTIONARY = 4096;
    private static final long MAX_DICTIONARY = 0xFFFFFFFFL;
    private static final int LARGEST_SIZE = 40;
    /** What a decoder needs beside its window, about as much as liblzma says. */
    private static final long MEMORY = 66_000;

    public static FilterSpec lzma1(long dictionary, int lc, int lp, int pb) {
        return new FilterSpec(LZMA1, dictionary, lc, lp, pb, 0, 0);
    }

    public static FilterSpec lzma2(long dictionary) {
        return new FilterSpec(LZMA2, dictionary, 0, 0, 0, 0, 0);
    }

    public static FilterSpec delta(int distance) {
        return new FilterSpec(DELTA, 0, 0, 0, 0, distance, 0);
    }

    public static FilterSpec machineCode(long id, long start) {
        return new FilterSpec(id, 0, 0, 0, 0, 0, start);
    }

    public boolean isLast() {
        return id == LZMA1 || id == LZMA2;
    }

    /** The alignment of addresses, 0 for other filters. */
    private static int alignment(long id) {
        return switch ((int) id) {
            case (int) X86 -> 1;
            case (int) ARM_THUMB, (int) RISCV -> 2;
            case (int) IA64 -> 16;
            case (int) POWERPC, (int) ARM, (int) SPARC, (int) ARM64 -> 4;
            default -> 0;
        };
    }

    static boolean isMachineCode(long id) {
        return id >= X86 && id <= RISCV;
    }

    private static StreamError unsupported() {
        return new StreamError(StreamError.Kind.OPTIONS);
    }

    private static long word(byte[] b, int at) {
        long v = 0;
        for (int i = 3; i >= 0; i--) {
            v = v << 8 | b[at + i] & 0xFF;
        }
        return v;
    }

    private static void putWord(byte[] b, int at, long v) {
        for (int i = 0; i < 4; i++) {
            b[at + i] = (byte) (v >> 8 * i);
        }
    }

    /** The filter with the settings that are written in so many bytes.
     * @throws StreamError when they are not right */
    public static FilterSpec decode(long id, byte[] b) {
        if (id == LZMA1 && b.length == 5) {
            int p = b[0] & 0xFF;
            if (p >= 9 * 5 * 5 || p % 9 + p / 9 % 5 > 4) {
                throw unsupported();
            }
            return lzma1(word(b, 1), p % 9, p / 9 % 5, p / 45);
        }
        if (id == LZMA2 && b.length == 1 && b[0] >= 0 && b[0] <= LARGEST_SIZE) {
            return lzma2(b[0] == LARGEST_SIZE ? MAX_DICTIONARY : (2L | b[0] & 1) << b[0] / 2 + 11);
        }
        if (id == DELTA && b.length == 1) {
            return delta((b[0] & 0xFF) + 1);
        }
        if (isMachineCode(id) && (b.length == 0 || b.length == 4)) {
            long start = b.length == 0 ? 0 : word(b, 0);
            return machineCode(id, start);
        }
        throw unsupported();
    }

    /** Whether the settings can be written. */
    public boolean hasRange() {
        return lc + lp <= 4 && pb <= 4 && (id != DELTA || distance >= 1 && distance <= 256);
    }

    /** What {@link #decode} takes.
     * @throws StreamError when they cannot be written */
    public byte[] encode() {
        if (!hasRange()) {
            throw new StreamError(StreamError.Kind.INTERNAL);
        }
        if (id == LZMA1) {
            byte[] b = new byte[5];
            b[0] = (byte) ((pb * 5 + lp) * 9 + lc);
            putWord(b, 1, dictionary);
            return b;
        }
        if (id == LZMA2) {
            int size = 0;
            while (size < LARGEST_SIZE && (2L | size & 1) << size / 2 + 11 < Math.max(dictionary, MIN_DICTIONARY)) {
                size++;
            }
            return new byte[] {(byte) size};
        }
        if (id == DELTA) {
            return new byte[] {(byte) (distance - 1)};
        }
        byte[] b = new byte[start == 0 ? 0 : 4];
        if (start != 0) {
            putWord(b, 0, start);
        }
        return b;
    }

    /** Whether a chain of these is one: LZMA comes last, and only there; machine code begins where it can. */
    public static boolean isChain(FilterSpec[] specs) {
        for (int i = 0; i < specs.length; i++) {
            FilterSpec s = specs[i];
            if (s.isLast() != (i == specs.length - 1) || !s.hasRange()) {
                return false;
            }
            if (isMachineCode(s.id) && s.start % alignment(s.id) != 0) {
                return false;
            }
        }
        return specs.length > 0 && specs.length <= MOST;
    }

    /** How much memory it takes to decode what went through these. */
    static long memory(FilterSpec... specs) {
        return specs[specs.length - 1].dictionary + MEMORY;
    }

    /** A decoder for what went through these filters and has no container.
     * @throws StreamError when they are no chain */
    public static LzmaStream decoder(FilterSpec... specs) {
        if (specs.length == 0) {
            throw new StreamError(StreamError.Kind.INTERNAL);
        }
        if (!isChain(specs)) {
            boolean isOne = specs.length == 1 && specs[0].isLast();
            throw new StreamError(isOne ? StreamError.Kind.INTERNAL : StreamError.Kind.OPTIONS);
        }
        FilterSpec last = specs[specs.length - 1];
        LzmaStream d = last.id == LZMA1 ? new Lzma1Decoder(last, -1) : new Lzma2Decoder(last);
        if (specs.length == 1) {
            return d;
        }
        ByteFilter[] filters = new ByteFilter[specs.length - 1];
        for (int i = 0; i < filters.length; i++) {
            FilterSpec s = specs[specs.length - 2 - i];
            filters[i] = s.id == DELTA ? new DeltaFilter(s.distance) : new MachineCodeFilter(s.id, (int) s.start);
        }
        return new FilteredDecoder(d, filters);
    }

    void save(StateWriter w) {
        w.putLong(id);
        byte[] b = encode();
        w.putBytes(b, 0, b.length);
    }

    static FilterSpec load(StateReader r) {
        long id = r.getLong();
        try {
            return decode(id, r.getBytes(5));
        } catch (StreamError e) {
            throw new IllegalArgumentException(e);
        }
    }
}
