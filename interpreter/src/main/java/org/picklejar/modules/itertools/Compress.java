package org.picklejar.modules.itertools;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;
import org.picklejar.ops.Truth;

/** {@code itertools.compress}. */
final class Compress extends SoftIterator {
    static final PyType TYPE =
            PyType.builtin("compress", Compress.class, PyType.OBJECT).inModule("itertools");
    private static final int DATUM = 1;
    private static final int SELECTOR = 2;
    private static final int TRUTH = 3;

    private PyObject data;
    private PyObject selectors;

    private Compress(PyType type) {
        super(type);
    }

    @Override
    protected void open(PyObject[] iterators) {
        data = iterators[0];
        selectors = iterators[1];
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (call.stage) {
                case 0 -> {
                    call.stage = DATUM;
                    v = call.askFor(x, data);
                }
                case DATUM -> {
                    if (v == null) {
                        return null;
                    }
                    call.a = v;
                    call.stage = SELECTOR;
                    v = call.askFor(x, selectors);
                }
                case SELECTOR -> {
                    if (v == null) {
                        return null;
                    }
                    call.stage = TRUTH;
                    v = Truth.of(x, v);
                }
                default -> {
                    if (v == PyBool.TRUE) {
                        return call.a;
                    }
                    call.stage = DATUM;
                    v = call.askFor(x, data);
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, Compress.class)
                .doc(
                        "Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using "
                                + "the selectors to\nchoose the data elements.")
                .constructor(
                        "compress(cls, data, selectors)",
                        (x, cls, a) -> OpenFrame.open(x, new Compress(cls), a[1], a[2]))
                .method(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        c -> PyTuple.of(c.type(), PyTuple.of(c.data, c.selectors)));
    }
}
