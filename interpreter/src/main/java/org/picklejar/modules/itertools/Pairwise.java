package org.picklejar.modules.itertools;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;

/** {@code itertools.pairwise}. */
final class Pairwise extends SoftIterator {
    static final PyType TYPE =
            PyType.builtin("pairwise", Pairwise.class, PyType.OBJECT).inModule("itertools");
    private static final int FIRST = 1;
    private static final int SECOND = 2;

    /** Null at the end. */
    private PyObject source;

    private PyObject previous;

    private Pairwise(PyType type) {
        super(type);
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
                    if (source == null) {
                        return null;
                    }
                    call.stage = previous == null ? FIRST : SECOND;
                    v = call.askFor(x, source);
                }
                case FIRST -> {
                    if (v == null) {
                        source = null;
                        return null;
                    }
                    previous = v;
                    if (source == null) {
                        return null;
                    }
                    call.stage = SECOND;
                    v = call.askFor(x, source);
                }
                default -> {
                    PyObject first = previous;
                    previous = v;
                    if (v == null) {
                        source = null;
                        return null;
                    }
                    return PyTuple.of(first, v);
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private PyObject reduce() {
        PyTuple args = PyTuple.of(source == null ? PyTuple.EMPTY : source);
        return previous == null ? PyTuple.of(type(), args) : PyTuple.of(type(), args, PyTuple.of(previous));
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, Pairwise.class)
                .doc(
                        "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...")
                .constructor("pairwise(cls, iterable, /)", (x, cls, a) -> OpenFrame.open(x, new Pairwise(cls), a[1]))
                .method("__reduce__(self, /) -- Return state information for pickling.", Pairwise::reduce)
                .method("__setstate__(self, state, /) -- Set state information for unpickling.", (p, s) -> {
                    p.previous = PoolIterator.arguments(s, 1).get(0);
                    return PySingleton.NONE;
                });
    }
}
