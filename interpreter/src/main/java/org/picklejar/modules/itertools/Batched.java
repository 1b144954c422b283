package org.picklejar.modules.itertools;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;
import org.picklejar.ops.Values;

/** {@code itertools.batched}. */
final class Batched extends SoftIterator {
    static final PyType TYPE =
            PyType.builtin("batched", Batched.class, PyType.OBJECT).inModule("itertools");

    private final long size;
    private boolean strict;
    /** Null at the end. */
    private PyObject source;

    private Batched(PyType type, long size, boolean strict) {
        super(type);
        this.size = size;
        this.strict = strict;
    }

    @Override
    protected void open(PyObject[] iterators) {
        source = iterators[0];
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        if (call.stage == 0) {
            if (source == null) {
                return null;
            }
            call.stage = 1;
            call.a = new PyList();
            v = call.askFor(x, source);
        }
        PyList items = (PyList) call.a;
        while (v != Pending.PENDING) {
            if (v == null) {
                source = null;
                if (strict && items.size > 0) {
                    throw Errors.valueError("batched(): incomplete batch");
                }
                return items.size == 0 ? null : PyTuple.of(items.toArray());
            }
            items.append(v);
            if (items.size == size) {
                return PyTuple.of(items.toArray());
            }
            v = call.askFor(x, source);
        }
        return v;
    }

    private static PyObject make(Execution x, PyType cls, PyObject[] a) {
        long n = Values.toLong(a[2]);
        if (n < 1) {
            throw Errors.valueError("n must be at least one");
        }
        return OpenFrame.open(x, new Batched(cls, n, Values.isTrue(a[3])), a[1]);
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, Batched.class)
                .doc(
                        "Batch data into tuples of length n. The last batch may be shorter than n.\n\nLoops over the input iterable and accumulates "
                                + "data into tuples up to size\nn.  The input is consumed lazily, just enough to fill a batch.  The\nresult is yielded as soon "
                                + "as a batch is full or when the input iterable\nis exhausted.")
                .constructor("batched(cls, iterable, n: index, *, strict: bool = False)", Batched::make)
                .method(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        b -> PyTuple.of(
                                b.type(),
                                PyTuple.of(b.source == null ? PyTuple.EMPTY : b.source, PyInt.of(b.size)),
                                PyBool.of(b.strict)))
                .method("__setstate__(self, state: bool, /) -- Set state information for unpickling.", (b, s) -> {
                    b.strict = Values.isTrue(s);
                    return PySingleton.NONE;
                });
    }
}
