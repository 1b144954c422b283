package org.picklejar.text.codec;

/** What to do with a part that cannot be converted: an entry of Python's {@code codecs.register_error}. */
public interface ErrorHandler {
    /**
     * What stands for the part, and where to go on.
     *
     * @param text the replacement, or null when it is {@code bytes} (which only encoding takes)
     * @param position where to go on, in code points or bytes, negative from the end; {@link #BEHIND} for behind the part
     */
    record Replacement(String text, byte[] bytes, int position) {
        public static final int BEHIND = Integer.MIN_VALUE;

        public static Replacement of(String text) {
            return new Replacement(text, null, BEHIND);
        }

        public static Replacement of(byte[] bytes) {
            return new Replacement(null, bytes, BEHIND);
        }
    }

    /**
     * Cures the error.
     *
     * @throws CodingError the error itself, when there is no cure
     */
    Replacement handle(CodingError error);
}
