package org.picklejar.text.deflate;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;
import org.picklejar.text.deflate.DecodingTable.Alphabet;

/** The codes of a block to be read: fixed ones, or those that its header tells (RFC 1951, 3.2.7). */
final class BlockTrees {
    private static final int LITERAL_ROOT = 10;
    private static final int DISTANCE_ROOT = 9;
    private static final int CODE_LENGTH_ROOT = 7;
    private static final int FIXED_DISTANCES = 32;

    private static final BlockTrees FIXED = new BlockTrees();

    static {
        byte[] distances = new byte[FIXED_DISTANCES];
        Arrays.fill(distances, (byte) 5);
        FIXED.literals = new DecodingTable(LITERAL_ROOT);
        FIXED.distances = new DecodingTable(DISTANCE_ROOT);
        FIXED.literals.build(
                Symbols.fixedLengths(), 0, Symbols.FIXED_LITERALS_AND_LENGTHS, Alphabet.LITERALS_AND_LENGTHS);
        FIXED.distances.build(distances, 0, FIXED_DISTANCES, Alphabet.DISTANCES);
    }

    /** How far the header was read. */
    private enum Phase {
        COUNTS,
        CODE_LENGTHS,
        LENGTHS,
        READY
    }

    /** For the block; not to be changed. */
    DecodingTable literals;

    DecodingTable distances;

    private boolean fixed;
    private Phase phase = Phase.COUNTS;
    private int literalCount;
    private int distanceCount;
    private int codeLengthCount;
    /** How many lengths of the phase are known. */
    private int known;

    private final byte[] codeLengths = new byte[Symbols.CODE_LENGTHS];
    private final byte[] lengths = new byte[Symbols.LITERALS_AND_LENGTHS + Symbols.DISTANCES];
    private DecodingTable codeLengthTable;
    private DecodingTable ownLiterals;
    private DecodingTable ownDistances;

    void useFixed() {
        fixed = true;
        phase = Phase.READY;
        literals = FIXED.literals;
        distances = FIXED.distances;
    }

    /** Begins to read the header of a dynamic block. */
    void begin() {
        fixed = false;
        phase = Phase.COUNTS;
        if (ownLiterals == null) {
            codeLengthTable = new DecodingTable(CODE_LENGTH_ROOT);
            ownLiterals = new DecodingTable(LITERAL_ROOT);
            ownDistances = new DecodingTable(DISTANCE_ROOT);
        }
    }

    /** @return whether the codes are complete; else more input is needed */
    boolean read(BitInput in) throws DataFormatException {
        if (phase == Phase.COUNTS && in.need(14)) {
            literalCount = in.take(5) + Symbols.LENGTHS;
            distanceCount = in.take(5) + 1;
            codeLengthCount = in.take(4) + 4;
            if (literalCount > Symbols.LITERALS_AND_LENGTHS || distanceCount > Symbols.DISTANCES) {
                throw new DataFormatException("too many length or distance symbols");
            }
            known = 0;
            Arrays.fill(codeLengths, (byte) 0);
            phase = Phase.CODE_LENGTHS;
        }
        if (phase == Phase.CODE_LENGTHS) {
            while (known < codeLengthCount && in.need(3)) {
                codeLengths[Symbols.CODE_LENGTH_ORDER[known++]] = (byte) in.take(3);
            }
            if (known == codeLengthCount) {
                buildCodeLengths();
                known = 0;
                phase = Phase.LENGTHS;
            }
        }
        if (phase == Phase.LENGTHS && readLengths(in)) {
            buildBlock();
            phase = Phase.READY;
        }
        return phase == Phase.READY;
    }

    private boolean readLengths(BitInput in) throws DataFormatException {
        int all = literalCount + distanceCount;
        while (known < all) {
            int entry = in.code(codeLengthTable);
            if (entry < 0) {
                return false;
            }
            int symbol = DecodingTable.value(entry);
            int bits = DecodingTable.bits(entry);
            if (symbol < Symbols.REPEAT_LAST) {
                in.drop(bits);
                lengths[known++] = (byte) symbol;
                continue;
            }
            int extra = Symbols.CODE_LENGTH_EXTRA[symbol];
            if (!in.need(bits + extra)) {
                return false;
            }
            in.drop(bits);
            int times = in.take(extra) + (symbol == Symbols.REPEAT_ZERO_LONG ? 11 : 3);
            if (symbol == Symbols.REPEAT_LAST && known == 0 || known + times > all) {
                throw new DataFormatException("invalid bit length repeat");
            }
            byte length = symbol == Symbols.REPEAT_LAST ? lengths[known - 1] : 0;
            Arrays.fill(lengths, known, known + times, length);
            known += times;
        }
        return true;
    }

    private void buildCodeLengths() throws DataFormatException {
        if (!codeLengthTable.build(codeLengths, 0, codeLengths.length, Alphabet.CODE_LENGTHS)) {
            throw new DataFormatException("invalid code lengths set");
        }
    }

    private void buildBlock() throws DataFormatException {
        int all = literalCount + distanceCount;
        if (lengths[Symbols.END_OF_BLOCK] == 0) {
            throw new DataFormatException("invalid code -- missing end-of-block");
        }
        if (!ownLiterals.build(lengths, 0, literalCount, Alphabet.LITERALS_AND_LENGTHS)) {
            throw new DataFormatException("invalid literal/lengths set");
        }
        if (!ownDistances.build(lengths, literalCount, all, Alphabet.DISTANCES)) {
            throw new DataFormatException("invalid distances set");
        }
        literals = ownLiterals;
        distances = ownDistances;
    }

    void save(StateWriter w) {
        w.putInt(fixed ? 1 : 0);
        w.putInt(phase.ordinal());
        w.putInt(literalCount);
        w.putInt(distanceCount);
        w.putInt(codeLengthCount);
        w.putInt(known);
        w.putBytes(codeLengths, 0, codeLengths.length);
        w.putBytes(lengths, 0, lengths.length);
    }

    /** @param inUse whether the block is being read by these codes */
    void restore(StateReader r, boolean inUse) {
        boolean useFixed = r.getBoolean();
        begin();
        phase = r.getEnum(Phase.values());
        literalCount = r.getInt(0, Symbols.LITERALS_AND_LENGTHS);
        distanceCount = r.getInt(0, Symbols.DISTANCES);
        codeLengthCount = r.getInt(0, Symbols.CODE_LENGTHS);
        known = r.getInt(0, phase == Phase.CODE_LENGTHS ? codeLengthCount : literalCount + distanceCount);
        getLengths(r, codeLengths, CODE_LENGTH_ROOT);
        getLengths(r, lengths, Symbols.MAX_CODE_BITS);
        StateReader.check(!inUse || phase == Phase.READY);
        try {
            if (useFixed) {
                useFixed();
            } else if (phase == Phase.LENGTHS) {
                buildCodeLengths();
            } else if (inUse) {
                buildBlock();
            }
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void getLengths(StateReader r, byte[] into, int most) {
        byte[] read = r.getBytes(into.length);
        StateReader.check(read.length == into.length);
        for (int i = 0; i < read.length; i++) {
            StateReader.check(read[i] >= 0 && read[i] <= most);
            into[i] = read[i];
        }
    }
}
