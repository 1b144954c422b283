package org.picklejar.modules.zlib;

import org.picklejar.text.deflate.DeflateStream.Status;
import org.picklejar.text.deflate.Inflate;

/**
 * What giving some input to a stream came to.
 *
 * @param output what came out
 * @param status what the last step came to, or giving the dictionary when that failed
 * @param used place in the input up to which it was taken
 * @param badDictionary whether giving the dictionary failed
 */
record Inflating(byte[] output, Status status, int used, boolean badDictionary) {
    /**
     * Gives a stream the input from a place on.
     *
     * @param dictionary for a stream that asks for one; null for none
     */
    static Inflating of(Inflate stream, byte[] input, int from, OutputBlocks out, byte[] dictionary) {
        Status status = Status.OK;
        boolean bad = false;
        stream.setInput(input, from, input.length);
        while (out.makeRoom()) {
            status = stream.step();
            if (status == Status.NEEDS_DICTIONARY && dictionary != null) {
                status = stream.setDictionary(dictionary);
                bad = status != Status.OK;
                if (!bad) {
                    continue;
                }
            }
            if (status != Status.OK && status != Status.BUFFER_ERROR || stream.room() > 0) {
                break;
            }
        }
        int used = stream.inputAt();
        return new Inflating(out.finish(), status, used, bad);
    }

    /** Whether the stream can be given more. */
    boolean isRight() {
        return status == Status.OK || status == Status.END || status == Status.BUFFER_ERROR;
    }
}
