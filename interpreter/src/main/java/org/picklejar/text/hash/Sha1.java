package org.picklejar.text.hash;

import java.nio.ByteOrder;

/** SHA-1 (FIPS 180-4). */
public final class Sha1 extends WordHash {
    private final int[] w = new int[80];

    public Sha1() {
        super(20, ByteOrder.BIG_ENDIAN, 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0);
    }

    @Override
    Sha1 fresh() {
        return new Sha1();
    }

    @Override
    void compress(byte[] data, int offset) {
        for (int i = 0; i < 16; i++) {
            w[i] = word(data, offset, i);
        }
        for (int i = 16; i < 80; i++) {
            w[i] = Integer.rotateLeft(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
        }
        int a = h[0];
        int b = h[1];
        int c = h[2];
        int d = h[3];
        int e = h[4];
        for (int i = 0; i < 20; i++) {
            int sum = Integer.rotateLeft(a, 5) + (b & c | ~b & d) + 0x5A827999 + e + w[i];
            e = d;
            d = c;
            c = Integer.rotateLeft(b, 30);
            b = a;
            a = sum;
        }
        for (int i = 20; i < 40; i++) {
            int sum = Integer.rotateLeft(a, 5) + (b ^ c ^ d) + 0x6ED9EBA1 + e + w[i];
            e = d;
            d = c;
            c = Integer.rotateLeft(b, 30);
            b = a;
            a = sum;
        }
        for (int i = 40; i < 60; i++) {
            int sum = Integer.rotateLeft(a, 5) + (b & c | b & d | c & d) + 0x8F1BBCDC + e + w[i];
            e = d;
            d = c;
            c = Integer.rotateLeft(b, 30);
            b = a;
            a = sum;
        }
        for (int i = 60; i < 80; i++) {
            int sum = Integer.rotateLeft(a, 5) + (b ^ c ^ d) + 0xCA62C1D6 + e + w[i];
            e = d;
            d = c;
            c = Integer.rotateLeft(b, 30);
            b = a;
            a = sum;
        }
        h[0] += a;
        h[1] += b;
        h[2] += c;
        h[3] += d;
        h[4] += e;
    }
}
