package org.picklejar.text.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** A stream that decompresses. It takes no byte of the input that it does not need. Compare inflate.c and inffast.c of zlib. */
public final class Inflate extends DeflateStream {
    private enum Phase {
        HEADER,
        DICTIONARY_ID,
        DICTIONARY,
        BLOCK,
        STORED_LENGTH,
        STORED,
        TREES,
        SYMBOL,
        DISTANCE,
        MATCH,
        LITERAL,
        CHECKSUM,
        LENGTH,
        DONE,
        BAD,
        ENDED
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** A symbol and a distance with their extra bits take no more. */
    private static final int LONGEST_MATCH_BITS = 48;

    private static final int GZIP_MAGIC = 0x8b1f;
    private static final int MAX_MESSAGE = 100;

    private final int requestedBits;
    private final Wrapper wrapper;
    private final BitInput in = new BitInput(this);
    private final BlockTrees trees = new BlockTrees();
    private final History history = new History();
    private final GzipHeader gzip = new GzipHeader(in);

    /** Of the window; 0 when the header has to tell. */
    private int windowBits;

    private Phase phase;
    /** Whether the stream is in gzip's format. */
    private boolean isGzip;

    private boolean lastBlock;
    /** Of what has come out; while the dictionary is missing, of that. */
    private int checksum;

    private long total;
    /** Of what is being copied; or the literal that waits for room. */
    private int length;

    private int distance;
    private String message;
    /** Where the output of the step begins, and up to where it is in the checksum. */
    private int outputStart;

    private int summed;

    /**
     * @param windowBits 8 to 15 for zlib's format, or 0 when the header shall tell; 16 more for gzip's, 32 more for either; -8 to -15 without any
     * @throws IllegalArgumentException for others
     */
    public Inflate(int windowBits) {
        int bits = windowBits < 0 ? -windowBits : windowBits < 48 ? windowBits & 15 : windowBits;
        if (bits != 0 && bits < MIN_BITS || bits > MAX_BITS || windowBits < -MAX_BITS) {
            throw new IllegalArgumentException("Invalid initialization option");
        }
        this.requestedBits = windowBits;
        this.windowBits = bits;
        this.wrapper = windowBits < 0 ? Wrapper.NONE : Wrapper.values()[1 + (windowBits >> 4)];
        phase = wrapper == Wrapper.NONE ? Phase.BLOCK : Phase.HEADER;
    }

    /** What is wrong with the input, null when nothing is. */
    public String message() {
        return message;
    }

    /**
     * Gives what the other side began with.
     *
     * @return DATA_ERROR when it is not what the stream asks for, STREAM_ERROR when it asks for none
     */
    public Status setDictionary(byte[] data) {
        if (wrapper != Wrapper.NONE && phase != Phase.DICTIONARY) {
            return Status.STREAM_ERROR;
        }
        if (phase == Phase.DICTIONARY) {
            if (Checksums.adler32(1, data, 0, data.length) != checksum) {
                return Status.DATA_ERROR;
            }
            beginBlocks();
        }
        history.append(data, 0, data.length, windowBits);
        return Status.OK;
    }

    private void beginBlocks() {
        checksum = isGzip ? 0 : 1;
        phase = Phase.BLOCK;
    }

    /** Takes input and gives output until there is no more of one of them. */
    public Status step() {
        if (phase == Phase.ENDED) {
            return Status.STREAM_ERROR;
        }
        int inputStart = inputAt;
        outputStart = outputAt;
        summed = outputAt;
        try {
            while (advance()) {}
        } catch (DataFormatException e) {
            message = e.getMessage();
            phase = Phase.BAD;
        }
        sum();
        if (phase.compareTo(Phase.CHECKSUM) < 0 && outputAt > outputStart) {
            history.append(output, outputStart, outputAt, windowBits);
        }
        total += outputAt - outputStart;
        return switch (phase) {
            case DONE -> Status.END;
            case DICTIONARY -> Status.NEEDS_DICTIONARY;
            case BAD -> Status.DATA_ERROR;
            default -> inputAt == inputStart && outputAt == outputStart ? Status.BUFFER_ERROR : Status.OK;
        };
    }

    /** Takes what came out since into the checksum. */
    private void sum() {
        if (wrapper != Wrapper.NONE && summed < outputAt) {
            checksum = isGzip
                    ? Checksums.crc32(checksum, output, summed, outputAt)
                    : Checksums.adler32(checksum, output, summed, outputAt);
            summed = outputAt;
        }
    }

