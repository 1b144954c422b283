package org.picklejar.text.codec;

import java.io.ByteArrayOutputStream;
import org.picklejar.text.codec.ErrorHandler.Replacement;

/** The common loop of the encoders that turn one character after another into bytes. */
abstract class CharacterEncoder {
    private final String encoding;
    private final String reason;
    final ByteArrayOutputStream out;

    CharacterEncoder(String encoding, String reason, int sizeHint) {
        this.encoding = encoding;
        this.reason = reason;
        this.out = new ByteArrayOutputStream(sizeHint + 16);
    }

    abstract boolean canEncode(int c);

    /** Appends a character that can be encoded. */
    abstract void put(int c);

    /** Whether characters that cannot be encoded and stand side by side make one error. */
    boolean joinsErrors() {
        return true;
    }

    /** Whether a replacement text may hold characters beyond ASCII. */
    boolean takesAnyReplacement() {
        return true;
    }

    /** Replacement bytes come in multiples of this size. */
    int unit() {
        return 1;
    }

    /** Whether surrogateescape cures the first characters of an error even when it cannot cure all. */
    boolean escapesInPart() {
        return false;
    }

    byte[] encode(String text, ErrorHandler handler) {
        int n = text.length();
        for (int i = 0; i < n; ) {
            int c = text.codePointAt(i);
            if (canEncode(c)) {
                put(c);
                i += Character.charCount(c);
            } else {
                i = fail(text, i, handler);
            }
        }
        return out.toByteArray();
    }

    private int fail(String text, int start, ErrorHandler handler) {
        int from = start;
        int to = from + Character.charCount(text.codePointAt(from));
        int c;
        while (joinsErrors() && to < text.length() && !canEncode(c = text.codePointAt(to))) {
            to += Character.charCount(c);
        }
        if (handler == ErrorHandlers.SURROGATE_ESCAPE && escapesInPart()) {
            while (from < to && ErrorHandlers.isEscaped(text.charAt(from))) {
                out.write(text.charAt(from++));
            }
            if (from == to) {
                return to;
            }
        }
        CodingError error = CodingError.encode(encoding, text, from, to, reason);
        Replacement r = handler.handle(error);
        if (r.bytes() != null) {
            if (r.bytes().length % unit() != 0) {
                throw error;
            }
            out.writeBytes(r.bytes());
        } else {
            boolean fits = r.text().codePoints().allMatch(x -> canEncode(x) && (x < 0x80 || takesAnyReplacement()));
            if (!fits) {
                throw error;
            }
            r.text().codePoints().forEach(this::put);
        }
        if (r.position() == Replacement.BEHIND) {
            return to;
        }
        int length = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, DecodeBuffer.position(r.position(), 0, length));
    }
}
