package org.picklejar.text.deflate;

import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** A stream that compresses. Compare deflate.c of zlib. */
public final class Deflate extends DeflateStream {
    /** How much of what was put in must come out. The order is that of zlib's numbers. */
    public enum Flush {
        NONE,
        PARTIAL,
        SYNC,
        FULL,
        FINISH,
        BLOCK;

        /** A flush does nothing after another that is as strong. */
        private int rank() {
            return this == BLOCK ? 1 : 2 * ordinal();
        }
    }

    /** Where matches are looked for. The order is that of zlib's numbers. */
    enum Strategy {
        DEFAULT,
        /** For small values with a somewhat random distribution: short matches are not worth it. */
        FILTERED,
        HUFFMAN_ONLY,
        /** Only matches at distance 1. */
        RUN_LENGTH,
        FIXED
    }

    private enum Phase {
        HEADER,
        BLOCKS,
        /** The last block is written. */
        FINISHING,
        /** The checksum is written too. */
        FINISHED,
        ENDED
    }

    /** What a part of the work came to. */
    enum Progress {
        NEED_MORE,
        BLOCK_DONE,
        FINISH_STARTED,
        FINISH_DONE
    }

    private static final int DEFAULT_LEVEL = 6;
    private static final int MAX_MEMORY_LEVEL = 9;
    private static final int MIN_MATCH = Symbols.MIN_MATCH;
    /** Matches of three bytes from farther away take more than the bytes. */
    private static final int TOO_FAR = 4096;

    private static final int OS_UNIX = 3;

    private final int levelNumber;
    private final int windowBits;
    private final int memoryLevel;
    private final DeflateLevel level;
    private final Wrapper wrapper;
    private final Strategy strategy;
    final SlidingWindow window;
    final BitOutput out;
    final BlockWriter blocks;
    private final StoredBlocks storedBlocks;

    private Phase phase = Phase.HEADER;
    /** Null when the next flush is to be taken in any case. */
    private Flush lastFlush;
    /** Of the input; before the header is written, of the dictionary. */
    private int checksum;

    private long total;
    private boolean checking = true;
    /** Of the match that waits; less than a match when there is none. */
    private int matchLength = MIN_MATCH - 1;
    /** Whether the byte before the window's place is not written yet, since a match there may be better than the next. */
    private boolean waiting;

    /**
     * @param level 0 to 9, or -1
     * @param method 8
     * @param windowBits 9 to 15 for zlib's format (8 counts as 9), -9 to -15 without any, 25 to 31 for gzip's
     * @param memoryLevel 1 to 9
     * @param strategy 0 to 4
     * @throws IllegalArgumentException when one of them is out of range
     */
    public Deflate(int level, int method, int windowBits, int memoryLevel, int strategy) {
        int bits = windowBits < 0 ? -windowBits : windowBits > MAX_BITS ? windowBits - MAX_BITS - 1 : windowBits;
        wrapper = windowBits < 0 ? Wrapper.NONE : windowBits > MAX_BITS ? Wrapper.GZIP : Wrapper.ZLIB;
        if (level < -1
                || level >= DeflateLevel.values().length
                || method != METHOD
                || windowBits == Integer.MIN_VALUE
                || bits < MIN_BITS
                || bits > MAX_BITS
                || bits == MIN_BITS && wrapper != Wrapper.ZLIB
                || memoryLevel < 1
                || memoryLevel > MAX_MEMORY_LEVEL
                || strategy < 0
                || strategy >= Strategy.values().length) {
            throw new IllegalArgumentException("Invalid initialization option");
        }
        this.levelNumber = level == -1 ? DEFAULT_LEVEL : level;
        this.windowBits = windowBits;
        this.memoryLevel = memoryLevel;
        this.level = DeflateLevel.values()[levelNumber];
        this.strategy = Strategy.values()[strategy];
        int symbols = 1 << memoryLevel + 6;
        window = new SlidingWindow(Math.max(bits, MIN_BITS + 1), memoryLevel + 7);
        out = new BitOutput(Math.min(symbols, 1 << 12));
        blocks = new BlockWriter(out, symbols - 1, this.strategy == Strategy.FIXED);
        storedBlocks = new StoredBlocks(this, 4 * symbols);
        checksum = startOfChecksum();
    }

    private int startOfChecksum() {
        return wrapper == Wrapper.ZLIB ? 1 : 0;
    }

