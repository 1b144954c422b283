package org.picklejar.builtins;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.interp.PythonFrame;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Items;
import org.picklejar.ops.Text;
import org.picklejar.types.Metaclasses;

/** {@code class name(bases, **keywords): body} (CPython: builtin___build_class__). */
public final class BuildClassFrame extends NativeFrame {
    private enum State {
        ENTRIES,
        METACLASS,
        PREPARED,
        BODY,
        MADE
    }

    private State state = State.ENTRIES;
    private PyFunction body;
    private PyStr name;
    private PyTuple original;
    private PyTuple bases = PyTuple.EMPTY;
    private PyDict keywords;
    private PyObject meta = PySingleton.NONE;
    private PyObject namespace = PySingleton.NONE;
    private PyObject cell = PySingleton.NONE;
    private int next;

    /** For unpickling. */
    public BuildClassFrame() {}

    BuildClassFrame(PyFunction body, PyStr name, PyTuple bases, PyDict keywords) {
        this.body = body;
        this.name = name;
        this.original = bases;
        this.keywords = keywords;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case ENTRIES -> {
                    if (v != null && !(v instanceof PyTuple)) {
                        throw Errors.typeError("__mro_entries__ must return a tuple");
                    }
                    if (v != null) {
                        bases = concat(bases, (PyTuple) v);
                    }
                    v = resolve(x);
                }
                case METACLASS -> v = prepare(x);
                case PREPARED -> {
                    namespace = v;
                    if (namespace.type().binary(Slot.GETITEM) == null) {
                        throw Errors.typeError(
                                "%s.__prepare__() must return a mapping, not %s",
                                meta instanceof PyType t ? t.name() : "<metaclass>",
                                namespace.type().name());
                    }
                    state = State.BODY;
                    PythonFrame f = new PythonFrame(body.code, body.globals, body.builtins, namespace);
                    System.arraycopy(body.closure, 0, f.registers, body.code.code.firstFree(), body.closure.length);
                    v = x.push(f);
                }
                case BODY -> {
                    cell = v;
                    if (bases != original) {
                        // The namespace may be any mapping; a plain dict in all but odd cases.
                        PyObject set = x.await(() -> Items.set(x, namespace, Names.ORIG_BASES, original));
                        assert set != null;
                    }
                    state = State.MADE;
                    PyObject[] values = keywords.valueArray();
                    PyObject[] args = new PyObject[3 + values.length];
                    args[0] = name;
                    args[1] = bases;
                    args[2] = namespace;
                    System.arraycopy(values, 0, args, 3, values.length);
                    v = x.call(meta, args, values.length == 0 ? null : PyTuple.of(keywords.keyArray()));
                }
                case MADE -> {
                    if (v instanceof PyType && cell instanceof PyCell c) {
                        if (c.value == null) {
                            throw Errors.runtimeError(
                                    "__class__ not set defining '%s' as %s. Was __classcell__ propagated to type.__new__?",
                                    name, Text.reprNow(x, v));
                        }
                        if (c.value != v) {
                            throw Errors.typeError(
                                    "__class__ set to %s defining '%s' as %s",
                                    Text.reprNow(x, c.value), name, Text.reprNow(x, v));
                        }
                    }
                    return v;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    /** Replaces bases that are no classes by their {@code __mro_entries__}. */
    private PyObject resolve(Execution x) {
        while (next < original.size()) {
            PyObject b = original.get(next++);
            PyObject entries = b instanceof PyType ? null : Attributes.getNow(x, b, Names.MRO_ENTRIES);
            if (entries != null) {
                PyObject r = x.call(entries, original);
                if (r == Pending.PENDING) {
                    return r;
                }
                if (!(r instanceof PyTuple t)) {
                    throw Errors.typeError("__mro_entries__ must return a tuple");
                }
                bases = concat(bases, t);
            } else {
                bases = concat(bases, PyTuple.of(b));
            }
        }
        if (Arrays.equals(bases.items, original.items)) {
            bases = original;
        }
        state = State.METACLASS;
        return PySingleton.NONE;
    }

    private static PyTuple concat(PyTuple a, PyTuple b) {
        PyObject[] all = Arrays.copyOf(a.items, a.size() + b.size());
        System.arraycopy(b.items, 0, all, a.size(), b.size());
        return PyTuple.of(all);
    }

    private PyObject prepare(Execution x) {
        PyDict rest = new PyDict();
        rest.copyFrom(keywords);
        PyObject given = rest.remove(PyStr.of("metaclass"));
        keywords = rest;
        meta = given != null
                ? given
                : bases.size() == 0 ? PyType.TYPE : bases.get(0).type();
        if (meta instanceof PyType t) {
            meta = Metaclasses.winner(t, bases);
        }
        state = State.PREPARED;
        if (meta == PyType.TYPE) {
            return new PyDict();
        }
        PyObject method = Attributes.getNow(x, meta, Names.PREPARE);
        if (method == null) {
            return new PyDict();
        }
        PyObject[] values = keywords.valueArray();
        PyObject[] args = new PyObject[2 + values.length];
        args[0] = name;
        args[1] = bases;
        System.arraycopy(values, 0, args, 2, values.length);
        return x.call(method, args, values.length == 0 ? null : PyTuple.of(keywords.keyArray()));
    }

    @Override
    public boolean beginsAgain() {
        return true;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            PyStr.of(state.name()), body, name, original, bases, keywords, meta, namespace, cell, PyInt.of(next)
        };
    }

    @Override
    public void restore(PyObject[] saved) {
        state = State.valueOf(saved[0].toString());
        body = (PyFunction) saved[1];
        name = (PyStr) saved[2];
        original = (PyTuple) saved[3];
        bases = (PyTuple) saved[4];
        keywords = (PyDict) saved[5];
        meta = saved[6];
        namespace = saved[7];
        cell = saved[8];
        next = (int) ((PyInt) saved[9]).value;
    }
}
