package org.picklejar.types;

import java.util.Arrays;
import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.ItemFormat;
import org.picklejar.ops.SliceBounds;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** Python's memoryview. */
final class MemoryViewType {
    private MemoryViewType() {}

    static void define(TypeBuilder<PyMemoryView> b) {
        b.doc("Create a new memoryview object which references the given object.")
                .constructor("memoryview(cls, object)", MemoryViewType::create)
                .unary(
                        Slot.REPR,
                        m -> PyStr.of("<" + (m.released ? "released " : "") + "memory at " + Text.address(m) + ">"))
                .unary(Slot.HASH, MemoryViewType::hash)
                .unary(Slot.LEN, MemoryViewType::length)
                .unary(Slot.ITER, MemoryViewType::iterate)
                .binaryTail(Slot.GETITEM, MemoryViewType::get)
                .ternaryTail(Slot.SETITEM, MemoryViewType::set)
                .binary(Slot.DELITEM, (m, key) -> {
                    throw Errors.typeError("cannot delete memory");
                })
                .comparisons(MemoryViewType::compare)
                .method("tobytes(self, /, order='C')", (m, order) -> new PyBytes(m.toBytes()))
                .method("tolist(self, /)", m -> list(live(m), 0, m.offset))
                .method(
                        "hex(self, /, sep=<unset>, bytes_per_sep: index = 1)",
                        (m, sep, n) -> HexText.of(m.toBytes(), sep, n))
                .method(
                        "toreadonly(self, /)",
                        m -> new PyMemoryView(
                                live(m).object, m.owner, true, m.format, m.itemSize, m.offset, m.shape, m.strides))
                .tail("cast(self, /, format, shape=<unset>)", MemoryViewCast::cast)
                .method("release(self, /)", m -> {
                    m.release();
                    return PySingleton.NONE;
                })
                .method("__enter__(self, /)", MemoryViewType::live)
                .methodN("__exit__(self, /, *exc_info)", (m, a) -> {
                    m.release();
                    return PySingleton.NONE;
                });
        attributes(b);
    }

    private static void attributes(TypeBuilder<PyMemoryView> b) {
        b.getter("obj", m -> live(m).object == null ? PySingleton.NONE : m.object)
                .getter("nbytes", m -> PyInt.of(live(m).byteLength()))
                .getter("readonly", m -> PyBool.of(live(m).readOnly))
                .getter("itemsize", m -> PyInt.of(live(m).itemSize))
                .getter("format", m -> PyStr.of(live(m).format))
                .getter("ndim", m -> PyInt.of(live(m).shape.length))
                .getter("shape", m -> ints(live(m).shape))
                .getter("strides", m -> ints(live(m).strides))
                .getter("suboffsets", m -> PyTuple.EMPTY)
                .getter("c_contiguous", m -> PyBool.of(live(m).isContiguous()))
                .getter("contiguous", m -> PyBool.of(live(m).isContiguous() || isColumnMajor(m)))
                .getter("f_contiguous", m -> PyBool.of(isColumnMajor(live(m))));
    }

    static PyMemoryView live(PyMemoryView m) {
        m.checkReleased();
        return m;
    }

    private static boolean isColumnMajor(PyMemoryView m) {
        int expected = m.itemSize;
        for (int d = 0; d < m.shape.length; d++) {
            if (m.shape[d] > 1 && m.strides[d] != expected) {
                return false;
            }
            expected *= m.shape[d];
        }
        return true;
    }

    private static PyTuple ints(int[] values) {
        return PyTuple.of(Arrays.stream(values).mapToObj(PyInt::of).toArray(PyObject[]::new));
    }

    private static PyObject create(Execution x, PyType cls, PyObject[] a) {
        PyObject o = Values.payload(a[1]);
        if (o instanceof PyMemoryView m) {
            live(m);
            return new PyMemoryView(m.object, m.owner, m.readOnly, m.format, m.itemSize, m.offset, m.shape, m.strides);
        }
        if (o instanceof ByteBufferOwner owner) {
            return PyMemoryView.of(a[1], owner);
        }
        throw Errors.typeError(
                "memoryview: a bytes-like object is required, not '%s'",
                a[1].type().name());
    }

    private static PyObject hash(PyMemoryView m) {
        live(m);
        if (!m.readOnly) {
            throw Errors.valueError("cannot hash writable memoryview object");
        }
        char c = ItemFormat.letter(m.format);
        if (c != 'B' && c != 'b' && c != 'c') {
            throw Errors.valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        }
        return PyInt.of(new PyBytes(m.toBytes()).hashCode());
    }

    private static PyObject length(PyMemoryView m) {
        live(m);
        if (m.shape.length == 0) {
            throw Errors.typeError("0-dim memory has no length");
        }
        return PyInt.of(m.shape[0]);
    }

    private static PyObject iterate(PyMemoryView m) {
        if (live(m).shape.length == 0) {
            throw Errors.typeError("invalid indexing of 0-dim memory");
        }
        if (m.shape.length > 1) {
            throw Errors.of(ExceptionTypes.NOT_IMPLEMENTED_ERROR, "multi-dimensional sub-views are not implemented");
        }
        return new MemoryIterator(m);
    }

    static char letter(PyMemoryView m) {
        char c = ItemFormat.letter(m.format);
        if (c == 0) {
            throw Errors.of(ExceptionTypes.NOT_IMPLEMENTED_ERROR, "memoryview: format %s not supported", m.format);
        }
        return c;
    }

    static PyObject item(PyMemoryView m, int at) {
        if (m.owner.isArray()) {
            return ItemFormat.get(m.owner.storage(), at, letter(m));
        }
        byte[] bytes = new byte[m.itemSize];
        m.owner.read(at, bytes, 0, bytes.length);
        return ItemFormat.get(bytes, 0, letter(m));
    }

