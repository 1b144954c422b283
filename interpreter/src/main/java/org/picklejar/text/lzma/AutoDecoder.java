package org.picklejar.text.lzma;

import org.picklejar.text.ByteSink;
import org.picklejar.text.ByteSource;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;

/** Tells by the first byte which of two formats it is. */
final class AutoDecoder extends LzmaStream {
    private final long memoryLimit;
    private LzmaStream data;

    AutoDecoder(long memoryLimit) {
        this.memoryLimit = memoryLimit;
    }

    @Override
    Kind kind() {
        return Kind.AUTO;
    }

    @Override
    public int check() {
        return data == null ? XzDecoder.UNKNOWN : data.check();
    }

    @Override
    public boolean isAtEnd() {
        return data != null && data.isAtEnd();
    }

    @Override
    public boolean hasOutput() {
        return data != null && data.hasOutput();
    }

    @Override
    public void decode(ByteSource in, ByteSink out) {
        if (data == null) {
            if (in.isEmpty()) {
                return;
            }
            boolean isXz = in.data[in.at] == XzDecoder.MAGIC[0];
            data = isXz ? new XzDecoder(memoryLimit) : new AloneDecoder(memoryLimit, true);
        }
        data.decode(in, out);
    }

    @Override
    void save(StateWriter w) {
        w.putLong(memoryLimit);
        writeOptional(w, data);
    }

    static AutoDecoder load(StateReader r) {
        AutoDecoder d = new AutoDecoder(r.getLong());
        d.data = readOptional(r);
        return d;
    }
}
