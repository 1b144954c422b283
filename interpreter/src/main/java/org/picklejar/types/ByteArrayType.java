package org.picklejar.types;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Items;
import org.picklejar.ops.SliceBounds;
import org.picklejar.ops.TextCodecs;
import org.picklejar.ops.Values;
import org.picklejar.text.StringText;

/** Python's bytearray. */
final class ByteArrayType {
    private static final String RANGE = "byte must be in range(0, 256)";

    private ByteArrayType() {}

    static void define(TypeBuilder<PyByteArray> b) {
        b.doc("bytearray(iterable_of_ints) -> bytearray")
                .constructor("bytearray(cls, *args, **kwargs)", (x, cls, a) -> new PyByteArray(cls))
                .callTail(Slot.INIT, ByteArrayInit::init)
                .rawUnary(
                        Slot.REPR,
                        (x, o) ->
                                PyStr.of(o.type().name() + "(" + StringText.reprBytes(((PyByteArray) o).view()) + ")"))
                .unary(Slot.LEN, s -> PyInt.of(s.byteLength()))
                .unary(Slot.ITER, ByteArrayIterator::new)
                .binary(Slot.ADD, ByteArrayType::add)
                .rawBinary(Slot.IADD, (x, s, other) -> extendInPlace((PyByteArray) s, other))
                .binaryTail(Slot.MUL, ByteArrayType::repeat)
                .binaryTail(Slot.RMUL, ByteArrayType::repeat)
                .rawBinaryTail(Slot.IMUL, ByteArrayType::repeatInPlace)
                .binaryTail(
                        Slot.GETITEM, (x, s, key) -> BytesType.get(x, s.view(), key, ByteKind.BYTEARRAY, "bytearray"))
                .ternaryTail(Slot.SETITEM, ByteArrayType::set)
                .binaryTail(Slot.DELITEM, ByteArrayType::delete)
                .comparisons((x, s, other, op) -> BytesType.compare(s.view(), other, op));
        BytesSearch.define(b, ByteKind.BYTEARRAY);
        BytesSplit.define(b, ByteKind.BYTEARRAY);
        BytesText.define(b, ByteKind.BYTEARRAY);
        changes(b);
    }

    private static void changes(TypeBuilder<PyByteArray> b) {
        b.tail("append(self, item, /)", (x, s, item) -> {
                    s.append(ByteKind.octet(x, item, RANGE));
                    return PySingleton.NONE;
                })
                .tail("extend(self, iterable_of_ints, /)", ByteArrayType::extend)
                .tail("insert(self, index: index, item, /)", ByteArrayType::insert)
                .tail("pop(self, index: index = -1, /)", ByteArrayType::pop)
                .tail("remove(self, value, /)", ByteArrayType::remove)
                .method("clear(self, /)", s -> {
                    s.replace(0, s.byteLength(), new byte[0], 0);
                    return PySingleton.NONE;
                })
                .method("copy(self, /)", s -> new PyByteArray(s.toBytes()))
                .method("reverse(self, /)", ByteArrayType::reverse)
                .method("__alloc__(self, /)", s -> PyInt.of(s.capacity() + 1))
                .method("__sizeof__(self, /)", s -> PyInt.of(56 + s.capacity()))
                .tailN("__reduce__(self, /)", (x, s, a) -> reduce(s, a[0], false))
                .tailN(
                        "__reduce_ex__(self, proto: index = 0, /)",
                        (x, s, a) -> reduce(s, a[0], Values.toInt(a[1]) >= 3));
    }

    private static PyObject reduce(PyByteArray s, PyObject self, boolean binary) {
        PyObject state = s.hasOwnDict() || s.type().hasDict ? s.dictCopy() : PySingleton.NONE;
        PyObject bytes = new PyBytes(s.toBytes());
        PyTuple args = binary
                ? s.byteLength() == 0 ? PyTuple.EMPTY : PyTuple.of(bytes)
                : PyTuple.of(PyStr.of(new String(s.toBytes(), StandardCharsets.ISO_8859_1)), PyStr.of("latin-1"));
        return PyTuple.of(self.type(), args, state);
    }

    private static PyObject add(PyByteArray s, PyObject other) {
        byte[] b = Buffers.bytesOrNull(other);
        if (b == null) {
            throw Errors.typeError("can't concat %s to bytearray", other.type().name());
        }
        return new PyByteArray(BytesType.concat(s.view(), b));
    }

