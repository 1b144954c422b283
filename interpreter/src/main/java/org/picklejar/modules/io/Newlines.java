package org.picklejar.modules.io;

import org.picklejar.core.Errors;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Values;
import org.picklejar.text.StringText;

/** How a text stream treats line ends: the argument {@code newline} of {@code open}. */
enum Newlines {
    /** None: all ends are read as \n. */
    UNIVERSAL(null),
    /** '': all ends are known, none is changed. */
    KEEP(""),
    LF("\n"),
    CR("\r"),
    CRLF("\r\n");

    final String text;

    Newlines(String text) {
        this.text = text;
    }

    static Newlines of(PyObject o, String function) {
        if (o == null || o == PySingleton.NONE) {
            return UNIVERSAL;
        }
        if (!(Values.payload(o) instanceof PyStr s)) {
            throw Errors.typeError(
                    "%s argument 'newline' must be str or None, not %s",
                    function, o.type().name());
        }
        for (Newlines n : values()) {
            if (s.toString().equals(n.text)) {
                return n;
            }
        }
        throw Errors.valueError("illegal newline value: %s", StringText.repr(s.toString()));
    }

    boolean readsUniversal() {
        return this == UNIVERSAL || this == KEEP;
    }

    /** What \n becomes when it is written; null when it stays. The system's line end is \n. */
    String written() {
        return this == CR || this == CRLF ? text : null;
    }

    /** Where the line that starts at {@code from} ends, behind its line end; -1 when no end is in the text. */
    int lineEnd(String s, int from) {
        return lineEnd(s, from, s.length());
    }

    int lineEnd(CharSequence s, int from, int to) {
        if (this == UNIVERSAL || this == LF) {
            int i = s instanceof String t ? t.indexOf('\n', from) : indexOf(s, '\n', from, to);
            return i < 0 || i >= to ? -1 : i + 1;
        }
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            boolean cr = c == '\r';
            boolean crlf = cr && i + 1 < to && s.charAt(i + 1) == '\n';
            switch (this) {
                case KEEP -> {
                    if (c == '\n' || cr) {
                        return crlf ? i + 2 : i + 1;
                    }
                }
                case CR -> {
                    if (cr) {
                        return i + 1;
                    }
                }
                default -> {
                    if (crlf) {
                        return i + 2;
                    }
                }
            }
        }
        return -1;
    }

    private static int indexOf(CharSequence s, char c, int from, int to) {
        for (int i = from; i < to; i++) {
            if (s.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }
}
