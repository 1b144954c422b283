package org.picklejar.modules.itertools;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Arithmetic;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;

/** {@code itertools.accumulate}. */
final class Accumulate extends SoftIterator {
    static final PyType TYPE =
            PyType.builtin("accumulate", Accumulate.class, PyType.OBJECT).inModule("itertools");
    private static final int ITEM = 1;
    private static final int RESULT = 2;

    private final PyObject function;
    private PyObject source;
    private PyObject total;
    /** Given before the first item; None when there is none. */
    private PyObject initial;

    private Accumulate(PyType type, PyObject function, PyObject initial) {
        super(type);
        this.function = function;
        this.initial = initial;
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
                    if (initial != PySingleton.NONE) {
                        total = initial;
                        initial = PySingleton.NONE;
                        return total;
                    }
                    call.stage = ITEM;
                    v = call.askFor(x, source);
                }
                case ITEM -> {
                    if (v == null) {
                        return null;
                    }
                    if (total == null) {
                        total = v;
                        return v;
                    }
                    call.stage = RESULT;
                    v = function == PySingleton.NONE
                            ? Arithmetic.binary(x, Slot.ADD, total, v)
                            : x.call(function, total, v);
                }
                default -> {
                    total = v;
                    return v;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private PyObject reduce() {
        if (initial != PySingleton.NONE) {
            return PyTuple.of(type(), PyTuple.of(source, function, initial));
        }
        return PyTuple.of(type(), PyTuple.of(source, function), total == null ? PyTuple.EMPTY : PyTuple.of(total));
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, Accumulate.class)
                .doc("Return series of accumulated sums.")
                .constructor(
                        "accumulate(cls, iterable, func=None, *, initial=None)",
                        (x, cls, a) -> OpenFrame.open(x, new Accumulate(cls, a[2], a[3]), a[1]))
                .method("__reduce__(self, /) -- Return state information for pickling.", Accumulate::reduce)
                .method("__setstate__(self, state, /) -- Set state information for unpickling.", (c, s) -> {
                    c.total = s instanceof PyTuple t ? t.size() == 0 ? null : t.get(0) : s;
                    return PySingleton.NONE;
                });
    }
}
