package org.picklejar.ops;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.text.codec.ByteOrder;
import org.picklejar.text.codec.Decoded;
import org.picklejar.text.codec.ErrorHandler;
import org.picklejar.text.codec.SingleByte;
import org.picklejar.text.codec.UnicodeEscape;
import org.picklejar.text.codec.Utf7;
import org.picklejar.text.codec.Utf8;
import org.picklejar.text.codec.WideCodec;

/**
 * One conversion between str and bytes, as data: it can be run again.
 *
 * @param input a PyStr to encode or a PyBytes to decode
 * @param complete whether the input ends here
 * @param shape of the result
 * @param mapping of CHARMAP: a str of characters to decode, a dict of code points to bytes to encode; else null
 */
public record Coding(Codec codec, PyObject input, boolean complete, Shape shape, PyObject mapping) {
    public Coding(Codec codec, PyObject input, boolean complete, Shape shape) {
        this(codec, input, complete, shape, null);
    }

    /** What comes back: the converted value; with the input used up; with the byte order that was found too. */
    public enum Shape {
        VALUE,
        PAIR,
        WITH_ORDER
    }

    /** The codecs in Java. */
    public enum Codec {
        UTF_8,
        LATIN_1,
        ASCII,
        UTF_7,
        UTF_16,
        UTF_16_LE,
        UTF_16_BE,
        UTF_32,
        UTF_32_LE,
        UTF_32_BE,
        UNICODE_ESCAPE,
        RAW_UNICODE_ESCAPE,
        CHARMAP;

        /** By a name of an encoding that {@code str.encode} treats without the registry; null for others. */
        static Codec of(String name) {
            return switch (name) {
                case "utf-8", "utf8", "UTF-8", "utf_8" -> UTF_8;
                case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "latin_1" -> LATIN_1;
                case "ascii", "us-ascii" -> ASCII;
                case "utf-16", "utf16" -> UTF_16;
                case "utf-16-le", "utf-16le" -> UTF_16_LE;
                case "utf-16-be", "utf-16be" -> UTF_16_BE;
                case "utf-32", "utf32" -> UTF_32;
                case "utf-32-le", "utf-32le" -> UTF_32_LE;
                case "utf-32-be", "utf-32be" -> UTF_32_BE;
                default -> {
                    String normal = name.toLowerCase(Locale.ROOT).replace('_', '-');
                    yield normal.equals(name) ? null : of(normal);
                }
            };
        }
    }

    boolean isEncoding() {
        return input instanceof PyStr;
    }

    /** @throws org.picklejar.text.codec.CodingError as the handler decides */
    PyObject run(ErrorHandler h) {
        if (input instanceof PyStr s) {
            PyBytes b = new PyBytes(encode(s.toString(), h));
            return shape == Shape.VALUE ? b : PyTuple.of(b, PyInt.of(s.length()));
        }
        return decode(((PyBytes) input).value, h);
    }

    private byte[] encode(String s, ErrorHandler h) {
        return switch (codec) {
            case UTF_8 -> Utf8.encode(s, h);
            case LATIN_1 -> SingleByte.encodeLatin1(s, h);
            case ASCII -> SingleByte.encodeAscii(s, h);
            case UTF_7 -> Utf7.encode(s);
            case UTF_16, UTF_16_LE, UTF_16_BE -> WideCodec.UTF_16.encode(s, h, order());
            case UTF_32, UTF_32_LE, UTF_32_BE -> WideCodec.UTF_32.encode(s, h, order());
            case UNICODE_ESCAPE -> UnicodeEscape.encode(s);
            case RAW_UNICODE_ESCAPE -> UnicodeEscape.encodeRaw(s);
            case CHARMAP -> {
                Map<Integer, Integer> bytes = bytesOf((PyDict) mapping);
                yield SingleByte.encodeCharmap(s, h, c -> bytes.getOrDefault(c, -1));
            }
        };
    }

    private static Map<Integer, Integer> bytesOf(PyDict mapping) {
        Map<Integer, Integer> out = new HashMap<>();
        for (int i = 0; i < mapping.entries(); i++) {
            if (mapping.keyAt(i) instanceof PyInt c) {
                PyObject v = mapping.valueAt(i);
                if (v instanceof PyInt b) {
                    out.put((int) c.value, (int) b.value);
                } else if (v instanceof PyBytes b && b.value.length == 1) {
                    out.put((int) c.value, b.value[0] & 0xFF);
                }
            }
        }
        return out;
    }

    private ByteOrder order() {
        return switch (codec) {
            case UTF_16_LE, UTF_32_LE -> ByteOrder.LITTLE;
            case UTF_16_BE, UTF_32_BE -> ByteOrder.BIG;
            default -> ByteOrder.MARKED;
        };
    }

    private PyObject decode(byte[] b, ErrorHandler h) {
        return switch (codec) {
            case UTF_8 -> result(Utf8.decode(b, h, complete));
            case LATIN_1 -> result(SingleByte.decodeLatin1(b));
            case ASCII -> result(SingleByte.decodeAscii(b, h));
            case UTF_7 -> result(Utf7.decode(b, h, complete));
            case UTF_16, UTF_16_LE, UTF_16_BE -> result(WideCodec.UTF_16.decode(b, h, order(), complete));
            case UTF_32, UTF_32_LE, UTF_32_BE -> result(WideCodec.UTF_32.decode(b, h, order(), complete));
            case UNICODE_ESCAPE -> {
                UnicodeEscape.Result r = UnicodeEscape.decode(b, h, complete);
                yield result(new Decoded(r.text(), r.consumed()));
            }
            case RAW_UNICODE_ESCAPE -> result(UnicodeEscape.decodeRaw(b, h, complete));
            case CHARMAP -> result(SingleByte.decodeCharmap(b, h, mapping.toString()));
        };
    }

    private PyObject result(Decoded d) {
        PyStr s = PyStr.of(d.text());
        return shape == Shape.VALUE ? s : PyTuple.of(s, PyInt.of(d.consumed()));
    }

    private PyObject result(WideCodec.Result r) {
        if (shape != Shape.WITH_ORDER) {
            return result(new Decoded(r.text(), r.consumed()));
        }
        int order = r.order() == ByteOrder.LITTLE ? -1 : r.order() == ByteOrder.BIG ? 1 : 0;
        return PyTuple.of(PyStr.of(r.text()), PyInt.of(r.consumed()), PyInt.of(order));
    }
}
