package org.picklejar.modules.io;

import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;

/** An operation of a text stream (CPython: textio.c). The buffer and the codec may be written in Python. */
final class TextFrame extends IoFrame {
    /** What to do. Each but WRITE starts by writing out what is pending. */
    enum Op {
        READ,
        READ_ALL,
        READ_LINE,
        WRITE,
        FLUSH,
        SEEK,
        SEEK_END,
        TELL,
        TRUNCATE,
        CLOSE
    }

    private enum State {
        START,
        ENCODING,
        SENDING,
        WORKING,
        FETCHING,
        DECODING,
        POSITIONED,
        REFILLED,
        LAST
    }

    private Op op;
    private PyTextIOWrapper t;
    private State state = State.START;
    /** Characters to read, or the limit of a line. */
    private int n;
    /** Text to write, or the position to go to. */
    private PyObject argument;

    private boolean flushes;
    private boolean complete;
    private byte[] chunk;
    private StringBuilder text;
    private PyObject failure;

    /** For unpickling. */
    TextFrame() {}

    TextFrame(Op op, PyTextIOWrapper t, int n, PyObject argument) {
        this.op = op;
        this.t = t;
        this.n = n;
        this.argument = argument;
    }

    @Override
    PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case START -> {
                    if (op == Op.WRITE) {
                        state = State.ENCODING;
                        if (t.codec == null) {
                            return callEncoder(x);
                        }
                        v = new PyBytes(t.codec.encode(translated(), (PyStr) argument));
                    } else {
                        state = t.pending.size() > 0 ? State.SENDING : State.WORKING;
                        if (state == State.SENDING) {
                            return send(x);
                        }
                    }
                }
                case ENCODING -> {
                    if (!(Values.payload(v) instanceof PyBytes b)) {
                        throw Errors.typeError(
                                "encoder should return a bytes object, not '%s'",
                                v.type().name());
                    }
                    t.pending.writeBytes(b.value);
                    String s = argument.toString();
                    flushes = t.lineBuffering && (s.indexOf('\n') >= 0 || s.indexOf('\r') >= 0);
                    t.dropDecoded();
                    t.resetDecoder();
                    if (!flushes && !t.writeThrough && t.pending.size() <= t.chunkSize) {
                        return PyInt.of(((PyStr) argument).length());
                    }
                    state = State.SENDING;
                    return send(x);
                }
                case SENDING -> {
                    v = null;
                    state = State.WORKING;
                }
                default -> {
                    return work(x, v);
                }
            }
        }
    }

    private String translated() {
        String s = argument.toString();
        return t.newlines.written() == null ? s : s.replace("\n", t.newlines.written());
    }

    private PyObject callEncoder(Execution x) {
        return call(x, t.encoder, "encode", PyStr.of(translated()));
    }

    private PyObject send(Execution x) {
        PyBytes b = new PyBytes(t.pending.toByteArray());
        t.pending.reset();
        return call(x, t.buffer, "write", b);
    }

    private PyObject work(Execution x, PyObject v) {
        switch (op) {
            case WRITE:
                if (flushes && state == State.WORKING) {
                    state = State.LAST;
                    return call(x, t.buffer, "flush");
                }
                return PyInt.of(((PyStr) argument).length());
            case READ:
            case READ_LINE:
                return read(x, v);
            case READ_ALL:
                return readAll(x, v);
            case FLUSH:
                t.telling = t.seekable;
                if (state == State.WORKING) {
                    state = State.LAST;
                    return call(x, t.buffer, "flush");
                }
                return PySingleton.NONE;
            case SEEK:
            case SEEK_END:
                return seek(x, v);
            case TELL:
                return tell(x, v);
            case TRUNCATE:
                return truncate(x, v);
            default:
                return close(x);
        }
    }

    // ---- reading

    private PyObject read(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            if (state == State.FETCHING) {
                byte[] b = Buffers.bytesOrNull(v);
                if (b == null) {
                    throw Errors.typeError(
                            "underlying %s() should have returned a bytes-like object, not '%s'",
                            t.hasRead1 ? "read1" : "read", v.type().name());
                }
                complete = b.length == 0;
                chunk = b;
                if (t.codec == null) {
                    state = State.DECODING;
                    return call(x, t.decoder, "decode", new PyBytes(b), PyBool.of(complete));
                }
                PyTextIOWrapper.Snapshot s = before(b);
                t.append(t.decode(b, complete));
                t.snapshot = s;
                state = State.WORKING;
            } else if (state == State.DECODING) {
                state = State.WORKING;
                t.append(Values.str(v, "decoder result").toString());
                t.snapshot = new PyTextIOWrapper.Snapshot(chunk, PyBytes.EMPTY.value, 0, false);
            }
            PyObject r = op == Op.READ ? enough() : line();
            if (r != null) {
                return r;
            }
            state = State.FETCHING;
            return call(x, t.buffer, t.hasRead1 ? "read1" : "read", PyInt.of(t.chunkSize));
        }
    }

    private PyTextIOWrapper.Snapshot before(byte[] input) {
        return new PyTextIOWrapper.Snapshot(
                input, t.codec.rest(), t.codec.orderState(), t.lineEnds != null && t.lineEnds.pendingCr);
    }

    /** Whole chunks are moved to {@link #text}, so that {@code snapshot} belongs to what is left. */
    private void keep(String s) {
        if (text == null) {
            text = new StringBuilder();
        }
        text.append(s);
    }

    private PyStr kept(String last) {
        return PyStr.of(text == null ? last : text.append(last).toString());
    }

    private PyObject enough() {
        int have = t.decodedCount();
        if (have >= n) {
            return kept(t.take(n));
        }
        n -= have;
        keep(t.take(-1));
        return complete ? kept("") : null;
    }

    private PyObject line() {
        if (text != null
                && text.length() > 0
                && t.newlines == Newlines.CRLF
                && text.charAt(text.length() - 1) == '\r'
                && t.hasDecoded()) {
            // The line end may lie across two chunks.
            t.append(text + t.take(-1));
            n = n < 0 ? n : n + text.length();
            text = null;
        }
        int end = t.newlines.lineEnd(t.decoded, t.at);
        int to = end < 0 ? t.decoded.length() : end;
        int count = n < 0 ? 0 : t.decoded.codePointCount(t.at, to);
        if (n >= 0 && count >= n) {
            return kept(t.take(n));
        }
        String s = t.decoded.substring(t.at, to);
        t.at = to;
        if (end >= 0 || complete) {
            return kept(s);
        }
        n = n < 0 ? n : n - count;
        keep(s);
        return null;
    }

    private PyObject readAll(Execution x, PyObject v) {
        switch (state) {
            case WORKING -> {
                state = State.FETCHING;
                return call(x, t.buffer, "read");
            }
            case FETCHING -> {
                byte[] b = v == PySingleton.NONE ? PyBytes.EMPTY.value : Buffers.bytes(v);
                if (t.codec == null) {
                    state = State.DECODING;
                    return call(x, t.decoder, "decode", new PyBytes(b), PyBool.TRUE);
                }
                String first = t.take(-1);
                String s = t.decode(b, true);
                t.dropDecoded();
                return PyStr.of(first.isEmpty() ? s : first + s);
            }
            default -> {
                String s = t.take(-1) + Values.str(v, "decoder result");
                t.dropDecoded();
                return PyStr.of(s);
            }
        }
    }

    // ---- position

    private PyObject tell(Execution x, PyObject v) {
        switch (state) {
            case WORKING -> {
                state = State.POSITIONED;
                return call(x, t.buffer, "flush");
            }
            case POSITIONED -> {
                state = State.LAST;
                return call(x, t.buffer, "tell");
            }
            default -> {
                long position = Values.toLong(x, v);
                if (t.snapshot == null || t.codec == null && !t.hasDecoded()) {
                    return PyInt.of(position - (t.codec == null ? 0 : t.codec.rest().length));
                }
                if (t.codec == null) {
                    throw Errors.of(ExceptionTypes.OS_ERROR, "can't reconstruct logical file position");
                }
                return Cookie.find(t, position).number();
            }
        }
    }

    private PyObject seek(Execution x, PyObject v) {
        switch (state) {
            case WORKING -> {
                state = State.POSITIONED;
                return call(x, t.buffer, "flush");
            }
            case POSITIONED -> {
                t.dropDecoded();
                state = State.REFILLED;
                if (op == Op.SEEK_END) {
                    t.resetDecoder();
                    return call(x, t.buffer, "seek", PyInt.ZERO, PyInt.of(2));
                }
                return call(
                        x,
                        t.buffer,
                        "seek",
                        PyInt.of(Cookie.of((PyInteger) argument).position()));
            }
            case REFILLED -> {
                if (op == Op.SEEK_END) {
                    atStart(Values.toLong(x, v) == 0);
                    return v;
                }
                Cookie c = Cookie.of((PyInteger) argument);
                atStart(c.position() == 0);
                t.resetDecoder();
                if (t.codec == null) {
                    state = State.LAST;
                    return call(x, t.decoder, "reset");
                }
                c.apply(t);
                if (c.skip() == 0 && c.feed() == 0) {
                    return argument;
                }
                state = State.LAST;
                return call(x, t.buffer, "read", PyInt.of(c.feed()));
            }
            default -> {
                Cookie c = Cookie.of((PyInteger) argument);
                if (t.codec != null) {
                    byte[] b = Buffers.bytes(v);
                    PyTextIOWrapper.Snapshot s = before(b);
                    t.append(t.decode(b, c.atEnd()));
                    t.snapshot = s;
                    if (t.decodedCount() < c.skip()) {
                        throw Errors.of(ExceptionTypes.OS_ERROR, "can't restore logical file position");
                    }
                    t.take(c.skip());
                }
                return argument;
            }
        }
    }

    private void atStart(boolean start) {
        if (t.codec != null) {
            t.codec.resetEncoder(start);
        }
    }

    private PyObject truncate(Execution x, PyObject v) {
        switch (state) {
            case WORKING -> {
                state = State.POSITIONED;
                return call(x, t.buffer, "flush");
            }
            case POSITIONED -> {
                state = State.LAST;
                return argument == PySingleton.NONE
                        ? call(x, t.buffer, "truncate")
                        : call(x, t.buffer, "truncate", argument);
            }
            default -> {
                return v;
            }
        }
    }

    private PyObject close(Execution x) {
        switch (state) {
            case WORKING -> {
                state = State.POSITIONED;
                return call(x, t, "flush");
            }
            case POSITIONED -> {
                state = State.LAST;
                return call(x, t.buffer, "close");
            }
            default -> {
                if (failure instanceof PyBaseException e) {
                    throw new PyException(e);
                }
                return PySingleton.NONE;
            }
        }
    }

    @Override
    PyObject failed(Execution x, PyException e) {
        if (op == Op.CLOSE && state != State.LAST) {
            failure = e.value;
            state = State.POSITIONED;
            return close(x);
        }
        throw e;
    }

    /** A position in a text stream as a number: bytes, the decoder's state, and what to do after going there (CPython: cookie_type). */
    record Cookie(long position, int flags, int feed, int skip, boolean atEnd) {
        private static final int PENDING_CR = 1;

        static Cookie of(PyInteger i) {
            BigInteger v = i.big();
            return new Cookie(
                    v.longValue(),
                    v.shiftRight(64).intValue(),
                    v.shiftRight(96).intValue(),
                    v.shiftRight(128).intValue(),
                    v.testBit(160));
        }

        PyObject number() {
            BigInteger v = BigInteger.valueOf(position)
                    .or(BigInteger.valueOf(flags).shiftLeft(64))
                    .or(BigInteger.valueOf(feed).shiftLeft(96))
                    .or(BigInteger.valueOf(skip).shiftLeft(128))
                    .or(atEnd ? BigInteger.ONE.shiftLeft(160) : BigInteger.ZERO);
            return PyInteger.of(v);
        }

        /** Sets the decoder as it was there. */
        void apply(PyTextIOWrapper t) {
            t.codec.restore(flags >> 1, PyBytes.EMPTY.value);
            if (t.lineEnds != null) {
                t.lineEnds.pendingCr = (flags & PENDING_CR) != 0;
            }
        }

        /**
         * The place up to which text was read: decodes the chunk again, byte by byte, from the last place with a clean decoder.
         *
         * @param end position of the buffer behind the chunk
         */
        static Cookie find(PyTextIOWrapper t, long end) {
            PyTextIOWrapper.Snapshot s = t.snapshot;
            int unread = t.decodedCount();
            byte[] restNow = t.codec.rest();
            int orderNow = t.codec.orderState();
            boolean crNow = t.lineEnds != null && t.lineEnds.pendingCr;
            int seen = t.lineEnds == null ? 0 : t.lineEnds.seen;
            try {
                long start = end - s.input().length - s.rest().length;
                int total = count(t, s);
                int wanted = total - unread;
                restore(t, s);
                Cookie c = new Cookie(start, flags(t), 0, 0, false);
                int decoded = 0;
                int safe = 0;
                for (int i = -s.rest().length; i < s.input().length && decoded < wanted; i++) {
                    byte b = i < 0 ? s.rest()[i + s.rest().length] : s.input()[i];
                    String text = t.decode(new byte[] {b}, false);
                    decoded += text.codePointCount(0, text.length());
                    if (t.codec.rest().length == 0
                            && decoded <= wanted
                            && !(t.lineEnds != null && t.lineEnds.pendingCr && decoded == wanted)) {
                        c = new Cookie(end - s.input().length + i + 1, flags(t), 0, 0, false);
                        safe = decoded;
                    } else if (decoded >= wanted) {
                        int feed = (int) (end - s.input().length + i + 1 - c.position());
                        return new Cookie(c.position(), c.flags(), feed, wanted - safe, false);
                    }
                }
                if (safe < wanted) {
                    return new Cookie(c.position(), c.flags(), (int) (end - c.position()), wanted - safe, true);
                }
                return c;
            } finally {
                t.codec.restore(orderNow, restNow);
                if (t.lineEnds != null) {
                    t.lineEnds.pendingCr = crNow;
                    t.lineEnds.seen = seen;
                }
            }
        }

        private static int flags(PyTextIOWrapper t) {
            return t.codec.orderState() << 1 | (t.lineEnds != null && t.lineEnds.pendingCr ? PENDING_CR : 0);
        }

        private static void restore(PyTextIOWrapper t, PyTextIOWrapper.Snapshot s) {
            t.codec.restore(s.orderState(), PyBytes.EMPTY.value);
            if (t.lineEnds != null) {
                t.lineEnds.pendingCr = s.pendingCr();
            }
        }

        private static int count(PyTextIOWrapper t, PyTextIOWrapper.Snapshot s) {
            restore(t, s);
            t.codec.restore(s.orderState(), s.rest());
            String text = t.decode(s.input(), s.input().length == 0);
            return text.codePointCount(0, text.length());
        }
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            PyStr.of(op.name()),
            t,
            PyStr.of(state.name()),
            PyInt.of(n),
            argument == null ? PySingleton.NONE : argument,
            PyBool.of(flushes),
            PyBool.of(complete),
            chunk == null ? PySingleton.NONE : new PyBytes(chunk),
            text == null ? PySingleton.NONE : PyStr.of(text.toString()),
            failure == null ? PySingleton.NONE : failure
        };
    }

    @Override
    public void restore(PyObject[] s) {
        op = Op.valueOf(s[0].toString());
        t = (PyTextIOWrapper) s[1];
        state = State.valueOf(s[2].toString());
        n = (int) ((PyInt) s[3]).value;
        argument = s[4];
        flushes = s[5] == PyBool.TRUE;
        complete = s[6] == PyBool.TRUE;
        chunk = s[7] instanceof PyBytes b ? b.value : null;
        text = s[8] instanceof PyStr p ? new StringBuilder(p.toString()) : null;
        failure = s[9] == PySingleton.NONE ? null : s[9];
    }
}
