package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyIterator;
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

/** Python's zip. */
public final class ZipIterator extends SoftIterator {
    public static final PyType TYPE = PyType.builtin("zip", ZipIterator.class, PyType.OBJECT);
    private static final int ITEMS = 1;
    /** The first iterator has ended and the others must have, too. */
    private static final int ENDS = 2;

    private PyObject[] sources = {};
    private boolean strict;
    /** Whether all sources are builtin iterators. */
    private boolean plain;

    private ZipIterator(PyType type, boolean strict) {
        super(type);
        this.strict = strict;
    }

    @Override
    protected void open(PyObject[] iterators) {
        sources = iterators;
        plain = true;
        for (PyObject o : iterators) {
            plain &= o instanceof PyIterator;
        }
    }

    @Override
    public PyObject next(Execution x) {
        if (sources.length == 0) {
            return null;
        }
        if (!plain || strict) {
            return super.next(x);
        }
        PyObject[] out = new PyObject[sources.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = ((PyIterator) sources[i]).next();
            if (out[i] == null) {
                return null;
            }
        }
        return PyTuple.of(out);
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        if (call.stage == 0) {
            call.stage = ITEMS;
            call.a = new PyList();
            v = call.askFor(x, sources[0]);
        }
        PyList items = (PyList) call.a;
        for (; ; ) {
            if (v == Pending.PENDING) {
                return v;
            }
            if (call.stage == ITEMS) {
                if (v == null) {
                    int at = items.size;
                    if (!strict) {
                        return null;
                    }
                    if (at > 0) {
                        throw unequal(at, "shorter");
                    }
                    call.stage = ENDS;
                    call.index = 0;
                } else {
                    items.append(v);
                    if (items.size == sources.length) {
                        return PyTuple.of(items.toArray());
                    }
                    v = call.askFor(x, sources[items.size]);
                    continue;
                }
            } else if (v != null) {
                throw unequal(call.index, "longer");
            }
            if (++call.index == sources.length) {
                return null;
            }
            v = call.askFor(x, sources[call.index]);
        }
    }

    private static RuntimeException unequal(int at, String how) {
        return Errors.valueError("zip() argument %d is %s than argument%s%d", at + 1, how, at == 1 ? " " : "s 1-", at);
    }

    private PyObject reduce() {
        PyTuple its = PyTuple.of(sources.clone());
        return strict ? PyTuple.of(type(), its, PyBool.TRUE) : PyTuple.of(type(), its);
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, ZipIterator.class)
                .doc(
                        "The zip object yields n-length tuples, where n is the number of iterables\n"
                                + "passed as positional arguments to zip().  The i-th element in every tuple\n"
                                + "comes from the i-th iterable argument to zip().  This continues until the\n"
                                + "shortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\n"
                                + "raise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]")
                .constructor(
                        "zip(cls, /, *iterables, strict: bool = False)",
                        (x, cls, a) ->
                                OpenFrame.open(x, new ZipIterator(cls, Values.isTrue(a[2])), ((PyTuple) a[1]).items))
                .method("__reduce__(self, /) -- Return state information for pickling.", ZipIterator::reduce)
                .method("__setstate__(self, state: bool, /) -- Set state information for unpickling.", (z, s) -> {
                    z.strict = Values.isTrue(s);
                    return PySingleton.NONE;
                });
    }
}