    /** @return whether there is more to do with what input and room there is */
    private boolean advance() throws DataFormatException {
        return switch (phase) {
            case HEADER -> readHeader();
            case DICTIONARY_ID -> {
                boolean there = in.need(Integer.SIZE);
                if (there) {
                    checksum = Integer.reverseBytes(in.take(Integer.SIZE));
                    phase = Phase.DICTIONARY;
                }
                yield false;
            }
            case BLOCK -> beginBlock();
            case STORED_LENGTH -> readStoredLength();
            case STORED -> copyStored();
            case TREES -> readTrees();
            case SYMBOL -> readSymbol();
            case DISTANCE -> readDistance();
            case MATCH -> copyMatch();
            case LITERAL -> putLiteral();
            case CHECKSUM -> readChecksum();
            case LENGTH -> readLength();
            case DICTIONARY, DONE, BAD, ENDED -> false;
        };
    }

    private boolean readHeader() throws DataFormatException {
        if (isGzip) {
            if (gzip.read()) {
                beginBlocks();
                return true;
            }
            return false;
        }
        if (!in.need(Short.SIZE)) {
            return false;
        }
        int header = in.take(Short.SIZE);
        if (wrapper != Wrapper.ZLIB && header == GZIP_MAGIC) {
            isGzip = true;
            windowBits = windowBits == 0 ? MAX_BITS : windowBits;
            gzip.begin(header);
            return true;
        }
        int first = header & 0xFF;
        int second = header >> 8;
        if (wrapper == Wrapper.GZIP || (first << 8 | second) % 31 != 0) {
            throw new DataFormatException("incorrect header check");
        }
        if ((first & 15) != METHOD) {
            throw new DataFormatException("unknown compression method");
        }
        int bits = (first >> 4) + MIN_BITS;
        windowBits = windowBits == 0 ? bits : windowBits;
        if (bits > MAX_BITS || bits > windowBits) {
            throw new DataFormatException("invalid window size");
        }
        if ((second & PRESET_DICTIONARY) != 0) {
            phase = Phase.DICTIONARY_ID;
        } else {
            beginBlocks();
        }
        return true;
    }

    private boolean beginBlock() throws DataFormatException {
        if (lastBlock) {
            in.dropRestOfByte();
            phase = wrapper == Wrapper.NONE ? Phase.DONE : Phase.CHECKSUM;
            return true;
        }
        if (!in.need(3)) {
            return false;
        }
        lastBlock = in.take(1) == 1;
        switch (in.take(2)) {
            case Symbols.STORED -> {
                in.dropRestOfByte();
                phase = Phase.STORED_LENGTH;
            }
            case Symbols.FIXED -> {
                trees.useFixed();
                phase = Phase.SYMBOL;
            }
            case Symbols.DYNAMIC -> {
                trees.begin();
                phase = Phase.TREES;
            }
            default -> throw new DataFormatException("invalid block type");
        }
        return true;
    }

    private boolean readStoredLength() throws DataFormatException {
        if (!in.need(Integer.SIZE)) {
            return false;
        }
        int lengths = in.peek(Integer.SIZE);
        if ((lengths & 0xFFFF) != (~lengths >>> Short.SIZE)) {
            throw new DataFormatException("invalid stored block lengths");
        }
        in.drop(Integer.SIZE);
        length = lengths & 0xFFFF;
        phase = Phase.STORED;
        return true;
    }

    private boolean copyStored() {
        int n = Math.min(length, Math.min(inputLeft(), room()));
        System.arraycopy(input, inputAt, output, outputAt, n);
        inputAt += n;
        outputAt += n;
        length -= n;
        if (length == 0) {
            phase = Phase.BLOCK;
        }
        return length == 0;
    }

    private boolean readTrees() throws DataFormatException {
        if (trees.read(in)) {
            phase = Phase.SYMBOL;
            return true;
        }
        return false;
    }

