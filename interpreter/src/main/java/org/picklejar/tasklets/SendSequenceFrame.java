package org.picklejar.tasklets;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Iteration;

/** {@code channel.send_sequence(iterable)}: sends each item; the result is their number. */
public final class SendSequenceFrame extends NativeFrame {
    private enum State {
        START,
        ITERATOR,
        ITEM,
        SENT
    }

    private State state = State.START;
    private Channel channel;
    private PyObject source;
    private long count;

    /** For unpickling. */
    public SendSequenceFrame() {}

    SendSequenceFrame(Channel channel, PyObject iterable) {
        this.channel = channel;
        this.source = iterable;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case START -> {
                    state = State.ITERATOR;
                    v = Iteration.iter(x, source);
                }
                case ITERATOR -> {
                    source = v;
                    state = State.ITEM;
                    v = Iteration.next(x, source);
                }
                case ITEM -> {
                    if (v == null) {
                        return PyInt.of(count);
                    }
                    count++;
                    state = State.SENT;
                    v = channel.send(x, v);
                }
                case SENT -> {
                    state = State.ITEM;
                    v = Iteration.next(x, source);
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (state == State.ITEM && e.is(ExceptionTypes.STOP_ITERATION)) {
            return PyInt.of(count);
        }
        throw e;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {PyStr.of(state.name()), channel, source, PyInt.of(count)};
    }

    @Override
    public void restore(PyObject[] saved) {
        state = State.valueOf(saved[0].toString());
        channel = (Channel) saved[1];
        source = saved[2];
        count = ((PyInt) saved[3]).value;
    }
}
