package org.picklejar.text.bzip2;

import org.picklejar.text.ByteSink;
import org.picklejar.text.ByteSource;
import org.picklejar.text.PushDecoder;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;
import org.picklejar.text.StreamError;

/** Decompresses one stream. Blocks that bzip2 before 0.9.5 has randomised are refused as damaged. */
public final class Bzip2Decoder implements PushDecoder {
    /** What comes next in the stream. */
    private enum Step {
        HEADER,
        MAGIC,
        BLOCK_CRC,
        RANDOMISED,
        ORIGIN,
        ROWS,
        ROW,
        TABLE_COUNT,
        SELECTOR_COUNT,
        SELECTOR,
        FIRST_LENGTH,
        LENGTH,
        SYMBOLS,
        OUTPUT,
        ALL_CRC,
        END
    }

    private static final String HEADER = "BZh";
    /** A run longer than any block. */
    private static final int TOO_LONG_RUN = 2 * 1024 * 1024;

    private Step step = Step.HEADER;
    /** Which of several of a step. */
    private int index;
    /** Which of several within {@link #index}, or the value so far. */
    private int value;

    private long bits;
    private int bitCount;

    private int level;
    private long magic;
    private int crc;
    private int blockCrc;
    private int allCrc;
    private int origin;
    private int rows;
    private final byte[] bytes = new byte[256];
    private int bytesInUse;
    private int tableCount;
    private int selectorCount;
    private byte[] selectors = {};
    private final byte[] selectorList = new byte[Bzip2Format.MAX_TABLES];
    private final byte[][] lengths = new byte[Bzip2Format.MAX_TABLES][Bzip2Format.MAX_SYMBOLS];
    private DecodingTable[] tables;

    /** The bytes of the block; once it is complete each with the place of the next one, moved by 8. */
    private int[] block = {};

    private int size;
    private int runUnit;
    private int run;

    private int next;
    private int given;
    private int last = -1;
    private int equal;
    private int repeat;

    @Override
    public boolean isAtEnd() {
        return step == Step.END;
    }

    @Override
    public boolean hasOutput() {
        return step == Step.OUTPUT;
    }

    @Override
    public void decode(ByteSource in, ByteSink out) {
        while (step != Step.END) {
            boolean goesOn = step == Step.SYMBOLS ? readSymbols(in) : step == Step.OUTPUT ? write(out) : read(in);
            if (!goesOn) {
                return;
            }
        }
    }

    private static StreamError damaged() {
        return new StreamError(StreamError.Kind.DATA);
    }

    private static void check(boolean right) {
        if (!right) {
            throw damaged();
        }
    }

    private boolean need(ByteSource in, int n) {
        while (bitCount < n) {
            if (in.isEmpty()) {
                return false;
            }
            bits = bits << 8 | in.next();
            bitCount += 8;
        }
        return true;
    }

    private int take(int n) {
        bitCount -= n;
        return (int) (bits >>> bitCount & (1L << n) - 1);
    }

    private int width() {
        return switch (step) {
            case HEADER, MAGIC -> 8;
            case BLOCK_CRC, ALL_CRC -> 32;
            case ORIGIN -> 24;
            case ROWS -> 16;
            case ROW -> (rows & 0x8000 >> index) != 0 ? 16 : 0;
            case TABLE_COUNT -> 3;
            case SELECTOR_COUNT -> 15;
            case FIRST_LENGTH -> 5;
            default -> 1;
        };
    }

    /** Takes one field. */
    private boolean read(ByteSource in) {
        int width = width();
        if (!need(in, width)) {
            return false;
        }
        int v = take(width);
        switch (step) {
            case HEADER -> header(v);
            case MAGIC -> magic(v);
            case BLOCK_CRC -> {
                blockCrc = v;
                step = Step.RANDOMISED;
            }
            case RANDOMISED -> {
                check(v == 0);
                step = Step.ORIGIN;
            }
            case ORIGIN -> {
                check(v <= 10 + level * Bzip2Format.BLOCK_UNIT);
                origin = v;
                step = Step.ROWS;
            }
            case ROWS -> {
                rows = v;
                bytesInUse = 0;
                begin(Step.ROW);
            }
            case ROW -> row(v);
            case TABLE_COUNT -> {
                check(v >= Bzip2Format.MIN_TABLES && v <= Bzip2Format.MAX_TABLES);
                tableCount = v;
                step = Step.SELECTOR_COUNT;
            }
            case SELECTOR_COUNT -> {
                check(v > 0);
                selectorCount = v;
                selectors = new byte[Math.min(v, Bzip2Format.MAX_SELECTORS)];
                for (int i = 0; i < selectorList.length; i++) {
                    selectorList[i] = (byte) i;
                }
                begin(Step.SELECTOR);
            }
            case SELECTOR -> selector(v);
            case FIRST_LENGTH -> {
                value = v;
                given = 0;
                step = Step.LENGTH;
            }
            case LENGTH -> {
                return length(in, v);
            }
            case ALL_CRC -> {
                check(v == allCrc);
                step = Step.END;
            }
            default -> throw new IllegalStateException(step.name());
        }
        return true;
    }