    /** One symbol, or many while there is input and room enough for any. */
    private boolean readSymbol() throws DataFormatException {
        if (inputLeft() >= Long.BYTES && room() >= Symbols.MAX_MATCH) {
            readManySymbols();
            return true;
        }
        int entry = in.code(trees.literals);
        if (entry < 0) {
            return false;
        }
        int kind = DecodingTable.kind(entry);
        int bits = DecodingTable.bits(entry);
        if (kind < DecodingTable.BASE) {
            in.drop(bits);
            length = DecodingTable.value(entry);
            phase = Phase.LITERAL;
        } else if (kind < DecodingTable.END_OF_BLOCK) {
            int extra = kind - DecodingTable.BASE;
            if (!in.need(bits + extra)) {
                return false;
            }
            in.drop(bits);
            length = DecodingTable.value(entry) + in.take(extra);
            phase = Phase.DISTANCE;
        } else {
            in.drop(bits);
            endBlock(kind);
        }
        return true;
    }

    private void endBlock(int kind) throws DataFormatException {
        if (kind != DecodingTable.END_OF_BLOCK) {
            throw new DataFormatException("invalid literal/length code");
        }
        phase = Phase.BLOCK;
    }

    private boolean readDistance() throws DataFormatException {
        int entry = in.code(trees.distances);
        if (entry < 0) {
            return false;
        }
        int bits = DecodingTable.bits(entry);
        int extra = DecodingTable.kind(entry) - DecodingTable.BASE;
        if (DecodingTable.kind(entry) >= DecodingTable.END_OF_BLOCK) {
            in.drop(bits);
            throw new DataFormatException("invalid distance code");
        }
        if (!in.need(bits + extra)) {
            return false;
        }
        in.drop(bits);
        distance = DecodingTable.value(entry) + in.take(extra);
        phase = Phase.MATCH;
        return true;
    }

    private boolean putLiteral() {
        if (room() == 0) {
            return false;
        }
        output[outputAt++] = (byte) length;
        phase = Phase.SYMBOL;
        return true;
    }

    private boolean copyMatch() throws DataFormatException {
        int n = Math.min(length, room());
        if (n == 0) {
            return false;
        }
        outputAt = copyMatch(output, outputAt, distance, n);
        length -= n;
        if (length == 0) {
            phase = Phase.SYMBOL;
        }
        return true;
    }

    /** @return where the output goes on */
    private int copyMatch(byte[] out, int start, int back, int count) throws DataFormatException {
        int at = start;
        int n = count;
        int older = back - (at - outputStart);
        if (older > 0) {
            if (older > history.size()) {
                throw new DataFormatException("invalid distance too far back");
            }
            int part = Math.min(older, n);
            history.copy(older, out, at, part);
            at += part;
            n -= part;
            if (n == 0) {
                return at;
            }
        }
        if (back >= n) {
            System.arraycopy(out, at - back, out, at, n);
        } else if (back == 1) {
            Arrays.fill(out, at, at + n, out[at - 1]);
        } else {
            for (int i = at; i < at + n; i++) {
                out[i] = out[i - back];
            }
        }
        return at + n;
    }

    private void readManySymbols() throws DataFormatException {
        byte[] from = input;
        byte[] out = output;
        int[] literals = trees.literals.entries;
        int[] distances = trees.distances.entries;
        int literalMask = (1 << trees.literals.rootBits) - 1;
        int distanceMask = (1 << trees.distances.rootBits) - 1;
        int lastInput = inputEnd - Long.BYTES;
        int lastOutput = outputEnd - Symbols.MAX_MATCH;
        int fromAt = inputAt;
        int at = outputAt;
        long bits = in.bits;
        int count = in.count;
        try {
            do {
                if (count < LONGEST_MATCH_BITS) {
                    // Bits above the count are those that the next load brings again.
                    bits |= (long) LONGS.get(from, fromAt) << count;
                    fromAt += Long.SIZE - 1 - count >> 3;
                    count |= Long.SIZE - Byte.SIZE;
                }
                int entry = literals[(int) bits & literalMask];
                if ((entry & DecodingTable.SECOND << 8) != 0) {
                    int more = (int) bits >>> trees.literals.rootBits & (1 << (entry >> 8 & 15)) - 1;
                    entry = literals[(entry >>> 16) + more];
                }
                bits >>>= entry & 0xFF;
                count -= entry & 0xFF;
                int kind = entry >> 8 & 0xFF;
                if (kind == DecodingTable.LITERAL) {
                    out[at++] = (byte) (entry >>> 16);
                    continue;
                }
                if (kind >= DecodingTable.END_OF_BLOCK) {
                    endBlock(kind);
                    return;
                }
                int n = (entry >>> 16) + ((int) bits & (1 << (kind & 15)) - 1);
                bits >>>= kind & 15;
                count -= kind & 15;
                entry = distances[(int) bits & distanceMask];
                if ((entry & DecodingTable.SECOND << 8) != 0) {
                    int more = (int) bits >>> trees.distances.rootBits & (1 << (entry >> 8 & 15)) - 1;
                    entry = distances[(entry >>> 16) + more];
                }
                bits >>>= entry & 0xFF;
                count -= entry & 0xFF;
                kind = entry >> 8 & 0xFF;
                if (kind >= DecodingTable.END_OF_BLOCK) {
                    throw new DataFormatException("invalid distance code");
                }
                int back = (entry >>> 16) + ((int) bits & (1 << (kind & 15)) - 1);
                bits >>>= kind & 15;
                count -= kind & 15;
                if (back >= Long.BYTES && back <= at - outputStart && at <= lastOutput - Long.BYTES) {
                    int end = at + n;
                    for (int i = at; i < end; i += Long.BYTES) {
                        LONGS.set(out, i, (long) LONGS.get(out, i - back));
                    }
                    at = end;
                } else {
                    at = copyMatch(out, at, back, n);
                }
            } while (fromAt <= lastInput && at <= lastOutput);
        } finally {
            in.count = count & 7;
            in.bits = bits & (1L << in.count) - 1;
            inputAt = fromAt - (count >> 3);
            outputAt = at;
        }
    }

