package org.picklejar.text.deflate;

/**
 * What compression and decompression have in common: arrays that input is taken from and output goes to, a part at a time, and a state that is
 * data. Not for use by several threads at once.
 */
public abstract class DeflateStream {
    /** What a step came to. */
    public enum Status {
        /** There was some progress. */
        OK(0),
        /** The stream is at its end. */
        END(1),
        /** A preset dictionary must be given first. */
        NEEDS_DICTIONARY(2),
        /** The call makes no sense in this state. */
        STREAM_ERROR(-2),
        /** The input is damaged. */
        DATA_ERROR(-3),
        /** No progress is possible without more input or more room for output. */
        BUFFER_ERROR(-5);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        /** The number that zlib gives it. */
        public int code() {
            return code;
        }
    }

    /** What is around the compressed blocks. */
    enum Wrapper {
        NONE,
        ZLIB,
        GZIP,
        /** For decompression: the first bytes tell whether it is ZLIB or GZIP. */
        EITHER
    }

    static final int MIN_BITS = 8;
    static final int MAX_BITS = 15;
    static final int METHOD = 8;
    /** In the second byte of a zlib header. */
    static final int PRESET_DICTIONARY = 0x20;

    private static final byte[] NOTHING = {};

    byte[] input = NOTHING;
    int inputAt;
    int inputEnd;
    byte[] output = NOTHING;
    int outputAt;
    int outputEnd;

    /** The array is read during later steps, until all of it is used. */
    public void setInput(byte[] data, int from, int to) {
        input = data;
        inputAt = from;
        inputEnd = to;
    }

    /** Later steps write into the array. */
    public void setOutput(byte[] room, int from, int to) {
        output = room;
        outputAt = from;
        outputEnd = to;
    }

    /** Where the input begins that is not used yet. */
    public int inputAt() {
        return inputAt;
    }

    public int inputLeft() {
        return inputEnd - inputAt;
    }

    /** How much more output there is room for. */
    public int room() {
        return outputEnd - outputAt;
    }

    /** Lets go of the arrays. */
    public void releaseArrays() {
        setInput(NOTHING, 0, 0);
        setOutput(NOTHING, 0, 0);
    }

    /** All that depends on the parameters and on what happened so far, but for the arrays of input and output. */
    public abstract byte[] state();
}
