package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Finish;
import org.picklejar.ops.GatherFrame;
import org.picklejar.ops.TextCodecs;
import org.picklejar.ops.Values;

/** {@code bytes(...)}, and what bytearray shares of it. */
final class BytesConstruction {
    private static final String RANGE = "bytes must be in range(0, 256)";

    private BytesConstruction() {}

    static PyObject create(Execution x, PyType cls, PyObject[] args) {
        Frame caller = x.top;
        PyObject r = create(x, args[1], args[2], args[3]);
        return cls == PyBytes.TYPE ? r : Finish.VALUE_OF_SUBCLASS.on(x, caller, r, cls, null);
    }

    private static PyObject create(Execution x, PyObject source, PyObject encoding, PyObject errors) {
        if (source == null) {
            if (encoding != null || errors != null) {
                throw Errors.typeError(
                        encoding != null ? "encoding without a string argument" : "errors without a string argument");
            }
            return PyBytes.EMPTY;
        }
        if (Values.payload(source) instanceof PyStr s) {
            if (encoding == null) {
                throw Errors.typeError("string argument without an encoding");
            }
            return TextCodecs.encode(x, s, encoding, errors);
        }
        if (encoding != null || errors != null) {
            throw Errors.typeError(
                    encoding != null ? "encoding without a string argument" : "errors without a string argument");
        }
        if (source instanceof PyBytes) {
            return source;
        }
        PyObject method = source.type().lookup(Names.BYTES);
        if (method != null) {
            Frame caller = x.top;
            return Finish.BYTES_RESULT.on(
                    x, caller, x.callSpecial(source, method, new PyObject[] {source}, null), null, null);
        }
        return of(x, source, RANGE);
    }

    /** Bytes of a count, a bytes-like object or an iterable; {@code rangeMessage} for items that are no bytes. */
    static PyObject of(Execution x, PyObject source, String rangeMessage) {
        byte[] b = Buffers.bytesOrNull(source);
        if (b != null) {
            return ByteKind.BYTES.make(b.clone());
        }
        if (Conversions.isIndex(source)) {
            return ByteKind.BYTES.make(new byte[count(x, source)]);
        }
        if (source.type().unary(Slot.ITER) == null && source.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError(
                    "cannot convert '%s' object to bytes", source.type().name());
        }
        return new ItemsFrame(source, rangeMessage).gather(x);
    }

    private static int count(Execution x, PyObject o) {
        PyInteger i = Conversions.indexValue(x, o);
        if (!i.isLong()) {
            throw Errors.overflowError(
                    "cannot fit '%s' into an index-sized integer", o.type().name());
        }
        if (i.signum() < 0) {
            throw Errors.valueError("negative count");
        }
        if (i.longValue() > Integer.MAX_VALUE - 16) {
            throw Errors.of(ExceptionTypes.MEMORY_ERROR);
        }
        return (int) i.longValue();
    }

    /** Makes bytes of the ints of an iterable. */
    public static final class ItemsFrame extends OctetsFrame {
        /** For unpickling. */
        public ItemsFrame() {}

        ItemsFrame(PyObject iterable, String rangeMessage) {
            super(iterable, PyStr.of(rangeMessage), null);
        }

        @Override
        protected PyObject gathered(Execution x, PyObject[] items) {
            return ByteKind.BYTES.make(octets(items, a.toString()));
        }
    }

    /** Takes ints. */
    abstract static class OctetsFrame extends GatherFrame {
        OctetsFrame() {}

        OctetsFrame(PyObject iterable, PyObject a, PyObject b) {
            super(iterable, a, b);
        }

        @Override
        protected boolean isPlain(PyObject item) {
            return Values.payload(item) instanceof PyInteger;
        }

        @Override
        protected PyObject converted(Execution x, PyObject item) {
            return Conversions.index(x, item);
        }
    }

    /** @param items ints */
    static byte[] octets(PyObject[] items, String rangeMessage) {
        byte[] out = new byte[items.length];
        for (int i = 0; i < items.length; i++) {
            out[i] = ByteKind.octet((PyInteger) Values.payload(items[i]), rangeMessage);
        }
        return out;
    }

    /** The bytes of a bytes-like object or an iterable, now. A Python iterator runs nested (blocking). */
    static byte[] fromIterableNow(Execution x, PyObject o) {
        byte[] b = Buffers.bytesOrNull(o);
        if (b != null) {
            return b;
        }
        if (ByteKind.isText(o)) {
            throw Errors.typeError("cannot convert 'str' object to bytes");
        }
        if (o.type().lookup(Names.BYTES) == null
                && o.type().unary(Slot.ITER) == null
                && o.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError(
                    "cannot convert '%s' object to bytes", o.type().name());
        }
        return Buffers.bytes(x.await(() -> x.call(PyBytes.TYPE, o)));
    }
}
