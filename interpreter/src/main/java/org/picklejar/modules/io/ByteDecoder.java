package org.picklejar.modules.io;

import java.util.Arrays;
import java.util.Locale;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.TextCodecs;
import org.picklejar.text.codec.ByteOrder;
import org.picklejar.text.codec.CodingError;
import org.picklejar.text.codec.Decoded;
import org.picklejar.text.codec.ErrorHandler;
import org.picklejar.text.codec.SingleByte;
import org.picklejar.text.codec.Utf8;
import org.picklejar.text.codec.WideCodec;

/** Encodes and decodes in pieces, for the encodings that are built in. */
final class ByteDecoder {
    private enum Kind {
        UTF_8,
        LATIN_1,
        ASCII,
        UTF_16,
        UTF_32
    }

    private final Kind kind;
    private final ByteOrder declared;
    private final ErrorHandler handler;
    /** The order of the bytes, once known. */
    private ByteOrder order;
    /** The order in which we write; a mark is written at the start of a file only. */
    private ByteOrder writing;

    private byte[] rest = PyBytes.EMPTY.value;

    private ByteDecoder(Kind kind, ByteOrder declared, ErrorHandler handler) {
        this.kind = kind;
        this.declared = declared;
        this.order = declared;
        this.writing = declared;
        this.handler = handler;
    }

    /** @return null when the encoding is not built in */
    static ByteDecoder of(String encoding, ErrorHandler handler) {
        return switch (encoding.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "utf-8", "utf8", "u8", "cp65001" -> new ByteDecoder(Kind.UTF_8, ByteOrder.LITTLE, handler);
            case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "l1" ->
                new ByteDecoder(Kind.LATIN_1, ByteOrder.LITTLE, handler);
            case "ascii", "us-ascii", "646" -> new ByteDecoder(Kind.ASCII, ByteOrder.LITTLE, handler);
            case "utf-16", "utf16", "u16" -> new ByteDecoder(Kind.UTF_16, ByteOrder.MARKED, handler);
            case "utf-16-le", "utf-16le" -> new ByteDecoder(Kind.UTF_16, ByteOrder.LITTLE, handler);
            case "utf-16-be", "utf-16be" -> new ByteDecoder(Kind.UTF_16, ByteOrder.BIG, handler);
            case "utf-32", "utf32", "u32" -> new ByteDecoder(Kind.UTF_32, ByteOrder.MARKED, handler);
            case "utf-32-le", "utf-32le" -> new ByteDecoder(Kind.UTF_32, ByteOrder.LITTLE, handler);
            case "utf-32-be", "utf-32be" -> new ByteDecoder(Kind.UTF_32, ByteOrder.BIG, handler);
            default -> null;
        };
    }

    String decode(byte[] piece, boolean complete) {
        byte[] in = piece;
        if (rest.length > 0) {
            in = Arrays.copyOf(rest, rest.length + piece.length);
            System.arraycopy(piece, 0, in, rest.length, piece.length);
        }
        try {
            int used;
            String text;
            if (kind == Kind.UTF_16 || kind == Kind.UTF_32) {
                WideCodec.Result r = (kind == Kind.UTF_16 ? WideCodec.UTF_16 : WideCodec.UTF_32)
                        .decode(in, handler, order, complete);
                used = r.consumed();
                text = r.text();
                // Without a mark the order of the machine holds from then on.
                order = r.order() == ByteOrder.MARKED && used > 0 ? ByteOrder.LITTLE : r.order();
            } else {
                Decoded d = kind == Kind.UTF_8
                        ? Utf8.decode(in, handler, complete)
                        : kind == Kind.ASCII ? SingleByte.decodeAscii(in, handler) : SingleByte.decodeLatin1(in);
                used = d.consumed();
                text = d.text();
            }
            rest = used >= in.length ? PyBytes.EMPTY.value : Arrays.copyOfRange(in, used, in.length);
            return text;
        } catch (CodingError e) {
            rest = PyBytes.EMPTY.value;
            throw TextCodecs.exception(e, new PyBytes(in));
        }
    }

    byte[] encode(String text, PyStr original) {
        try {
            return switch (kind) {
                case UTF_8 -> Utf8.encode(text, handler);
                case LATIN_1 -> SingleByte.encodeLatin1(text, handler);
                case ASCII -> SingleByte.encodeAscii(text, handler);
                default -> {
                    byte[] b =
                            (kind == Kind.UTF_16 ? WideCodec.UTF_16 : WideCodec.UTF_32).encode(text, handler, writing);
                    writing = writing == ByteOrder.MARKED ? ByteOrder.LITTLE : writing;
                    yield b;
                }
            };
        } catch (CodingError e) {
            throw TextCodecs.exception(e, original);
        }
    }

    /** For saved states. */
    PyTuple parts() {
        return PyTuple.of(PyStr.of(order.name()), PyStr.of(writing.name()), new PyBytes(rest));
    }

    /** Takes what {@link #parts} gave. */
    void fill(PyTuple parts) {
        order = ByteOrder.valueOf(parts.get(0).toString());
        writing = ByteOrder.valueOf(parts.get(1).toString());
        rest = ((PyBytes) parts.get(2)).value;
    }

    /** @param atStart whether a mark is due before the next text */
    void resetEncoder(boolean atStart) {
        writing = declared == ByteOrder.MARKED && !atStart ? ByteOrder.LITTLE : declared;
    }

    void reset() {
        rest = PyBytes.EMPTY.value;
        order = declared;
    }

    /** Bytes of an incomplete character. */
    byte[] rest() {
        return rest;
    }

    /** The state as a number that {@link #restore} takes: 0 as at the start of the file, else 1 + the order. */
    int orderState() {
        return order == declared ? 0 : order == ByteOrder.LITTLE ? 1 : 2;
    }

    void restore(int orderState, byte[] bytes) {
        order = orderState == 0 ? declared : orderState == 1 ? ByteOrder.LITTLE : ByteOrder.BIG;
        rest = bytes;
    }
}
