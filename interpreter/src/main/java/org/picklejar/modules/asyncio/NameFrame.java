package org.picklejar.modules.asyncio;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Text;

/** {@code Task.set_name}: the text of an object becomes the name. */
public final class NameFrame extends StepFrame {
    private PyTask task;
    private PyObject value;

    /** For unpickling. */
    public NameFrame() {}

    NameFrame(PyTask task, PyObject value) {
        this.task = task;
        this.value = value;
    }

    @Override
    protected PyObject advance(Execution x, PyObject text) {
        PyObject v = text == null ? Text.str(x, value) : text;
        return v == Pending.PENDING ? v : task.setName(v);
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {task, value};
    }

    @Override
    protected void setFields(PyObject[] fields) {
        task = (PyTask) fields[0];
        value = fields[1];
    }
}
