package org.picklejar.modules.itertools;

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
import org.picklejar.ops.Values;

/** {@code itertools.takewhile} and {@code dropwhile}. */
final class While extends SoftIterator {
    static final PyType TAKE =
            PyType.builtin("takewhile", While.class, PyType.OBJECT).inModule("itertools");
    static final PyType DROP =
            PyType.builtin("dropwhile", While.class, PyType.OBJECT).inModule("itertools");
    private static final int ITEM = 1;
    private static final int CALLED = 2;
    private static final int TRUTH = 3;

    private final PyObject predicate;
    private final boolean take;
    private PyObject source;
    /** Whether the predicate has failed once. */
    private boolean failed;

    private While(PyType type, PyObject predicate) {
        super(type);
        this.predicate = predicate;
        take = type.isSubtypeOf(TAKE);
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
                    if (take && failed) {
                        return null;
                    }
                    call.stage = ITEM;
                    v = call.askFor(x, source);
                }
                case ITEM -> {
                    if (v == null || failed && !take) {
                        return v;
                    }
                    call.a = v;
                    call.stage = CALLED;
                    v = x.call(predicate, v);
                }
                case CALLED -> {
                    call.stage = TRUTH;
                    v = Truth.of(x, v);
                }
                default -> {
                    boolean holds = v == PyBool.TRUE;
                    failed |= !holds;
                    if (take || !holds) {
                        return take && !holds ? null : call.a;
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

    static void define(TypeBuilder<?> builder, String name) {
        define(builder, While.class)
                .doc(
                        name.equals("takewhile")
                                ? "Return successive entries from an iterable as long as the predicate evaluates to true for each entry."
                                : "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.")
                .constructor(
                        name + "(cls, predicate, iterable, /)",
                        (x, cls, a) -> OpenFrame.open(x, new While(cls, a[1]), a[2]))
                .method(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        w -> PyTuple.of(w.type(), PyTuple.of(w.predicate, w.source), PyBool.of(w.failed)))
                .method("__setstate__(self, state: bool, /) -- Set state information for unpickling.", (w, s) -> {
                    w.failed = Values.isTrue(s);
                    return PySingleton.NONE;
                });
    }
}
