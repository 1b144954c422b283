package org.picklejar.modules.itertools;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;

/** {@code itertools.zip_longest}. */
final class ZipLongest extends SoftIterator {
    static final PyType TYPE =
            PyType.builtin("zip_longest", ZipLongest.class, PyType.OBJECT).inModule("itertools");

    /** Null where one has ended. */
    private PyObject[] sources;

    private int active;
    private PyObject fill;

    /** Until the first {@link #open}: the iterables, of which an empty tuple is a source that has ended. */
    private PyObject[] given;

    private ZipLongest(PyType type, PyObject fill, PyObject[] iterables) {
        super(type);
        this.fill = fill;
        given = iterables;
    }

    @Override
    protected void open(PyObject[] iterators) {
        sources = iterators;
        active = iterators.length;
        for (int i = 0; given != null && i < given.length; i++) {
            if (given[i] instanceof PyTuple t && t.size() == 0) {
                sources[i] = null;
                active--;
            }
        }
        given = null;
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        if (call.stage == 0) {
            if (active == 0) {
                return null;
            }
            call.a = new PyList();
        }
        PyList items = (PyList) call.a;
        PyObject v = value;
        boolean answered = call.stage == 1;
        call.stage = 1;
        for (; ; ) {
            int i = items.size;
            if (answered) {
                if (v == null) {
                    sources[i] = null;
                    if (--active == 0) {
                        return null;
                    }
                    v = fill;
                }
                items.append(v);
                answered = false;
            } else if (i == sources.length) {
                return PyTuple.of(items.toArray());
            } else if (sources[i] == null) {
                items.append(fill);
            } else {
                v = call.askFor(x, sources[i]);
                if (v == Pending.PENDING) {
                    return v;
                }
                answered = true;
            }
        }
    }

    private PyObject reduce() {
        PyObject[] its = sources.clone();
        for (int i = 0; i < its.length; i++) {
            its[i] = its[i] == null ? PyTuple.EMPTY : its[i];
        }
        return PyTuple.of(type(), PyTuple.of(its), fill);
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, ZipLongest.class)
                .doc(
                        "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable "
                                + "argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis exhausted and then it "
                                + "raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted in their place.  The "
                                + "fillvalue\ndefaults to None or can be specified by a keyword argument.")
                .constructor("zip_longest(cls, /, *iterables, fillvalue=None)", (x, cls, a) -> {
                    PyObject[] iterables = ((PyTuple) a[1]).items;
                    return OpenFrame.open(x, new ZipLongest(cls, a[2], iterables), iterables);
                })
                .method("__reduce__(self, /) -- Return state information for pickling.", ZipLongest::reduce)
                .method("__setstate__(self, state, /) -- Set state information for unpickling.", (z, s) -> {
                    z.fill = s;
                    return PySingleton.NONE;
                });
    }
}
