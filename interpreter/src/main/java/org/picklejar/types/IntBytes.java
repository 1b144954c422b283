package org.picklejar.types;

import java.math.BigInteger;
import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.ops.Values;

/** {@code int.to_bytes} and {@code int.from_bytes}. */
final class IntBytes {
    private IntBytes() {}

    static PyObject toBytes(PyInteger self, PyObject length, PyObject order, PyObject signed) {
        boolean big = isBig(order);
        int n = IntType.size(length, "length");
        boolean isSigned = Values.isTrue(signed);
        BigInteger v = self.big();
        if (v.signum() < 0 && !isSigned) {
            throw Errors.overflowError("can't convert negative int to unsigned");
        }
        if (isSigned ? v.bitLength() >= 8L * n && !(n == 0 && v.signum() == 0) : v.bitLength() > 8L * n) {
            throw Errors.overflowError("int too big to convert");
        }
        byte[] out = new byte[n];
        if (v.signum() < 0) {
            Arrays.fill(out, (byte) 0xFF);
        }
        byte[] digits = v.toByteArray();
        int count = Math.min(n, digits.length);
        System.arraycopy(digits, digits.length - count, out, n - count, count);
        return new PyBytes(big ? out : reversed(out));
    }

    static PyObject fromBytes(Execution x, PyType cls, PyObject[] a) {
        boolean big = isBig(a[2]);
        boolean signed = Values.isTrue(a[3]);
        byte[] bytes = BytesConstruction.fromIterableNow(x, a[1]);
        byte[] ordered = big ? bytes : reversed(bytes);
        PyInteger v = ordered.length == 0
                ? PyInt.ZERO
                : PyInteger.of(signed ? new BigInteger(ordered) : new BigInteger(1, ordered));
        if (cls == PyInt.TYPE) {
            return v;
        }
        return x.call(cls, v);
    }

    private static boolean isBig(PyObject order) {
        String text = Values.textOrNull(order);
        if (text == null) {
            throw Errors.typeError(
                    "to_bytes() argument 'byteorder' must be str, not %s",
                    order.type().name());
        }
        if (!text.equals("big") && !text.equals("little")) {
            throw Errors.valueError("byteorder must be either 'little' or 'big'");
        }
        return text.equals("big");
    }

    private static byte[] reversed(byte[] a) {
        byte[] out = new byte[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = a[a.length - 1 - i];
        }
        return out;
    }
}
