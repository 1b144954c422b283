package org.picklejar.text.codec;

/** The order of the bytes in UTF-16 and UTF-32. */
public enum ByteOrder {
    /** By the mark at the start of the input, else little; encoding writes a mark and little. */
    MARKED(""),
    LITTLE("-le"),
    BIG("-be");

    private final String suffix;

    ByteOrder(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }
}
