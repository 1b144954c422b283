package org.picklejar.types;

import org.picklejar.core.PyBool;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Truth;

/** Python's bool. Its arithmetic is that of int, which keeps bools under and, or and xor. */
final class BoolType {
    private static final PyStr TRUE = PyStr.of("True");
    private static final PyStr FALSE = PyStr.of("False");

    private BoolType() {}

    static void define(TypeBuilder<PyBool> b) {
        b.doc("Returns True when the argument is true, False otherwise.")
                .constructor("bool(cls, object=False, /)", (x, cls, a) -> Truth.of(x, a[1]))
                .unary(Slot.REPR, v -> v.value() ? TRUE : FALSE)
                .unary(Slot.BOOL, v -> v)
                .unaryTail(Slot.INVERT, (x, v) -> x.call(x.machine.helpers.get("invert_bool"), v));
    }
}
