package org.picklejar.text.codec;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.function.IntFunction;
import org.picklejar.text.codec.ErrorHandler.Replacement;
import org.picklejar.text.unicode.CharacterNames;

/** The error handlers of the {@code codecs} module. */
public final class ErrorHandlers {
    public static final ErrorHandler STRICT = error -> {
        throw error;
    };
    public static final ErrorHandler IGNORE = error -> Replacement.of("");
    public static final ErrorHandler REPLACE = error -> Replacement.of(
            error.isEncoding() ? "?".repeat(error.text().codePointCount(error.from(), error.to())) : "\uFFFD");
    public static final ErrorHandler BACKSLASH_REPLACE = ErrorHandlers::backslashReplace;
    public static final ErrorHandler XML_CHARACTER_REPLACE = error -> eachCharacter(error, c -> "&#" + c + ";");
    public static final ErrorHandler NAME_REPLACE = error -> eachCharacter(error, c -> {
        String name = CharacterNames.name(c);
        return name == null ? escape(c) : "\\N{" + name + "}";
    });
    public static final ErrorHandler SURROGATE_ESCAPE = ErrorHandlers::surrogateEscape;
    public static final ErrorHandler SURROGATE_PASS = ErrorHandlers::surrogatePass;

    private ErrorHandlers() {}

    /** The handler of a standard name, null for another name. */
    public static ErrorHandler named(String name) {
        switch (name) {
            case "strict":
                return STRICT;
            case "ignore":
                return IGNORE;
            case "replace":
                return REPLACE;
            case "backslashreplace":
                return BACKSLASH_REPLACE;
            case "xmlcharrefreplace":
                return XML_CHARACTER_REPLACE;
            case "namereplace":
                return NAME_REPLACE;
            case "surrogateescape":
                return SURROGATE_ESCAPE;
            case "surrogatepass":
                return SURROGATE_PASS;
            default:
                return null;
        }
    }

    private static Replacement eachCharacter(CodingError error, IntFunction<String> replacement) {
        if (!error.isEncoding()) {
            throw new IllegalArgumentException("don't know how to handle UnicodeDecodeError in error callback");
        }
        StringBuilder out = new StringBuilder();
        error.text().substring(error.from(), error.to()).codePoints().forEach(c -> out.append(replacement.apply(c)));
        return Replacement.of(out.toString());
    }

    private static String escape(int c) {
        return c < 0x100
                ? String.format(Locale.ROOT, "\\x%02x", c)
                : c < 0x10000 ? String.format(Locale.ROOT, "\\u%04x", c) : String.format(Locale.ROOT, "\\U%08x", c);
    }

    private static Replacement backslashReplace(CodingError error) {
        if (error.isEncoding()) {
            return eachCharacter(error, ErrorHandlers::escape);
        }
        StringBuilder out = new StringBuilder();
        for (int i = error.from(); i < error.to(); i++) {
            out.append(escape(error.bytes()[i] & 0xFF));
        }
        return Replacement.of(out.toString());
    }

    private static Replacement surrogateEscape(CodingError error) {
        if (error.isEncoding()) {
            byte[] bytes = new byte[error.to() - error.from()];
            for (int i = 0; i < bytes.length; i++) {
                char c = error.text().charAt(error.from() + i);
                if (!isEscaped(c)) {
                    throw error;
                }
                bytes[i] = (byte) c;
            }
            return Replacement.of(bytes);
        }
        // An error is at most four bytes long; bytes of ASCII are never escaped.
        StringBuilder out = new StringBuilder();
        int i = error.from();
        while (i < error.to() && out.length() < 4 && error.bytes()[i] < 0) {
            out.append((char) (0xDC00 + (error.bytes()[i++] & 0xFF)));
        }
        if (out.length() == 0) {
            throw error;
        }
        return new Replacement(out.toString(), null, i);
    }

    /** Whether the character stands for a byte under surrogateescape. */
    static boolean isEscaped(int c) {
        return c >= 0xDC80 && c <= 0xDCFF;
    }

    private static Replacement surrogatePass(CodingError error) {
        String name = error.encoding().toLowerCase(Locale.ROOT).replace('_', '-');
        int width = name.equals("utf-8") || name.equals("utf8")
                ? 3
                : name.startsWith("utf-16") || name.startsWith("utf16")
                        ? 2
                        : name.startsWith("utf-32") || name.startsWith("utf32") ? 4 : 0;
        if (width == 0) {
            throw error;
        }
        boolean big = name.endsWith("be");
        if (error.isEncoding()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int i = error.from(); i < error.to(); i++) {
                char c = error.text().charAt(i);
                if (!Character.isSurrogate(c)) {
                    throw error;
                }
                if (width == 3) {
                    out.write(0xE0 | c >> 12);
                    out.write(0x80 | c >> 6 & 0x3F);
                    out.write(0x80 | c & 0x3F);
                } else {
                    for (int k = 0; k < width; k++) {
                        int shift = 8 * (big ? width - 1 - k : k);
                        out.write(c >> shift & 0xFF);
                    }
                }
            }
            return Replacement.of(out.toByteArray());
        }
        int c = surrogateAt(error.bytes(), error.from(), width, big);
        if (c < 0xD800 || c > 0xDFFF) {
            throw error;
        }
        return new Replacement(String.valueOf((char) c), null, error.from() + width);
    }

    private static int surrogateAt(byte[] bytes, int at, int width, boolean big) {
        if (bytes.length - at < width) {
            return -1;
        }
        if (width == 3) {
            boolean wellFormed =
                    (bytes[at] & 0xF0) == 0xE0 && (bytes[at + 1] & 0xC0) == 0x80 && (bytes[at + 2] & 0xC0) == 0x80;
            return wellFormed ? (bytes[at] & 15) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F : -1;
        }
        int c = 0;
        for (int k = 0; k < width; k++) {
            c |= (bytes[at + k] & 0xFF) << 8 * (big ? width - 1 - k : k);
        }
        return c;
    }
}
