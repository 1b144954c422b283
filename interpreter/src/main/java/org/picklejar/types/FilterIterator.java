package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;
import org.picklejar.ops.Truth;

/** Python's filter, and itertools' filterfalse. */
public final class FilterIterator extends SoftIterator {
    public static final PyType TYPE = PyType.builtin("filter", FilterIterator.class, PyType.OBJECT);
    public static final PyType FALSE_TYPE =
            PyType.builtin("filterfalse", FilterIterator.class, PyType.OBJECT).inModule("itertools");
    private static final int ITEM = 1;
    private static final int CALLED = 2;
    private static final int TRUTH = 3;

    private final PyObject function;
    /** The truth of the items that it gives. */
    private final PyBool wanted;

    private PyObject source;

    private FilterIterator(PyType type, PyObject function) {
        super(type);
        this.function = function;
        wanted = PyBool.of(type.isSubtypeOf(TYPE));
    }

    @Override
    protected void open(PyObject[] iterators) {
        source = iterators[0];
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (call.stage) {
                case 0 -> {
                    call.stage = ITEM;
                    v = call.askFor(x, source);
                }
                case ITEM -> {
                    if (v == null) {
                        return null;
                    }
                    call.a = v;
                    call.stage = CALLED;
                    if (function != PySingleton.NONE && function != PyBool.TYPE) {
                        v = x.call(function, v);
                    }
                }
                case CALLED -> {
                    call.stage = TRUTH;
                    v = Truth.of(x, v);
                }
                default -> {
                    if (v == wanted) {
                        return call.a;
                    }
                    call.stage = ITEM;
                    v = call.askFor(x, source);
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    public static void define(TypeBuilder<?> builder, boolean whenFalse) {
        String signature = whenFalse ? "filterfalse(cls, function, iterable, /)" : "filter(cls, function, iterable, /)";
        define(builder, FilterIterator.class)
                .doc(
                        whenFalse
                                ? "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items "
                                        + "that are false."
                                : "Return an iterator yielding those items of iterable for which function(item)\nis true. If function is "
                                        + "None, return the items that are true.")
                .constructor(signature, (x, cls, a) -> OpenFrame.open(x, new FilterIterator(cls, a[1]), a[2]))
                .method(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        f -> PyTuple.of(f.type(), PyTuple.of(f.function, f.source)));
    }
}
