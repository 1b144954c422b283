package org.picklejar.modules.itertools;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;
import org.picklejar.ops.Values;

/** {@code itertools.islice}. */
final class Slice extends SoftIterator {
    static final PyType TYPE =
            PyType.builtin("islice", Slice.class, PyType.OBJECT).inModule("itertools");

    /** Null at the end. */
    private PyObject source;
    /** The position of the next item to give. */
    private long next;
    /** -1 when there is none. */
    private final long stop;

    private final long step;
    /** How many items were taken from the source. */
    private long taken;

    private Slice(PyType type, long start, long stop, long step) {
        super(type);
        this.next = start;
        this.stop = stop;
        this.step = step;
    }

    @Override
    protected void open(PyObject[] iterators) {
        source = iterators[0];
    }

    @Override
    public PyObject next(Execution x) {
        if (source instanceof PyIterator i && taken == next && (stop < 0 || taken < stop)) {
            PyObject v = i.next();
            return v == null ? end() : give(v);
        }
        return super.next(x);
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        if (call.stage == 0) {
            if (source == null) {
                return null;
            }
            call.stage = 1;
            if (stop >= 0 && taken >= Math.min(next, stop) && next >= stop) {
                return end();
            }
            v = call.askFor(x, source);
        }
        for (; ; ) {
            if (v == Pending.PENDING) {
                return v;
            }
            if (v == null) {
                return end();
            }
            if (taken == next) {
                return give(v);
            }
            taken++;
            if (stop >= 0 && taken >= stop) {
                return end();
            }
            v = call.askFor(x, source);
        }
    }

    private PyObject give(PyObject v) {
        taken++;
        long old = next;
        next += step;
        if (next < old || stop >= 0 && next > stop) {
            next = stop >= 0 ? stop : Long.MAX_VALUE;
        }
        return v;
    }

    private PyObject end() {
        source = null;
        return null;
    }

    private static PyObject make(Execution x, PyType cls, PyObject[] a) {
        if (a[3] == null) {
            long stop =
                    bound(x, a[2], -1, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
            return OpenFrame.open(x, new Slice(cls, 0, stop, 1), a[1]);
        }
        String indices = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
        long stop = bound(x, a[3], -1, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        long start = bound(x, a[2], 0, indices);
        long step = bound(x, a[4], 1, "Step for islice() must be a positive integer or None.");
        if (step == 0) {
            throw Errors.valueError("Step for islice() must be a positive integer or None.");
        }
        return OpenFrame.open(x, new Slice(cls, start, stop, step), a[1]);
    }

    private static long bound(Execution x, PyObject o, long none, String message) {
        if (o == PySingleton.NONE) {
            return none;
        }
        PyInteger i;
        try {
            i = Conversions.indexValue(x, o);
        } catch (PyException e) {
            throw Errors.valueError(message);
        }
        if (!i.isLong() || i.signum() < 0) {
            throw Errors.valueError(message);
        }
        return i.longValue();
    }

    private PyObject reduce() {
        if (source == null) {
            return PyTuple.of(type(), PyTuple.of(PyTuple.EMPTY, PyInt.ZERO), PyInt.ZERO);
        }
        PyObject end = stop < 0 ? PySingleton.NONE : PyInt.of(stop);
        return PyTuple.of(type(), PyTuple.of(source, PyInt.of(next), end, PyInt.of(step)), PyInt.of(taken));
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, Slice.class)
                .doc(
                        "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\n"
                                + "Return an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip "
                                + "all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step "
                                + "determines how many values are\nskipped between successive calls.  Works like a slice() on a list\n"
                                + "but returns an iterator.")
                .constructor("islice(cls, iterable, start, stop=<unset>, step=None, /)", Slice::make)
                .method("__reduce__(self, /) -- Return state information for pickling.", Slice::reduce)
                .method("__setstate__(self, state: index, /) -- Set state information for unpickling.", (s, state) -> {
                    s.taken = Values.toLong(state);
                    return PySingleton.NONE;
                });
    }
}
