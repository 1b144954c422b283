package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.Pending;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Items;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.SoftIterator;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Values;

/** Python's reversed, over a sequence without a {@code __reversed__} of its own. */
public final class ReversedIterator extends SoftIterator {
    public static final PyType TYPE = PyType.builtin("reversed", ReversedIterator.class, PyType.OBJECT);
    private static final int FETCHED = 2;

    /** Null at the end. */
    private PyObject sequence;

    private long index;

    private ReversedIterator(PyType type, PyObject sequence) {
        super(type);
        this.sequence = sequence;
    }

    private static PyObject make(Execution x, PyType cls, PyObject sequence) {
        if (x.restoring && !sequence.type().isBuiltin()) {
            PyType solid = sequence.type().solidBase();
            PyObject builtin = solid.lookup(Names.REVERSED);
            return builtin == null
                    ? new ReversedIterator(cls, sequence)
                    : x.callSpecial(sequence, builtin, new PyObject[] {sequence}, null);
        }
        PyObject method = sequence.type().lookup(Names.REVERSED);
        if (method != null && method != PySingleton.NONE) {
            return x.callSpecial(sequence, method, new PyObject[] {sequence}, null);
        }
        if (method == PySingleton.NONE
                || sequence instanceof PyDict
                || sequence.type().binary(Slot.GETITEM) == null
                || sequence instanceof MappingProxy) {
            throw Errors.typeError(
                    "'%s' object is not reversible", sequence.type().name());
        }
        return new MeasureFrame(new ReversedIterator(cls, sequence)).run(x);
    }

    /** Waits for the length of the sequence. */
    public static final class MeasureFrame extends StepFrame {
        private ReversedIterator iterator;

        /** For unpickling. */
        public MeasureFrame() {}

        MeasureFrame(ReversedIterator iterator) {
            this.iterator = iterator;
        }

        @Override
        protected PyObject advance(Execution x, PyObject value) {
            PyObject n = value == null ? Items.len(x, iterator.sequence) : value;
            if (n == Pending.PENDING) {
                return n;
            }
            iterator.index = ((PyInteger) n).longValue() - 1;
            return iterator;
        }

        @Override
        protected PyObject[] fields() {
            return new PyObject[] {iterator};
        }

        @Override
        protected void setFields(PyObject[] f) {
            iterator = (ReversedIterator) f[0];
        }
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        if (call.stage == FETCHED) {
            return value;
        }
        if (sequence == null || index < 0) {
            sequence = null;
            return null;
        }
        call.stage = FETCHED;
        try {
            return Items.get(x, sequence, PyInt.of(index--));
        } catch (PyException e) {
            return failed(x, call, e);
        }
    }

    @Override
    protected PyObject failed(Execution x, NextFrame call, PyException e) {
        if (e.is(ExceptionTypes.INDEX_ERROR) || e.is(ExceptionTypes.STOP_ITERATION)) {
            sequence = null;
            return null;
        }
        throw e;
    }

    private PyObject reduce() {
        return sequence == null
                ? PyTuple.of(type(), PyTuple.of(PyTuple.EMPTY))
                : PyTuple.of(type(), PyTuple.of(sequence), PyInt.of(index));
    }

    private PyObject setState(Execution x, PyObject state) {
        if (sequence != null) {
            long last = x.restoring ? Long.MAX_VALUE : Items.lenNow(x, sequence) - 1;
            index = Math.max(-1, Math.min(Values.toLong(state), last));
        }
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, ReversedIterator.class)
                .doc("Return a reverse iterator over the values of the given sequence.")
                .constructor("reversed(cls, sequence, /)", (x, cls, a) -> make(x, cls, a[1]))
                .method(
                        "__length_hint__(self, /) -- Private method returning an estimate of len(list(it)).",
                        r -> PyInt.of(r.sequence == null ? 0 : r.index + 1))
                .method("__reduce__(self, /) -- Return state information for pickling.", ReversedIterator::reduce)
                .tail(
                        "__setstate__(self, state: index, /) -- Set state information for unpickling.",
                        (x, r, s) -> r.setState(x, s));
    }
}
