package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;

/** A builtin iterator that returns something at its end, which {@code await} and {@code yield from} take without a StopIteration. */
public interface ReturningIterator {
    /**
     * {@code send(value)}.
     *
     * @return an item, PENDING, or null at the end; what it returns is {@link Execution#endValue} then (null: None)
     */
    PyObject nextOrEnd(Execution x, PyObject value);
}