    /**
     * Begins with data that the other side knows.
     *
     * @return whether that was possible: before all input, and not in gzip's format
     */
    public boolean setDictionary(byte[] data) {
        if (wrapper == Wrapper.GZIP || wrapper == Wrapper.ZLIB && phase != Phase.HEADER || window.ahead > 0) {
            return false;
        }
        if (wrapper == Wrapper.ZLIB) {
            checksum = Checksums.adler32(checksum, data, 0, data.length);
        }
        if (data.length >= window.size && wrapper == Wrapper.NONE) {
            window.forget();
            window.restart();
        }
        checking = false;
        setInput(data, Math.max(data.length - window.size, 0), data.length);
        window.fill(this);
        while (window.ahead >= MIN_MATCH) {
            for (int n = window.ahead - (MIN_MATCH - 1); n > 0; n--) {
                window.insert(window.at++);
            }
            window.ahead = MIN_MATCH - 1;
            window.fill(this);
        }
        checking = true;
        total = 0;
        window.at += window.ahead;
        window.blockStart = window.at;
        window.toInsert = window.ahead;
        window.ahead = 0;
        releaseArrays();
        return true;
    }

    /** Takes some of the input. */
    int read(byte[] into, int at, int most) {
        int n = Math.min(most, inputLeft());
        System.arraycopy(input, inputAt, into, at, n);
        if (checking && wrapper == Wrapper.ZLIB) {
            checksum = Checksums.adler32(checksum, input, inputAt, inputAt + n);
        } else if (checking && wrapper == Wrapper.GZIP) {
            checksum = Checksums.crc32(checksum, input, inputAt, inputAt + n);
        }
        inputAt += n;
        total += n;
        return n;
    }

    /** Takes input and gives output until there is no more of one of them. When the output is full it must be called again in the same way. */
    public Status step(Flush flush) {
        if (phase == Phase.ENDED || phase.compareTo(Phase.FINISHING) >= 0 && flush != Flush.FINISH) {
            return Status.STREAM_ERROR;
        }
        if (room() == 0) {
            return Status.BUFFER_ERROR;
        }
        Flush before = lastFlush;
        lastFlush = flush;
        if (out.waiting() > 0) {
            out.flush(this);
            if (mustWaitForRoom()) {
                return Status.OK;
            }
        } else if (inputLeft() == 0 && before != null && flush.rank() <= before.rank() && flush != Flush.FINISH) {
            return Status.BUFFER_ERROR;
        }
        if (phase.compareTo(Phase.FINISHING) >= 0 && inputLeft() > 0) {
            return Status.BUFFER_ERROR;
        }
        if (phase == Phase.HEADER) {
            writeHeader();
            phase = Phase.BLOCKS;
            out.flush(this);
            if (out.waiting() > 0) {
                lastFlush = null;
                return Status.OK;
            }
        }
        boolean work = inputLeft() > 0 || window.ahead > 0 || flush != Flush.NONE && phase == Phase.BLOCKS;
        if (work && !compress(flush) || flush != Flush.FINISH) {
            return Status.OK;
        }
        if (phase == Phase.FINISHED) {
            return Status.END;
        }
        writeTrailer();
        phase = Phase.FINISHED;
        out.flush(this);
        return out.waiting() > 0 ? Status.OK : Status.END;
    }

    /** Whether a step must end since there is no room; the next is then taken though nothing else has changed. */
    private boolean mustWaitForRoom() {
        if (room() == 0) {
            lastFlush = null;
            return true;
        }
        return false;
    }

    /** @return whether the step can go on to what follows the blocks */
    private boolean compress(Flush flush) {
        Progress progress = level == DeflateLevel.STORED
                ? storedBlocks.write(flush)
                : switch (strategy) {
                    case HUFFMAN_ONLY -> compressLiterals(flush);
                    case RUN_LENGTH -> compressRuns(flush);
                    default -> level.waits ? compressWaiting(flush) : compressAtOnce(flush);
                };
        if (progress == Progress.FINISH_STARTED || progress == Progress.FINISH_DONE) {
            phase = Phase.FINISHING;
        }
        if (progress == Progress.NEED_MORE || progress == Progress.FINISH_STARTED) {
            mustWaitForRoom();
            return false;
        }
        if (progress == Progress.BLOCK_DONE) {
            if (flush == Flush.PARTIAL) {
                blocks.emptyFixed();
            } else if (flush != Flush.BLOCK) {
                blocks.storedHeader(0, false);
                if (flush == Flush.FULL) {
                    window.forget();
                    if (window.ahead == 0) {
                        window.restart();
                    }
                }
            }
            out.flush(this);
            return !mustWaitForRoom();
        }
        return true;
    }

