package org.picklejar.text.bzip2;

import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** Compresses with the bytes that libbz2 makes. It holds nothing but data. Not for use by several threads at once. */
public final class Bzip2Encoder {
    /** A block is not filled to the end: a run may have begun before it. */
    private static final int SPARE = 19;

    private static final int LONGEST_RUN = 255;

    private final int level;
    private final int full;
    private final byte[] block;
    private int size;
    /** The byte that a run is of, -1 for none. */
    private int runByte = -1;

    private int runLength;
    private int crc = -1;
    private int allCrc;
    private boolean begun;
    private final BitSink out = new BitSink();

    /** @param level 1 to 9 */
    public Bzip2Encoder(int level) {
        this.level = level;
        full = level * Bzip2Format.BLOCK_UNIT - SPARE;
        block = new byte[full + SPARE];
    }

    /** Takes input and returns what is complete of the output. */
    public byte[] compress(byte[] data, int from, int to) {
        for (int i = from; i < to; i++) {
            int b = data[i] & 0xFF;
            if (b == runByte && runLength < LONGEST_RUN) {
                runLength++;
                continue;
            }
            endRun();
            runByte = b;
            runLength = 1;
            if (size >= full) {
                writeBlock();
            }
        }
        return out.take();
    }

    /** The rest of the output. */
    public byte[] finish() {
        endRun();
        if (size > 0) {
            writeBlock();
        }
        begin();
        putMagic(Bzip2Format.END_MAGIC);
        out.put(Integer.SIZE, Integer.toUnsignedLong(allCrc));
        out.align();
        return out.take();
    }

    private void endRun() {
        if (runByte < 0) {
            return;
        }
        for (int i = 0; i < runLength; i++) {
            crc = Bzip2Format.crc(crc, runByte);
        }
        for (int i = Math.min(runLength, Bzip2Format.RUN); i > 0; i--) {
            block[size++] = (byte) runByte;
        }
        if (runLength >= Bzip2Format.RUN) {
            block[size++] = (byte) (runLength - Bzip2Format.RUN);
        }
        runByte = -1;
    }

    private void begin() {
        if (!begun) {
            out.put(24, 'B' << 16 | 'Z' << 8 | 'h');
            out.put(8, '0' + level);
            begun = true;
        }
    }

    private void putMagic(long magic) {
        out.put(24, magic >> 24);
        out.put(24, magic & 0xFFFFFF);
    }

    private void writeBlock() {
        begin();
        putMagic(Bzip2Format.BLOCK_MAGIC);
        out.put(Integer.SIZE, Integer.toUnsignedLong(~crc));
        out.put(1, 0);
        int[] order = RotationSort.sort(block, size);
        int origin = 0;
        while (order[origin] != 0) {
            origin++;
        }
        out.put(24, origin);
        BlockCoder.write(out, block, size, order);
        allCrc = Bzip2Format.combine(allCrc, ~crc);
        crc = -1;
        size = 0;
    }

    /** All that it consists of. */
    public byte[] state() {
        StateWriter w = new StateWriter();
        w.putInt(level);
        w.putBytes(block, 0, size);
        w.putInt(runByte);
        w.putInt(runLength);
        w.putInt(crc);
        w.putInt(allCrc);
        w.putInt(begun ? 1 : 0);
        w.putInt(out.count);
        w.putInt((int) out.bits & (1 << out.count) - 1);
        return w.state();
    }

    /** Goes on where another stood; IllegalArgumentException for a damaged state. */
    public static Bzip2Encoder restore(byte[] state) {
        StateReader r = new StateReader(state);
        Bzip2Encoder e = new Bzip2Encoder(r.getInt(1, 9));
        byte[] block = r.getBytes(e.full);
        System.arraycopy(block, 0, e.block, 0, block.length);
        e.size = block.length;
        e.runByte = r.getInt(-1, 255);
        e.runLength = r.getInt(0, LONGEST_RUN);
        e.crc = r.getInt();
        e.allCrc = r.getInt();
        e.begun = r.getBoolean();
        e.out.count = r.getInt(0, 7);
        e.out.bits = r.getInt(0, (1 << e.out.count) - 1);
        r.atEnd();
        return e;
    }
}
