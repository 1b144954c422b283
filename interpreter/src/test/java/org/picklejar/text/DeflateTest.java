package org.picklejar.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.picklejar.text.deflate.Checksums;
import org.picklejar.text.deflate.Deflate;
import org.picklejar.text.deflate.Deflate.Flush;
import org.picklejar.text.deflate.DeflateStream.Status;
import org.picklejar.text.deflate.Inflate;

/** Compares with the JDK, which has zlib, on random data in random pieces. */
class DeflateTest {
    private static final String[] WORDS = {"the ", "quick ", "brown\n", "fox ", "12", "0", "    ", "jumps over"};
    private static final int MEMORY_LEVEL = 8;

    /** A part of the input, and the flush behind it. */
    private record Part(int length, Flush flush) {}

    private static byte[] data(Random r, int n) {
        byte[] b = new byte[n];
        int kind = r.nextInt(5);
        for (int i = 0; i < n; ) {
            switch (kind) {
                case 0 -> b[i++] = (byte) r.nextInt();
                case 1 -> b[i++] = (byte) ('a' + r.nextInt(2));
                case 2 -> b[i++] = (byte) Math.abs(r.nextGaussian() * 12);
                case 3 -> {
                    String word = WORDS[r.nextInt(WORDS.length)];
                    for (int k = 0; k < word.length() && i < n; k++) {
                        b[i++] = (byte) word.charAt(k);
                    }
                }
                default -> {
                    int back = 1 + r.nextInt(Math.min(i + 1, 40_000));
                    int length = r.nextInt(300);
                    b[i++] = (byte) r.nextInt();
                    for (int k = 0; k < length && i < n && i >= back; k++, i++) {
                        b[i] = b[i - back];
                    }
                }
            }
        }
        return b;
    }

    private static int size(Random r) {
        return r.nextInt(r.nextBoolean() ? 3000 : 100_000);
    }

    private static List<Part> parts(Random r, int length, Flush... flushes) {
        List<Part> parts = new ArrayList<>();
        int most = 1 + r.nextInt(r.nextBoolean() ? 2000 : 100_000);
        for (int at = 0; at < length; ) {
            int n = Math.min(length - at, 1 + r.nextInt(most));
            parts.add(new Part(n, r.nextInt(10) == 0 ? flushes[r.nextInt(flushes.length)] : Flush.NONE));
            at += n;
        }
        parts.add(new Part(0, Flush.FINISH));
        return parts;
    }

