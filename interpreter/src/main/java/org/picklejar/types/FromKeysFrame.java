package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.StepFrame;

/** {@code cls.fromkeys(iterable, value)}. */
public final class FromKeysFrame extends StepFrame {
    private enum State {
        START,
        MADE,
        ITERATOR,
        ITEM,
        STORED
    }

    private State state = State.START;
    private PyObject cls;
    private PyObject source;
    private PyObject value;
    private PyObject made;

    /** For unpickling. */
    public FromKeysFrame() {}

    public static PyObject fromKeys(Execution x, PyType cls, PyObject iterable, PyObject value) {
        if (cls == PyDict.TYPE) {
            PyObject[] items = Iteration.itemsOrNull(iterable);
            if (items != null) {
                PyDict d = new PyDict();
                for (PyObject k : items) {
                    d.put(x, k, value);
                }
                return d;
            }
        }
        FromKeysFrame f = new FromKeysFrame();
        f.cls = cls;
        f.source = iterable;
        f.value = value;
        return f.run(x);
    }

    @Override
    protected PyObject advance(Execution x, PyObject sent) {
        PyObject v = sent;
        for (; ; ) {
            switch (state) {
                case START -> {
                    state = State.MADE;
                    v = x.call(cls);
                }
                case MADE -> {
                    made = v;
                    state = State.ITERATOR;
                    v = Iteration.iter(x, source);
                }
                case ITERATOR -> {
                    source = v;
                    state = State.ITEM;
                    v = ask(x, source);
                }
                case ITEM -> {
                    if (v == null) {
                        return made;
                    }
                    state = State.STORED;
                    v = Items.set(x, made, v, value);
                }
                case STORED -> {
                    state = State.ITEM;
                    v = ask(x, source);
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {PyStr.of(state.name()), cls, source, value, made};
    }

    @Override
    protected void setFields(PyObject[] f) {
        state = State.valueOf(f[0].toString());
        cls = f[1];
        source = f[2];
        value = f[3];
        made = f[4];
    }
}
