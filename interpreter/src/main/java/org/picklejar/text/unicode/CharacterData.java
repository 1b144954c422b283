package org.picklejar.text.unicode;

/** What one version of Unicode says of characters: what module {@code unicodedata} asks. Code points are 0..0x10FFFF. */
public interface CharacterData {
    /** Unicode 15.1. */
    CharacterData LATEST = new CharacterData() {
        @Override
        public String version() {
            return UnicodeProperties.VERSION;
        }

        @Override
        public boolean isAssigned(int c) {
            return true;
        }

        @Override
        public String category(int c) {
            return UnicodeProperties.category(c);
        }

        @Override
        public String bidirectional(int c) {
            return UnicodeProperties.bidirectional(c);
        }

        @Override
        public String eastAsianWidth(int c) {
            return UnicodeProperties.eastAsianWidth(c);
        }

        @Override
        public boolean isMirrored(int c) {
            return UnicodeProperties.isMirrored(c);
        }

        @Override
        public double numericValue(int c) {
            return UnicodeProperties.isNumeric(c) ? UnicodeProperties.numericValue(c) : Double.NaN;
        }

        @Override
        public String normalize(Normalization form, String text) {
            return form.of(text);
        }
    };

    String version();

    /** Whether what is the same in all versions that know a character is so in this one. */
    boolean isAssigned(int c);

    String category(int c);

    String bidirectional(int c);

    String eastAsianWidth(int c);

    boolean isMirrored(int c);

    /** NaN for none. */
    double numericValue(int c);

    /** The same object when it is in the form already. */
    String normalize(Normalization form, String text);

    default int combining(int c) {
        return isAssigned(c) ? UnicodeProperties.combining(c) : 0;
    }

    /** The kind in brackets, if any, and the parts; "" for none. */
    default String decomposition(int c) {
        return isAssigned(c) ? Decompositions.text(c) : "";
    }

    /** -1 for none. */
    default int decimalValue(int c) {
        return isAssigned(c) ? UnicodeProperties.decimalValue(c) : -1;
    }

    /** -1 for none. */
    default int digitValue(int c) {
        return isAssigned(c) ? UnicodeProperties.digitValue(c) : -1;
    }

    /** Null for none. */
    default String name(int c) {
        return isAssigned(c) ? CharacterNames.name(c) : null;
    }
}
