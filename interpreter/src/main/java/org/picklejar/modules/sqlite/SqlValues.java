package org.picklejar.modules.sqlite;

import java.sql.SQLException;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.TextCodecs;
import org.picklejar.ops.Values;
import org.picklejar.text.codec.CodingError;
import org.picklejar.text.codec.ErrorHandlers;
import org.picklejar.text.codec.Utf8;

/** Python's values as those of SQLite, and the reverse. */
final class SqlValues {
    private static final char REPLACEMENT = '\ufffd';

    private SqlValues() {}

    /**
     * A value as the driver takes it.
     *
     * @return null for None; a Long, Double, String or byte[]; NOTHING when it has no form in SQLite
     */
    static Object toSql(PyObject o) {
        PyObject v = Values.payload(o);
        if (v == PySingleton.NONE) {
            return null;
        } else if (v instanceof PyInteger i) {
            if (!i.isLong()) {
                throw Errors.overflowError("Python int too large to convert to SQLite INTEGER");
            }
            return i.longValue();
        } else if (v instanceof PyFloat f) {
            return f.value;
        } else if (v instanceof PyStr s) {
            return text(s);
        } else if (v instanceof PyMemoryView m && !m.isContiguous()) {
            throw Errors.of(ExceptionTypes.BUFFER_ERROR, "memoryview: underlying buffer is not C-contiguous");
        }
        byte[] b = Buffers.bytesOrNull(o);
        return b == null ? NOTHING : b;
    }

    static final Object NOTHING = new Object();

    /** @throws org.picklejar.core.PyException UnicodeEncodeError */
    static String text(PyStr s) {
        String text = s.toString();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                try {
                    Utf8.encode(text, ErrorHandlers.STRICT);
                } catch (CodingError e) {
                    throw TextCodecs.exception(e, s);
                }
                break;
            }
        }
        return text;
    }

    /**
     * Text of a value.
     *
     * @param decoded as the driver decodes it
     * @param bytes what it decodes
     * @return null when they are not UTF-8
     */
    static PyStr fromText(String decoded, Bytes bytes) throws SQLException {
        if (decoded.indexOf(REPLACEMENT) >= 0) {
            try {
                return PyStr.of(
                        Utf8.decode(bytes.get(), ErrorHandlers.STRICT, true).text());
            } catch (CodingError e) {
                return null;
            }
        }
        return PyStr.of(decoded);
    }

    /** Where the bytes of a value are. */
    @FunctionalInterface
    interface Bytes {
        byte[] get() throws SQLException;
    }

    static PyObject blob(byte[] b) {
        return b == null ? PyBytes.EMPTY : new PyBytes(b);
    }

    /** All of them; ProgrammingError for one that has no form in SQLite. */
    static Object[] toSql(PyTuple values) {
        Object[] out = new Object[values.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = toSql(values.get(i));
            if (out[i] == NOTHING) {
                throw SqliteErrors.programming(
                        "Error binding parameter %d: type '%s' is not supported",
                        i + 1, values.get(i).type().name());
            }
        }
        return out;
    }
}
