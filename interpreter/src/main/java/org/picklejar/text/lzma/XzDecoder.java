package org.picklejar.text.lzma;

import java.util.Arrays;
import org.picklejar.text.ByteSink;
import org.picklejar.text.ByteSource;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;
import org.picklejar.text.StreamError;
import org.picklejar.text.deflate.Checksums;

/** The format of {@code .xz} (Lasse Collin and Igor Pavlov, "The .xz File Format", 1.2.1): one stream. */
final class XzDecoder extends LzmaStream {
    /** The check of a stream of which nothing is known. */
    static final int UNKNOWN = 16;

    static final byte[] MAGIC = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};
    private static final int HEADER = 12;
    private static final int FLAGS = 2;
    private static final int CRC = 4;
    private static final int MAX_FIELD = 1024;
    private static final int PACKED_SIZE = 0x40;
    private static final int UNPACKED_SIZE = 0x80;
    private static final int NUMBER_BYTES = 9;

    private enum Step {
        HEADER,
        BLOCK_SIZE,
        BLOCK_HEADER,
        BLOCK,
        PADDING,
        CHECK,
        INDEX_COUNT,
        INDEX,
        INDEX_PADDING,
        INDEX_CRC,
        FOOTER,
        END
    }

    private final long memoryLimit;
    private Step step = Step.HEADER;
    /** A field of fixed size, as far as it has come. */
    private byte[] field = new byte[MAX_FIELD];

    private int fieldAt;
    private int fieldSize = HEADER;
    private int checkId = UNKNOWN;

    private LzmaStream block;
    private Check check;
    private int headerSize;
    private long packed;
    private long unpacked;
    private long packedSize = -1;
    private long unpackedSize = -1;

    /** For each block what the index should say: its size without padding, and how much came out. */
    private long[] records = new long[8];

    private int recordCount;
    private int recordAt;
    private long number;
    private int numberBytes;
    private long indexSize;
    private int indexCrc;

    XzDecoder(long memoryLimit) {
        this.memoryLimit = memoryLimit;
    }

    @Override
    Kind kind() {
        return Kind.XZ;
    }

    @Override
    public int check() {
        return checkId;
    }

    @Override
    public boolean isAtEnd() {
        return step == Step.END;
    }

    @Override
    public boolean hasOutput() {
        return step == Step.BLOCK && block.hasOutput();
    }

    @Override
    public void decode(ByteSource in, ByteSink out) {
        while (step != Step.END) {
            boolean goesOn = switch (step) {
                case BLOCK_SIZE -> blockSize(in);
                case BLOCK -> block(in, out);
                case PADDING -> padding(in);
                case INDEX_COUNT, INDEX -> index(in);
                case INDEX_PADDING -> indexPadding(in);
                default -> readField(in);
            };
            if (!goesOn) {
                return;
            }
        }
    }

    private static void check(boolean right) {
        check(right, StreamError.Kind.DATA);
    }

    private void expect(Step next, int size) {
        step = next;
        fieldAt = 0;
        fieldSize = size;
    }

    private boolean readField(ByteSource in) {
        int n = Math.min(in.left(), fieldSize - fieldAt);
        System.arraycopy(in.data, in.at, field, fieldAt, n);
        in.at += n;
        fieldAt += n;
        if (fieldAt < fieldSize) {
            return false;
        }
        switch (step) {
            case HEADER -> header();
            case BLOCK_HEADER -> blockHeader();
            case CHECK -> {
                check(check.matches(field));
                endBlock();
            }
            case INDEX_CRC -> {
                check(word(0) == indexCrc);
                expect(Step.FOOTER, HEADER);
            }
            default -> footer();
        }
        return true;
    }

    private int word(int at) {
        return field[at] & 0xFF
                | (field[at + 1] & 0xFF) << 8
                | (field[at + 2] & 0xFF) << 16
                | (field[at + 3] & 0xFF) << 24;
    }

    private boolean hasCrc(int from, int to, int at) {
        return Checksums.crc32(0, field, from, to) == word(at);
    }

    private void header() {
        check(Arrays.equals(MAGIC, Arrays.copyOf(field, MAGIC.length)), StreamError.Kind.FORMAT);
        int flags = MAGIC.length;
        check(hasCrc(flags, flags + FLAGS, flags + FLAGS));
        check(field[flags] == 0 && (field[flags + 1] & 0xF0) == 0, StreamError.Kind.OPTIONS);
        checkId = field[flags + 1];
        step = Step.BLOCK_SIZE;
    }

    private boolean blockSize(ByteSource in) {
        if (in.isEmpty()) {
            return false;
        }
        int b = in.next();
        if (b == 0) {
            indexSize = 1;
            indexCrc = Checksums.crc32(0, new byte[1], 0, 1);
            number = 0;
            numberBytes = 0;
            step = Step.INDEX_COUNT;
        } else {
            headerSize = (b + 1) * 4;
            expect(Step.BLOCK_HEADER, headerSize);
            field[fieldAt++] = (byte) b;
        }
        return true;
    }

    /** A number of the block's header. {@link #fieldAt} is where it stands. */
    private long number() {
        long n = 0;
        for (int shift = 0; ; shift += 7) {
            check(fieldAt < headerSize - CRC && shift < 7 * NUMBER_BYTES);
            int b = field[fieldAt++];
            n |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                check(b != 0 || shift == 0);
                return n;
            }
        }
    }

    private void blockHeader() {
        check(hasCrc(0, headerSize - CRC, headerSize - CRC));
        int flags = field[1];
        check((flags & 0x3C) == 0, StreamError.Kind.OPTIONS);
        fieldAt = 2;
        packedSize = (flags & PACKED_SIZE) == 0 ? -1 : number();
        unpackedSize = (flags & UNPACKED_SIZE) == 0 ? -1 : number();
        check(packedSize != 0);
        FilterSpec[] specs = new FilterSpec[(flags & 3) + 1];
        for (int i = 0; i < specs.length; i++) {
            long id = number();
            long size = number();
            check(size <= headerSize - CRC - fieldAt);
            check(id != FilterSpec.LZMA1, StreamError.Kind.OPTIONS);
            specs[i] = FilterSpec.decode(id, Arrays.copyOfRange(field, fieldAt, fieldAt + (int) size));
            fieldAt += (int) size;
        }
        for (int i = fieldAt; i < headerSize - CRC; i++) {
            check(field[i] == 0, StreamError.Kind.OPTIONS);
        }
        check(FilterSpec.isChain(specs), StreamError.Kind.OPTIONS);
        check(memoryLimit < 0 || FilterSpec.memory(specs) <= memoryLimit, StreamError.Kind.MEMORY);
        block = FilterSpec.decoder(specs);
        check = new Check(checkId);
        packed = 0;
        unpacked = 0;
        step = Step.BLOCK;
    }

    private boolean block(ByteSource in, ByteSink out) {
        int from = in.at;
        int before = out.size();
        block.decode(in, out);
        packed += in.at - from;
        unpacked += out.size() - before;
        out.giveTo(before, check::update);
        check((packedSize < 0 || packed <= packedSize) && (unpackedSize < 0 || unpacked <= unpackedSize));
        if (!block.isAtEnd()) {
            return false;
        }
        check((packedSize < 0 || packed == packedSize) && (unpackedSize < 0 || unpacked == unpackedSize));
        block = null;
        step = Step.PADDING;
        fieldAt = 0;
        return true;
    }

    private boolean padding(ByteSource in) {
        for (; (packed + fieldAt) % 4 != 0; fieldAt++) {
            if (in.isEmpty()) {
                return false;
            }
            check(in.next() == 0);
        }
        expect(Step.CHECK, Check.size(checkId));
        return true;
    }

    private void endBlock() {
        if (2 * recordCount == records.length) {
            records = Arrays.copyOf(records, 2 * records.length);
        }
        records[2 * recordCount] = headerSize + packed + Check.size(checkId);
        records[2 * recordCount + 1] = unpacked;
        recordCount++;
        check = null;
        step = Step.BLOCK_SIZE;
    }

    private int indexByte(ByteSource in) {
        indexCrc = Checksums.crc32(indexCrc, in.data, in.at, in.at + 1);
        indexSize++;
        return (byte) in.next();
    }

    /** Takes a byte of a number of the index. */
    private boolean index(ByteSource in) {
        if (step == Step.INDEX && recordAt == 2 * recordCount) {
            step = Step.INDEX_PADDING;
            return true;
        }
        if (in.isEmpty()) {
            return false;
        }
        int b = indexByte(in);
        check(numberBytes < NUMBER_BYTES && (b != 0 || numberBytes == 0));
        number |= (long) (b & 0x7F) << 7 * numberBytes++;
        if (b >= 0) {
            if (step == Step.INDEX_COUNT) {
                check(number == recordCount);
                step = Step.INDEX;
            } else {
                check(number == records[recordAt++]);
            }
            number = 0;
            numberBytes = 0;
        }
        return true;
    }

    private boolean indexPadding(ByteSource in) {
        while (indexSize % 4 != 0) {
            if (in.isEmpty()) {
                return false;
            }
            check(indexByte(in) == 0);
        }
        expect(Step.INDEX_CRC, CRC);
        return true;
    }

    private void footer() {
        int flags = CRC + 4;
        check(field[HEADER - 2] == 'Y' && field[HEADER - 1] == 'Z');
        check(hasCrc(CRC, flags + FLAGS, 0));
        check(field[flags] == 0 && (field[flags + 1] & 0xF0) == 0, StreamError.Kind.OPTIONS);
        long size = ((word(CRC) & 0xFFFFFFFFL) + 1) * 4;
        check(field[flags + 1] == checkId && size == indexSize + CRC);
        step = Step.END;
    }

    @Override
    void save(StateWriter w) {
        w.putLong(memoryLimit);
        w.putInt(step.ordinal());
        w.putBytes(field, 0, MAX_FIELD);
        for (int i : new int[] {
            fieldAt, fieldSize, checkId, headerSize, recordCount, recordAt, numberBytes, indexCrc, check == null ? 0 : 1
        }) {
            w.putInt(i);
        }
        for (long l : new long[] {packed, unpacked, packedSize, unpackedSize, number, indexSize}) {
            w.putLong(l);
        }
        for (int i = 0; i < 2 * recordCount; i++) {
            w.putLong(records[i]);
        }
        if (check != null) {
            check.save(w);
        }
        writeOptional(w, block);
    }

    static XzDecoder load(StateReader r) {
        XzDecoder d = new XzDecoder(r.getLong());
        d.step = r.getEnum(Step.values());
        d.field = r.getBytes(MAX_FIELD);
        StateReader.check(d.field.length == MAX_FIELD);
        d.fieldAt = r.getInt(0, MAX_FIELD);
        d.fieldSize = r.getInt(d.step == Step.CHECK ? 0 : d.fieldAt, MAX_FIELD);
        d.checkId = r.getInt(0, UNKNOWN);
        d.headerSize = r.getInt(0, MAX_FIELD);
        d.recordCount = r.getInt(0, Integer.MAX_VALUE / 2);
        d.recordAt = r.getInt(0, 2 * d.recordCount);
        d.numberBytes = r.getInt(0, NUMBER_BYTES);
        d.indexCrc = r.getInt();
        boolean hasCheck = r.getBoolean();
        d.packed = r.getLong();
        d.unpacked = r.getLong();
        d.packedSize = r.getLong();
        d.unpackedSize = r.getLong();
        d.number = r.getLong();
        d.indexSize = r.getLong();
        for (int i = 0; i < 2 * d.recordCount; i++) {
            long record = r.getLong();
            if (i == d.records.length) {
                d.records = Arrays.copyOf(d.records, 2 * i);
            }
            d.records[i] = record;
        }
        d.check = hasCheck ? Check.load(d.checkId, r) : null;
        d.block = readOptional(r);
        StateReader.check((d.step != Step.BLOCK || d.block != null && hasCheck) && (d.step != Step.CHECK || hasCheck));
        return d;
    }
}
