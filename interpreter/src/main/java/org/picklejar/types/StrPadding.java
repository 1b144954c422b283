package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.TextBuilder;
import org.picklejar.ops.Values;

/** The methods of str that fill up to a width. */
final class StrPadding {
    private StrPadding() {}

    static void define(TypeBuilder<PyStr> b) {
        b.method("ljust(self, width: index, fillchar=' ', /)", (s, w, f) -> {
                    int missing = missing(s, w);
                    return pad(s, 0, missing, fill(f));
                })
                .method("rjust(self, width: index, fillchar=' ', /)", (s, w, f) -> {
                    int missing = missing(s, w);
                    return pad(s, missing, 0, fill(f));
                })
                .method("center(self, width: index, fillchar=' ', /)", (s, w, f) -> {
                    int missing = missing(s, w);
                    int left = missing / 2 + (missing & (missing + s.length()) & 1);
                    return pad(s, left, missing - left, fill(f));
                })
                .method("zfill(self, width: index, /)", StrPadding::zeroFill)
                .method("expandtabs(self, /, tabsize: index = 8)", StrPadding::expandTabs);
    }

    private static int missing(PyStr s, PyObject width) {
        long w = Values.toLong(width);
        if (w > Integer.MAX_VALUE - 16) {
            throw Errors.of(ExceptionTypes.MEMORY_ERROR);
        }
        return (int) Math.max(0, w - s.length());
    }

    private static int fill(PyObject o) {
        if (!(Values.payload(o) instanceof PyStr s)) {
            throw Errors.typeError(
                    "The fill character must be a unicode character, not %s",
                    o.type().name());
        }
        if (s.length() != 1) {
            throw Errors.typeError("The fill character must be exactly one character long");
        }
        return s.codePointAt(0);
    }

    private static PyStr pad(PyStr s, int left, int right, int fill) {
        return left + right == 0
                ? s
                : new TextBuilder()
                        .repeat(fill, left)
                        .append(s)
                        .repeat(fill, right)
                        .toStr();
    }

    private static PyObject zeroFill(PyStr s, PyObject width) {
        int missing = missing(s, width);
        if (missing == 0) {
            return s;
        }
        int sign = s.length() > 0 && (s.codePointAt(0) == '+' || s.codePointAt(0) == '-') ? 1 : 0;
        return new TextBuilder()
                .append(s, 0, sign)
                .repeat('0', missing)
                .append(s, sign, s.length())
                .toStr();
    }

    private static PyObject expandTabs(PyStr s, PyObject size) {
        int tab = Values.toInt(size);
        TextBuilder out = new TextBuilder();
        int column = 0;
        for (int i = 0, n = s.length(); i < n; i++) {
            int c = s.codePointAt(i);
            if (c == '\t') {
                int fill = tab > 0 ? tab - column % tab : 0;
                out.repeat(' ', fill);
                column += fill;
            } else {
                out.appendCodePoint(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return out.toStr();
    }
}
