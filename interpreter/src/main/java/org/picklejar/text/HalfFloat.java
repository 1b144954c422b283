package org.picklejar.text;

/** The binary16 format of IEEE 754. */
public final class HalfFloat {
    private HalfFloat() {}

    /**
     * The 16 bits of a value, rounded half-even.
     *
     * @throws ArithmeticException when the value is finite but too large
     */
    public static long toBits(double value) {
        long sign = Double.doubleToRawLongBits(value) >>> 48 & 0x8000;
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return sign | 0x7E00;
        }
        if (Double.isInfinite(value)) {
            return sign | 0x7C00;
        }
        if (size < 0x1p-14) {
            return sign | (long) Math.rint(size * 0x1p24);
        }
        if (size >= 65520) {
            throw new ArithmeticException("float too large to pack with e format");
        }
        int exponent = Math.getExponent(size);
        long mantissa = (long) Math.rint(Math.scalb(size, 10 - exponent));
        // A mantissa rounded up to 2048 carries into the exponent.
        return sign | (exponent + 14L << 10) + mantissa;
    }

    public static double toDouble(int bits) {
        int exponent = bits >> 10 & 31;
        int mantissa = bits & 0x3FF;
        double size = exponent == 31
                ? mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                : exponent == 0 ? mantissa * 0x1p-24 : Math.scalb(1024.0 + mantissa, exponent - 25);
        return (bits & 0x8000) == 0 ? size : -size;
    }
}
