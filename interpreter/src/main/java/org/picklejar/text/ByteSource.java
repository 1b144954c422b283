package org.picklejar.text;

/** A piece of input, and how far it is used. */
public final class ByteSource {
    public final byte[] data;
    public int at;
    public final int end;

    public ByteSource(byte[] data, int from) {
        this.data = data;
        this.at = from;
        this.end = data.length;
    }

    public int left() {
        return end - at;
    }

    public boolean isEmpty() {
        return at == end;
    }

    /** The next byte, 0 to 255; there is one. */
    public int next() {
        return data[at++] & 0xFF;
    }
}
