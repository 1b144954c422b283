package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.GenericAliases;
import org.picklejar.ops.Ints;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;

/** Python's enumerate. */
public final class EnumerateIterator extends SoftIterator {
    public static final PyType TYPE = PyType.builtin("enumerate", EnumerateIterator.class, PyType.OBJECT);

    private PyObject source;
    private PyInteger index;

    private EnumerateIterator(PyType type, PyInteger start) {
        super(type);
        index = start;
    }

    @Override
    protected void open(PyObject[] iterators) {
        source = iterators[0];
    }

    @Override
    public PyObject next(Execution x) {
        if (source instanceof PyIterator i) {
            PyObject v = i.next();
            return v == null ? null : number(v);
        }
        return super.next(x);
    }

    private PyObject number(PyObject v) {
        PyInteger i = index;
        index = Ints.add(i, PyInt.ONE);
        return PyTuple.of(i, v);
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        if (call.stage++ == 0) {
            v = call.askFor(x, source);
        }
        return v == null || v == Pending.PENDING ? v : number(v);
    }

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<EnumerateIterator> b = define(builder, EnumerateIterator.class)
                .doc(
                        "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\n"
                                + "The enumerate object yields pairs containing a count (from start, which\n"
                                + "defaults to zero) and a value yielded by the iterable argument.\n\n"
                                + "enumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...")
                .constructor(
                        "enumerate(cls, iterable, start: index = 0)",
                        (x, cls, a) -> OpenFrame.open(x, new EnumerateIterator(cls, (PyInteger) a[2]), a[1]))
                .method(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        e -> PyTuple.of(e.type(), PyTuple.of(e.source, e.index)));
        GenericAliases.define(b);
    }
}