    private boolean readChecksum() throws DataFormatException {
        if (!in.need(Integer.SIZE)) {
            return false;
        }
        sum();
        int sent = in.peek(Integer.SIZE);
        if ((isGzip ? sent : Integer.reverseBytes(sent)) != checksum) {
            throw new DataFormatException("incorrect data check");
        }
        in.drop(Integer.SIZE);
        phase = isGzip ? Phase.LENGTH : Phase.DONE;
        return isGzip;
    }

    private boolean readLength() throws DataFormatException {
        if (!in.need(Integer.SIZE)) {
            return false;
        }
        if (in.peek(Integer.SIZE) != (int) (total + outputAt - outputStart)) {
            throw new DataFormatException("incorrect length check");
        }
        in.drop(Integer.SIZE);
        phase = Phase.DONE;
        return false;
    }

    /** From now on each step is an error. */
    public void end() {
        phase = Phase.ENDED;
        releaseArrays();
    }

    /** A stream that goes on where this one stands, without its arrays; null when it has ended. */
    public Inflate copy() {
        return phase == Phase.ENDED ? null : restore(state());
    }

    @Override
    public byte[] state() {
        StateWriter w = new StateWriter();
        w.putInt(requestedBits);
        w.putInt(windowBits);
        w.putInt(phase.ordinal());
        w.putInt(isGzip ? 1 : 0);
        w.putInt(lastBlock ? 1 : 0);
        w.putInt(checksum);
        w.putLong(total);
        w.putInt(length);
        w.putInt(distance);
        byte[] text = message == null ? new byte[0] : message.getBytes(StandardCharsets.UTF_8);
        w.putBytes(text, 0, text.length);
        in.save(w);
        gzip.save(w);
        trees.save(w);
        history.save(w);
        return w.state();
    }

    /** @throws IllegalArgumentException when this is no {@link #state} */
    public static Inflate restore(byte[] state) {
        StateReader r = new StateReader(state);
        Inflate i = new Inflate(r.getInt());
        i.windowBits = r.getInt(0, MAX_BITS);
        i.phase = r.getEnum(Phase.values());
        i.isGzip = r.getBoolean();
        i.lastBlock = r.getBoolean();
        i.checksum = r.getInt();
        i.total = r.getLong();
        i.length = r.getInt(0, 0xFFFF);
        i.distance = r.getInt(0, 1 << MAX_BITS);
        String text = new String(r.getBytes(MAX_MESSAGE), StandardCharsets.UTF_8);
        i.message = text.isEmpty() ? null : text;
        i.in.restore(r);
        i.gzip.restore(r);
        boolean inBlock = i.phase.compareTo(Phase.SYMBOL) >= 0 && i.phase.compareTo(Phase.LITERAL) <= 0;
        i.trees.restore(r, inBlock);
        StateReader.check(i.phase == Phase.HEADER || i.windowBits >= MIN_BITS);
        StateReader.check(i.phase != Phase.MATCH || i.distance > 0);
        i.history.restore(r, i.windowBits);
        r.atEnd();
        return i;
    }
}
