package org.picklejar.modules.compression;

import java.util.Arrays;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.ops.Buffers;

/** The input of a decompressor that is not yet used. What is left is not copied when some of it is used. */
public final class KeptInput {
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int at;

    /** Puts the bytes of an argument behind what is left. */
    public void add(PyObject data) {
        byte[] more = Buffers.bytes(data);
        int left = left();
        if (left == 0) {
            bytes = data instanceof PyBytes ? more : more.clone();
        } else if (more.length > 0) {
            byte[] all = Arrays.copyOfRange(bytes, at, at + left + more.length);
            System.arraycopy(more, 0, all, left, more.length);
            bytes = all;
        } else {
            return;
        }
        at = 0;
    }

    /** What is left stands here, from {@link #at} on. */
    public byte[] bytes() {
        return bytes;
    }

    public int at() {
        return at;
    }

    public int left() {
        return bytes.length - at;
    }

    /** The input is used up to a place in {@link #bytes}. */
    public void useUpTo(int place) {
        at = place;
    }

    public void clear() {
        bytes = NOTHING;
        at = 0;
    }

    /** A copy of what is left, which is taken out. */
    public byte[] take() {
        byte[] rest = rest();
        clear();
        return rest;
    }

    /** A copy of what is left. */
    public byte[] rest() {
        return Arrays.copyOfRange(bytes, at, bytes.length);
    }

    /** Takes what {@link #rest} gave, which nobody changes. */
    public void fill(byte[] rest) {
        bytes = rest;
        at = 0;
    }
}
