package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Steps;

/** {@code str.format} and {@code str.format_map}. */
final class StrFormat {
    private StrFormat() {}

    static void define(TypeBuilder<PyStr> b) {
        b.tailN("format(self, /, *args, **kwargs)", StrFormat::format)
                .tail(
                        "format_map(self, mapping, /)",
                        (x, s, mapping) -> Steps.run(x, new FormatFrame(s, null, mapping)));
    }

    private static PyObject format(Execution x, PyStr s, PyObject[] a) {
        return Steps.run(x, new FormatFrame(s, (PyTuple) a[1], a[2]));
    }
}
