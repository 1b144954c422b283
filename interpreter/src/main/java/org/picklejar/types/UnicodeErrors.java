package org.picklejar.types;

import java.util.Locale;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError. */
final class UnicodeErrors {
    private UnicodeErrors() {}

    static void define(PyType type, TypeBuilder<PyBaseException> b) {
        String[] members = ExceptionTypes.members(type);
        b.call(Slot.INIT, (x, o, args, names) -> {
                    ExceptionTables.initBase(x, o, args, names);
                    if (args.length != members.length) {
                        throw Errors.typeError(
                                "function takes exactly %d arguments (%d given)", members.length, args.length);
                    }
                    for (int i = 0; i < members.length; i++) {
                        ((PyBaseException) o).setMember(members[i], checked(type, members, i, args[i]));
                    }
                    return PySingleton.NONE;
                })
                .rawUnaryTail(Slot.STR, (x, o) -> PyStr.of(text(x, (PyBaseException) o)));
    }

    private static PyObject checked(PyType type, String[] members, int i, PyObject v) {
        PyObject p = Values.payload(v);
        switch (members[i]) {
            case "start", "end" -> {
                if (!(p instanceof PyInteger n)) {
                    throw Errors.typeError(
                            "'%s' object cannot be interpreted as an integer",
                            v.type().name());
                }
                if (n.big().bitLength() > 63) {
                    throw Errors.overflowError("Python int too large to convert to C ssize_t");
                }
                return v;
            }
            case "object" -> {
                if (type == ExceptionTypes.UNICODE_DECODE_ERROR) {
                    return p instanceof PyBytes ? v : new PyBytes(Buffers.bytes(v));
                }
            }
            default -> {}
        }
        if (!(p instanceof PyStr)) {
            throw Errors.typeError(
                    "argument %d must be str, not %s", i + 1, v.type().name());
        }
        return v;
    }

    /** A position; what a program has assigned to it need be none. */
    private static long number(PyObject o) {
        return Values.payload(o) instanceof PyInt i ? i.value : 0;
    }

    private static String text(Execution x, PyBaseException e) {
        PyObject object = e.member("object");
        if (object == null) {
            return "";
        }
        long start = number(e.member("start"));
        long end = number(e.member("end"));
        String reason = Text.strNow(x, e.member("reason"));
        boolean decode = e.type().isSubtypeOf(ExceptionTypes.UNICODE_DECODE_ERROR);
        boolean translate = e.type().isSubtypeOf(ExceptionTypes.UNICODE_TRANSLATE_ERROR);
        String codec = translate ? "" : "'" + Text.strNow(x, e.member("encoding")) + "' codec ";
        String verb = decode ? "can't decode " : translate ? "can't translate " : "can't encode ";
        if (end == start + 1) {
            if (decode && Values.payload(object) instanceof PyBytes b && start >= 0 && start < b.value.length) {
                return String.format(
                        Locale.ROOT,
                        "%s%sbyte 0x%02x in position %d: %s",
                        codec,
                        verb,
                        b.value[(int) start] & 0xff,
                        start,
                        reason);
            }
            if (Values.payload(object) instanceof PyStr s && start >= 0 && start < s.length()) {
                int c = s.codePointAt((int) start);
                String shown = c < 256
                        ? String.format(Locale.ROOT, "\\x%02x", c)
                        : c < 65536
                                ? String.format(Locale.ROOT, "\\u%04x", c)
                                : String.format(Locale.ROOT, "\\U%08x", c);
                return String.format(
                        Locale.ROOT, "%s%scharacter '%s' in position %d: %s", codec, verb, shown, start, reason);
            }
        }
        return String.format(
                Locale.ROOT,
                "%s%s%s in position %d-%d: %s",
                codec,
                verb,
                decode ? "bytes" : "characters",
                start,
                end - 1,
                reason);
    }
}