    private static PyObject list(PyMemoryView m, int dimension, int at) {
        if (dimension == m.shape.length) {
            return item(m, at);
        }
        PyList out = new PyList();
        for (int i = 0; i < m.shape[dimension]; i++) {
            out.append(list(m, dimension + 1, at + i * m.strides[dimension]));
        }
        return out;
    }

    /** Where an item lies; {@code key} an int, or a tuple of ints for several dimensions. */
    private static int position(Execution x, PyMemoryView m, PyObject key) {
        PyObject[] keys = key instanceof PyTuple t ? t.items : new PyObject[] {key};
        for (PyObject k : keys) {
            if (!Conversions.isIndex(k)) {
                throw Errors.typeError("memoryview: invalid slice key");
            }
        }
        if (keys.length < m.shape.length) {
            throw Errors.of(
                    ExceptionTypes.NOT_IMPLEMENTED_ERROR,
                    keys.length == 1 && !(key instanceof PyTuple)
                            ? "multi-dimensional sub-views are not implemented"
                            : "sub-views are not implemented");
        }
        if (keys.length > m.shape.length) {
            throw m.shape.length == 0
                    ? Errors.typeError("invalid indexing of 0-dim memory")
                    : Errors.typeError(
                            "cannot index %d-dimension view with %d-element tuple", m.shape.length, keys.length);
        }
        int at = m.offset;
        for (int d = 0; d < keys.length; d++) {
            long i = Values.toIndex(x, keys[d]);
            long k = i < 0 ? i + m.shape[d] : i;
            if (k < 0 || k >= m.shape[d]) {
                throw Errors.of(ExceptionTypes.INDEX_ERROR, "index out of bounds on dimension %d", d + 1);
            }
            at += (int) k * m.strides[d];
        }
        return at;
    }

    private static PyMemoryView slice(Execution x, PyMemoryView m, PySlice slice) {
        if (m.shape.length == 0) {
            throw Errors.typeError("invalid indexing of 0-dim memory");
        }
        SliceBounds r = SliceBounds.of(x, slice, () -> m.shape[0]);
        int[] shape = m.shape.clone();
        int[] strides = m.strides.clone();
        shape[0] = r.count();
        strides[0] = m.strides[0] * r.step();
        return new PyMemoryView(
                m.object,
                m.owner,
                m.readOnly,
                m.format,
                m.itemSize,
                m.offset + (r.count() == 0 ? 0 : r.start() * m.strides[0]),
                shape,
                strides);
    }

    private static PyObject get(Execution x, PyMemoryView m, PyObject key) {
        live(m);
        if (key instanceof PySlice s) {
            return slice(x, m, s);
        }
        if (m.shape.length == 0 && (key == PySingleton.ELLIPSIS || key == PyTuple.EMPTY)) {
            return key == PyTuple.EMPTY ? item(m, m.offset) : m;
        }
        return item(m, position(x, m, key));
    }

    private static PyObject set(Execution x, PyMemoryView m, PyObject key, PyObject value) {
        live(m);
        if (m.readOnly) {
            throw Errors.typeError("cannot modify read-only memory");
        }
        if (!(key instanceof PySlice s)) {
            int at = key == PyTuple.EMPTY && m.shape.length == 0 ? m.offset : position(x, m, key);
            if (m.owner.isArray()) {
                ItemFormat.set(x, m.owner.storage(), at, letter(m), value);
                return PySingleton.NONE;
            }
            byte[] bytes = new byte[m.itemSize];
            ItemFormat.set(x, bytes, 0, letter(m), value);
            m.owner.write(at, bytes, 0, bytes.length);
            return PySingleton.NONE;
        }
        if (m.shape.length > 1) {
            throw Errors.of(
                    ExceptionTypes.NOT_IMPLEMENTED_ERROR,
                    "memoryview slice assignments are currently restricted to ndim = 1");
        }
        byte[] b = Buffers.bytes(value);
        PyMemoryView part = slice(x, m, s);
        String format =
                value instanceof PyMemoryView v ? v.format : value instanceof ByteBufferOwner o ? o.itemFormat() : "B";
        boolean fits = b.length == part.byteLength() && ItemFormat.letter(format) == ItemFormat.letter(m.format);
        if (fits) {
            part.write(b.clone());
        }
        part.release();
        if (!fits) {
            throw Errors.valueError("memoryview assignment: lvalue and rvalue have different structures");
        }
        return PySingleton.NONE;
    }

    private static PyObject compare(Execution x, PyMemoryView m, PyObject other, Slot op) {
        if (op != Slot.EQ && op != Slot.NE) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        boolean equal = m == other;
        if (!equal && !m.released) {
            PyObject o = Values.payload(other);
            if (o instanceof PyMemoryView w) {
                equal = !w.released && equal(x, m, w);
            } else if (o instanceof ByteBufferOwner owner) {
                PyMemoryView w = PyMemoryView.of(o, owner);
                equal = equal(x, m, w);
                w.release();
            } else {
                return PySingleton.NOT_IMPLEMENTED;
            }
        }
        return PyBool.of(equal == (op == Slot.EQ));
    }

    private static boolean equal(Execution x, PyMemoryView a, PyMemoryView b) {
        if (!Arrays.equals(a.shape, b.shape)) {
            return false;
        }
        char f = ItemFormat.letter(a.format);
        char g = ItemFormat.letter(b.format);
        if (f == 0 || g == 0) {
            return false;
        }
        for (int i = 0, n = a.count(); i < n; i++) {
            PyObject v = item(a, a.position(i));
            PyObject w = item(b, b.position(i));
            if (Comparisons.compare(x, Slot.EQ, v, w) != PyBool.TRUE) {
                return false;
            }
        }
        return true;
    }
}
