package org.picklejar.modules.posix;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.modules.OsFailure;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.TextCodecs;
import org.picklejar.ops.Values;
import org.picklejar.text.codec.CodingError;
import org.picklejar.text.codec.ErrorHandlers;
import org.picklejar.text.codec.Utf8;

/**
 * A file argument: a name, or a descriptor.
 *
 * @param original as the program gave it, for exceptions; null when it was None
 * @param text the name, or null
 * @param isBytes whether it came as bytes, so names that go back are bytes
 */
public record FileName(PyObject original, String text, int fd, boolean isBytes) {
    /** What may be given. */
    enum Accept {
        NAME,
        NAME_OR_FD,
        NAME_FD_OR_NONE
    }

    /** As the program gave it. */
    PyObject orNone() {
        return original == null ? PySingleton.NONE : original;
    }

    static FileName of(Execution x, PyObject o, String function, Accept accept) {
        PyObject v = Values.payload(o);
        if (v instanceof PyStr s) {
            return new FileName(o, check(s.toString(), function), -1, false);
        } else if (v instanceof PyBytes b) {
            return new FileName(o, check(decode(b.value), function), -1, true);
        } else if (accept != Accept.NAME && v instanceof PyInteger) {
            return new FileName(o, null, Values.toInt(v), false);
        } else if (accept == Accept.NAME_FD_OR_NONE && v == PySingleton.NONE) {
            return new FileName(null, ".", -1, false);
        }
        String more = accept == Accept.NAME
                ? " or os.PathLike"
                : accept == Accept.NAME_OR_FD ? ", os.PathLike or integer" : ", os.PathLike, integer or None";
        throw Errors.typeError(
                "%s: path should be string, bytes%s, not %s",
                function, more, o.type().name());
    }

    private static String check(String s, String function) {
        if (s.indexOf('\0') >= 0) {
            throw Errors.valueError("%s: embedded null character in path", function);
        }
        return s;
    }

    /** Bytes of a name as text ({@code os.fsdecode}). */
    static String decode(byte[] b) {
        return Utf8.decode(b, ErrorHandlers.SURROGATE_ESCAPE, true).text();
    }

    /** {@code os.fsencode}. */
    static byte[] encode(String s) {
        return Utf8.encode(s, ErrorHandlers.SURROGATE_ESCAPE);
    }

    /** A name for the program, of the kind that was given. */
    PyObject give(String name) {
        return isBytes ? new PyBytes(encode(name)) : PyStr.of(name);
    }

    Path path(Execution x) {
        if (text == null) {
            String p = FileTable.of(x).get(fd).path();
            if (p == null) {
                p = "/proc/self/fd/" + fd;
            }
            return Path.of(p);
        }
        if (text.isEmpty()) {
            throw OsFailure.of(OsFailure.ENOENT, original);
        }
        try {
            return Environment.of(x).directory().resolve(text);
        } catch (InvalidPathException e) {
            throw impossible(text, original);
        }
    }

    /**
     * Why Java can name no file so.
     *
     * @param name what a message shows
     */
    static PyException impossible(String text, PyObject name) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean paired = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isSurrogate(c) && !paired && (c < 0xdc80 || c > 0xdcff)) {
                return TextCodecs.exception(
                        CodingError.encode("utf-8", text, i, i + 1, "surrogates not allowed"), PyStr.of(text));
            }
            i += paired ? 1 : 0;
        }
        return OsFailure.of(OsFailure.ENOENT, name);
    }

    /** Text from a bytes-like or str argument that is no file name. */
    static String argument(PyObject o) {
        if (Values.payload(o) instanceof PyStr s) {
            return s.toString();
        }
        return new String(Buffers.bytes(o), StandardCharsets.UTF_8);
    }
}
