package org.picklejar.text.codec;

import java.util.Locale;
import org.picklejar.text.StringText;

/** A part of the input that a codec cannot convert: Python's UnicodeEncodeError (with a text) or UnicodeDecodeError (with bytes). */
public final class CodingError extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String encoding;
    private final String text;
    private final transient byte[] bytes;
    private final int from;
    private final int to;
    private final String reason;

    private CodingError(String encoding, String text, byte[] bytes, int from, int to, String reason) {
        this.encoding = encoding;
        this.text = text;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.reason = reason;
    }

    /** {@code from} and {@code to} count UTF-16 units. */
    public static CodingError encode(String encoding, String text, int from, int to, String reason) {
        return new CodingError(encoding, text, null, from, to, reason);
    }

    public static CodingError decode(String encoding, byte[] bytes, int from, int to, String reason) {
        return new CodingError(encoding, null, bytes, from, to, reason);
    }

    /** Errors that a handler cures are many and cheap: they carry no trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    public String encoding() {
        return encoding;
    }

    /** The text that was to be encoded, null for a decoding error. */
    public String text() {
        return text;
    }

    /** The bytes that were to be decoded, null for an encoding error. */
    public byte[] bytes() {
        return bytes;
    }

    public String reason() {
        return reason;
    }

    public boolean isEncoding() {
        return text != null;
    }

    /** The start of the part, in code points or bytes. */
    public int start() {
        return isEncoding() ? text.codePointCount(0, from) : from;
    }

    /** The end of the part, in code points or bytes. */
    public int end() {
        return isEncoding() ? text.codePointCount(0, to) : to;
    }

    /** The start in UTF-16 units or bytes. */
    int from() {
        return from;
    }

    /** The end in UTF-16 units or bytes. */
    int to() {
        return to;
    }

    /** Python's {@code str(error)}. */
    @Override
    public String getMessage() {
        int start = start();
        int end = end();
        if (!isEncoding()) {
            String what = end == start + 1
                    ? String.format(Locale.ROOT, "byte 0x%02x in position %d", bytes[start] & 0xFF, start)
                    : "bytes in position " + start + "-" + (end - 1);
            return "'" + encoding + "' codec can't decode " + what + ": " + reason;
        }
        String what = "characters in position " + start + "-" + (end - 1);
        if (end == start + 1) {
            String shown = StringText.ascii(Character.toString(text.codePointAt(from)));
            what = "character '"
                    + (shown.startsWith("'\\") && shown.length() > 4
                            ? shown.substring(1, shown.length() - 1)
                            : String.format(Locale.ROOT, "\\x%02x", text.codePointAt(from)))
                    + "' in position " + start;
        }
        return "'" + encoding + "' codec can't encode " + what + ": " + reason;
    }
}
