package org.picklejar.types;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Values;

/**
 * What bytes and bytearray differ in, for the methods they share.
 *
 * @param <T> the Java class of self
 */
abstract class ByteKind<T extends PyObject> {
    static final ByteKind<PyBytes> BYTES = new ByteKind<>() {
        @Override
        byte[] of(PyBytes self) {
            return self.value;
        }

        @Override
        PyObject make(byte[] b) {
            return b.length == 0 ? PyBytes.EMPTY : new PyBytes(b);
        }

        @Override
        PyObject same(PyBytes self) {
            return self;
        }
    };

    static final ByteKind<PyByteArray> BYTEARRAY = new ByteKind<>() {
        @Override
        byte[] of(PyByteArray self) {
            return self.view();
        }

        @Override
        PyObject make(byte[] b) {
            return new PyByteArray(b);
        }

        @Override
        PyObject same(PyByteArray self) {
            return new PyByteArray(self.toBytes());
        }
    };

    /** The bytes, for reading. */
    abstract byte[] of(T self);

    /** A new object; takes the array over. */
    abstract PyObject make(byte[] b);

    /** The result of a method that changes nothing. */
    abstract PyObject same(T self);

    PyObject part(byte[] b, int from, int to) {
        return make(Arrays.copyOfRange(b, from, to));
    }

    /** A byte from an int-like object. */
    static byte octet(Execution x, PyObject o, String message) {
        return octet(Conversions.indexValue(x, o), message);
    }

    static byte octet(PyInteger i, String message) {
        if (!i.isLong() || i.longValue() < 0 || i.longValue() > 255) {
            throw Errors.valueError(message);
        }
        return (byte) i.longValue();
    }

    /** What a search looks for: a bytes-like object or one byte. */
    static byte[] needle(Execution x, PyObject o) {
        byte[] b = Buffers.bytesOrNull(o);
        if (b != null) {
            return b;
        }
        if (!Conversions.isIndex(o)) {
            throw Errors.typeError(
                    "argument should be integer or bytes-like object, not '%s'",
                    o.type().name());
        }
        return new byte[] {octet(x, o, "byte must be in range(0, 256)")};
    }

    static boolean isText(PyObject o) {
        return Values.payload(o) instanceof PyStr;
    }
}