    private void begin(Step s) {
        step = s;
        index = 0;
        value = 0;
    }

    private void header(int v) {
        if (index < HEADER.length()) {
            check(v == HEADER.charAt(index++));
            return;
        }
        check(v >= '1' && v <= '9');
        level = v - '0';
        begin(Step.MAGIC);
    }

    private void magic(int v) {
        magic = index == 0 ? v : magic << 8 | v;
        index++;
        int left = 8 * (Bzip2Format.MAGIC_BYTES - index);
        boolean isBlock = magic == Bzip2Format.BLOCK_MAGIC >> left;
        check(isBlock || magic == Bzip2Format.END_MAGIC >> left);
        if (left == 0) {
            step = isBlock ? Step.BLOCK_CRC : Step.ALL_CRC;
        }
    }

    private void row(int v) {
        for (int i = 0; i < 16; i++) {
            if ((v & 0x8000 >> i) != 0) {
                bytes[bytesInUse++] = (byte) (16 * index + i);
            }
        }
        index++;
        if (index == 16) {
            check(bytesInUse > 0);
            step = Step.TABLE_COUNT;
        }
    }

    private void selector(int v) {
        if (v == 1) {
            value++;
            check(value < tableCount);
            return;
        }
        byte s = selectorList[value];
        System.arraycopy(selectorList, 0, selectorList, 1, value);
        selectorList[0] = s;
        // More than a block can need are allowed, and not used.
        if (index < selectors.length) {
            selectors[index] = s;
        }
        index++;
        value = 0;
        if (index == selectorCount) {
            begin(Step.FIRST_LENGTH);
        }
    }

    /** A bit of the length of a code: 0 for the end, 1 for a change that a second bit tells. */
    private boolean length(ByteSource in, int v) {
        check(value >= 1 && value <= DecodingTable.LONGEST);
        if (v == 1) {
            if (!need(in, 1)) {
                bitCount++;
                return false;
            }
            value += take(1) == 0 ? 1 : -1;
            return true;
        }
        lengths[index][given++] = (byte) value;
        if (given == bytesInUse + 2) {
            index++;
            if (index < tableCount) {
                step = Step.FIRST_LENGTH;
            } else {
                beginSymbols();
            }
        }
        return true;
    }

    private void beginSymbols() {
        makeTables();
        if (block.length == 0) {
            block = new int[level * Bzip2Format.BLOCK_UNIT];
        }
        size = 0;
        run = 0;
        runUnit = 1;
        begin(Step.SYMBOLS);
    }

    private void makeTables() {
        tables = new DecodingTable[tableCount];
        for (int t = 0; t < tableCount; t++) {
            tables[t] = new DecodingTable(lengths[t], bytesInUse + 2);
        }
    }

    /** Takes symbols while there is input. {@link #index} counts them. */
    private boolean readSymbols(ByteSource in) {
        int end = bytesInUse + 1;
        while (true) {
            // Behind the last symbol at least 80 bits follow, so nothing is taken that belongs to others.
            if (bitCount < DecodingTable.LONGEST) {
                while (bitCount < 48 && !in.isEmpty()) {
                    bits = bits << 8 | in.next();
                    bitCount += 8;
                }
            }
            int group = index / Bzip2Format.GROUP;
            check(group < selectors.length);
            DecodingTable table = tables[selectors[group]];
            int missing = DecodingTable.LONGEST - bitCount;
            int ahead = (int) (missing > 0 ? bits << missing : bits >>> -missing) & (1 << DecodingTable.LONGEST) - 1;
            int length = table.length(ahead);
            if (length > bitCount) {
                check(length <= DecodingTable.LONGEST || missing > 0);
                return false;
            }
            check(length <= DecodingTable.LONGEST);
            int symbol = table.symbol(take(length), length);
            index++;
            if (symbol == Bzip2Format.RUN_A || symbol == Bzip2Format.RUN_B) {
                check(runUnit < TOO_LONG_RUN);
                run += runUnit << symbol;
                runUnit <<= 1;
                continue;
            }
            addRun();
            check(symbol > 0 && symbol <= end);
            if (symbol == end) {
                endSymbols();
                return true;
            }
            byte b = bytes[symbol - 1];
            System.arraycopy(bytes, 0, bytes, 1, symbol - 1);
            bytes[0] = b;
            check(size < block.length);
            block[size++] = b & 0xFF;
        }
    }

    private void addRun() {
        check(run <= block.length - size);
        int b = bytes[0] & 0xFF;
        for (; run > 0; run--) {
            block[size++] = b;
        }
        runUnit = 1;
    }

