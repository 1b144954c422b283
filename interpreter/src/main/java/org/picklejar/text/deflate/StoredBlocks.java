package org.picklejar.text.deflate;

import org.picklejar.text.deflate.Deflate.Flush;
import org.picklejar.text.deflate.Deflate.Progress;

/**
 * Writes input as it is, from the input to the output where there is room for a block that is worth it, else through the window. The window holds what
 * was taken and not written, and before it what was written last. Compare deflate_stored in deflate.c of zlib.
 */
final class StoredBlocks {
    private static final int MAX_BLOCK = 0xFFFF;
    private static final int HEADER_BYTES = 5;

    private final Deflate stream;
    /** How much may wait in the output, with the header. */
    private final int maxWaiting;

    StoredBlocks(Deflate stream, int maxWaiting) {
        this.stream = stream;
        this.maxWaiting = maxWaiting;
    }

    Progress write(Flush flush) {
        SlidingWindow w = stream.window;
        int before = stream.inputAt;
        boolean last = copyToOutput(flush);
        if (stream.inputAt > before) {
            remember(stream.inputAt - before);
        }
        if (last) {
            return Progress.FINISH_DONE;
        }
        if (flush != Flush.NONE && flush != Flush.FINISH && stream.inputLeft() == 0 && w.at == w.blockStart) {
            return Progress.BLOCK_DONE;
        }
        if (stream.inputLeft() > w.capacity() - w.at && w.blockStart >= w.size) {
            w.blockStart -= w.size;
            slide();
        }
        w.at += stream.read(w.bytes, w.at, w.capacity() - w.at);
        return writeWindow(flush) ? Progress.FINISH_STARTED : Progress.NEED_MORE;
    }

    /** @return whether the last block was written */
    private boolean copyToOutput(Flush flush) {
        SlidingWindow w = stream.window;
        int leastBlock = Math.min(maxWaiting - HEADER_BYTES, w.size);
        for (; ; ) {
            int room = stream.room() - stream.out.storedHeader();
            if (room < 0) {
                return false;
            }
            int left = w.at - w.blockStart;
            long all = (long) left + stream.inputLeft();
            int length = (int) Math.min(Math.min(MAX_BLOCK, all), room);
            if (length < leastBlock && (length == 0 && flush != Flush.FINISH || flush == Flush.NONE || length != all)) {
                return false;
            }
            boolean last = flush == Flush.FINISH && length == all;
            stream.blocks.storedHeader(length, last);
            stream.out.flush(stream);
            int old = Math.min(left, length);
            System.arraycopy(w.bytes, w.blockStart, stream.output, stream.outputAt, old);
            stream.outputAt += old;
            w.blockStart += old;
            stream.outputAt += stream.read(stream.output, stream.outputAt, length - old);
            if (last) {
                return true;
            }
        }
    }

    /** Takes the input that was copied last into the window. */
    private void remember(int used) {
        SlidingWindow w = stream.window;
        if (used >= w.size) {
            System.arraycopy(stream.input, stream.inputAt - w.size, w.bytes, 0, w.size);
            w.at = w.size;
        } else {
            if (w.capacity() - w.at <= used) {
                slide();
            }
            System.arraycopy(stream.input, stream.inputAt - used, w.bytes, w.at, used);
            w.at += used;
        }
        w.blockStart = w.at;
    }

    private void slide() {
        SlidingWindow w = stream.window;
        w.at -= w.size;
        System.arraycopy(w.bytes, w.size, w.bytes, 0, w.at);
    }

    /** @return whether the last block was written */
    private boolean writeWindow(Flush flush) {
        SlidingWindow w = stream.window;
        int most = Math.min(maxWaiting - stream.out.storedHeader(), MAX_BLOCK);
        int left = w.at - w.blockStart;
        boolean flushes = flush != Flush.NONE && stream.inputLeft() == 0;
        if (left < Math.min(most, w.size) && !((left > 0 || flush == Flush.FINISH) && flushes && left <= most)) {
            return false;
        }
        int length = Math.min(left, most);
        boolean last = flush == Flush.FINISH && flushes && length == left;
        stream.blocks.stored(w.bytes, w.blockStart, length, last);
        w.blockStart += length;
        stream.out.flush(stream);
        return last;
    }
}
