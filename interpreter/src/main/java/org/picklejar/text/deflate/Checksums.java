package org.picklejar.text.deflate;

import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** CRC-32 and Adler-32 that go on from the checksum of what came before. Those of the JDK are fast, but always begin anew. */
public final class Checksums {
    private static final int ADLER_BASE = 65521;
    private static final int CRC_POLYNOMIAL = 0xEDB88320;
    /** From this length on combining two checksums costs less than the bytes do here. */
    private static final int LONG = 128;

    private static final int[] CRC_OF_BYTE = new int[256];
    /** At n: x to the power 2 to the power n, modulo the polynomial. */
    private static final int[] CRC_POWERS = new int[Integer.SIZE];

    static {
        for (int i = 0; i < CRC_OF_BYTE.length; i++) {
            int c = i;
            for (int k = 0; k < Byte.SIZE; k++) {
                c = timesX(c);
            }
            CRC_OF_BYTE[i] = c;
        }
        CRC_POWERS[0] = 1 << 30;
        for (int i = 1; i < CRC_POWERS.length; i++) {
            CRC_POWERS[i] = product(CRC_POWERS[i - 1], CRC_POWERS[i - 1]);
        }
    }

    private Checksums() {}

    /** @param start the CRC of what came before, 0 for nothing */
    public static int crc32(int start, byte[] data, int from, int to) {
        if (to - from >= LONG) {
            CRC32 crc = new CRC32();
            crc.update(data, from, to - from);
            return product(power(to - from), start) ^ (int) crc.getValue();
        }
        int crc = ~start;
        for (int i = from; i < to; i++) {
            crc = CRC_OF_BYTE[(crc ^ data[i]) & 0xFF] ^ crc >>> 8;
        }
        return ~crc;
    }

    /** As an unsigned number. */
    public static long crc32(int start, byte[] data) {
        return Integer.toUnsignedLong(crc32(start, data, 0, data.length));
    }

    /** As an unsigned number. */
    public static long adler32(int start, byte[] data) {
        return Integer.toUnsignedLong(adler32(start, data, 0, data.length));
    }

    /** @param start the checksum of what came before, 1 for nothing */
    public static int adler32(int start, byte[] data, int from, int to) {
        int low = (start & 0xFFFF) % ADLER_BASE;
        int high = (start >>> 16) % ADLER_BASE;
        if (to - from >= LONG) {
            Adler32 adler = new Adler32();
            adler.update(data, from, to - from);
            int part = (int) adler.getValue();
            high = (int) ((high + (part >>> 16) + (to - from) * (low + ADLER_BASE - 1L)) % ADLER_BASE);
            low = (low + (part & 0xFFFF) + ADLER_BASE - 1) % ADLER_BASE;
        } else {
            for (int i = from; i < to; i++) {
                low += data[i] & 0xFF;
                high += low;
            }
            low %= ADLER_BASE;
            high %= ADLER_BASE;
        }
        return high << 16 | low;
    }

    /** Polynomials over GF(2) have the coefficient of x to the power 0 in the highest bit. */
    private static int timesX(int a) {
        return (a & 1) != 0 ? a >>> 1 ^ CRC_POLYNOMIAL : a >>> 1;
    }

    private static int product(int a, int b) {
        int sum = 0;
        int multiple = b;
        for (int rest = a; rest != 0; rest <<= 1) {
            if (rest < 0) {
                sum ^= multiple;
            }
            multiple = timesX(multiple);
        }
        return sum;
    }

    /** What so many zero bytes multiply a CRC by. */
    private static int power(int bytes) {
        int p = 1 << 31;
        int n = 3;
        for (int rest = bytes; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                p = product(CRC_POWERS[n % CRC_POWERS.length], p);
            }
            n++;
        }
        return p;
    }
}
