package org.picklejar.core;

import java.util.Arrays;

/** Python's memoryview: items of the bytes of another object, in any number of dimensions (CPython: memoryobject.c). */
public final class PyMemoryView extends PyObject {
    public static final PyType TYPE = PyType.builtin("memoryview", PyMemoryView.class, PyType.OBJECT)
            .notSubclassable()
            .matchedAs(PatternKind.SEQUENCE);
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

    /** What it consists of, for a saved state: object, owner, whether it is read-only, format, size of an item, offset, shape, strides; None once it is released. */
    public PyObject parts() {
        return released
                ? PySingleton.NONE
                : PyTuple.of(
                        object,
                        (PyObject) owner,
                        PyBool.of(readOnly),
                        PyStr.of(format),
                        PyInt.of(itemSize),
                        PyInt.of(offset),
                        numbers(shape),
                        numbers(strides));
    }

    /** The view of which {@link #parts} gave this. ValueError when it would show what its owner does not have. */
    public static PyMemoryView ofParts(PyObject parts) {
        if (!(parts instanceof PyTuple t)) {
            PyBytes nothing = new PyBytes(new byte[0]);
            PyMemoryView released = of(nothing, nothing);
            released.release();
            return released;
        }
        ByteBufferOwner owner = (ByteBufferOwner) t.get(1);
        PyMemoryView v = new PyMemoryView(
                t.get(0),
                owner,
                t.get(2) == PyBool.TRUE || owner.isReadOnly(),
                t.get(3).toString(),
                number(t.get(4)),
                number(t.get(5)),
                numbers(t.get(6)),
                numbers(t.get(7)));
        if (!v.isInside()) {
            v.release();
            throw Errors.valueError("a memoryview reaches beyond its object");
        }
        return v;
    }

    private static PyTuple numbers(int[] values) {
        return PyTuple.of(Arrays.stream(values).mapToObj(PyInt::of).toArray(PyObject[]::new));
    }

    private static int[] numbers(PyObject values) {
        return Arrays.stream(((PyTuple) values).items)
                .mapToInt(PyMemoryView::number)
                .toArray();
    }

    private static int number(PyObject o) {
        return (int) ((PyInt) o).value;
    }

    /** Whether all items lie in the bytes of the owner. */
    private boolean isInside() {
        long first = offset;
        long last = offset;
        for (int d = 0; d < shape.length; d++) {
            if (shape[d] <= 0) {
                return shape[d] == 0;
            }
            long reach = (shape[d] - 1L) * strides[d];
            first += Math.min(reach, 0);
            last += Math.max(reach, 0);
        }
        return itemSize > 0 && shape.length == strides.length && first >= 0 && last + itemSize <= owner.byteLength();
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
            owner.read(offset, out, 0, out.length);
        } else {
            for (int i = 0, n = count(); i < n; i++) {
                owner.read(position(i), out, i * itemSize, itemSize);
            }
        }
        return out;
    }

    /** Writes bytes in C order from the start of the view. */
    public void write(byte[] bytes) {
        if (isContiguous() && bytes.length % itemSize == 0) {
            owner.write(offset, bytes, 0, bytes.length);
            return;
        }
        for (int i = 0, n = bytes.length / itemSize; i < n; i++) {
            owner.write(position(i), bytes, i * itemSize, itemSize);
        }
    }
}