    /** Links each byte with the one that follows it. */
    private void endSymbols() {
        check(origin < size);
        int[] places = new int[256];
        for (int i = 0; i < size; i++) {
            places[block[i]]++;
        }
        int sum = 0;
        for (int b = 0; b < places.length; b++) {
            int count = places[b];
            places[b] = sum;
            sum += count;
        }
        for (int i = 0; i < size; i++) {
            int b = block[i] & 0xFF;
            block[places[b]++] |= i << 8;
        }
        next = block[origin] >>> 8;
        given = 0;
        last = -1;
        equal = 0;
        repeat = 0;
        crc = -1;
        step = Step.OUTPUT;
    }

    private boolean write(ByteSink out) {
        int room = out.room();
        while (true) {
            for (; repeat > 0; repeat--) {
                if (room-- == 0) {
                    return false;
                }
                out.put(last);
                crc = Bzip2Format.crc(crc, last);
            }
            if (given == size) {
                check(~crc == blockCrc);
                allCrc = Bzip2Format.combine(allCrc, blockCrc);
                begin(Step.MAGIC);
                return true;
            }
            if (equal < Bzip2Format.RUN && room == 0) {
                return false;
            }
            int entry = block[next];
            next = entry >>> 8;
            given++;
            int b = entry & 0xFF;
            if (equal == Bzip2Format.RUN) {
                repeat = b;
                equal = 0;
                continue;
            }
            equal = b == last && equal > 0 ? equal + 1 : 1;
            last = b;
            room--;
            out.put(b);
            crc = Bzip2Format.crc(crc, b);
        }
    }

    @Override
    public byte[] state() {
        StateWriter w = new StateWriter();
        w.putInt(step.ordinal());
        for (int i : new int[] {
            index,
            value,
            bitCount,
            level,
            crc,
            blockCrc,
            allCrc,
            origin,
            rows,
            bytesInUse,
            tableCount,
            selectorCount,
            size,
            runUnit,
            run,
            next,
            given,
            last,
            equal,
            repeat
        }) {
            w.putInt(i);
        }
        w.putLong(bits);
        w.putLong(magic);
        w.putBytes(bytes, 0, bytes.length);
        w.putBytes(selectors, 0, selectors.length);
        w.putBytes(selectorList, 0, selectorList.length);
        for (byte[] l : lengths) {
            w.putBytes(l, 0, l.length);
        }
        if (step == Step.SYMBOLS || step == Step.OUTPUT) {
            for (int i = 0; i < size; i++) {
                w.putInt(block[i]);
            }
        }
        return w.state();
    }

    /** Goes on where another stood; IllegalArgumentException for a damaged state. */
    public static Bzip2Decoder restore(byte[] state) {
        StateReader r = new StateReader(state);
        Bzip2Decoder d = new Bzip2Decoder();
        d.step = r.getEnum(Step.values());
        d.index = r.getInt(0, Integer.MAX_VALUE);
        d.value = r.getInt(0, 63);
        d.bitCount = r.getInt(0, Long.SIZE);
        d.level = r.getInt(0, 9);
        d.crc = r.getInt();
        d.blockCrc = r.getInt();
        d.allCrc = r.getInt();
        d.origin = r.getInt(0, 1 << 24);
        d.rows = r.getInt(0, 0xFFFF);
        d.bytesInUse = r.getInt(0, 256);
        d.tableCount = r.getInt(0, Bzip2Format.MAX_TABLES);
        d.selectorCount = r.getInt(0, 1 << 15);
        d.size = r.getInt(0, d.level * Bzip2Format.BLOCK_UNIT);
        d.runUnit = r.getInt(0, TOO_LONG_RUN);
        d.run = r.getInt(0, 2 * TOO_LONG_RUN);
        d.next = r.getInt(0, Math.max(d.size - 1, 0));
        d.given = r.getInt(0, Math.max(d.size, Bzip2Format.MAX_SYMBOLS));
        d.last = r.getInt(-1, 255);
        d.equal = r.getInt(0, Bzip2Format.RUN);
        d.repeat = r.getInt(0, 255);
        d.bits = r.getLong();
        d.magic = r.getLong();
        fill(d.bytes, r);
        d.selectors = r.getBytes(Bzip2Format.MAX_SELECTORS);
        for (byte s : d.selectors) {
            StateReader.check(s >= 0 && s < Bzip2Format.MAX_TABLES);
        }
        fill(d.selectorList, r);
        for (byte[] l : d.lengths) {
            fill(l, r);
        }
        if (d.step == Step.LENGTH || d.step == Step.FIRST_LENGTH) {
            StateReader.check(d.index < d.tableCount && d.given <= d.bytesInUse + 1);
        }
        if (d.step == Step.SYMBOLS || d.step == Step.OUTPUT) {
            d.block = new int[d.level * Bzip2Format.BLOCK_UNIT];
            d.makeTables();
            for (int i = 0; i < d.size; i++) {
                d.block[i] = r.getInt(0, (d.size << 8) - 1);
            }
        }
        r.atEnd();
        return d;
    }

    private static void fill(byte[] array, StateReader r) {
        byte[] all = r.getBytes(array.length);
        StateReader.check(all.length == array.length);
        System.arraycopy(all, 0, array, 0, all.length);
    }
}
