package org.picklejar.ops;

/** IEEE 754 binary16. */
public final class HalfFloat {
    private HalfFloat() {}

    public static double toDouble(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        double v;
        if (exponent == 31) {
            v = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            v = Math.scalb((double) fraction, -24);
        } else {
            v = Math.scalb(fraction + 1024.0, exponent - 25);
        }
        return bits < 0 ? -v : v;
    }

    /** Rounded half-even; what is too large becomes infinite. */
    public static short fromDouble(double d) {
        int sign = Double.doubleToRawLongBits(d) < 0 ? 0x8000 : 0;
        double v = Math.abs(d);
        if (Double.isNaN(d)) {
            return (short) (sign | 0x7E00);
        }
        if (v >= 65520) {
            return (short) (sign | 0x7C00);
        }
        int exponent = Math.max(-14, v == 0 ? -14 : Math.getExponent(v));
        long units = (long) Math.rint(Math.scalb(v, 10 - exponent));
        long bits = exponent == -14 ? units : units - 1024 + ((long) (exponent + 15) << 10);
        return (short) (sign | bits);
    }
}
