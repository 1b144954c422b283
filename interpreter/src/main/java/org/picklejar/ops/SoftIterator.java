package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;

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

    /** {@code __next__}: an item, PENDING, or null at the end. */
    public PyObject next(Execution x) {
        return new NextFrame(this).run(x);
    }
}
