package org.picklejar.modules.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.ops.ItemFormat;

/**
 * How the machine that pickled an array has laid out its items: the codes of {@code array._array_reconstructor} are the ordinals (CPython:
 * enum machine_format_code of arraymodule.c).
 */
enum MachineFormat {
    UNSIGNED_INT8('B'),
    SIGNED_INT8('b'),
    UNSIGNED_INT16_LE('H'),
    UNSIGNED_INT16_BE('H'),
    SIGNED_INT16_LE('h'),
    SIGNED_INT16_BE('h'),
    UNSIGNED_INT32_LE('I'),
    UNSIGNED_INT32_BE('I'),
    SIGNED_INT32_LE('i'),
    SIGNED_INT32_BE('i'),
    UNSIGNED_INT64_LE('Q'),
    UNSIGNED_INT64_BE('Q'),
    SIGNED_INT64_LE('q'),
    SIGNED_INT64_BE('q'),
    FLOAT_LE('f'),
    FLOAT_BE('f'),
    DOUBLE_LE('d'),
    DOUBLE_BE('d'),
    UTF16_LE('h'),
    UTF16_BE('h'),
    UTF32_LE('w'),
    UTF32_BE('w');

    /** The type code of our arrays whose items have this size and sign. */
    private final char letter;

    MachineFormat(char letter) {
        this.letter = letter;
    }

    private int size() {
        return isText() ? this == UTF16_LE || this == UTF16_BE ? 2 : 4 : ItemFormat.size(letter);
    }

    private boolean isText() {
        return ordinal() >= UTF16_LE.ordinal();
    }

    private boolean isReal() {
        return ordinal() >= FLOAT_LE.ordinal() && !isText();
    }

    /** The type code for items of an array that was pickled with another one: of the same size and sign if they are ints. */
    char codeFor(char given) {
        boolean integers = !isText() && !isReal();
        boolean same = PyArray.isInteger(given)
                && ItemFormat.size(given) == size()
                && Character.isUpperCase(given) == Character.isUpperCase(letter);
        return integers && !same ? letter : given;
    }

    /** That of arrays here. */
    static MachineFormat of(char code) {
        return switch (code) {
            case 'b' -> SIGNED_INT8;
            case 'B' -> UNSIGNED_INT8;
            case 'h' -> SIGNED_INT16_LE;
            case 'H' -> UNSIGNED_INT16_LE;
            case 'i' -> SIGNED_INT32_LE;
            case 'I' -> UNSIGNED_INT32_LE;
            case 'l', 'q' -> SIGNED_INT64_LE;
            case 'L', 'Q' -> UNSIGNED_INT64_LE;
            case 'f' -> FLOAT_LE;
            case 'd' -> DOUBLE_LE;
            default -> UTF32_LE;
        };
    }

    /** The items as an array of type code {@link #codeFor} has them. */
    byte[] convert(byte[] items, char code) {
        if (items.length % size() != 0) {
            throw Errors.valueError("string length not a multiple of item size");
        }
        ByteBuffer in =
                ByteBuffer.wrap(items).order(name().endsWith("_BE") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.allocate(items.length * 4).order(ByteOrder.nativeOrder());
        while (in.hasRemaining()) {
            if (isText()) {
                out.putInt(size() == 4 ? in.getInt() : codePoint(in));
            } else if (isReal()) {
                double v = size() == 4 ? in.getFloat() : in.getDouble();
                if (code == 'f') {
                    out.putFloat((float) v);
                } else {
                    out.putDouble(v);
                }
            } else {
                switch (size()) {
                    case 1 -> out.put(in.get());
                    case 2 -> out.putShort(in.getShort());
                    case 4 -> out.putInt(in.getInt());
                    default -> out.putLong(in.getLong());
                }
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static int codePoint(ByteBuffer in) {
        char c = in.getChar();
        if (Character.isHighSurrogate(c)
                && in.remaining() >= 2
                && Character.isLowSurrogate(in.getChar(in.position()))) {
            return Character.toCodePoint(c, in.getChar());
        }
        return c;
    }
}
