package org.picklejar.modules.itertools;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.GenericAliases;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;
import org.picklejar.ops.Values;

/** {@code itertools.chain}. */
final class Chain extends SoftIterator {
    static final PyType TYPE =
            PyType.builtin("chain", Chain.class, PyType.OBJECT).inModule("itertools");
    private static final int SOURCE = 1;
    private static final int OPENED = 2;
    private static final int ITEM = 3;

    /** An iterator over iterables; null at the end. */
    private PyObject sources;
    /** The iterator of the present one, or null. */
    private PyObject active;

    private Chain(PyType type) {
        super(type);
    }

    @Override
    protected void open(PyObject[] iterators) {
        sources = iterators[0];
    }

    @Override
    public PyObject next(Execution x) {
        if (active instanceof PyIterator i) {
            PyObject v = i.next();
            if (v != null) {
                return v;
            }
            active = null;
        }
        return super.next(x);
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (call.stage) {
                case 0 -> {
                    if (sources == null) {
                        return null;
                    }
                    call.stage = active == null ? SOURCE : ITEM;
                    v = call.askFor(x, active == null ? sources : active);
                }
                case SOURCE -> {
                    if (v == null) {
                        sources = null;
                        return null;
                    }
                    call.stage = OPENED;
                    v = Iteration.iter(x, v);
                }
                case OPENED -> {
                    active = v;
                    call.stage = ITEM;
                    v = call.askFor(x, active);
                }
                default -> {
                    if (v != null) {
                        return v;
                    }
                    active = null;
                    call.stage = 0;
                    continue;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private PyObject reduce() {
        if (sources == null) {
            return PyTuple.of(type(), PyTuple.EMPTY);
        }
        return PyTuple.of(type(), PyTuple.EMPTY, active == null ? PyTuple.of(sources) : PyTuple.of(sources, active));
    }

    private PyObject setState(PyObject state) {
        PyTuple t = Values.tuple(state, "state");
        if (t.size() < 1 || t.size() > 2) {
            throw Errors.typeError(
                    "function takes %s",
                    t.size() < 1 ? "at least 1 argument (0 given)" : "at most 2 arguments (" + t.size() + " given)");
        }
        sources = t.get(0);
        active = t.size() > 1 ? t.get(1) : null;
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<Chain> b = define(builder, Chain.class)
                .doc(
                        "Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then "
                                + "elements from the next\niterable, until all of the iterables are exhausted.")
                .constructor("chain(cls, /, *iterables)", (x, cls, a) -> OpenFrame.open(x, new Chain(cls), a[1]))
                .classMethod(
                        "from_iterable(cls, iterable, /) -- Alternative chain() constructor taking a single iterable argument that "
                                + "evaluates lazily.",
                        (x, cls, a) -> OpenFrame.open(x, new Chain(cls), a[1]))
                .method("__reduce__(self, /) -- Return state information for pickling.", Chain::reduce)
                .method("__setstate__(self, state, /) -- Set state information for unpickling.", Chain::setState);
        GenericAliases.define(b);
    }
}
