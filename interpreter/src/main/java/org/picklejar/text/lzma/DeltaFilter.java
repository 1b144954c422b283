package org.picklejar.text.lzma;

import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** Each byte is the difference to one before it. */
final class DeltaFilter implements ByteFilter {
    private static final int MOST = 256;

    private final int distance;
    /** The last bytes, each at its position modulo 256. */
    private final byte[] history = new byte[MOST];

    private int at;

    DeltaFilter(int distance) {
        this.distance = distance;
    }

    @Override
    public int decode(byte[] data, int count) {
        for (int i = 0; i < count; i++) {
            data[i] += history[at - distance & MOST - 1];
            history[at & MOST - 1] = data[i];
            at++;
        }
        return count;
    }

    @Override
    public void save(StateWriter w) {
        w.putLong(FilterSpec.DELTA);
        w.putInt(distance);
        w.putInt(at);
        w.putBytes(history, 0, MOST);
    }

    static DeltaFilter load(StateReader r) {
        DeltaFilter f = new DeltaFilter(r.getInt(1, MOST));
        f.at = r.getInt();
        byte[] history = r.getBytes(MOST);
        System.arraycopy(history, 0, f.history, 0, history.length);
        return f;
    }
}