    /** @param restoring whether each part is given to a new stream with the state of the one before */
    private static byte[] deflate(Deflate stream, byte[] data, List<Part> parts, byte[] room, boolean restoring) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflate d = stream;
        int at = 0;
        for (Part p : parts) {
            d.setInput(data, at, at + p.length);
            at += p.length;
            do {
                d.setOutput(room, 0, room.length);
                d.step(p.flush);
                out.write(room, 0, room.length - d.room());
            } while (d.room() == 0);
            d = restoring ? Deflate.restore(d.state()) : d;
        }
        return out.toByteArray();
    }

    private static byte[] deflate(Deflater d, byte[] data, List<Part> parts, byte[] room) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        d.deflate(room, 0, 0); // a new strategy is only set by the first call
        int at = 0;
        for (Part p : parts) {
            d.setInput(data, at, p.length);
            at += p.length;
            if (p.flush == Flush.FINISH) {
                d.finish();
            }
            int n;
            do {
                n = d.deflate(room, 0, room.length, p.flush == Flush.FINISH ? 0 : p.flush.ordinal());
                out.write(room, 0, n);
            } while (n == room.length);
        }
        d.end();
        return out.toByteArray();
    }

    private static byte[] inflate(int windowBits, byte[] packed, byte[] dictionary, Random r) {
        Inflate i = new Inflate(windowBits);
        if (windowBits < 0 && dictionary != null) {
            i.setDictionary(dictionary);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int most = 1 + r.nextInt(r.nextBoolean() ? 50 : 50_000);
        boolean restoring = r.nextInt(3) == 0;
        Status status = Status.OK;
        for (int at = 0; status != Status.END; ) {
            i = restoring ? Inflate.restore(i.state()) : i;
            i.setInput(packed, at, Math.min(packed.length, at + r.nextInt(most) + 1));
            byte[] room = new byte[1 + r.nextInt(most)];
            i.setOutput(room, 0, room.length);
            status = i.step();
            if (status == Status.NEEDS_DICTIONARY) {
                assertEquals(Status.OK, i.setDictionary(dictionary));
                status = i.step();
            }
            assertEquals(null, i.message());
            assertTrue(status != Status.BUFFER_ERROR || at < packed.length, "no progress");
            out.write(room, 0, room.length - i.room());
            at = i.inputAt();
        }
        assertEquals(packed.length, i.inputAt(), "the end is found where it is");
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void compressesAsTheJdkDoes(int level) {
        for (int seed = 0; seed < 60; seed++) {
            Random r = new Random(level * 1000L + seed);
            byte[] data = data(r, size(r));
            byte[] dictionary = r.nextInt(4) == 0 ? data(r, 1 + r.nextInt(50_000)) : null;
            boolean raw = r.nextBoolean();
            int strategy = r.nextInt(3);
            byte[] room = new byte[r.nextInt(3) == 0 ? 7 + r.nextInt(30) : 20 + r.nextInt(40_000)];
            List<Part> parts = parts(r, data.length, Flush.SYNC, Flush.FULL);
            Deflater jdk = new Deflater(level, raw);
            jdk.setStrategy(strategy);
            Deflate ours = new Deflate(level, 8, raw ? -15 : 15, MEMORY_LEVEL, strategy);
            if (dictionary != null) {
                jdk.setDictionary(dictionary);
                assertTrue(ours.setDictionary(dictionary));
            }
            boolean restoring = parts.size() < 50;
            byte[] expected = deflate(jdk, data, parts, room);
            assertArrayEquals(expected, deflate(ours, data, parts, room, restoring), "seed " + seed);
            assertArrayEquals(data, inflate(raw ? -15 : 15, expected, dictionary, r), "seed " + seed);
        }
    }

    @Test
    void everyFormAndParameterComesBack() {
        for (int seed = 0; seed < 120; seed++) {
            Random r = new Random(seed);
            byte[] data = data(r, size(r));
            int bits = 9 + r.nextInt(7);
            int window = new int[] {bits, -bits, bits + 16, 8}[r.nextInt(4)];
            Deflate d = new Deflate(r.nextInt(10), 8, window, 1 + r.nextInt(9), r.nextInt(5));
            List<Part> parts = parts(r, data.length, Flush.PARTIAL, Flush.SYNC, Flush.FULL, Flush.BLOCK);
            byte[] packed = deflate(d, data, parts, new byte[20 + r.nextInt(1000)], parts.size() < 50);
            assertArrayEquals(data, inflate(window < 0 ? window : 47, packed, null, r), "seed " + seed);
        }
    }

    @Test
    void findsTheDamageThatTheJdkFinds() {
        int found = 0;
        int tries = 1000;
        for (int seed = 0; seed < tries; seed++) {
            Random r = new Random(seed);
            Deflater d = new Deflater(r.nextInt(10));
            byte[] data = data(r, 200 + r.nextInt(3000));
            byte[] packed = deflate(d, data, List.of(new Part(data.length, Flush.FINISH)), new byte[9000]);
            packed[r.nextInt(Math.min(packed.length, r.nextBoolean() ? 40 : 9000))] ^= (byte) (1 << r.nextInt(8));
            byte[] room = new byte[data.length * 300];
            Inflate ours = new Inflate(15);
            ours.setInput(packed, 0, packed.length);
            ours.setOutput(room, 0, room.length);
            Inflater jdk = new Inflater();
            jdk.setInput(packed);
            String expected = null;
            try {
                jdk.inflate(new byte[room.length]);
            } catch (DataFormatException e) {
                expected = e.getMessage();
                found++;
            }
            jdk.end();
            ours.step();
            assertEquals(expected, ours.message(), "seed " + seed);
        }
        assertTrue(found > tries / 3, "much of the damage is found: " + found);
    }

    @Test
    void damagedStatesAreRefusedOrHarmless() {
        int refused = 0;
        int tries = 400;
        for (int seed = 0; seed < tries; seed++) {
            Random r = new Random(seed);
            byte[] data = data(r, 2000 + r.nextInt(60_000));
            Deflate d = new Deflate(r.nextInt(10), 8, 9 + r.nextInt(7), 1 + r.nextInt(9), r.nextInt(5));
            byte[] room = new byte[100_000];
            d.setInput(data, 0, data.length / 2);
            d.setOutput(room, 0, room.length);
            d.step(Flush.NONE);
            int n = room.length - d.room();
            Inflate i = new Inflate(15);
            i.setInput(room, 0, n - n / 5);
            i.setOutput(new byte[data.length], 0, 1 + r.nextInt(data.length));
            i.step();
            byte[] state = damaged(d.state(), r);
            byte[] inflating = damaged(i.state(), r);
            try {
                d = Deflate.restore(state);
                d.setInput(data, data.length / 2, data.length);
                for (int k = 0; k < 10; k++) {
                    d.setOutput(new byte[70_000], 0, 70_000);
                    d.step(k < 3 ? Flush.NONE : Flush.FINISH);
                }
            } catch (IllegalArgumentException e) {
                refused++;
            }
            try {
                i = Inflate.restore(inflating);
                i.setInput(room, n - n / 5, n);
                i.setOutput(new byte[data.length], 0, data.length);
                i.step();
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertTrue(refused > tries / 4, "much damage can be seen: " + refused);
    }

    /** With a changed byte, mostly one of the first. */
    private static byte[] damaged(byte[] state, Random r) {
        byte[] s = state.clone();
        s[r.nextInt(r.nextInt(3) == 0 ? s.length : 100)] = (byte) (r.nextBoolean() ? r.nextInt() : r.nextInt(10));
        return s;
    }

    @Test
    void statesOfOtherLengthsAreRefused() {
        byte[] state = new Deflate(6, 8, 15, MEMORY_LEVEL, 0).state();
        assertNotNull(Deflate.restore(state));
        assertThrows(IllegalArgumentException.class, () -> Deflate.restore(new Inflate(15).state()));
        byte[] shorter = Arrays.copyOf(state, state.length - 1);
        assertThrows(IllegalArgumentException.class, () -> Deflate.restore(shorter));
        assertThrows(IllegalArgumentException.class, () -> Inflate.restore(new byte[3]));
    }

    @Test
    void checksumsGoOn() {
        Random r = new Random(1);
        for (int n = 0; n < 600; n++) {
            byte[] data = data(r, n);
            int half = n == 0 ? 0 : r.nextInt(n);
            CRC32 crc = new CRC32();
            crc.update(data);
            assertEquals((int) crc.getValue(), Checksums.crc32(Checksums.crc32(0, data, 0, half), data, half, n));
            Adler32 adler = new Adler32();
            adler.update(data);
            assertEquals((int) adler.getValue(), Checksums.adler32(Checksums.adler32(1, data, 0, half), data, half, n));
        }
    }
}
