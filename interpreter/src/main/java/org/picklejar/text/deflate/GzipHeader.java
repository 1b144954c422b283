package org.picklejar.text.deflate;

import java.util.zip.DataFormatException;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** Reads over the header of gzip's format (RFC 1952). */
final class GzipHeader {
    private static final int HAS_CRC = 0x02;
    private static final int HAS_EXTRA = 0x04;
    private static final int HAS_NAME = 0x08;
    private static final int HAS_COMMENT = 0x10;
    private static final int UNKNOWN_FLAGS = 0xE0;

    private enum Part {
        FLAGS,
        TIME,
        SYSTEM,
        EXTRA_LENGTH,
        EXTRA,
        NAME,
        COMMENT,
        CRC,
        DONE
    }

    private final BitInput in;
    private Part part = Part.FLAGS;
    private int flags;
    private int crc;
    /** Of the extra field. */
    private int left;

    GzipHeader(BitInput in) {
        this.in = in;
    }

    /** @param magic the first two bytes */
    void begin(int magic) {
        sum(magic, Short.BYTES);
    }

    private void sum(int value, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (value >> Byte.SIZE * i);
        }
        crc = Checksums.crc32(crc, bytes, 0, count);
    }

    private int take(int count) {
        int value = in.take(count * Byte.SIZE);
        if ((flags & HAS_CRC) != 0) {
            sum(value, count);
        }
        return value;
    }

    /** @return whether all of it was read; else more input is needed */
    boolean read() throws DataFormatException {
        while (part != Part.DONE) {
            if (!readPart()) {
                return false;
            }
            if (part != Part.DONE) {
                part = Part.values()[part.ordinal() + 1];
            }
        }
        return true;
    }

    /** @return whether this part is complete */
    private boolean readPart() throws DataFormatException {
        switch (part) {
            case FLAGS -> {
                return in.need(Short.SIZE) && readFlags();
            }
            case TIME -> {
                return skip(Integer.BYTES);
            }
            case SYSTEM -> {
                return skip(Short.BYTES);
            }
            case EXTRA_LENGTH -> {
                if ((flags & HAS_EXTRA) == 0) {
                    return true;
                }
                if (in.need(Short.SIZE)) {
                    left = take(Short.BYTES);
                    return true;
                }
                return false;
            }
            case EXTRA -> {
                while (left > 0 && skip(1)) {
                    left--;
                }
                return left == 0;
            }
            case NAME -> {
                return (flags & HAS_NAME) == 0 || skipText();
            }
            case COMMENT -> {
                return (flags & HAS_COMMENT) == 0 || skipText();
            }
            case CRC -> {
                return (flags & HAS_CRC) == 0 || in.need(Short.SIZE) && checkCrc();
            }
            default -> throw new AssertionError(part);
        }
    }

    private boolean readFlags() throws DataFormatException {
        int both = in.peek(Short.SIZE);
        flags = both >> 8;
        if ((both & 0xFF) != DeflateStream.METHOD) {
            throw new DataFormatException("unknown compression method");
        }
        if ((flags & UNKNOWN_FLAGS) != 0) {
            throw new DataFormatException("unknown header flags set");
        }
        take(Short.BYTES);
        return true;
    }

    private boolean skip(int count) {
        if (!in.need(count * Byte.SIZE)) {
            return false;
        }
        take(count);
        return true;
    }

    private boolean skipText() {
        while (in.need(Byte.SIZE)) {
            if (take(1) == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean checkCrc() throws DataFormatException {
        if (in.take(Short.SIZE) != (crc & 0xFFFF)) {
            throw new DataFormatException("header crc mismatch");
        }
        return true;
    }

    void save(StateWriter w) {
        w.putInt(part.ordinal());
        w.putInt(flags);
        w.putInt(crc);
        w.putInt(left);
    }

    void restore(StateReader r) {
        part = r.getEnum(Part.values());
        flags = r.getInt();
        crc = r.getInt();
        left = r.getInt(0, 0xFFFF);
    }
}
