package org.picklejar.interp;

import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyObject;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Items;

/** The instructions for items of containers. */
public final class ItemInstructions {
    private ItemInstructions() {}

    public static PyObject subscript(Execution x, PyObject o, PyObject key) {
        return Items.get(x, o, key);
    }

    /** @return the value, or PENDING and the value later */
    public static PyObject storeSubscript(Execution x, PyObject o, PyObject key, PyObject value) {
        Frame caller = x.top;
        return Finish.RETURN_A.on(x, caller, Items.set(x, o, key, value), value, null);
    }

    public static PyObject deleteSubscript(Execution x, PyObject o, PyObject key) {
        return Items.delete(x, o, key);
    }
}