    private void writeHeader() {
        out.reserve(16);
        if (wrapper == Wrapper.GZIP) {
            out.putShort(0x8b1f);
            out.putShort(METHOD);
            out.putInt(0);
            out.putByte(level == DeflateLevel.BEST ? 2 : isFastest() ? 4 : 0);
            out.putByte(OS_UNIX);
        } else if (wrapper == Wrapper.ZLIB) {
            int effort = isFastest() ? 0 : levelNumber < DEFAULT_LEVEL ? 1 : levelNumber == DEFAULT_LEVEL ? 2 : 3;
            int bits = Integer.numberOfTrailingZeros(window.size);
            int header = (METHOD | bits - MIN_BITS << 4) << 8 | effort << 6 | (window.at > 0 ? PRESET_DICTIONARY : 0);
            header += 31 - header % 31;
            out.putByte(header >> 8);
            out.putByte(header);
            if (window.at > 0) {
                out.putIntBigEndian(checksum);
            }
        }
        checksum = startOfChecksum();
    }

    private boolean isFastest() {
        return strategy.compareTo(Strategy.HUFFMAN_ONLY) >= 0 || levelNumber < 2;
    }

    private void writeTrailer() {
        out.reserve(8);
        if (wrapper == Wrapper.GZIP) {
            out.putInt(checksum);
            out.putInt((int) total);
        } else if (wrapper == Wrapper.ZLIB) {
            out.putIntBigEndian(checksum);
        }
    }

    /** @return whether there was room for all that waits, and there is more */
    private boolean writeBlock(boolean last) {
        SlidingWindow w = window;
        blocks.write(w.blockStart >= 0 ? w.bytes : null, w.blockStart, w.at - w.blockStart, last);
        w.blockStart = w.at;
        out.flush(this);
        return room() > 0;
    }

    /** All input that was to be looked at has been. */
    private Progress end(Flush flush, int toInsert) {
        window.toInsert = toInsert;
        if (flush == Flush.FINISH) {
            return writeBlock(true) ? Progress.FINISH_DONE : Progress.FINISH_STARTED;
        }
        return blocks.isEmpty() || writeBlock(false) ? Progress.BLOCK_DONE : Progress.NEED_MORE;
    }

    /** @return whether so much is ahead, or all that will come */
    private boolean fill(int needed, Flush flush) {
        if (window.ahead < needed) {
            window.fill(this);
            return window.ahead >= needed || flush != Flush.NONE;
        }
        return true;
    }

    /** Takes every match that it finds. */
    private Progress compressAtOnce(Flush flush) {
        SlidingWindow w = window;
        for (; ; ) {
            if (!fill(SlidingWindow.MIN_LOOKAHEAD, flush)) {
                return Progress.NEED_MORE;
            }
            if (w.ahead == 0) {
                return end(flush, Math.min(w.at, MIN_MATCH - 1));
            }
            int place = w.ahead >= MIN_MATCH ? w.insert(w.at) : 0;
            int length =
                    place != 0 && w.at - place <= w.maxDistance() ? w.longestMatch(place, MIN_MATCH - 1, level) : 0;
            boolean full;
            if (length >= MIN_MATCH) {
                full = blocks.match(w.at - w.matchStart, length);
                w.ahead -= length;
                if (length <= level.lazy && w.ahead >= MIN_MATCH) {
                    for (int n = length - 1; n > 0; n--) {
                        w.insert(++w.at);
                    }
                    w.at++;
                } else {
                    w.at += length;
                    w.beginHash(w.at);
                }
            } else {
                full = blocks.literal(w.bytes[w.at]);
                w.ahead--;
                w.at++;
            }
            if (full && !writeBlock(false)) {
                return Progress.NEED_MORE;
            }
        }
    }

    /** Takes a match only when there is no better one at the next byte. */
    private Progress compressWaiting(Flush flush) {
        SlidingWindow w = window;
        for (; ; ) {
            if (!fill(SlidingWindow.MIN_LOOKAHEAD, flush)) {
                return Progress.NEED_MORE;
            }
            if (w.ahead == 0) {
                break;
            }
            int place = w.ahead >= MIN_MATCH ? w.insert(w.at) : 0;
            int previousLength = matchLength;
            int previousStart = w.matchStart;
            matchLength = MIN_MATCH - 1;
            if (place != 0 && previousLength < level.lazy && w.at - place <= w.maxDistance()) {
                matchLength = w.longestMatch(place, previousLength, level);
                if (matchLength <= 5
                        && (strategy == Strategy.FILTERED
                                || matchLength == MIN_MATCH && w.at - w.matchStart > TOO_FAR)) {
                    matchLength = MIN_MATCH - 1;
                }
            }
            if (previousLength >= MIN_MATCH && matchLength <= previousLength) {
                boolean full = blocks.match(w.at - 1 - previousStart, previousLength);
                takeWaitingMatch(previousLength);
                if (full && !writeBlock(false)) {
                    return Progress.NEED_MORE;
                }
            } else if (waiting) {
                boolean room = !blocks.literal(w.bytes[w.at - 1]) || writeBlock(false);
                w.at++;
                w.ahead--;
                if (!room || room() == 0) {
                    return Progress.NEED_MORE;
                }
            } else {
                waiting = true;
                w.at++;
                w.ahead--;
            }
        }
        if (waiting) {
            blocks.literal(w.bytes[w.at - 1]);
            waiting = false;
        }
        return end(flush, Math.min(w.at, MIN_MATCH - 1));
    }

