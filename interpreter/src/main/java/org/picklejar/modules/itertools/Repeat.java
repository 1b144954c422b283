package org.picklejar.modules.itertools;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;
import org.picklejar.types.ReprFrame;

/** {@code itertools.repeat}. */
final class Repeat extends PyIterator {
    static final PyType TYPE = PyType.builtin("repeat", Repeat.class, PyType.OBJECT)
            .inModule("itertools")
            .notSubclassable();

    private final PyObject object;
    /** -1 when endless. */
    private long left;

    private Repeat(PyObject object, long times) {
        this.object = object;
        this.left = times;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public boolean isLong() {
        return left < 0 || left > 1 << 22;
    }

    @Override
    public PyObject next() {
        if (left == 0) {
            return null;
        }
        if (left > 0) {
            left--;
        }
        return object;
    }

    private PyObject[] shown() {
        return left < 0 ? new PyObject[] {object} : new PyObject[] {object, PyInt.of(left)};
    }

    private PyObject lengthHint() {
        if (left < 0) {
            throw Errors.typeError("len() of unsized object");
        }
        return PyInt.of(left);
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(Repeat.class)
                .doc(
                        "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, "
                                + "returns the object\nendlessly.")
                .constructor(
                        "repeat(cls, object, times: index = <unset>)",
                        (x, cls, a) -> new Repeat(a[1], a[2] == null ? -1 : Math.max(0, Values.toLong(a[2]))))
                .unary(Slot.ITER, i -> i)
                .unary(Slot.NEXT, Repeat::next)
                .unaryTail(Slot.REPR, Repeat::repr)
                .method(
                        "__length_hint__(self, /) -- Private method returning an estimate of len(list(it)).",
                        Repeat::lengthHint)
                .method(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        r -> PyTuple.of(TYPE, PyTuple.of(r.shown())));
    }

    private static PyObject repr(Execution x, Repeat r) {
        return ReprFrame.repr(x, ReprFrame.sequence(r, "repeat(", r.shown(), ")", "..."));
    }
}
