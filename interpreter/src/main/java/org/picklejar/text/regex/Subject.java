package org.picklejar.text.regex;

/** The characters a pattern is matched against: code points of a str, or bytes 0..255. */
public interface Subject {
    int length();

    int at(int index);

    /** The code points of a text; indices are those of Python. */
    static Subject of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                return new CodePoints(text.codePoints().toArray());
            }
        }
        return new Units(text);
    }

    static Subject of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** A text without surrogate pairs. */
    record Units(String text) implements Subject {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public int at(int index) {
            return text.charAt(index);
        }
    }

    /** A text with characters beyond U+FFFF. */
    record CodePoints(int[] codes) implements Subject {
        @Override
        public int length() {
            return codes.length;
        }

        @Override
        public int at(int index) {
            return codes[index];
        }
    }

    /** A bytes-like object. */
    record Bytes(byte[] bytes) implements Subject {
        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public int at(int index) {
            return bytes[index] & 0xFF;
        }
    }
}
