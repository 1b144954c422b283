package org.picklejar.text;

/** A compressed stream that cannot be decoded. */
public final class StreamError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Kind {
        /** It does not begin like a stream of this format. */
        FORMAT,
        /** It is damaged. */
        DATA,
        /** It asks for something that is not supported. */
        OPTIONS,
        /** It needs more memory than it may have. */
        MEMORY,
        /** It is used as it must not be. */
        INTERNAL
    }

    public final Kind kind;

    public StreamError(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }
}
