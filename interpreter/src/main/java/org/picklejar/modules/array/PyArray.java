package org.picklejar.modules.array;

import java.util.Arrays;
import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PatternKind;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.ItemFormat;
import org.picklejar.ops.Values;

/** {@code array.array}: items of one C type in an array of bytes. */
public final class PyArray extends PyInstance implements ByteBufferOwner {
    public static final PyType TYPE = PyType.builtin("array", PyArray.class, PyType.OBJECT)
            .inModule("array")
            .repeated()
            .matchedAs(PatternKind.SEQUENCE);
    static final String CODES = "bBuwhHiIlLqQfd";

    static boolean isInteger(char code) {
        return "bBhHiIlLqQ".indexOf(code) >= 0;
    }

    final char code;
    final int itemSize;
    private byte[] bytes = {};
    int size;
    private int exports;

    PyArray(PyType type, char code) {
        super(type);
        this.code = code;
        this.itemSize = isText() ? 4 : ItemFormat.size(code);
    }

    boolean isText() {
        return code == 'u' || code == 'w';
    }

    @Override
    public byte[] storage() {
        return bytes;
    }

    @Override
    public int byteLength() {
        return size * itemSize;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String itemFormat() {
        return String.valueOf(code);
    }

    @Override
    public int itemSize() {
        return itemSize;
    }

    @Override
    public void export() {
        exports++;
    }

    @Override
    public void unexport() {
        exports--;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, byteLength());
    }

    PyObject get(int i) {
        if (!isText()) {
            return ItemFormat.get(bytes, i * itemSize, code);
        }
        int codePoint = (int) ((PyInt) ItemFormat.get(bytes, 4 * i, 'i')).value;
        if (!Character.isValidCodePoint(codePoint)) {
            throw Errors.valueError("chr() arg not in range(0x110000)");
        }
        return PyStr.ofCodePoint(codePoint);
    }

    /** The bytes of an item of this array's type. */
    boolean isReal() {
        return code == 'f' || code == 'd';
    }

    byte[] pack(Execution x, PyObject value) {
        byte[] out = new byte[itemSize];
        PyObject v = Values.payload(value);
        if (isText()) {
            if (!(v instanceof PyStr s)) {
                throw Errors.typeError(
                        "array item must be a unicode character, not %s",
                        value.type().name());
            }
            if (s.length() != 1) {
                throw Errors.typeError(
                        "array item must be a string of length 1, not a string of length %d", s.length());
            }
            ItemFormat.putInt(out, 0, 'i', PyInt.of(s.codePointAt(0)));
        } else if (isReal()) {
            ItemFormat.set(x, out, 0, code, new PyFloat(Conversions.toDouble(x, value)));
        } else {
            if (v instanceof PyFloat) {
                throw Errors.typeError("'float' object cannot be interpreted as an integer");
            }
            PyInteger i = Conversions.indexValue(x, value);
            if (!ItemFormat.fits(i, code)) {
                throw range(i);
            }
            ItemFormat.putInt(out, 0, code, i);
        }
        return out;
    }

    private PyException range(PyInteger i) {
        boolean low = i.signum() < 0;
        return Errors.overflowError(
                switch (code) {
                    case 'b' -> "signed char is " + (low ? "less than minimum" : "greater than maximum");
                    case 'B' -> "unsigned byte integer is " + (low ? "less than minimum" : "greater than maximum");
                    case 'h' -> "signed short integer is " + (low ? "less than minimum" : "greater than maximum");
                    case 'H' -> "unsigned short is " + (low ? "less than minimum" : "greater than maximum");
                    case 'i' -> "signed integer is " + (low ? "less than minimum" : "greater than maximum");
                    case 'I' ->
                        low ? "can't convert negative value to unsigned int" : "unsigned int is greater than maximum";
                    case 'l' -> "Python int too large to convert to C long";
                    case 'L' ->
                        low
                                ? "can't convert negative value to unsigned int"
                                : "Python int too large to convert to C unsigned long";
                    case 'q' -> "int too big to convert";
                    default -> low ? "can't convert negative int to unsigned" : "int too big to convert";
                });
    }

    void set(Execution x, int i, PyObject value) {
        System.arraycopy(pack(x, value), 0, bytes, i * itemSize, itemSize);
    }

    /** Puts the bytes of whole items in place of the items from {@code from} to {@code to}. */
    void replace(int from, int to, byte[] with) {
        int count = with.length / itemSize;
        int change = count - (to - from);
        if (change != 0) {
            if (exports > 0) {
                throw Errors.of(ExceptionTypes.BUFFER_ERROR, "cannot resize an array that is exporting buffers");
            }
            int needed = (size + change) * itemSize;
            if (needed > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + (bytes.length >> 1) + 16));
            }
            System.arraycopy(bytes, to * itemSize, bytes, (to + change) * itemSize, (size - to) * itemSize);
            size += change;
        }
        System.arraycopy(with, 0, bytes, from * itemSize, with.length);
    }
}
