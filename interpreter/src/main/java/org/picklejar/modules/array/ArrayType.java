package org.picklejar.modules.array;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Identity;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Imports;
import org.picklejar.modules.MethodCall;
import org.picklejar.modules.Warnings;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Finish;
import org.picklejar.ops.GatherFrame;
import org.picklejar.ops.SliceBounds;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;
import org.picklejar.text.StringText;
import org.picklejar.types.BytesType;
import org.picklejar.types.Reduction;

/** The table of {@code array.array}. */
public final class ArrayType {
    private ArrayType() {}

    public static void define(TypeBuilder<PyArray> b) {
        b.constructor("array(cls, typecode, initializer=(), /)", ArrayType::create)
                .call(Slot.INIT, (x, self, args, names) -> PySingleton.NONE)
                .rawUnaryTail(Slot.REPR, (x, o) -> PyStr.of(repr(x, (PyArray) o)))
                .unary(Slot.LEN, a -> PyInt.of(a.size))
                .unary(Slot.ITER, ArrayIterator::new)
                .binaryTail(Slot.GETITEM, ArrayType::get)
                .ternaryTail(Slot.SETITEM, ArrayType::set)
                .binaryTail(Slot.DELITEM, ArrayType::delete)
                .binaryTail(Slot.CONTAINS, (x, a, o) -> PyBool.of(find(x, a, o, 0, a.size) >= 0))
                .binary(Slot.ADD, ArrayType::add)
                .rawBinary(Slot.IADD, ArrayType::addInPlace)
                .binaryTail(Slot.MUL, ArrayType::repeat)
                .binaryTail(Slot.RMUL, ArrayType::repeat)
                .rawBinaryTail(Slot.IMUL, ArrayType::repeatInPlace)
                .comparisons(ArrayType::compare)
                .getter("typecode", a -> PyStr.ofChar(a.code))
                .getter("itemsize", a -> PyInt.of(a.itemSize));
        changes(b);
        conversions(b);
    }

    private static void changes(TypeBuilder<PyArray> b) {
        b.tail("append(self, v, /)", (x, a, v) -> done(a, a.size, a.size, a.pack(x, v)))
                .tail("extend(self, bb, /)", ArrayType::extend)
                .tail("insert(self, i: index, v, /)", (x, a, i, v) -> {
                    long n = Values.toIndex(i);
                    int at = (int) Math.max(0, Math.min(a.size, n < 0 ? n + a.size : n));
                    return done(a, at, at, a.pack(x, v));
                })
                .tail("pop(self, i=-1, /)", (x, a, i) -> {
                    if (a.size == 0) {
                        throw Errors.indexError("pop from empty array");
                    }
                    int at = index(x, a, i, "pop index out of range");
                    PyObject v = a.get(at);
                    done(a, at, at + 1, new byte[0]);
                    return v;
                })
                .tail("remove(self, v, /)", (x, a, v) -> {
                    int at = find(x, a, v, 0, a.size);
                    if (at < 0) {
                        throw Errors.valueError("array.remove(x): x not in array");
                    }
                    return done(a, at, at + 1, new byte[0]);
                })
                .tail("index(self, v, start=0, stop=9223372036854775807, /)", (x, a, v, start, stop) -> {
                    int from = bound(x, start, a.size);
                    int at = find(x, a, v, from, bound(x, stop, a.size));
                    if (at < 0) {
                        throw Errors.valueError("array.index(x): x not in array");
                    }
                    return PyInt.of(at);
                })
                .tail("count(self, v, /)", (x, a, v) -> {
                    int n = 0;
                    for (int i = find(x, a, v, 0, a.size); i >= 0; i = find(x, a, v, i + 1, a.size)) {
                        n++;
                    }
                    return PyInt.of(n);
                })
                .method("reverse(self, /)", a -> {
                    byte[] before = a.toBytes();
                    for (int i = 0; i < a.size; i++) {
                        System.arraycopy(
                                before, i * a.itemSize, a.storage(), (a.size - 1 - i) * a.itemSize, a.itemSize);
                    }
                    return PySingleton.NONE;
                })
                .method("byteswap(self, /)", a -> {
                    byte[] s = a.storage();
                    for (int i = 0; i < a.byteLength(); i += a.itemSize) {
                        for (int j = i, k = i + a.itemSize - 1; j < k; j++, k--) {
                            byte t = s[j];
                            s[j] = s[k];
                            s[k] = t;
                        }
                    }
                    return PySingleton.NONE;
                })
                .method("clear(self, /)", a -> done(a, 0, a.size, new byte[0]));
    }

