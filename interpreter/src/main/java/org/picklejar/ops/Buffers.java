package org.picklejar.ops;

import java.util.Arrays;
import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Errors;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;

/** Reads the bytes of bytes-like objects. */
public final class Buffers {
    private Buffers() {}

    /** The bytes of a bytes-like object, for reading only and until the next change; null for other objects. */
    public static byte[] bytesOrNull(PyObject o) {
        PyObject v = Values.payload(o);
        if (v instanceof PyBytes b) {
            return b.value;
        }
        if (v instanceof PyByteArray b) {
            return b.view();
        }
        if (v instanceof PyMemoryView m) {
            return m.toBytes();
        }
        if (v instanceof ByteBufferOwner b) {
            return b.byteLength() == b.storage().length ? b.storage() : Arrays.copyOf(b.storage(), b.byteLength());
        }
        return null;
    }

    /** Where bytes lie, for reading only and until the next change. */
    public record Stretch(byte[] storage, int offset, int length) {}

    /** The bytes of a bytes-like object where they are, so that a part of them costs as much as that part; TypeError for other objects. */
    public static Stretch stretch(PyObject o) {
        PyObject v = Values.payload(o);
        if (v instanceof PyMemoryView m && !m.released && m.owner.isArray() && m.isContiguous()) {
            return new Stretch(m.owner.storage(), m.offset, m.byteLength());
        } else if (v instanceof ByteBufferOwner b) {
            return new Stretch(b.storage(), 0, b.byteLength());
        }
        byte[] copy = bytes(o);
        return new Stretch(copy, 0, copy.length);
    }

    /** As {@link #bytesOrNull}; TypeError for other objects. */
    public static byte[] bytes(PyObject o) {
        byte[] b = bytesOrNull(o);
        if (b == null) {
            throw Errors.typeError(
                    "a bytes-like object is required, not '%s'", o.type().name());
        }
        return b;
    }

    /** The bytes as an own copy. */
    public static byte[] copy(PyObject o) {
        return bytes(o).clone();
    }

    public static boolean isBytesLike(PyObject o) {
        return Values.payload(o) instanceof ByteBufferOwner || o instanceof PyMemoryView;
    }

    /** ASCII text or bytes, as the base64-like functions take it; null for other objects. */
    public static byte[] asciiOrBytes(PyObject o) {
        if (Values.payload(o) instanceof PyStr s) {
            byte[] out = new byte[s.length()];
            for (int i = 0; i < out.length; i++) {
                int c = s.codePointAt(i);
                if (c > 127) {
                    throw Errors.valueError("string argument should contain only ASCII characters");
                }
                out[i] = (byte) c;
            }
            return out;
        }
        return bytesOrNull(o);
    }
}
