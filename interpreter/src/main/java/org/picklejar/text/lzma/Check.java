package org.picklejar.text.lzma;

import java.util.Arrays;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;
import org.picklejar.text.deflate.Checksums;
import org.picklejar.text.hash.Sha256;

/** The check of a block, over what comes out of it. */
final class Check {
    static final int CRC32 = 1;
    static final int CRC64 = 4;
    static final int SHA256 = 10;

    private static final long POLYNOMIAL = 0xC96C5795D7870F42L;
    private static final int[] SIZES = {0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64};
    private static final long[] TABLE = table();

    private final int id;
    private long crc;
    private final Sha256 hash;

    Check(int id) {
        this.id = id;
        crc = id == CRC64 ? -1 : 0;
        hash = id == SHA256 ? new Sha256(256) : null;
    }

    private static long[] table() {
        long[] table = new long[256];
        for (int i = 0; i < table.length; i++) {
            long c = i;
            for (int bit = 0; bit < 8; bit++) {
                c = (c & 1) == 1 ? c >>> 1 ^ POLYNOMIAL : c >>> 1;
            }
            table[i] = c;
        }
        return table;
    }

    static int size(int id) {
        return SIZES[id];
    }

    void update(byte[] data, int from, int to) {
        if (id == CRC32) {
            crc = Checksums.crc32((int) crc, data, from, to);
        } else if (id == CRC64) {
            long c = crc;
            for (int i = from; i < to; i++) {
                c = TABLE[(int) (c ^ data[i]) & 0xFF] ^ c >>> 8;
            }
            crc = c;
        } else if (id == SHA256) {
            hash.update(data, from, to - from);
        }
    }

    /** Whether this is what the check should be; one of an unknown kind always is. */
    boolean matches(byte[] stored) {
        if (id == SHA256) {
            return Arrays.equals(stored, 0, SIZES[id], hash.digest(0), 0, SIZES[id]);
        }
        if (id != CRC32 && id != CRC64) {
            return true;
        }
        long value = 0;
        for (int i = SIZES[id] - 1; i >= 0; i--) {
            value = value << 8 | stored[i] & 0xFF;
        }
        return value == (id == CRC64 ? ~crc : crc & 0xFFFFFFFFL);
    }

    void save(StateWriter w) {
        w.putLong(crc);
        byte[] state = hash == null ? new byte[0] : hash.state();
        w.putBytes(state, 0, state.length);
    }

    static Check load(int id, StateReader r) {
        Check c = new Check(id);
        c.crc = r.getLong();
        byte[] state = r.getBytes(1000);
        if (c.hash != null) {
            c.hash.restore(state);
        }
        return c;
    }
}
