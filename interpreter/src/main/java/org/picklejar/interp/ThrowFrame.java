package org.picklejar.interp;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;

/**
 * Raises an exception in the frame under it. Who enters a frame by an exception pushes this, and does not throw: who called it then
 * knows, as ever, that the result comes later, since the frame may handle the exception.
 */
final class ThrowFrame extends NativeFrame {
    private final PyException thrown;

    ThrowFrame(PyException thrown) {
        this.thrown = thrown;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        throw thrown;
    }
}
