package org.picklejar.text.codec;

import org.picklejar.text.codec.ErrorHandler.Replacement;

/** The text a decoder builds, and its way through the error handler. */
final class DecodeBuffer {
    final StringBuilder out;
    private final byte[] bytes;
    private final ErrorHandler handler;

    DecodeBuffer(byte[] bytes, ErrorHandler handler) {
        this.bytes = bytes;
        this.handler = handler;
        this.out = new StringBuilder(bytes.length);
    }

    /** Lets the handler cure the error and gives the position to go on at. */
    int fail(String encoding, int from, int to, String reason) {
        Replacement r = handler.handle(CodingError.decode(encoding, bytes, from, to, reason));
        if (r.text() == null) {
            throw new IllegalArgumentException("decoding error handler must return (str, int) tuple");
        }
        out.append(r.text());
        return position(r.position(), to, bytes.length);
    }

    static int position(int position, int behind, int length) {
        if (position == Replacement.BEHIND) {
            return behind;
        }
        int p = position < 0 ? position + length : position;
        if (p < 0 || p > length) {
            throw new IndexOutOfBoundsException("position " + p + " from error handler out of bounds");
        }
        return p;
    }

    Decoded result(int consumed) {
        return new Decoded(out.toString(), consumed);
    }
}
