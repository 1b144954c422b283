package org.picklejar.text.codec;

/** UTF-16 and UTF-32 with the error positions and reasons of CPython. */
public enum WideCodec {
    UTF_16("utf-16", 2),
    UTF_32("utf-32", 4);

    private final String encoding;
    private final int width;

    WideCodec(String encoding, int width) {
        this.encoding = encoding;
        this.width = width;
    }

    /**
     * What a decoder made of its input.
     *
     * @param order that of the mark when there was one, else the order given
     */
    public record Result(String text, int consumed, ByteOrder order) {}

    /** @throws CodingError as the handler decides, for surrogates */
    public byte[] encode(String text, ErrorHandler handler, ByteOrder order) {
        Encoder encoder = new Encoder(order, width * text.length());
        if (order == ByteOrder.MARKED) {
            encoder.unit(0xFEFF);
        }
        return encoder.encode(text, handler);
    }

    private final class Encoder extends CharacterEncoder {
        private final boolean big;

        Encoder(ByteOrder order, int size) {
            super(encoding + order.suffix(), "surrogates not allowed", size);
            this.big = order == ByteOrder.BIG;
        }

        @Override
        boolean canEncode(int c) {
            return c < 0xD800 || c > 0xDFFF;
        }

        @Override
        boolean joinsErrors() {
            return false;
        }

        @Override
        boolean takesAnyReplacement() {
            return false;
        }

        @Override
        int unit() {
            return width;
        }

        @Override
        void put(int c) {
            if (width == 2 && c > 0xFFFF) {
                unit(Character.highSurrogate(c));
                unit(Character.lowSurrogate(c));
            } else {
                unit(c);
            }
        }

        void unit(int value) {
            for (int k = 0; k < width; k++) {
                out.write(value >>> 8 * (big ? width - 1 - k : k));
            }
        }
    }

    /**
     * Decodes.
     *
     * @param complete whether the input ends here; when not, an incomplete character at its end is left unused
     * @throws CodingError as the handler decides
     */
    public Result decode(byte[] bytes, ErrorHandler handler, ByteOrder order, boolean complete) {
        ByteOrder found = order;
        int i = 0;
        if (order == ByteOrder.MARKED && bytes.length >= width) {
            if (unit(bytes, 0, false) == 0xFEFF) {
                found = ByteOrder.LITTLE;
                i = width;
            } else if (unit(bytes, 0, true) == 0xFEFF) {
                found = ByteOrder.BIG;
                i = width;
            }
        }
        boolean big = found == ByteOrder.BIG;
        String name = encoding + (big ? "-be" : "-le");
        DecodeBuffer buffer = new DecodeBuffer(bytes, handler);
        while (i < bytes.length) {
            if (bytes.length - i < width) {
                if (!complete) {
                    break;
                }
                i = buffer.fail(name, i, bytes.length, "truncated data");
                continue;
            }
            int c = unit(bytes, i, big);
            if (width == 4) {
                if (c >= 0xD800 && c <= 0xDFFF) {
                    i = buffer.fail(name, i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)");
                } else if (c < 0 || c > 0x10FFFF) {
                    i = buffer.fail(name, i, i + 4, "code point not in range(0x110000)");
                } else {
                    buffer.out.appendCodePoint(c);
                    i += 4;
                }
            } else if (c < 0xD800 || c > 0xDFFF) {
                buffer.out.append((char) c);
                i += 2;
            } else if (c >= 0xDC00) {
                i = buffer.fail(name, i, i + 2, "illegal encoding");
            } else if (bytes.length - i < 4) {
                if (!complete) {
                    break;
                }
                i = buffer.fail(name, i, bytes.length, "unexpected end of data");
            } else {
                int low = unit(bytes, i + 2, big);
                if (low < 0xDC00 || low > 0xDFFF) {
                    i = buffer.fail(name, i, i + 2, "illegal UTF-16 surrogate");
                } else {
                    buffer.out.append((char) c).append((char) low);
                    i += 4;
                }
            }
        }
        return new Result(buffer.out.toString(), i, found);
    }

    private int unit(byte[] bytes, int at, boolean big) {
        int value = 0;
        for (int k = 0; k < width; k++) {
            value |= (bytes[at + k] & 0xFF) << 8 * (big ? width - 1 - k : k);
        }
        return value;
    }
}
