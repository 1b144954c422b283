package org.picklejar.modules.abc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Classes;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** {@code ABCMeta.__subclasscheck__}: the hook, the method resolution order, the registered classes, the subclasses (CPython: _abc.c). */
public final class SubclassFrame extends NativeFrame {
    private static final PyStr HOOK = PyStr.of("__subclasshook__");

    private enum State {
        START,
        HOOK,
        SUBCLASSES,
        CANDIDATES
    }

    private PyType cls;
    private PyType subclass;
    private State state = State.START;
    /** Registered classes and subclasses that were not asked yet. */
    private final List<PyObject> candidates = new ArrayList<>();

    private int next;

    /** For unpickling. */
    public SubclassFrame() {}

    SubclassFrame(PyType cls, PyType subclass) {
        this.cls = cls;
        this.subclass = subclass;
    }

    /** The answer that is known, or null. */
    static PyObject known(Execution x, PyType cls, PyType subclass) {
        AbcData data = AbcData.of(cls);
        if (data.cache.contains(subclass)) {
            return PyBool.TRUE;
        }
        long version = AbcData.Registrations.of(x).count();
        if (data.negativeVersion < version) {
            data.negative.clear();
            data.negativeVersion = version;
        } else if (data.negative.contains(subclass)) {
            return PyBool.FALSE;
        }
        return null;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case START -> {
                    PyObject k = known(x, cls, subclass);
                    if (k != null) {
                        return k;
                    }
                    state = State.HOOK;
                    v = MethodCall.call(x, cls, HOOK, subclass);
                }
                case HOOK -> {
                    if (v == PyBool.TRUE) {
                        return found(true);
                    } else if (v == PyBool.FALSE) {
                        return found(false);
                    } else if (v != PySingleton.NOT_IMPLEMENTED) {
                        throw Errors.of(
                                ExceptionTypes.ASSERTION_ERROR,
                                "__subclasshook__ must return either False, True, or NotImplemented");
                    }
                    for (PyType t : subclass.mro()) {
                        if (t == cls) {
                            return found(true);
                        }
                    }
                    candidates.addAll(AbcData.of(cls).registered());
                    state = State.SUBCLASSES;
                    v = MethodCall.call(x, cls, "__subclasses__");
                }
                case SUBCLASSES -> {
                    if (!(Values.payload(v) instanceof PyList subclasses)) {
                        throw Errors.typeError("__subclasses__() must return a list");
                    }
                    candidates.addAll(Arrays.asList(subclasses.toArray()));
                    state = State.CANDIDATES;
                    v = null;
                }
                case CANDIDATES -> {
                    if (v != null && (v == PyBool.TRUE || v != PyBool.FALSE && Truth.test(x, v))) {
                        return found(true);
                    }
                    if (next == candidates.size()) {
                        return found(false);
                    }
                    v = Classes.isSubclass(x, subclass, candidates.get(next++));
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private PyObject found(boolean is) {
        AbcData data = AbcData.of(cls);
        (is ? data.cache : data.negative).add(subclass);
        return PyBool.of(is);
    }

    @Override
    public boolean beginsAgain() {
        return true;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {cls, subclass, PyStr.of(state.name()), PyList.of(candidates), PyInt.of(next)};
    }

    @Override
    public void restore(PyObject[] s) {
        cls = (PyType) s[0];
        subclass = (PyType) s[1];
        state = State.valueOf(s[2].toString());
        candidates.addAll(Arrays.asList(((PyList) s[3]).toArray()));
        next = (int) ((PyInt) s[4]).value;
    }
}
