package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Truth;

/** Writes a {@link PickleBuffer} in the pickle, or only a mark when the buffer callback takes it (CPython: save_picklebuffer). */
final class BufferTask extends SaveTask {
    private enum State {
        START,
        ANSWER,
        TRUTH
    }

    private final PickleBuffer buffer;
    private State state = State.START;

    BufferTask(PickleBuffer buffer) {
        this.buffer = buffer;
    }

    static BufferTask restore(PyObject[] fields) {
        BufferTask t = new BufferTask((PickleBuffer) fields[0]);
        t.state = State.valueOf(fields[1].toString());
        return t;
    }

    @Override
    TaskKind kind() {
        return TaskKind.BUFFER;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {buffer, PyStr.of(state.name())};
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        PyObject v = value;
        if (state == State.START) {
            if (d.out.protocol < 5) {
                throw PickleErrors.pickling("PickleBuffer can only be pickled with protocol >= 5");
            }
            if (!buffer.view().isContiguous()) {
                throw PickleErrors.pickling("PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
            }
            state = State.ANSWER;
            v = d.pickler.bufferCallback == null ? PyBool.TRUE : x.call(d.pickler.bufferCallback, buffer);
        }
        if (v != Pending.PENDING && state == State.ANSWER) {
            state = State.TRUTH;
            v = Truth.of(x, v);
        }
        if (v == Pending.PENDING) {
            return v;
        }
        d.pop();
        if (v != PyBool.TRUE) {
            d.out.op(PickleOp.NEXT_BUFFER);
            if (buffer.isReadOnly()) {
                d.out.op(PickleOp.READONLY_BUFFER);
            }
            return null;
        }
        byte[] bytes = buffer.view().toBytes();
        if (buffer.isReadOnly()) {
            boolean small = bytes.length < 0x100;
            d.payload(
                    buffer,
                    small ? PickleOp.SHORT_BINBYTES : PickleOp.BINBYTES,
                    small ? 1 : 4,
                    bytes,
                    new PyBytes(bytes));
        } else {
            d.payload(buffer, PickleOp.BYTEARRAY8, 8, bytes, new PyByteArray(bytes));
        }
        return null;
    }
}
