package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;

/** A builtin iterator over other iterators or functions, which may be Python code. */
public abstract class SoftIterator extends PyInstance {
    protected SoftIterator(PyType type) {
        super(type);
    }

    /**
     * Goes on with a call of {@code __next__}. What is only of this call is kept in {@code call}, since several tasklets may be
     * in {@code __next__} of one iterator.
     *
     * @param value as for {@link StepFrame#advance}; {@code call.stage} is 0 at the start
     */
    protected abstract PyObject advance(Execution x, NextFrame call, PyObject value);

    /** An exception came from the last call of {@code call}. Returns like {@link #advance}, or throws. */
    protected PyObject failed(Execution x, NextFrame call, PyException e) {
        throw e;
    }

    /** Takes the iterators of the iterables it was made for (see {@link OpenFrame}). */
    protected void open(PyObject[] iterators) {
        throw new IllegalStateException(getClass().getName());
    }

    /** {@code __next__}: an item, PENDING, or null at the end. */
    public PyObject next(Execution x) {
        return new NextFrame(this).run(x);
    }

    /** The beginning of the table of an iterator type. */
    public static <T extends SoftIterator> TypeBuilder<T> define(TypeBuilder<?> builder, Class<T> cls) {
        return builder.of(cls).rawUnary(Slot.ITER, (x, i) -> i).unaryTail(Slot.NEXT, (x, i) -> i.next(x));
    }
}
