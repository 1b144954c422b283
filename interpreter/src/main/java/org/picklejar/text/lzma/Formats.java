package org.picklejar.text.lzma;

/** Decoders for what has a container. A limit of memory is in bytes, negative for none. */
public final class Formats {
    private Formats() {}

    public static LzmaStream xz(long memoryLimit) {
        return new XzDecoder(memoryLimit);
    }

    public static LzmaStream alone(long memoryLimit) {
        return new AloneDecoder(memoryLimit, false);
    }

    /** For either. */
    public static LzmaStream auto(long memoryLimit) {
        return new AutoDecoder(memoryLimit);
    }
}
