package org.picklejar.ops;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.text.HalfFloat;

/** One item of a memoryview or array: little-endian values of the sizes of a 64-bit Unix. */
public final class ItemFormat {
    private ItemFormat() {}

    /** The size of an item of a one-letter format, 0 for an unknown one. */
    public static int size(char format) {
        return switch (format) {
            case 'c', 'b', 'B', '?' -> 1;
            case 'h', 'H', 'e' -> 2;
            case 'i', 'I', 'f' -> 4;
            case 'l', 'L', 'q', 'Q', 'n', 'N', 'P', 'd' -> 8;
            default -> 0;
        };
    }

    /** The letter of a memoryview format such as {@code "i"} or {@code "@i"}; 0 for others. */
    public static char letter(String format) {
        String f = format.startsWith("@") ? format.substring(1) : format;
        return f.length() == 1 && size(f.charAt(0)) > 0 ? f.charAt(0) : 0;
    }

    private static ByteBuffer buffer(byte[] b) {
        return ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN);
    }

    public static PyObject get(byte[] b, int at, char format) {
        return switch (format) {
            case 'c' -> new PyBytes(new byte[] {b[at]});
            case 'b' -> PyInt.of(b[at]);
            case 'B' -> PyInt.of(b[at] & 0xFF);
            case '?' -> PyBool.of(b[at] != 0);
            case 'h' -> PyInt.of(buffer(b).getShort(at));
            case 'H' -> PyInt.of(buffer(b).getShort(at) & 0xFFFF);
            case 'i' -> PyInt.of(buffer(b).getInt(at));
            case 'I' -> PyInt.of(buffer(b).getInt(at) & 0xFFFFFFFFL);
            case 'l', 'q', 'n' -> PyInt.of(buffer(b).getLong(at));
            case 'L', 'Q', 'N', 'P' -> unsigned(buffer(b).getLong(at));
            case 'f' -> new PyFloat(buffer(b).getFloat(at));
            case 'd' -> new PyFloat(buffer(b).getDouble(at));
            case 'e' -> new PyFloat(HalfFloat.toDouble(buffer(b).getShort(at)));
            default -> throw new IllegalArgumentException(String.valueOf(format));
        };
    }

    private static PyInteger unsigned(long v) {
        return v >= 0 ? PyInt.of(v) : PyInteger.of(BigInteger.valueOf(v).add(BigInteger.ONE.shiftLeft(64)));
    }

    /** Writes an item as memoryview has it: TypeError for what is no such value, ValueError when it does not fit. */
    public static void set(Execution x, byte[] b, int at, char format, PyObject value) {
        switch (format) {
            case 'c' -> {
                if (!(Values.payload(value) instanceof PyBytes c)) {
                    throw wrongType(format);
                }
                if (c.value.length != 1) {
                    throw wrongValue(format);
                }
                b[at] = c.value[0];
            }
            case '?' -> b[at] = (byte) (Truth.test(x, value) ? 1 : 0);
            case 'f' -> buffer(b).putFloat(at, (float) real(x, value, format));
            case 'd' -> buffer(b).putDouble(at, real(x, value, format));
            case 'e' -> buffer(b).putShort(at, (short) HalfFloat.toBits(real(x, value, format)));
            default -> {
                if (!Conversions.isIndex(value)) {
                    throw wrongType(format);
                }
                PyInteger i = Conversions.indexValue(x, value);
                if (!fits(i, format)) {
                    throw wrongValue(format);
                }
                putInt(b, at, format, i);
            }
        }
    }

    private static double real(Execution x, PyObject value, char format) {
        try {
            return Conversions.toDouble(x, value);
        } catch (PyException e) {
            throw e.is(ExceptionTypes.TYPE_ERROR) ? wrongType(format) : e;
        }
    }

    /** Whether an int is in the range of an integer format. */
    public static boolean fits(PyInteger i, char format) {
        int bits = 8 * size(format);
        boolean signed = "bhilqn".indexOf(format) >= 0;
        return signed ? i.big().bitLength() < bits : i.signum() >= 0 && i.big().bitLength() <= bits;
    }

    /** Writes an int that fits. */
    public static void putInt(byte[] b, int at, char format, PyInteger i) {
        long v = i.isLong() ? i.longValue() : i.big().longValue();
        switch (size(format)) {
            case 1 -> b[at] = (byte) v;
            case 2 -> buffer(b).putShort(at, (short) v);
            case 4 -> buffer(b).putInt(at, (int) v);
            default -> buffer(b).putLong(at, v);
        }
    }

    private static PyException wrongType(char format) {
        return Errors.typeError("memoryview: invalid type for format '%s'", format);
    }

    private static PyException wrongValue(char format) {
        return Errors.valueError("memoryview: invalid value for format '%s'", format);
    }
}
