package org.picklejar.modules.sre;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.text.regex.Subject;

/** The text that a pattern looks at. */
final class Haystack {
    /** As the program gave it. */
    final PyObject object;

    private final PyStr text;
    private final byte[] bytes;
    final Subject subject;

    /** @throws org.picklejar.core.PyException TypeError when the pattern is of the other kind */
    Haystack(SrePattern pattern, PyObject object) {
        this.object = object;
        if (Values.payload(object) instanceof PyStr s) {
            text = s;
            bytes = null;
            if (pattern.kind() == SrePattern.Kind.BYTES) {
                throw Errors.typeError("cannot use a bytes pattern on a string-like object");
            }
            subject = s.isSimple() ? new Subject.Units(s.toString()) : new Subject.CodePoints(s.codePoints());
            return;
        }
        text = null;
        bytes = Buffers.bytesOrNull(object);
        if (bytes == null) {
            throw Errors.typeError(
                    "expected string or bytes-like object, got '%s'",
                    object.type().name());
        }
        if (pattern.kind() == SrePattern.Kind.STR) {
            throw Errors.typeError("cannot use a string pattern on a bytes-like object");
        }
        subject = Subject.of(bytes);
    }

    boolean isBytes() {
        return bytes != null;
    }

    PyObject slice(int from, int to) {
        return slice(object, text, bytes, from, to);
    }

    /** A part of a str or bytes-like object; the object itself when it is whole and exact. */
    static PyObject slice(PyObject object, int from, int to) {
        return Values.payload(object) instanceof PyStr s
                ? slice(object, s, null, from, to)
                : slice(object, null, Buffers.bytes(object), from, to);
    }

    private static PyObject slice(PyObject object, PyStr text, byte[] bytes, int from, int to) {
        if (text != null) {
            return from > to ? PyStr.EMPTY : text.substring(from, Math.min(to, text.length()));
        }
        if (from == 0 && to == bytes.length && object instanceof PyBytes) {
            return object;
        }
        int start = Math.min(from, bytes.length);
        return new PyBytes(Arrays.copyOfRange(bytes, start, Math.max(start, Math.min(to, bytes.length))));
    }

    PyObject empty() {
        return text != null ? PyStr.EMPTY : PyBytes.EMPTY;
    }
}