    private static PyObject extendInPlace(PyByteArray s, PyObject other) {
        byte[] b = Buffers.bytesOrNull(other);
        if (b == null) {
            throw Errors.typeError("can't concat %s to bytearray", other.type().name());
        }
        s.replace(s.byteLength(), s.byteLength(), b, b.length);
        return s;
    }

    private static PyObject repeat(Execution x, PyByteArray s, PyObject times) {
        return Conversions.isIndex(times)
                ? new PyByteArray(BytesType.repeated(x, s.view(), times, null))
                : PySingleton.NOT_IMPLEMENTED;
    }

    private static PyObject repeatInPlace(Execution x, PyObject self, PyObject times) {
        if (!Conversions.isIndex(times)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyByteArray s = (PyByteArray) self;
        byte[] b = BytesType.repeated(x, s.view(), times, null);
        s.replace(0, s.byteLength(), b, b.length);
        return s;
    }

    private static int position(Execution x, PyByteArray s, PyObject key) {
        if (!Conversions.isIndex(key)) {
            throw Errors.typeError(
                    "bytearray indices must be integers or slices, not %s",
                    key.type().name());
        }
        long i = Values.toIndex(x, key);
        long at = i < 0 ? i + s.byteLength() : i;
        if (at < 0 || at >= s.byteLength()) {
            throw Errors.indexError("bytearray index out of range");
        }
        return (int) at;
    }

    private static PyObject set(Execution x, PyByteArray s, PyObject key, PyObject value) {
        if (!(key instanceof PySlice slice)) {
            int at = position(x, s, key);
            s.storage()[at] = ByteKind.octet(x, value, RANGE);
            return PySingleton.NONE;
        }
        byte[] b = Buffers.bytesOrNull(value);
        if (b == null) {
            if (ByteKind.isText(value) || Conversions.isIndex(value)) {
                throw Errors.typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
            }
            return new AssignFrame(value, s, slice).gather(x);
        }
        assign(x, s, slice, b);
        return PySingleton.NONE;
    }

    static void assign(Execution x, PyByteArray s, PySlice slice, byte[] b) {
        SliceBounds r = SliceBounds.of(x, slice, s::byteLength);
        if (r.step() == 1) {
            s.replace(r.start(), Math.max(r.start(), r.stop()), b == s.storage() ? b.clone() : b, b.length);
            return;
        }
        if (b.length == 0) {
            deleteRange(s, r);
            return;
        }
        if (b.length != r.count()) {
            throw Errors.valueError(
                    "attempt to assign bytes of size %d to extended slice of size %d", b.length, r.count());
        }
        for (int i = 0; i < b.length; i++) {
            s.storage()[r.start() + i * r.step()] = b[i];
        }
    }

    /** Assigns the ints of an iterable to a slice. */
    public static final class AssignFrame extends BytesConstruction.OctetsFrame {
        /** For unpickling. */
        public AssignFrame() {}

        AssignFrame(PyObject iterable, PyByteArray target, PySlice slice) {
            super(iterable, target, slice);
        }

        @Override
        protected PyObject gathered(Execution x, PyObject[] items) {
            return Items.set(x, a, b, new PyBytes(BytesConstruction.octets(items, RANGE)));
        }
    }

    private static PyObject delete(Execution x, PyByteArray s, PyObject key) {
        if (key instanceof PySlice slice) {
            deleteRange(s, SliceBounds.of(x, slice, s::byteLength));
        } else {
            int at = position(x, s, key);
            s.replace(at, at + 1, new byte[0], 0);
        }
        return PySingleton.NONE;
    }

    private static void deleteRange(PyByteArray s, SliceBounds r) {
        boolean[] gone = new boolean[s.byteLength()];
        for (int i = 0; i < r.count(); i++) {
            gone[r.start() + i * r.step()] = true;
        }
        byte[] kept = new byte[gone.length - r.count()];
        int n = 0;
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i]) {
                kept[n++] = s.storage()[i];
            }
        }
        s.replace(0, s.byteLength(), kept, n);
    }

    private static PyObject extend(Execution x, PyByteArray s, PyObject source) {
        byte[] b = Buffers.bytesOrNull(source);
        if (b != null) {
            s.replace(s.byteLength(), s.byteLength(), b.clone(), b.length);
            return PySingleton.NONE;
        }
        if (ByteKind.isText(source)) {
            throw Errors.typeError("expected iterable of integers; got: 'str'");
        }
        if (source.type().unary(Slot.ITER) == null && source.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError(
                    "can't extend bytearray with %s", source.type().name());
        }
        return new ExtendFrame(source, s).gather(x);
    }

    /** Appends the ints of an iterable. */
    public static final class ExtendFrame extends BytesConstruction.OctetsFrame {
        /** For unpickling. */
        public ExtendFrame() {}

        ExtendFrame(PyObject iterable, PyByteArray target) {
            super(iterable, target, null);
        }

        @Override
        protected PyObject gathered(Execution x, PyObject[] items) {
            PyByteArray s = (PyByteArray) a;
            byte[] b = BytesConstruction.octets(items, RANGE);
            s.replace(s.byteLength(), s.byteLength(), b, b.length);
            return PySingleton.NONE;
        }
    }

    private static PyObject insert(Execution x, PyByteArray s, PyObject index, PyObject item) {
        long i = Values.toIndex(index);
        byte b = ByteKind.octet(x, item, RANGE);
        int at = (int) Math.max(0, Math.min(s.byteLength(), i < 0 ? i + s.byteLength() : i));
        s.replace(at, at, new byte[] {b}, 1);
        return PySingleton.NONE;
    }

    private static PyObject pop(Execution x, PyByteArray s, PyObject index) {
        if (s.byteLength() == 0) {
            throw Errors.indexError("pop from empty bytearray");
        }
        long i = Values.toIndex(index);
        long at = i < 0 ? i + s.byteLength() : i;
        if (at < 0 || at >= s.byteLength()) {
            throw Errors.indexError("pop index out of range");
        }
        PyInt value = PyInt.of(s.storage()[(int) at] & 0xFF);
        s.replace((int) at, (int) at + 1, new byte[0], 0);
        return value;
    }

    private static PyObject remove(Execution x, PyByteArray s, PyObject value) {
        byte b = ByteKind.octet(x, value, RANGE);
        for (int i = 0; i < s.byteLength(); i++) {
            if (s.storage()[i] == b) {
                s.replace(i, i + 1, new byte[0], 0);
                return PySingleton.NONE;
            }
        }
        throw Errors.valueError("value not found in bytearray");
    }

    private static PyObject reverse(PyByteArray s) {
        byte[] b = s.storage();
        for (int i = 0, j = s.byteLength() - 1; i < j; i++, j--) {
            byte t = b[i];
            b[i] = b[j];
            b[j] = t;
        }
        return PySingleton.NONE;
    }

    /** {@code bytearray.__init__}. */
    private static final class ByteArrayInit {
        static PyObject init(Execution x, PyObject self, PyObject[] args, PyTuple names) {
            PyObject[] a = {null, null, null};
            int given = args.length - (names == null ? 0 : names.size());
            if (given > 3) {
                throw Errors.typeError("bytearray() takes at most 3 arguments (%d given)", given);
            }
            System.arraycopy(args, 0, a, 0, given);
            for (int i = 0; names != null && i < names.size(); i++) {
                int at = Arrays.asList("source", "encoding", "errors")
                        .indexOf(names.get(i).toString());
                if (at < 0) {
                    throw Errors.typeError("bytearray() got an unexpected keyword argument '%s'", names.get(i));
                }
                a[at] = args[given + i];
            }
            PyByteArray target = (PyByteArray) self;
            Frame caller = x.top;
            PyObject source = a[0];
            if (source == null) {
                target.replace(0, target.byteLength(), new byte[0], 0);
                return PySingleton.NONE;
            }
            PyObject r;
            if (Values.payload(source) instanceof PyStr s) {
                if (a[1] == null) {
                    throw Errors.typeError("string argument without an encoding");
                }
                r = TextCodecs.encode(x, s, a[1], a[2]);
            } else {
                if (a[1] != null || a[2] != null) {
                    throw Errors.typeError("%s without a string argument", a[1] != null ? "encoding" : "errors");
                }
                if (!Buffers.isBytesLike(source)
                        && !Conversions.isIndex(source)
                        && source.type().unary(Slot.ITER) == null
                        && source.type().binary(Slot.GETITEM) == null) {
                    throw Errors.typeError(
                            "cannot convert '%s' object to bytearray",
                            source.type().name());
                }
                r = BytesConstruction.of(x, source, RANGE);
            }
            return Finish.FILL_BYTEARRAY.on(x, caller, r, target, null);
        }
    }
}