    /** Goes behind the match that began at the byte before. */
    private void takeWaitingMatch(int length) {
        SlidingWindow w = window;
        int lastInsert = w.at + w.ahead - MIN_MATCH;
        w.ahead -= length - 1;
        int end = w.at + length - 1;
        for (int place = w.at + 1; place < end && place <= lastInsert; place++) {
            w.insert(place);
        }
        w.at = end;
        waiting = false;
        matchLength = MIN_MATCH - 1;
    }

    private Progress compressRuns(Flush flush) {
        SlidingWindow w = window;
        for (; ; ) {
            if (!fill(Symbols.MAX_MATCH + 1, flush)) {
                return Progress.NEED_MORE;
            }
            if (w.ahead == 0) {
                return end(flush, 0);
            }
            int length = w.ahead >= MIN_MATCH && w.at > 0 ? w.runLength() : 0;
            boolean full;
            if (length >= MIN_MATCH) {
                full = blocks.match(1, length);
            } else {
                length = 1;
                full = blocks.literal(w.bytes[w.at]);
            }
            w.ahead -= length;
            w.at += length;
            if (full && !writeBlock(false)) {
                return Progress.NEED_MORE;
            }
        }
    }

    private Progress compressLiterals(Flush flush) {
        SlidingWindow w = window;
        for (; ; ) {
            if (!fill(1, flush)) {
                return Progress.NEED_MORE;
            }
            if (w.ahead == 0) {
                return end(flush, 0);
            }
            boolean full = blocks.literal(w.bytes[w.at]);
            w.ahead--;
            w.at++;
            if (full && !writeBlock(false)) {
                return Progress.NEED_MORE;
            }
        }
    }

    /** From now on each step is an error. */
    public void end() {
        phase = Phase.ENDED;
        releaseArrays();
    }

    /** A stream that goes on where this one stands, without its arrays; null when it has ended. */
    public Deflate copy() {
        return phase == Phase.ENDED ? null : restore(state());
    }

    @Override
    public byte[] state() {
        StateWriter w = new StateWriter();
        w.putInt(levelNumber);
        w.putInt(windowBits);
        w.putInt(memoryLevel);
        w.putInt(strategy.ordinal());
        w.putInt(phase.ordinal());
        w.putInt(lastFlush == null ? -1 : lastFlush.ordinal());
        w.putInt(checksum);
        w.putLong(total);
        w.putInt(matchLength);
        w.putInt(waiting ? 1 : 0);
        if (phase != Phase.ENDED) {
            window.save(w);
            out.save(w);
            blocks.save(w);
        }
        return w.state();
    }

    /** @throws IllegalArgumentException when this is no {@link #state} */
    public static Deflate restore(byte[] state) {
        StateReader r = new StateReader(state);
        Deflate d = new Deflate(r.getInt(), METHOD, r.getInt(), r.getInt(), r.getInt());
        d.phase = r.getEnum(Phase.values());
        int flush = r.getInt(-1, Flush.values().length - 1);
        d.lastFlush = flush < 0 ? null : Flush.values()[flush];
        d.checksum = r.getInt();
        d.total = r.getLong();
        d.matchLength = r.getInt(0, Symbols.MAX_MATCH);
        d.waiting = r.getBoolean();
        if (d.phase != Phase.ENDED) {
            d.window.restore(r);
            d.out.restore(r);
            d.blocks.restore(r, d.window.size);
        }
        r.atEnd();
        d.checkMatch();
        return d;
    }

    /** What the window and the match that waits must have in common. */
    private void checkMatch() {
        int distance = window.at - 1 - window.matchStart;
        StateReader.check(!waiting || window.at > 0);
        StateReader.check(matchLength < MIN_MATCH
                || waiting && matchLength <= window.ahead + 1 && distance > 0 && distance <= window.size);
        StateReader.check(level != DeflateLevel.STORED || window.blockStart >= 0 && window.ahead == 0);
    }
}
