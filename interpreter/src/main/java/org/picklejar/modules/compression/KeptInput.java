package org.picklejar.modules.compression;

import java.util.Arrays;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.ops.Buffers;

/**
 * The input of a decompressor that is not yet used. What is left is not copied when some of it is used. It never changes, so a step that is
 * interrupted leaves a decompressor what it had.
 *
 * @param bytes what is left, and before it what was used
 * @param at where that begins which is left
 */
public record KeptInput(byte[] bytes, int at) {
    public static final KeptInput NONE = new KeptInput(new byte[0], 0);

    /** The bytes of an argument, as an array that nobody changes. */
    public static byte[] owned(PyObject data) {
        return data instanceof PyBytes b ? b.value : Buffers.copy(data);
    }

    /** What was left once, which nobody changes. */
    public static KeptInput of(byte[] left) {
        return new KeptInput(left, 0);
    }

    /** With more, which nobody changes, behind what is left. */
    public KeptInput plus(byte[] more) {
        if (more.length == 0) {
            return this;
        } else if (left() == 0) {
            return of(more);
        }
        byte[] all = Arrays.copyOfRange(bytes, at, bytes.length + more.length);
        System.arraycopy(more, 0, all, left(), more.length);
        return of(all);
    }

    /** What is left when it is used up to a place in {@link #bytes}. */
    public KeptInput from(int place) {
        return new KeptInput(bytes, place);
    }

    /** How many bytes are left. */
    public int left() {
        return bytes.length - at;
    }

    /** A copy of what is left. */
    public byte[] rest() {
        return Arrays.copyOfRange(bytes, at, bytes.length);
    }
}
