package org.picklejar.text.lzma;

/** The filter for x86 (Igor Pavlov, LZMA SDK: Bra86.c, in the public domain): addresses of CALL and JMP near. */
final class X86Filter {
    private static final int INSTRUCTION = 5;
    private static final boolean[] ALLOWED = {true, true, true, false, true, false, false, false};
    private static final int[] BYTE_OF_MASK = {0, 1, 2, 2, 3, 3, 3, 3};

    /** Which of the three bytes before the next one looked like an instruction. */
    int mask;

    private static boolean isSign(int b) {
        return (b & 0xFF) == 0 || (b & 0xFF) == 0xFF;
    }

    /** @param address of the first byte */
    int decode(byte[] data, int count, int address) {
        int previous = -1;
        int i = 0;
        for (; i <= count - INSTRUCTION; i++) {
            if ((data[i] & 0xFE) != 0xE8) {
                continue;
            }
            int gap = i - previous;
            mask = (gap & ~3) != 0 ? 0 : mask << gap - 1 & 7;
            previous = i;
            if (mask != 0 && (!ALLOWED[mask] || isSign(data[i + 4 - BYTE_OF_MASK[mask]]))) {
                mask = (mask << 1 | 1) & 7;
                continue;
            }
            if (isSign(data[i + 4])) {
                put(data, i + 1, relative(word(data, i + 1), address + i + INSTRUCTION));
                i += 4;
            } else {
                mask = (mask << 1 | 1) & 7;
            }
        }
        int gap = i - previous;
        mask = (gap & ~3) != 0 ? 0 : mask << gap - 1 & 7;
        return i;
    }

    private int relative(int absolute, int end) {
        int source = absolute;
        while (true) {
            int target = source - end;
            int shift = BYTE_OF_MASK[mask] * 8;
            if (mask == 0 || !isSign(target >>> 24 - shift)) {
                return target;
            }
            source = target ^ (1 << 32 - shift) - 1;
        }
    }

    private static int word(byte[] b, int at) {
        return b[at] & 0xFF | (b[at + 1] & 0xFF) << 8 | (b[at + 2] & 0xFF) << 16 | b[at + 3] << 24;
    }

    private static void put(byte[] b, int at, int v) {
        b[at] = (byte) v;
        b[at + 1] = (byte) (v >> 8);
        b[at + 2] = (byte) (v >> 16);
        b[at + 3] = (byte) -(v >>> 24 & 1);
    }
}
