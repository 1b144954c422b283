package org.picklejar.text.lzma;

import org.picklejar.text.ByteSink;
import org.picklejar.text.ByteSource;
import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;
import org.picklejar.text.StreamError;

/** LZMA2: chunks of LZMA, and of bytes as they are. */
final class Lzma2Decoder extends LzmaStream {
    private enum Step {
        CONTROL,
        HEADER,
        LZMA,
        LZMA_END,
        COPY,
        END
    }

    private static final int MAX_HEADER = 10;
    private static final int RANGE_BYTES = 5;
    private static final int IS_LZMA = 0x80;
    private static final int RESET_ALL = 0xE0;
    private static final int RESET_PROPERTIES = 0xC0;
    private static final int RESET_STATE = 0xA0;
    private static final int COPY_AND_RESET = 1;
    private static final int COPY = 2;

    private final LzmaCore core;
    private Step step = Step.CONTROL;
    private int control;
    /** What is between the control byte and the data. */
    private byte[] header = new byte[MAX_HEADER];

    private int headerAt;
    private int unpackedLeft;
    private int packedLeft;
    private boolean needsDictionary = true;
    private boolean needsProperties = true;
    private boolean needsState = true;

    private Lzma2Decoder(LzmaCore core) {
        this.core = core;
    }

    Lzma2Decoder(FilterSpec spec) {
        this(new LzmaCore(new LzmaWindow(spec.dictionary())));
    }

    @Override
    Kind kind() {
        return Kind.LZMA2;
    }

    @Override
    public boolean isAtEnd() {
        return step == Step.END;
    }

    @Override
    public boolean hasOutput() {
        return core.isCopying();
    }

    @Override
    public void decode(ByteSource in, ByteSink out) {
        while (step != Step.END) {
            boolean goesOn = switch (step) {
                case CONTROL -> control(in);
                case HEADER -> header(in);
                case LZMA -> lzma(in, out);
                case LZMA_END -> endLzma(in);
                case COPY -> copy(in, out);
                case END -> false;
            };
            if (!goesOn) {
                return;
            }
        }
    }

    private static void check(boolean right) {
        check(right, StreamError.Kind.DATA);
    }

    private boolean control(ByteSource in) {
        if (in.isEmpty()) {
            return false;
        }
        control = in.next();
        if (control == 0) {
            step = Step.END;
            return true;
        }
        check(control >= IS_LZMA || control <= COPY);
        if (control >= RESET_ALL || control == COPY_AND_RESET) {
            needsProperties = true;
            needsState = true;
            needsDictionary = false;
            core.window.reset();
            core.resetPosition();
        }
        check(!needsDictionary);
        headerAt = 0;
        step = Step.HEADER;
        return true;
    }

    private int headerSize() {
        return control < IS_LZMA ? 2 : 4 + (control >= RESET_PROPERTIES ? 1 : 0) + RANGE_BYTES;
    }

    private int two(int at) {
        return (header[at] & 0xFF) << 8 | header[at + 1] & 0xFF;
    }

    private boolean header(ByteSource in) {
        int size = headerSize();
        while (headerAt < size) {
            if (in.isEmpty()) {
                return false;
            }
            header[headerAt++] = (byte) in.next();
        }
        if (control < IS_LZMA) {
            unpackedLeft = two(0) + 1;
            step = Step.COPY;
            return true;
        }
        unpackedLeft = ((control & 0x1F) << 16 | two(0)) + 1;
        packedLeft = two(2) + 1 - RANGE_BYTES;
        check(packedLeft >= 0);
        if (control >= RESET_PROPERTIES) {
            check(core.setProperties(header[4] & 0xFF));
            needsProperties = false;
            needsState = false;
        }
        check(!needsProperties);
        if (control >= RESET_STATE) {
            core.resetState();
            needsState = false;
        }
        check(!needsState);
        check(header[size - RANGE_BYTES] == 0);
        core.startRange(two(size - 4) << 16 | two(size - 2));
        step = Step.LZMA;
        return true;
    }

    private boolean lzma(ByteSource in, ByteSink out) {
        int from = in.at;
        int before = out.size();
        LzmaCore.Result r = core.decode(in, out, unpackedLeft);
        unpackedLeft -= out.size() - before;
        packedLeft -= in.at - from;
        check(packedLeft >= 0 && r != LzmaCore.Result.MARKER);
        if (r != LzmaCore.Result.DONE) {
            return false;
        }
        // A match ends with its chunk.
        check(!core.isCopying());
        step = Step.LZMA_END;
        return true;
    }

    private boolean endLzma(ByteSource in) {
        int from = in.at;
        if (!core.normalizeAtEnd(in)) {
            return false;
        }
        packedLeft -= in.at - from;
        check(packedLeft == 0 && core.rangeIsFinished());
        step = Step.CONTROL;
        return true;
    }

    private boolean copy(ByteSource in, ByteSink out) {
        int n = Math.min(Math.min(in.left(), out.room()), unpackedLeft);
        core.window.put(in.data, in.at, n, out);
        core.skip(n);
        in.at += n;
        unpackedLeft -= n;
        if (unpackedLeft > 0) {
            return false;
        }
        step = Step.CONTROL;
        return true;
    }

    @Override
    void save(StateWriter w) {
        core.save(w);
        w.putInt(step.ordinal());
        w.putInt(control);
        w.putBytes(header, 0, header.length);
        for (int i : new int[] {
            headerAt, unpackedLeft, packedLeft, needsDictionary ? 1 : 0, needsProperties ? 1 : 0, needsState ? 1 : 0
        }) {
            w.putInt(i);
        }
    }

    static Lzma2Decoder load(StateReader r) {
        Lzma2Decoder d = new Lzma2Decoder(LzmaCore.load(r));
        d.step = r.getEnum(Step.values());
        d.control = r.getInt(0, 255);
        d.header = r.getBytes(MAX_HEADER);
        StateReader.check(d.header.length == MAX_HEADER);
        d.headerAt = r.getInt(0, MAX_HEADER);
        d.unpackedLeft = r.getInt(0, 1 << 21);
        d.packedLeft = r.getInt(0, 1 << 16);
        d.needsDictionary = r.getBoolean();
        d.needsProperties = r.getBoolean();
        d.needsState = r.getBoolean();
        StateReader.check(d.step != Step.LZMA || !d.needsProperties);
        return d;
    }
}
