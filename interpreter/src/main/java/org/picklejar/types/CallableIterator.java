package org.picklejar.types;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.SoftIterator;
import org.picklejar.ops.Truth;

/** {@code iter(function, sentinel)}. */
public final class CallableIterator extends SoftIterator {
    public static final PyType TYPE = PyType.builtin("callable_iterator", CallableIterator.class, PyType.OBJECT)
            .notSubclassable();
    private static final int CALLED = 1;
    private static final int COMPARED = 2;
    private static final int TRUTH = 3;

    /** Null at the end. */
    private PyObject function;

    private final PyObject sentinel;

    public CallableIterator(PyObject function, PyObject sentinel) {
        super(TYPE);
        this.function = function;
        this.sentinel = sentinel;
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (call.stage) {
                case 0 -> {
                    if (function == null) {
                        return null;
                    }
                    call.stage = CALLED;
                    try {
                        v = x.call(function);
                    } catch (PyException e) {
                        return failed(x, call, e);
                    }
                }
                case CALLED -> {
                    if (v == sentinel) {
                        function = null;
                        return null;
                    }
                    call.a = v;
                    call.stage = COMPARED;
                    v = Comparisons.compare(x, Slot.EQ, sentinel, v);
                }
                case COMPARED -> {
                    call.stage = TRUTH;
                    v = Truth.of(x, v);
                }
                default -> {
                    if (v == PyBool.TRUE) {
                        function = null;
                        return null;
                    }
                    return call.a;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    @Override
    protected PyObject failed(Execution x, NextFrame call, PyException e) {
        if (call.stage == CALLED && e.is(ExceptionTypes.STOP_ITERATION)) {
            function = null;
            return null;
        }
        throw e;
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, CallableIterator.class)
                .tail(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        (x, c) -> c.function == null
                                ? Reduction.iterOf(x, PyTuple.EMPTY)
                                : PyTuple.of(Reduction.builtin(x, "iter"), PyTuple.of(c.function, c.sentinel)));
    }
}
