package org.picklejar.text;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A format of the struct module, for the sizes and alignments of 64-bit Linux. The items hold Java values: Long or BigInteger for
 * integers, Double, Boolean, and byte[] for c, s and p. To convert guest objects is left to the caller, who
 * asks {@link #codes} what an item needs. Errors are IllegalArgumentExceptions with the texts of struct.error, and
 * ArithmeticExceptions with those of OverflowError.
 */
public final class StructFormat {
    private static final String CODES = "xcbB?hHiIlLqQnNspefdP";
    private static final int[] NATIVE_SIZES = {1, 1, 1, 1, 1, 2, 2, 4, 4, 8, 8, 8, 8, 8, 8, 1, 1, 2, 4, 8, 8};
    private static final int[] STANDARD_SIZES = {1, 1, 1, 1, 1, 2, 2, 4, 4, 4, 4, 8, 8, 0, 0, 1, 1, 2, 4, 8, 0};

    /** A field: {@code length} is the size of one item, or of the whole of s and p. */
    private record Field(char code, int offset, int length) {}

    private final List<Field> fields = new ArrayList<>();
    private final int size;
    private final String codes;
    private final boolean big;
    /** Whether sizes and alignment are native; a float too large for f then becomes an infinity. */
    private final boolean isNative;

    private StructFormat(String format) {
        int i = 0;
        boolean nativeMode = true;
        boolean bigEndian = false;
        if (!format.isEmpty() && "@=<>!".indexOf(format.charAt(0)) >= 0) {
            char order = format.charAt(0);
            nativeMode = order == '@';
            bigEndian = order == '>' || order == '!';
            i = 1;
        }
        big = bigEndian;
        isNative = nativeMode;
        long total = 0;
        while (i < format.length()) {
            char c = format.charAt(i++);
            if (c == 0) {
                throw new IllegalArgumentException("embedded null character");
            }
            if (DecimalText.isSpace(c)) {
                continue;
            }
            long count = 1;
            if (c >= '0' && c <= '9') {
                count = (long) c - '0';
                while (i < format.length() && (c = format.charAt(i)) >= '0' && c <= '9') {
                    if (count > (Long.MAX_VALUE - (c - '0')) / 10) {
                        throw tooLong();
                    }
                    count = count * 10 + c - '0';
                    i++;
                }
                if (i == format.length()) {
                    throw new IllegalArgumentException("repeat count given without format specifier");
                }
                c = format.charAt(i++);
            }
            int kind = CODES.indexOf(c);
            int width = kind < 0 ? 0 : isNative ? NATIVE_SIZES[kind] : STANDARD_SIZES[kind];
            if (width == 0) {
                throw new IllegalArgumentException("bad char in struct format");
            }
            if (isNative) {
                total = (total + width - 1) / width * width;
            }
            if (count > (Integer.MAX_VALUE - total) / width) {
                throw tooLong();
            }
            add(c, count, (int) total, width);
            total += count * width;
        }
        size = (int) total;
        StringBuilder out = new StringBuilder(fields.size());
        for (Field field : fields) {
            out.append(field.code);
        }
        codes = out.toString();
    }

    private static IllegalArgumentException tooLong() {
        return new IllegalArgumentException("total struct size too long");
    }

    private void add(char code, long count, int offset, int width) {
        if (code == 's' || code == 'p') {
            fields.add(new Field(code, offset, (int) count));
        } else if (code != 'x') {
            for (int k = 0; k < count; k++) {
                fields.add(new Field(code, offset + k * width, width));
            }
        }
    }

    /** @throws IllegalArgumentException when the format is malformed */
    public static StructFormat parse(String format) {
        return new StructFormat(format);
    }

    /** The number of bytes of a record. */
    public int size() {
        return size;
    }

    /** The code of each item, in order. */
    public String codes() {
        return codes;
    }

    /** The bytes of a record. */
    public byte[] pack(Object... items) {
        byte[] out = new byte[size];
        packInto(out, 0, items);
        return out;
    }

    /** Writes a record, pad bytes included, to {@code out} from {@code offset} on; the room must suffice. */
    public void packInto(byte[] out, int offset, Object... items) {
        if (items.length != fields.size()) {
            throw new IllegalArgumentException(
                    "pack expected " + fields.size() + " items for packing (got " + items.length + ")");
        }
        Arrays.fill(out, offset, offset + size, (byte) 0);
        for (int i = 0; i < items.length; i++) {
            Field field = fields.get(i);
            packItem(out, offset + field.offset, field, items[i]);
        }
    }

    private void packItem(byte[] out, int at, Field field, Object item) {
        switch (field.code) {
            case 'c': {
                if (!(item instanceof byte[] bytes) || bytes.length != 1) {
                    throw new IllegalArgumentException("char format requires a bytes object of length 1");
                }
                out[at] = bytes[0];
                break;
            }
            case 's': {
                byte[] bytes = bytes(field, item);
                System.arraycopy(bytes, 0, out, at, Math.min(bytes.length, field.length));
                break;
            }
            case 'p': {
                byte[] bytes = bytes(field, item);
                int length = Math.min(bytes.length, Math.max(field.length - 1, 0));
                System.arraycopy(bytes, 0, out, at + (length > 0 ? 1 : 0), length);
                if (field.length > 0) {
                    out[at] = (byte) Math.min(length, 255);
                }
                break;
            }
            case '?':
                out[at] = (byte) ((Boolean) item ? 1 : 0);
                break;
            case 'e':
                put(out, at, 2, HalfFloat.toBits(number(item)));
                break;
            case 'f':
                put(out, at, 4, floatBits(number(item)));
                break;
            case 'd':
                put(out, at, 8, Double.doubleToRawLongBits(number(item)));
                break;
            default:
                put(out, at, field.length, integer(field, item));
        }
    }

    private static byte[] bytes(Field field, Object item) {
        if (item instanceof byte[] bytes) {
            return bytes;
        }
        throw new IllegalArgumentException("argument for '" + field.code + "' must be a bytes object");
    }

    private static double number(Object item) {
        if (item instanceof Number n) {
            return n.doubleValue();
        }
        throw new IllegalArgumentException("required argument is not a float");
    }

    private long floatBits(double value) {
        float f = (float) value;
        if (!isNative && Float.isInfinite(f) && !Double.isInfinite(value)) {
            throw new ArithmeticException("float too large to pack with f format");
        }
        return Float.floatToRawIntBits(f);
    }

    private static long integer(Field field, Object item) {
        int bits = 8 * field.length;
        boolean signed = isSigned(field.code);
        if (item instanceof Long n
                && (bits == 64 ? signed || n >= 0 : signed ? n >> bits - 1 == n >> 63 : n >>> bits == 0)) {
            return n;
        }
        BigInteger value = item instanceof Long n ? BigInteger.valueOf(n) : item instanceof BigInteger n ? n : null;
        if (value == null) {
            throw new IllegalArgumentException("required argument is not an integer");
        }
        if (field.code == 'P') {
            if (value.signum() < 0 ? value.bitLength() > 63 : value.bitLength() > 64) {
                throw new IllegalArgumentException("int too large to convert");
            }
            return value.longValue();
        }
        boolean fits = signed ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
        if (!fits) {
            BigInteger limit = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
            throw new IllegalArgumentException("'" + field.code + "' format requires "
                    + (signed ? limit.negate() : BigInteger.ZERO) + " <= number <= " + limit.subtract(BigInteger.ONE));
        }
        return value.longValue();
    }

    private static boolean isSigned(char code) {
        return Character.isLowerCase(code);
    }

    private void put(byte[] out, int at, int width, long bits) {
        for (int k = 0; k < width; k++) {
            out[at + k] = (byte) (bits >>> 8 * (big ? width - 1 - k : k));
        }
    }

    private long get(byte[] in, int at, int width) {
        long bits = 0;
        for (int k = 0; k < width; k++) {
            bits |= (in[at + k] & 0xFFL) << 8 * (big ? width - 1 - k : k);
        }
        return bits;
    }

    /** The items of a record: Long, BigInteger for what is larger, Double, Boolean or byte[]. */
    public Object[] unpack(byte[] in) {
        if (in.length != size) {
            throw new IllegalArgumentException("unpack requires a buffer of " + size + " bytes");
        }
        return unpackFrom(in, 0);
    }

    /** The items of the record at {@code offset}; there must be enough bytes. */
    public Object[] unpackFrom(byte[] in, int offset) {
        Object[] items = new Object[fields.size()];
        for (int i = 0; i < items.length; i++) {
            Field field = fields.get(i);
            items[i] = unpackItem(in, offset + field.offset, field);
        }
        return items;
    }

    private Object unpackItem(byte[] in, int at, Field field) {
        switch (field.code) {
            case 'c':
            case 's':
                return Arrays.copyOfRange(in, at, at + field.length);
            case 'p': {
                int length = field.length == 0 ? 0 : Math.min(in[at] & 0xFF, field.length - 1);
                return length == 0 ? new byte[0] : Arrays.copyOfRange(in, at + 1, at + 1 + length);
            }
            case '?':
                return in[at] != 0;
            case 'e':
                return HalfFloat.toDouble((int) get(in, at, 2));
            case 'f':
                return (double) Float.intBitsToFloat((int) get(in, at, 4));
            case 'd':
                return Double.longBitsToDouble(get(in, at, 8));
            default:
                long bits = get(in, at, field.length);
                int unused = 64 - 8 * field.length;
                if (isSigned(field.code)) {
                    return bits << unused >> unused;
                }
                return bits >= 0 ? (Object) bits : BigInteger.valueOf(bits).add(BigInteger.ONE.shiftLeft(64));
        }
    }
}