    private static void conversions(TypeBuilder<PyArray> b) {
        b.method("tobytes(self, /)", a -> new PyBytes(a.toBytes()))
                .method("tolist(self, /)", ArrayType::list)
                .method("tounicode(self, /)", a -> PyStr.of(text(a)))
                .tail("fromlist(self, list, /)", (x, a, l) -> {
                    if (!(l instanceof PyList items)) {
                        throw Errors.typeError("arg must be list");
                    }
                    return new FillFrame(items, a, false).gather(x);
                })
                .method("frombytes(self, buffer, /)", (a, buffer) -> fromBytes(a, Buffers.bytes(buffer)))
                .tail("fromunicode(self, ustr, /)", (x, a, s) -> {
                    if (!a.isText()) {
                        throw Errors.valueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
                    }
                    PyStr t = Values.str(s, "fromunicode() argument");
                    PyObject[] items = new PyObject[t.length()];
                    Arrays.setAll(items, t::charAt);
                    return done(a, a.size, a.size, packed(x, a, items));
                })
                .tail("fromfile(self, f, n: index, /)", ArrayType::fromFile)
                .tail("tofile(self, f, /)", (x, a, f) -> {
                    Frame caller = x.top;
                    PyObject write = Attributes.getNow(x, f, PyStr.of("write"));
                    if (write == null) {
                        throw Errors.attributeError(f, PyStr.of("write"));
                    }
                    return Finish.RETURN_A.on(
                            x, caller, x.call(write, new PyBytes(a.toBytes())), PySingleton.NONE, null);
                })
                .method("buffer_info(self, /)", a -> PyTuple.of(PyInt.of(Identity.id(a)), PyInt.of(a.size)))
                .method("__copy__(self, /)", ArrayType::copy)
                .method("__deepcopy__(self, memo, /)", (a, memo) -> copy(a))
                .tail("__reduce_ex__(self, protocol, /)", ArrayType::reduce)
                .classMethod(
                        "__class_getitem__(cls, item, /)",
                        (x, cls, a) -> x.call(x.machine.helpers.get("generic_alias"), cls, a[1]));
    }

    /** As a list up to protocol 2, then as bytes. */
    private static PyObject reduce(Execution x, PyArray a, PyObject protocol) {
        if (!(Values.payload(protocol) instanceof PyInt p)) {
            throw Errors.typeError("an integer is required");
        }
        PyObject dict = a.type().hasDict ? a.dictCopy() : PySingleton.NONE;
        PyStr code = PyStr.ofChar(a.code);
        if (p.value < 3) {
            return PyTuple.of(a.type(), PyTuple.of(code, list(a)), dict);
        }
        PyObject maker = Imports.ofLoaded(x, "array", "_array_reconstructor");
        int format = MachineFormat.of(a.code).ordinal();
        return PyTuple.of(maker, PyTuple.of(a.type(), code, PyInt.of(format), new PyBytes(a.toBytes())), dict);
    }

