package org.picklejar.interp;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyMethod;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;

/** Copies a mapping, by its {@code keys()} and {@code __getitem__}, into a dict: for {@code **mapping}. */
public final class MergeFrame extends NativeFrame {
    private enum State {
        START,
        METHOD,
        KEYS,
        ITERATOR,
        KEY,
        VALUE
    }

    private State state = State.START;
    private PyDict target;
    private PyObject mapping;
    private PyObject callee;
    private PyObject keys = PySingleton.NONE;
    private PyObject key = PySingleton.NONE;

    /** For unpickling. */
    public MergeFrame() {}

    /** @param callee of a call, whose keywords must be new; or null */
    MergeFrame(PyDict target, PyObject mapping, PyObject callee) {
        this.target = target;
        this.mapping = mapping;
        this.callee = callee;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case START -> {
                    state = State.METHOD;
                    try {
                        v = Attributes.get(x, mapping, Names.KEYS);
                    } catch (PyException e) {
                        return raise(x, e);
                    }
                }
                case METHOD -> {
                    state = State.KEYS;
                    v = x.call(v);
                }
                case KEYS -> {
                    state = State.ITERATOR;
                    v = Iteration.iter(x, v);
                }
                case ITERATOR -> {
                    keys = v;
                    state = State.KEY;
                    v = Iteration.next(x, keys);
                }
                case KEY -> {
                    if (v == null) {
                        return PySingleton.NONE;
                    }
                    key = v;
                    if (callee != null) {
                        checkKeyword(x, target, key, callee);
                    }
                    state = State.VALUE;
                    v = Items.get(x, mapping, key);
                }
                case VALUE -> {
                    target.put(x, key, v);
                    state = State.KEY;
                    v = Iteration.next(x, keys);
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (state == State.METHOD && e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
            throw callee == null
                    ? Errors.typeError(
                            "'%s' object is not a mapping", mapping.type().name())
                    : Errors.typeError(
                            "%s argument after ** must be a mapping, not %s",
                            functionName(callee), mapping.type().name());
        }
        if (state == State.KEY && e.is(ExceptionTypes.STOP_ITERATION)) {
            return PySingleton.NONE;
        }
        throw e;
    }

    static void mergeKeywords(Execution x, PyDict target, PyDict from, PyObject callee) {
        for (int i = 0; i < from.entries(); i++) {
            PyObject k = from.keyAt(i);
            if (k != null) {
                checkKeyword(x, target, k, callee);
                target.put(x, k, from.valueAt(i));
            }
        }
    }

    private static void checkKeyword(Execution x, PyDict target, PyObject key, PyObject callee) {
        if (!(Values.payload(key) instanceof PyStr)) {
            throw Errors.typeError("keywords must be strings");
        }
        if (target.contains(x, key)) {
            throw Errors.typeError("%s got multiple values for keyword argument '%s'", functionName(callee), key);
        }
    }

    static String functionName(PyObject callee) {
        if (callee instanceof PyFunction f) {
            return f.module instanceof PyStr m && !m.toString().equals("builtins")
                    ? m + "." + f.qualname + "()"
                    : f.qualname + "()";
        }
        if (callee instanceof PyMethod m) {
            return functionName(m.function);
        }
        if (callee instanceof PyBuiltinFunction b) {
            return b.code.name + "()";
        }
        return callee instanceof PyType t ? t.fullName() + "()" : callee.type().name() + " object";
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            PyStr.of(state.name()), target, mapping, callee == null ? PySingleton.NONE : callee, keys, key
        };
    }

    @Override
    public void restore(PyObject[] saved) {
        state = State.valueOf(saved[0].toString());
        target = (PyDict) saved[1];
        mapping = saved[2];
        callee = saved[3] == PySingleton.NONE ? null : saved[3];
        keys = saved[4];
        key = saved[5];
    }
}
