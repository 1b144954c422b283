package org.picklejar.pickle;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;
import org.picklejar.text.FloatText;
import org.picklejar.text.IntText;

/** The bytes of a pickle in the making: opcodes, atoms and the frames of protocol 4 (CPython: _Pickler_Write and what it serves). */
final class PickleWriter {
    /** Content at which a frame ends; larger single values are written outside of frames. */
    static final int FRAME_TARGET = 64 * 1024;

    private static final int SMALLEST_FRAME = 4;
    private static final int FRAME_HEADER = 9;

    final int protocol;
    final boolean binary;
    private byte[] bytes;
    private int size;
    private boolean framing;
    /** Where the header of the open frame lies; -1 when none is open. */
    private int frameStart = -1;

    PickleWriter(int protocol) {
        this(protocol, new byte[256]);
        if (protocol >= 2) {
            op(PickleOp.PROTO);
            rawByte(protocol);
        }
        framing = protocol >= 4;
    }

    private PickleWriter(int protocol, byte[] bytes) {
        this.protocol = protocol;
        this.binary = protocol > 0;
        this.bytes = bytes;
    }

    /** Protocol, bytes so far, whether there are frames, where the open one begins. */
    PyTuple parts() {
        return PyTuple.of(
                PyInt.of(protocol), new PyBytes(Arrays.copyOf(bytes, size)), PyBool.of(framing), PyInt.of(frameStart));
    }

    /** Of {@link #parts}. */
    static PickleWriter ofParts(PyTuple parts) {
        byte[] bytes = ((PyBytes) parts.get(1)).value;
        PickleWriter w = new PickleWriter(Values.toInt(parts.get(0)), bytes.clone());
        w.size = bytes.length;
        w.framing = parts.get(2) == PyBool.TRUE;
        w.frameStart = Values.toInt(parts.get(3));
        if (w.frameStart < -1 || w.frameStart >= 0 && w.frameStart > w.size - FRAME_HEADER) {
            throw Errors.valueError("invalid state of a pickle in progress");
        }
        return w;
    }

    // ---- bytes and frames

    private void reserve(int n) {
        if (size + n > bytes.length) {
            if (size + n < 0) {
                throw Errors.of(ExceptionTypes.MEMORY_ERROR);
            }
            bytes = Arrays.copyOf(bytes, (int)
                    Math.min(Integer.MAX_VALUE - 16L, Math.max(size + (long) n, bytes.length * 2L)));
        }
    }

    /** Room for bytes that belong together, in a frame. */
    private void begin(int n) {
        if (framing && frameStart < 0) {
            reserve(FRAME_HEADER + n);
            frameStart = size;
            size += FRAME_HEADER;
        } else {
            reserve(n);
        }
    }

    void op(int code) {
        begin(1);
        bytes[size++] = (byte) code;
    }

    private void rawByte(int b) {
        reserve(1);
        bytes[size++] = (byte) b;
    }

    void raw(byte[] b) {
        begin(b.length);
        System.arraycopy(b, 0, bytes, size, b.length);
        size += b.length;
    }

    void ascii(String s) {
        raw(s.getBytes(StandardCharsets.UTF_8));
    }

    /** An opcode and a little-endian number of {@code width} bytes. */
    void op(int code, long number, int width) {
        begin(1 + width);
        bytes[size++] = (byte) code;
        for (int i = 0; i < width; i++) {
            bytes[size++] = (byte) (i < 8 ? number >> 8 * i : 0);
        }
    }

    private void endFrame() {
        if (frameStart < 0) {
            return;
        }
        int length = size - frameStart - FRAME_HEADER;
        if (length >= SMALLEST_FRAME) {
            bytes[frameStart] = (byte) PickleOp.FRAME;
            for (int i = 0; i < 8; i++) {
                bytes[frameStart + 1 + i] = (byte) ((long) length >> 8 * i);
            }
        } else {
            System.arraycopy(bytes, frameStart + FRAME_HEADER, bytes, frameStart, length);
            size -= FRAME_HEADER;
        }
        frameStart = -1;
    }

    /** Called between objects: ends a frame that is large enough.
     * @return whether it did */
    boolean boundary() {
        if (frameStart < 0 || size - frameStart - FRAME_HEADER < FRAME_TARGET) {
            return false;
        }
        endFrame();
        return true;
    }

    /** All bytes so far; the writer is empty then. */
    PyBytes take() {
        endFrame();
        PyBytes out = new PyBytes(Arrays.copyOf(bytes, size));
        size = 0;
        return out;
    }

    /** Where the pickle is now; a frame ends there. */
    int mark() {
        endFrame();
        return size;
    }

    /** Takes back what was written since a {@link #mark}. */
    void reset(int mark) {
        size = mark;
        frameStart = -1;
    }

    void end() {
        op(PickleOp.STOP);
        endFrame();
        framing = false;
    }

    /** A header and a payload; a large payload lies outside of frames. */
    void payload(int code, int width, byte[] data) {
        if (data.length < FRAME_TARGET) {
            op(code, data.length, width);
            raw(data);
            return;
        }
        largeHeader(code, width, data.length);
        reserve(data.length);
        System.arraycopy(data, 0, bytes, size, data.length);
        size += data.length;
    }

    /** The header of a large payload, which the caller writes elsewhere. */
    void largeHeader(int code, int width, int length) {
        endFrame();
        boolean before = framing;
        framing = false;
        op(code, length, width);
        framing = before;
    }

    // ---- atoms

    void none() {
        op(PickleOp.NONE);
    }

    void bool(boolean b) {
        if (protocol >= 2) {
            op(b ? PickleOp.NEWTRUE : PickleOp.NEWFALSE);
        } else {
            ascii(b ? "I01\n" : "I00\n");
        }
    }

    void integer(long v) {
        if (v != (int) v) {
            bigInteger(BigInteger.valueOf(v));
        } else if (!binary) {
            ascii("I" + v + "\n");
        } else if (v >= 0 && v < 0x100) {
            op(PickleOp.BININT1, v, 1);
        } else if (v >= 0 && v < 0x10000) {
            op(PickleOp.BININT2, v, 2);
        } else {
            op(PickleOp.BININT, v, 4);
        }
    }

    /** @param v beyond 32 bits */
    void bigInteger(BigInteger v) {
        if (protocol < 2) {
            ascii("L" + IntText.toText(v, 10, 0) + "L\n");
            return;
        }
        byte[] big = v.toByteArray();
        byte[] little = new byte[big.length];
        for (int i = 0; i < big.length; i++) {
            little[i] = big[big.length - 1 - i];
        }
        op(little.length < 0x100 ? PickleOp.LONG1 : PickleOp.LONG4, little.length, little.length < 0x100 ? 1 : 4);
        raw(little);
    }

    void floating(double v) {
        if (binary) {
            op(PickleOp.BINFLOAT, Long.reverseBytes(Double.doubleToRawLongBits(v)), 8);
        } else {
            ascii("F" + FloatText.repr(v) + "\n");
        }
    }

    void memoPut(int index) {
        if (protocol >= 4) {
            op(PickleOp.MEMOIZE);
        } else if (!binary) {
            ascii("p" + index + "\n");
        } else if (index < 256) {
            op(PickleOp.BINPUT, index, 1);
        } else {
            op(PickleOp.LONG_BINPUT, index, 4);
        }
    }

    void memoGet(int index) {
        if (!binary) {
            ascii("g" + index + "\n");
        } else if (index < 256) {
            op(PickleOp.BINGET, index, 1);
        } else {
            op(PickleOp.LONG_BINGET, index, 4);
        }
    }
}