    private static PyObject fromFile(Execution x, PyArray a, PyObject file, PyObject count) {
        long n = Values.toIndex(count);
        if (n < 0) {
            throw Errors.valueError("negative count");
        }
        long size = Math.multiplyExact(n, (long) a.itemSize);
        PyObject read = MethodCall.now(x, file, "read", PyInt.of(size));
        if (!(Values.payload(read) instanceof PyBytes bytes)) {
            throw Errors.typeError("read() didn't return bytes");
        }
        PyObject unused = fromBytes(a, bytes.value);
        if (bytes.value.length < size) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, "read() returned not enough bytes");
        }
        return PySingleton.NONE;
    }

    private static PyObject done(PyArray a, int from, int to, byte[] with) {
        a.replace(from, to, with);
        return PySingleton.NONE;
    }

    private static PyArray with(PyArray like, byte[] bytes) {
        PyArray out = new PyArray(PyArray.TYPE, like.code);
        out.replace(0, 0, bytes);
        return out;
    }

    private static PyArray copy(PyArray a) {
        return with(a, a.toBytes());
    }

    private static PyObject fromBytes(PyArray a, byte[] b) {
        if (b.length % a.itemSize != 0) {
            throw Errors.valueError("bytes length not a multiple of item size");
        }
        return done(a, a.size, a.size, b.clone());
    }

    private static byte[] packed(Execution x, PyArray a, PyObject[] items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(items.length * a.itemSize);
        for (PyObject item : items) {
            out.writeBytes(a.pack(x, item));
        }
        return out.toByteArray();
    }

    private static PyObject create(Execution x, PyType cls, PyObject[] args) {
        if (!(Values.payload(args[1]) instanceof PyStr s) || s.length() != 1) {
            throw Errors.typeError(
                    "array() argument 1 must be a unicode character, not %s",
                    args[1].type().name());
        }
        char code = (char) s.codePointAt(0);
        if (PyArray.CODES.indexOf(code) < 0) {
            throw Errors.valueError("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
        }
        if (code == 'u') {
            Warnings.deprecated(x, "The 'u' type code is deprecated and will be removed in Python 3.16");
        }
        PyArray a = new PyArray(cls, code);
        PyObject from = Values.payload(args[2]);
        if (from instanceof PyBytes || from instanceof PyByteArray) {
            fromBytes(a, Buffers.bytes(from));
            return a;
        }
        if (from instanceof PyStr && !a.isText()) {
            throw Errors.typeError("cannot use a str to initialize an array with typecode '%s'", code);
        }
        if (from instanceof PyArray other && other.isText() && "uw".indexOf(code) < 0) {
            throw Errors.typeError("cannot use a unicode array to initialize an array with typecode '%s'", code);
        }
        if (from instanceof PyArray other && other.code == code) {
            a.replace(0, 0, other.toBytes());
            return a;
        }
        return new FillFrame(args[2], a, true).gather(x);
    }

    /** Appends the items of an iterable. */
    public static final class FillFrame extends GatherFrame {
        /** For unpickling. */
        public FillFrame() {}

        FillFrame(PyObject iterable, PyArray target, boolean returnTarget) {
            super(iterable, target, PyBool.of(returnTarget));
        }

        @Override
        protected boolean isPlain(PyObject item) {
            PyObject v = Values.payload(item);
            return v instanceof PyInteger || v instanceof PyFloat || ((PyArray) a).isText();
        }

        @Override
        protected PyObject converted(Execution x, PyObject item) {
            return ((PyArray) a).isReal() ? Conversions.real(x, item) : Conversions.index(x, item);
        }

        @Override
        protected PyObject gathered(Execution x, PyObject[] items) {
            PyArray target = (PyArray) a;
            target.replace(target.size, target.size, packed(x, target, items));
            return b == PyBool.TRUE ? target : PySingleton.NONE;
        }
    }

    private static PyObject extend(Execution x, PyArray a, PyObject from) {
        if (from instanceof PyArray other) {
            if (other.code != a.code) {
                throw Errors.typeError("can only extend with array of same kind");
            }
            return done(a, a.size, a.size, other.toBytes());
        }
        return new FillFrame(from, a, false).gather(x);
    }

    private static PyList list(PyArray a) {
        PyList out = new PyList();
        for (int i = 0; i < a.size; i++) {
            out.append(a.get(i));
        }
        return out;
    }

    private static String text(PyArray a) {
        if (!a.isText()) {
            throw Errors.valueError("tounicode() may only be called on unicode type arrays ('u' or 'w')");
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < a.size; i++) {
            out.append(a.get(i));
        }
        return out.toString();
    }

    private static String repr(Execution x, PyArray a) {
        String head = a.type().name() + "('" + a.code + "'";
        return a.size == 0
                ? head + ")"
                : head + ", " + (a.isText() ? StringText.repr(text(a)) : Text.reprNow(x, list(a))) + ")";
    }

    private static int index(Execution x, PyArray a, PyObject key, String message) {
        long i = Values.toIndex(x, key);
        long at = i < 0 ? i + a.size : i;
        if (at < 0 || at >= a.size) {
            throw Errors.indexError(message);
        }
        return (int) at;
    }

    private static int bound(Execution x, PyObject o, int size) {
        long i = Values.toIndex(x, o);
        return (int) Math.max(0, Math.min(size, i < 0 ? i + size : i));
    }

    /** Equality with odd objects runs nested (blocking). */
    private static int find(Execution x, PyArray a, PyObject o, int from, int to) {
        for (int i = from; i < to && i < a.size; i++) {
            if (Comparisons.same(x, a.get(i), o)) {
                return i;
            }
        }
        return -1;
    }

    private static PyObject get(Execution x, PyArray a, PyObject key) {
        if (key instanceof PySlice slice) {
            SliceBounds r = SliceBounds.of(x, slice, () -> a.size);
            byte[] out = new byte[r.count() * a.itemSize];
            for (int i = 0; i < r.count(); i++) {
                System.arraycopy(a.storage(), (r.start() + i * r.step()) * a.itemSize, out, i * a.itemSize, a.itemSize);
            }
            return with(a, out);
        }
        checkIndex(key);
        return a.get(index(x, a, key, "array index out of range"));
    }

    private static void checkIndex(PyObject key) {
        if (!Conversions.isIndex(key)) {
            throw Errors.typeError("array indices must be integers");
        }
    }

    private static PyObject set(Execution x, PyArray a, PyObject key, PyObject value) {
        if (!(key instanceof PySlice slice)) {
            checkIndex(key);
            a.set(x, index(x, a, key, "array assignment index out of range"), value);
            return PySingleton.NONE;
        }
        if (!(value instanceof PyArray from)) {
            throw Errors.typeError(
                    "can only assign array (not \"%s\") to array slice",
                    value.type().name());
        }
        if (from.code != a.code) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        SliceBounds r = SliceBounds.of(x, slice, () -> a.size);
        byte[] b = from.toBytes();
        if (r.step() == 1) {
            return done(a, r.start(), Math.max(r.start(), r.stop()), b);
        }
        if (from.size != r.count()) {
            throw Errors.valueError(
                    "attempt to assign array of size %d to extended slice of size %d", from.size, r.count());
        }
        for (int i = 0; i < r.count(); i++) {
            System.arraycopy(b, i * a.itemSize, a.storage(), (r.start() + i * r.step()) * a.itemSize, a.itemSize);
        }
        return PySingleton.NONE;
    }

    private static PyObject delete(Execution x, PyArray a, PyObject key) {
        if (!(key instanceof PySlice slice)) {
            checkIndex(key);
            int at = index(x, a, key, "array assignment index out of range");
            return done(a, at, at + 1, new byte[0]);
        }
        SliceBounds r = SliceBounds.of(x, slice, () -> a.size);
        boolean[] gone = new boolean[a.size];
        for (int i = 0; i < r.count(); i++) {
            gone[r.start() + i * r.step()] = true;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i]) {
                kept.write(a.storage(), i * a.itemSize, a.itemSize);
            }
        }
        return done(a, 0, a.size, kept.toByteArray());
    }

    private static PyObject add(PyArray a, PyObject other) {
        if (!(other instanceof PyArray o)) {
            throw Errors.typeError(
                    "can only append array (not \"%s\") to array", other.type().name());
        }
        if (o.code != a.code) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        PyArray out = copy(a);
        out.replace(out.size, out.size, o.toBytes());
        return out;
    }

    private static PyObject addInPlace(Execution x, PyObject self, PyObject other) {
        if (!(other instanceof PyArray)) {
            throw Errors.typeError(
                    "can only extend with array (not \"%s\")", other.type().name());
        }
        extend(x, (PyArray) self, other);
        return self;
    }

    private static PyObject repeat(Execution x, PyArray a, PyObject times) {
        return Conversions.isIndex(times)
                ? with(a, BytesType.repeated(x, a.toBytes(), times, null))
                : PySingleton.NOT_IMPLEMENTED;
    }

    private static PyObject repeatInPlace(Execution x, PyObject self, PyObject times) {
        if (!Conversions.isIndex(times)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyArray a = (PyArray) self;
        a.replace(0, a.size, BytesType.repeated(x, a.toBytes(), times, null));
        return a;
    }

    private static PyObject compare(Execution x, PyArray a, PyObject other, Slot op) {
        if (!(other instanceof PyArray b)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        for (int i = 0; i < Math.min(a.size, b.size); i++) {
            PyObject v = a.get(i);
            PyObject w = b.get(i);
            if (Comparisons.compare(x, Slot.EQ, v, w) != PyBool.TRUE) {
                return op == Slot.EQ ? PyBool.FALSE : op == Slot.NE ? PyBool.TRUE : Comparisons.compare(x, op, v, w);
            }
        }
        return PyBool.of(Comparisons.holds(op, Integer.compare(a.size, b.size)));
    }

    /** The iterator of an array. */
    public static final class ArrayIterator extends PyIterator {
        public static final PyType TYPE = PyType.builtin("arrayiterator", ArrayIterator.class, PyType.OBJECT)
                .inModule("array")
                .notSubclassable();
        private PyArray array;
        private int at;

        ArrayIterator(PyArray array) {
            this.array = array;
        }

        public static void define(TypeBuilder<ArrayIterator> b) {
            b.unary(Slot.ITER, it -> it)
                    .unary(Slot.NEXT, ArrayIterator::next)
                    .tail(
                            "__reduce__(self, /) -- Return state information for pickling.",
                            (Execution x, ArrayIterator it) -> it.array == null
                                    ? Reduction.iterOf(x, PyTuple.EMPTY)
                                    : Reduction.of(x, "iter", PyInt.of(it.at), it.array))
                    .method(
                            "__setstate__(self, state: index, /) -- Set state information for unpickling.",
                            (it, state) -> {
                                if (it.array != null) {
                                    it.at = (int) Math.max(0, Math.min(it.array.size, Values.toLong(state)));
                                }
                                return PySingleton.NONE;
                            });
        }

        @Override
        public PyType type() {
            return TYPE;
        }

        @Override
        public PyObject next() {
            if (array != null && at < array.size) {
                return array.get(at++);
            }
            array = null;
            return null;
        }
    }
}
