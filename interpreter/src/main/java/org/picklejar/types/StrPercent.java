package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Steps;
import org.picklejar.ops.Values;

/** The operator % of str. */
final class StrPercent {
    private StrPercent() {}

    static PyObject format(Execution x, PyObject format, PyObject args) {
        return Values.payload(format) instanceof PyStr s
                ? Steps.run(x, new PercentFrame(s, args, PercentFrame.Target.STR))
                : PySingleton.NOT_IMPLEMENTED;
    }
}
