package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;

/** A call of {@code __next__} of a {@link SoftIterator} in progress. */
public final class NextFrame extends StepFrame {
    private SoftIterator iterator;
    /** How far the call is, as the iterator numbers its stages. */
    public int stage;
    /** What the iterator keeps between the stages. */
    public PyObject a;

    public PyObject b;
    public int index;

    /** For unpickling. */
    public NextFrame() {}

    NextFrame(SoftIterator iterator) {
        this.iterator = iterator;
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        return iterator.advance(x, this, value);
    }

    @Override
    protected PyObject failed(Execution x, PyException e) {
        return iterator.failed(x, this, e);
    }

    /** The next item of an underlying iterator, PENDING, or null at its end. */
    public PyObject askFor(Execution x, PyObject source) {
        return ask(x, source);
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {iterator, PyInt.of(stage), a, b, PyInt.of(index)};
    }

    @Override
    protected void setFields(PyObject[] fields) {
        iterator = (SoftIterator) fields[0];
        stage = (int) ((PyInt) fields[1]).value;
        a = fields[2];
        b = fields[3];
        index = (int) ((PyInt) fields[4]).value;
    }
}
