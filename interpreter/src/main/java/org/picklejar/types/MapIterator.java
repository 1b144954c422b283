package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;

/** Python's map. */
public final class MapIterator extends SoftIterator {
    public static final PyType TYPE = PyType.builtin("map", MapIterator.class, PyType.OBJECT);
    private static final int ITEMS = 1;
    private static final int RESULT = 2;

    private final PyObject function;
    private PyObject[] sources;

    private MapIterator(PyType type, PyObject function) {
        super(type);
        this.function = function;
    }

    @Override
    protected void open(PyObject[] iterators) {
        sources = iterators;
    }

    @Override
    public PyObject next(Execution x) {
        if (sources.length == 1 && sources[0] instanceof PyIterator i) {
            PyObject v = i.next();
            return v == null ? null : x.call(function, v);
        }
        return super.next(x);
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        if (call.stage == RESULT) {
            return v;
        }
        if (call.stage == 0) {
            call.stage = ITEMS;
            call.a = new PyList();
            v = call.askFor(x, sources[0]);
        }
        PyList items = (PyList) call.a;
        while (v != null && v != Pending.PENDING) {
            items.append(v);
            if (items.size == sources.length) {
                call.stage = RESULT;
                return x.call(function, items.toArray());
            }
            v = call.askFor(x, sources[items.size]);
        }
        return v;
    }

    private PyObject reduce() {
        PyObject[] args = new PyObject[sources.length + 1];
        args[0] = function;
        System.arraycopy(sources, 0, args, 1, sources.length);
        return PyTuple.of(type(), PyTuple.of(args));
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, MapIterator.class)
                .doc(
                        "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest "
                                + "iterable is exhausted.")
                .constructor("map(cls, function=<unset>, /, *iterables)", (x, cls, a) -> {
                    PyObject[] iterables = ((PyTuple) a[2]).items;
                    if (iterables.length == 0) {
                        throw Errors.typeError("map() must have at least two arguments.");
                    }
                    return OpenFrame.open(x, new MapIterator(cls, a[1]), iterables);
                })
                .method("__reduce__(self, /) -- Return state information for pickling.", MapIterator::reduce);
    }
}
