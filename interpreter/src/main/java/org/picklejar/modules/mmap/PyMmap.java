package org.picklejar.modules.mmap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Errors;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyType;

/**
 * {@code mmap.mmap}. A file that is shared is mapped by Java, which gives the memory back once it has collected the buffer; memory of
 * its own is a plain buffer, since no other process could see it.
 */
public final class PyMmap extends PyInstance implements ByteBufferOwner {
    public static final PyType TYPE =
            PyType.builtin("mmap", PyMmap.class, PyType.OBJECT).inModule("mmap");

    final boolean readOnly;
    /** Whether what is written reaches a file. */
    final boolean shared;
    /** Whether its length may be changed. */
    final boolean resizable;
    /** Null when there is no file, or it is not kept. */
    final FileChannel channel;

    final boolean anonymous;
    final long offset;
    /** Null once it is closed. */
    private ByteBuffer memory;

    /** Whether it was made without an access, for its text. */
    boolean isDefault;
    /** Whether its file, or that it has none, is known later on. */
    boolean keepsFile = true;

    int position;
    private int exports;

    PyMmap(
            PyType type,
            ByteBuffer memory,
            FileChannel channel,
            long offset,
            boolean readOnly,
            boolean shared,
            boolean resizable,
            boolean anonymous) {
        super(type);
        this.memory = memory;
        this.channel = channel;
        this.offset = offset;
        this.readOnly = readOnly;
        this.shared = shared;
        this.resizable = resizable;
        this.anonymous = anonymous;
    }

    boolean isClosed() {
        return memory == null;
    }

    ByteBuffer memory() {
        if (memory == null) {
            throw Errors.valueError("mmap closed or invalid");
        }
        return memory;
    }

    int size() {
        return memory().capacity();
    }

    void setMemory(ByteBuffer m) {
        memory = m;
    }

    boolean isExported() {
        return exports > 0;
    }

    void close() throws IOException {
        memory = null;
        if (channel != null) {
            channel.close();
        }
    }

    void force(int from, int count) {
        if (memory() instanceof MappedByteBuffer m && shared && !readOnly && count > 0) {
            m.force(from, count);
        }
    }

    byte[] bytes(int from, int count) {
        byte[] out = new byte[count];
        memory().get(from, out);
        return out;
    }

    @Override
    public byte[] storage() {
        return bytes(0, size());
    }

    @Override
    public boolean isArray() {
        return false;
    }

    @Override
    public void read(int at, byte[] into, int from, int count) {
        memory().get(at, into, from, count);
    }

    @Override
    public void write(int at, byte[] bytes, int from, int count) {
        memory().put(at, bytes, from, count);
    }

    @Override
    public int byteLength() {
        return size();
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public void export() {
        memory();
        exports++;
    }

    @Override
    public void unexport() {
        exports--;
    }
}
