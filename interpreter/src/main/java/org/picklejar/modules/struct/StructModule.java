package org.picklejar.modules.struct;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;
import org.picklejar.text.Memo;
import org.picklejar.text.StructFormat;

/** The module {@code _struct}. */
public final class StructModule {
    public static final PyType ERROR = PyType.builtin("error", PyBaseException.class, ExceptionTypes.EXCEPTION)
            .inModule("struct")
            .withDict();

    /** What formats were parsed to, as CPython keeps them. */
    private static final Memo<StructFormat> FORMATS = new Memo<>(100);

    private StructModule() {}

    public static PyModule create(Execution x) {
        return new ModuleBuilder("_struct")
                .constant("error", ERROR)
                .constant("Struct", PyStruct.TYPE)
                .function("calcsize(format, /)", f -> PyInt.of(parse(f).size()))
                .tailN("pack(format, /, *values)", (e, a) -> new PyBytes(pack(e, parse(a[0]), (PyTuple) a[1])))
                .tailN(
                        "pack_into(format, buffer, offset: index, /, *values)",
                        (e, a) -> packInto(e, parse(a[0]), a[1], a[2], (PyTuple) a[3]))
                .function("unpack(format, buffer, /)", (f, b) -> unpack(parse(f), b))
                .tail(
                        "unpack_from(format, /, buffer, offset: index = 0)",
                        (e, f, b, at) -> unpackFrom(e, parse(f), b, at))
                .function("iter_unpack(format, buffer, /)", (f, b) -> new UnpackIterator(f, parse(f), b))
                .function("_clearcache()", () -> {
                    FORMATS.clear();
                    return PySingleton.NONE;
                })
                .build();
    }

    static PyException error(String message) {
        return Errors.of(ERROR, PyStr.of(message));
    }

    static StructFormat parse(PyObject format) {
        if (format instanceof PyStruct s) {
            return s.format;
        }
        PyObject f = Values.payload(format);
        String text;
        if (f instanceof PyStr s) {
            text = s.toString();
        } else if (f instanceof PyBytes b) {
            text = new String(b.value, StandardCharsets.ISO_8859_1);
        } else {
            throw Errors.typeError(
                    "Struct() argument 1 must be a str or bytes object, not %s",
                    format.type().name());
        }
        try {
            return FORMATS.of(text, StructFormat::parse);
        } catch (IllegalArgumentException e) {
            throw error(e.getMessage());
        }
    }

    static byte[] pack(Execution x, StructFormat f, PyTuple values) {
        String codes = f.codes();
        if (values.size() != codes.length()) {
            throw error("pack expected " + codes.length() + " items for packing (got " + values.size() + ")");
        }
        Object[] items = new Object[values.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(x, codes.charAt(i), values.get(i));
        }
        try {
            return f.pack(items);
        } catch (IllegalArgumentException e) {
            throw error(e.getMessage());
        } catch (ArithmeticException e) {
            throw Errors.overflowError(e.getMessage());
        }
    }

    private static Object item(Execution x, char code, PyObject v) {
        switch (code) {
            case 'c', 's', 'p' -> {
                PyObject b = Values.payload(v);
                return b instanceof PyBytes || b instanceof PyByteArray ? Buffers.bytes(b) : v;
            }
            case '?' -> {
                return Truth.test(x, v);
            }
            case 'e', 'f', 'd' -> {
                try {
                    return Conversions.toDouble(x, v);
                } catch (PyException e) {
                    throw e.is(ExceptionTypes.TYPE_ERROR) ? error("required argument is not a float") : e;
                }
            }
            default -> {
                if (!Conversions.isIndex(v)) {
                    throw error("required argument is not an integer");
                }
                PyInteger i = Conversions.indexValue(x, v);
                return i instanceof PyInt n ? (Object) n.value : i.big();
            }
        }
    }

    static PyObject packInto(Execution x, StructFormat f, PyObject buffer, PyObject offset, PyTuple values) {
        ByteBufferOwner owner = Values.payload(buffer) instanceof ByteBufferOwner o ? o : null;
        int base = 0;
        int length = owner == null ? 0 : owner.byteLength();
        boolean readOnly = owner != null && owner.isReadOnly();
        if (buffer instanceof PyMemoryView m && m.isContiguous()) {
            m.checkReleased();
            owner = m.owner;
            base = m.offset;
            length = m.byteLength();
            readOnly = m.readOnly;
        }
        if (owner == null || readOnly) {
            throw Errors.typeError(
                    "argument must be read-write bytes-like object, not %s",
                    buffer.type().name());
        }
        byte[] packed = pack(x, f, values);
        int at = position(f, length, Values.toLong(offset), "pack_into", "for packing");
        owner.write(base + at, packed, 0, packed.length);
        return PySingleton.NONE;
    }

    private static int position(StructFormat f, int length, long offset, String function, String purpose) {
        long at = offset;
        if (at < 0) {
            if (at + f.size() > 0) {
                throw error(
                        function.startsWith("pack")
                                ? "no space to pack " + f.size() + " bytes at offset " + offset
                                : "not enough data to unpack " + f.size() + " bytes at offset " + offset);
            }
            if (at + length < 0) {
                throw error("offset " + offset + " out of range for " + length + "-byte buffer");
            }
            at += length;
        }
        if (length - at < f.size()) {
            throw error(function + " requires a buffer of at least " + (f.size() + at) + " bytes " + purpose + " "
                    + f.size() + " bytes at offset " + at + " (actual buffer size is " + length + ")");
        }
        return (int) at;
    }

    static PyTuple unpack(StructFormat f, PyObject buffer) {
        Buffers.Stretch b = Buffers.stretch(buffer);
        if (b.length() != f.size()) {
            throw error("unpack requires a buffer of " + f.size() + " bytes");
        }
        return values(f, b.storage(), b.offset());
    }

    static PyTuple unpackFrom(Execution x, StructFormat f, PyObject buffer, PyObject offset) {
        Buffers.Stretch b = Buffers.stretch(buffer);
        int at = position(f, b.length(), Values.toLong(offset), "unpack_from", "for unpacking");
        return values(f, b.storage(), b.offset() + at);
    }

    static PyTuple values(StructFormat f, byte[] b, int at) {
        Object[] found = f.unpackFrom(b, at);
        PyObject[] items = new PyObject[found.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = value(found[i]);
        }
        return PyTuple.of(items);
    }

    private static PyObject value(Object o) {
        if (o instanceof Long i) {
            return PyInt.of(i);
        }
        return o instanceof BigInteger i
                ? PyInteger.of(i)
                : o instanceof Double d
                        ? new PyFloat(d)
                        : o instanceof Boolean b ? PyBool.of(b) : new PyBytes((byte[]) o);
    }
}
