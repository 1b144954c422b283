package org.picklejar.ops;

import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** Gets the iterators of iterables for a {@link SoftIterator} that is being made. */
public final class OpenFrame extends StepFrame {
    private SoftIterator iterator;
    /** The first {@code next} are replaced by their iterators. */
    private PyObject[] sources;

    private int next;

    /** For unpickling. */
    public OpenFrame() {}

    /** The finished iterator, or PENDING. */
    public static PyObject open(Execution x, SoftIterator iterator, PyObject... iterables) {
        OpenFrame f = new OpenFrame();
        f.iterator = iterator;
        f.sources = iterables.clone();
        PyObject r = f.run(x);
        if (r == Pending.PENDING) {
            // It may be pickled meanwhile: it iterates over nothing until then.
            PyObject[] nothing = new PyObject[iterables.length];
            Arrays.fill(nothing, PyTuple.EMPTY);
            iterator.open(nothing);
        }
        return r;
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        if (value != null) {
            sources[next++] = value;
        }
        while (next < sources.length) {
            PyObject it = Iteration.iter(x, sources[next]);
            if (it == Pending.PENDING) {
                return it;
            }
            sources[next++] = it;
        }
        iterator.open(sources);
        return iterator;
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {iterator, PyTuple.of(sources), PyInt.of(next)};
    }

    @Override
    protected void setFields(PyObject[] f) {
        iterator = (SoftIterator) f[0];
        sources = ((PyTuple) f[1]).items.clone();
        next = (int) ((PyInt) f[2]).value;
    }
}
