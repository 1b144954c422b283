package org.picklejar.core;

/** Python's memoryview: items of the bytes of another object, in any number of dimensions (CPython: memoryobject.c). */
public final class PyMemoryView extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("memoryview", PyMemoryView.class, PyType.OBJECT).notSubclassable();
    /** The object whose bytes these are; null once released. */
    public PyObject object;

    public final ByteBufferOwner owner;
    public final boolean readOnly;
    /** A struct format of one item. */
    public final String format;

    public final int itemSize;
    /** Index in the owner's storage of the first item. */
    public final int offset;

    public final int[] shape;
    /** In bytes. */
    public final int[] strides;

    public boolean released;

    public PyMemoryView(
            PyObject object,
            ByteBufferOwner owner,
            boolean readOnly,
            String format,
            int itemSize,
            int offset,
            int[] shape,
            int[] strides) {
        this.object = object;
        this.owner = owner;
        this.readOnly = readOnly;
        this.format = format;
        this.itemSize = itemSize;
        this.offset = offset;
        this.shape = shape;
        this.strides = strides;
        owner.export();
    }

    /** The view of a whole object. */
    public static PyMemoryView of(PyObject object, ByteBufferOwner owner) {
        return new PyMemoryView(
                object,
                owner,
                owner.isReadOnly(),
                owner.itemFormat(),
                owner.itemSize(),
                0,
                new int[] {owner.byteLength() / owner.itemSize()},
                new int[] {owner.itemSize()});
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    /** How many items there are. */
    public int count() {
        int n = 1;
        for (int s : shape) {
            n *= s;
        }
        return n;
    }

    public int byteLength() {
        return count() * itemSize;
    }

    /** Whether the items lie one after the other, the last dimension fastest. */
    public boolean isContiguous() {
        int expected = itemSize;
        for (int d = shape.length - 1; d >= 0; d--) {
            if (shape[d] > 1 && strides[d] != expected) {
                return false;
            }
            expected *= shape[d];
        }
        return true;
    }

    public void checkReleased() {
        if (released) {
            throw Errors.valueError("operation forbidden on released memoryview object");
        }
    }

    public void release() {
        if (!released) {
            released = true;
            object = null;
            owner.unexport();
        }
    }

    /** Where the item with a number in C order lies in the owner's storage. */
    public int position(int number) {
        int at = offset;
        int rest = number;
        for (int d = shape.length - 1; d >= 0; d--) {
            at += rest % shape[d] * strides[d];
            rest /= shape[d];
        }
        return at;
    }

    /** The bytes in C order; a copy. */
    public byte[] toBytes() {
        checkReleased();
        byte[] out = new byte[byteLength()];
        if (out.length > 0 && isContiguous()) {
            System.arraycopy(owner.storage(), offset, out, 0, out.length);
        } else {
            for (int i = 0, n = count(); i < n; i++) {
                System.arraycopy(owner.storage(), position(i), out, i * itemSize, itemSize);
            }
        }
        return out;
    }

    /** Writes bytes in C order from the start of the view. */
    public void write(byte[] bytes) {
        for (int i = 0, n = bytes.length / itemSize; i < n; i++) {
            System.arraycopy(bytes, i * itemSize, owner.storage(), position(i), itemSize);
        }
    }
}
