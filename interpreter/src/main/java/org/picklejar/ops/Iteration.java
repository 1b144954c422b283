package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;

/** Iteration. */
public final class Iteration {
    private Iteration() {}

    /** {@code iter(o)}. */
    public static PyObject iter(Execution x, PyObject o) {
        PyType type = o.type();
        Slot.Unary f = type.unary(Slot.ITER);
        if (f != null) {
            if (type.isBuiltin()) {
                return f.apply(x, o);
            } else if (x.restoring) {
                return iterAsItWas(x, o);
            }
            Frame caller = x.top;
            return Finish.ITER_RESULT.on(x, caller, f.apply(x, o), null, null);
        }
        if (type.binary(Slot.GETITEM) != null && type.lookup(Slot.ITER.name) == null && !(o instanceof PyDict)) {
            return new SequenceIterator(o);
        }
        throw Errors.typeError("'%s' object is not iterable", type.name());
    }

    /** What an iterator of a saved state stands upon: an iterator itself, or what the class's builtin base makes of an instance. */
    private static PyObject iterAsItWas(Execution x, PyObject o) {
        Slot.Unary f = o.type().solidBase().unary(Slot.ITER);
        if (f != null) {
            return f.apply(x, o);
        }
        return o.type().unary(Slot.NEXT) == null ? new SequenceIterator(o) : o;
    }

    /** {@code next(it)}: an item, PENDING, or null at the end. A Python iterator ends by StopIteration. */
    public static PyObject next(Execution x, PyObject it) {
        if (x.tickLimit == Long.MIN_VALUE) {
            x.machine.safePoint.checkInterrupt(x);
        }
        if (it instanceof PyIterator i) {
            return i.next();
        }
        Slot.Unary f = it.type().unary(Slot.NEXT);
        if (f == null) {
            throw Errors.typeError("'%s' object is not an iterator", it.type().name());
        }
        return f.apply(x, it);
    }

    /** {@link #next} of which the end is always null when it is there at once: a builtin may raise StopIteration for it. */
    public static PyObject nextOrEnd(Execution x, PyObject it) {
        try {
            return next(x, it);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.STOP_ITERATION)) {
                return null;
            }
            throw e;
        }
    }

    /** The next item now, or null at the end. */
    public static PyObject nextNow(Execution x, PyObject it) {
        try {
            return x.await(() -> next(x, it));
        } catch (PyException e) {
            if (e.is(ExceptionTypes.STOP_ITERATION)) {
                return null;
            }
            throw e;
        }
    }

    /**
     * The items of an object whose iteration calls no Python: exact list, tuple, dict, set, str, or a builtin iterator that
     * does not go on for long (used up then). Null for anything else.
     */
    public static PyObject[] itemsOrNull(PyObject o) {
        if (o instanceof PyList l && l.isExact()) {
            return l.toArray();
        } else if (o instanceof PyTuple t) {
            return t.items;
        } else if (o instanceof PyDict d && d.isExact()) {
            return d.keyArray();
        } else if (o instanceof PySet s && s.type().isBuiltin()) {
            return s.toArray();
        } else if (o instanceof PyStr s) {
            PyObject[] out = new PyObject[s.length()];
            for (int i = 0; i < out.length; i++) {
                out[i] = s.charAt(i);
            }
            return out;
        }
        if (!(o instanceof PyIterator)
                && o.type().isBuiltin()
                && o.type().unary(Slot.ITER) != null
                && !o.type().hasDict) {
            PyObject it = o.type().unary(Slot.ITER).apply(null, o);
            return it instanceof PyIterator i && !i.isLong() ? drain(i) : null;
        }
        return o instanceof PyIterator i && !i.isLong() ? drain(i) : null;
    }

    private static PyObject[] drain(PyIterator it) {
        PyList out = new PyList();
        for (PyObject o = it.next(); o != null; o = it.next()) {
            out.append(o);
        }
        return out.toArray();
    }

    /** All items now. */
    public static PyObject[] itemsNow(Execution x, PyObject o) {
        if (o instanceof PyIterator i && !i.isLong()) {
            // A builtin that begins again finds it used up.
            return ((PyTuple) x.await(() -> PyTuple.of(drain(i)))).items;
        }
        PyObject[] items = itemsOrNull(o);
        if (items != null) {
            return items;
        }
        PyObject it = x.await(() -> iter(x, o));
        PyList out = new PyList();
        for (PyObject v = nextNow(x, it); v != null; v = nextNow(x, it)) {
            out.append(v);
        }
        return out.toArray();
    }

    /** Iterates by {@code __getitem__} with 0, 1, 2, ... (CPython: iterobject.c). */
    public static final class SequenceIterator extends PyObject {
        public static final PyType TYPE = PyType.builtin("iterator", SequenceIterator.class, PyType.OBJECT)
                .notSubclassable();
        public PyObject sequence;
        public long index;

        public SequenceIterator(PyObject sequence) {
            this.sequence = sequence;
        }

        @Override
        public PyType type() {
            return TYPE;
        }

        /** An item, PENDING or null; IndexError from Python ends it too. */
        public PyObject next(Execution x) {
            if (sequence == null) {
                return null;
            }
            Frame caller = x.top;
            PyObject r;
            try {
                r = Items.get(x, sequence, PyInt.of(index++));
            } catch (PyException e) {
                return end(e);
            }
            return r == Pending.PENDING ? x.interpose(caller, new SequenceNext(this)) : r;
        }

        PyObject end(PyException e) {
            if (e.is(ExceptionTypes.INDEX_ERROR) || e.is(ExceptionTypes.STOP_ITERATION)) {
                sequence = null;
                return null;
            }
            throw e;
        }
    }

    /** Waits for the item of a {@link SequenceIterator}. */
    public static final class SequenceNext extends NativeFrame {
        private SequenceIterator iterator;

        /** For unpickling. */
        public SequenceNext() {}

        SequenceNext(SequenceIterator iterator) {
            this.iterator = iterator;
        }

        @Override
        public PyObject step(Execution x, PyObject value) {
            return value;
        }

        @Override
        public PyObject raise(Execution x, PyException e) {
            iterator.end(e);
            throw Errors.stopIteration(null);
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {iterator};
        }

        @Override
        public void restore(PyObject[] state) {
            iterator = (SequenceIterator) state[0];
        }
    }

    /** {@code __length_hint__} of builtin sequences; 0 when unknown. */
    public static int lengthHint(PyObject o) {
        return o instanceof PyList l
                ? l.size
                : o instanceof PyTuple t ? t.size() : o instanceof PyDict d ? d.size() : 0;
    }

    /** The reversed iterator, or null when the type has no {@code __reversed__}. */
    public static PyObject reversed(Execution x, PyObject o) {
        PyObject m = o.type().lookup(Names.REVERSED);
        return m == null ? null : x.callSpecial(o, m, new PyObject[] {o}, null);
    }
}
