package org.picklejar.tasklets;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.ops.ConsumeFrame;

/** {@code channel.send_sequence(iterable)}: sends each item; the result is their number. */
public final class SendSequenceFrame extends ConsumeFrame {
    private Channel channel;
    private long count;

    /** For unpickling. */
    public SendSequenceFrame() {}

    SendSequenceFrame(Channel channel, PyObject iterable) {
        super(iterable);
        this.channel = channel;
    }

    @Override
    protected PyObject item(Execution x, PyObject item) {
        count++;
        return channel.send(x, item) == Pending.PENDING ? Pending.PENDING : null;
    }

    @Override
    protected PyObject resumed(Execution x, PyObject sent) {
        return null;
    }

    @Override
    protected PyObject end(Execution x) {
        return PyInt.of(count);
    }

    @Override
    protected PyObject[] ownFields() {
        return new PyObject[] {channel, PyInt.of(count)};
    }

    @Override
    protected void setOwnFields(PyObject[] fields) {
        channel = (Channel) fields[0];
        count = ((PyInt) fields[1]).value;
    }
}
