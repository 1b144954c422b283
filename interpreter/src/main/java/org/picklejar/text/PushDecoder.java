package org.picklejar.text;

/**
 * Decompresses one stream that comes in pieces of any size. It holds nothing but data, so it can be left and saved between any two bytes. Not for use
 * by several threads at once.
 */
public interface PushDecoder {
    /**
     * Decodes until the input is used up, the output is full or the stream ends.
     *
     * @throws StreamError when the input is not what it should be
     */
    void decode(ByteSource in, ByteSink out);

    boolean isAtEnd();

    /** Whether more output could come without more input. */
    boolean hasOutput();

    /** All that it consists of. */
    byte[] state();
}
