package org.picklejar.text.lzma;

import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** Makes of bytes what they were before the filter of the same name. */
interface ByteFilter {
    /** Changes bytes in place. Returns how many are done: the others are given again with what follows them. */
    int decode(byte[] data, int count);

    void save(StateWriter w);

    static ByteFilter load(StateReader r) {
        long id = r.getLong();
        return id == FilterSpec.DELTA ? DeltaFilter.load(r) : MachineCodeFilter.load(id, r);
    }
}
