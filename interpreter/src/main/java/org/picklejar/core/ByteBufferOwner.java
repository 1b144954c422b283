package org.picklejar.core;

/** An object whose bytes others may look at without a copy: bytes, bytearray, array, memoryview. */
public interface ByteBufferOwner {
    /** The storage; the bytes start at 0 and it may be longer than {@link #byteLength}. */
    byte[] storage();

    /** Whether {@link #storage} is where the bytes are: else it is a copy, for reading only. */
    default boolean isArray() {
        return true;
    }

    /** Copies bytes out. */
    default void read(int at, byte[] into, int from, int count) {
        System.arraycopy(storage(), at, into, from, count);
    }

    /** Changes bytes. */
    default void write(int at, byte[] bytes, int from, int count) {
        System.arraycopy(bytes, from, storage(), at, count);
    }

    int byteLength();

    boolean isReadOnly();

    /** A struct format of one item. */
    default String itemFormat() {
        return "B";
    }

    default int itemSize() {
        return 1;
    }

    /** A view starts to look: the length may not change until {@link #unexport}. */
    default void export() {}

    default void unexport() {}
}
