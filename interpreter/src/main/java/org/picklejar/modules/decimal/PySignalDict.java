package org.picklejar.modules.decimal;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Truth;

/** The flags or traps of a context as a mapping; the class of programs derives from this and {@code MutableMapping}. */
public final class PySignalDict extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("SignalDictMixin", PySignalDict.class, PyType.OBJECT).inModule("decimal");
    private static final int COUNT = Signal.values().length;
    private static final int NO_SIGNALS = -1;
    private static final String INVALID_SIGNAL = "valid values for signals are:\n"
            + "  [InvalidOperation, FloatOperation, DivisionByZero,\n"
            + "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n"
            + "   Clamped]";

    /** Null when a program made it. */
    private final PyDecimalContext owner;

    private final boolean isTraps;

    private PySignalDict(PyType type, PyDecimalContext owner, boolean isTraps) {
        super(type);
        this.owner = owner;
        this.isTraps = isTraps;
    }

    PySignalDict(Execution x, PyDecimalContext owner, boolean isTraps) {
        this((PyType) DecimalState.of(x).python("_SignalDict"), owner, isTraps);
    }

    static void define(TypeBuilder<PySignalDict> b) {
        b.constructor("SignalDictMixin(cls, /, *args, **kwargs)", (x, cls, a) -> new PySignalDict(cls, null, false))
                .rawUnary(Slot.REPR, (x, o) -> repr(x, (PySignalDict) o))
                .rawBinaryTail(Slot.EQ, (x, a, o) -> equal(x, (PySignalDict) a, o, false))
                .rawBinaryTail(Slot.NE, (x, a, o) -> equal(x, (PySignalDict) a, o, true))
                .notHashable()
                .unary(Slot.LEN, PySignalDict::length)
                .rawUnary(Slot.ITER, (x, o) -> Iteration.iter(x, keys(x, (PySignalDict) o)))
                .binaryTail(Slot.GETITEM, (x, d, k) -> PyBool.of(signal(x, k).isIn(d.bits())))
                .ternaryTail(Slot.SETITEM, PySignalDict::set)
                .binary(Slot.DELITEM, (d, k) -> {
                    throw Errors.valueError("signal keys cannot be deleted");
                })
                .tail("copy(self, /)", (Execution x, PySignalDict d) -> copy(x, d));
    }

    /** (context, name of the attribute), for saved states. */
    PyTuple place() {
        return PyTuple.of(context(), PyStr.of(isTraps ? "traps" : "flags"));
    }

    private PyDecimalContext context() {
        if (owner == null) {
            throw Errors.valueError("invalid signal dict");
        }
        return owner;
    }

    int bits() {
        return isTraps ? context().traps : context().flags;
    }

    private void setBits(int bits) {
        if (isTraps) {
            context().traps = bits;
        } else {
            context().flags = bits;
        }
    }

    private static PyObject length(PySignalDict d) {
        d.context();
        return PyInt.of(COUNT);
    }

    private static PyObject set(Execution x, PySignalDict d, PyObject key, PyObject value) {
        Signal s = signal(x, key);
        boolean isSet = Truth.test(x, value);
        d.setBits(with(d.bits(), s, isSet));
        return PySingleton.NONE;
    }

    private static int with(int bits, Signal s, boolean isSet) {
        return isSet ? bits | s.mask : bits & ~s.mask;
    }

    private static Signal signal(Execution x, PyObject key) {
        Signal s = DecimalState.of(x).signal(key);
        if (s == null) {
            throw Errors.keyError(PyStr.of(INVALID_SIGNAL));
        }
        return s;
    }

    private static PyObject repr(Execution x, PySignalDict d) {
        int bits = d.bits();
        StringBuilder out = new StringBuilder("{");
        for (Signal s : Signal.values()) {
            out.append(s.ordinal() == 0 ? "" : ", ")
                    .append("<class '")
                    .append(DecimalState.of(x).type(s).fullName())
                    .append("'>:")
                    .append(s.isIn(bits) ? "True" : "False");
        }
        return PyStr.of(out.append('}').toString());
    }

    private static PyTuple keys(Execution x, PySignalDict d) {
        d.context();
        return PyTuple.of(list(x, -1).toArray());
    }

    private static PyObject equal(Execution x, PySignalDict d, PyObject o, boolean negate) {
        int bits = d.bits();
        int others = o instanceof PySignalDict s ? s.bits() : o instanceof PyDict m ? bitsOf(x, m) : NO_SIGNALS;
        return others == NO_SIGNALS ? PySingleton.NOT_IMPLEMENTED : PyBool.of((bits == others) != negate);
    }

    private static PyObject copy(Execution x, PySignalDict d) {
        PyDict out = new PyDict();
        for (Signal s : Signal.values()) {
            out.put(x, DecimalState.of(x).type(s), PyBool.of(s.isIn(d.bits())));
        }
        return out;
    }

    /** The classes of signals that are set. */
    static PyList list(Execution x, int bits) {
        PyList out = new PyList();
        for (Signal s : Signal.values()) {
            if (s.isIn(bits)) {
                out.append(DecimalState.of(x).type(s));
            }
        }
        return out;
    }

    /** The bits that a list of signals sets. */
    static int ofList(Execution x, PyList signals) {
        int bits = 0;
        for (PyObject o : signals.toArray()) {
            bits |= signal(x, o).mask;
        }
        return bits;
    }

    /** The bits that a mapping of all signals sets. */
    static int ofMapping(Execution x, PyObject o) {
        if (o instanceof PySignalDict d) {
            return d.bits();
        }
        if (!(o instanceof PyDict d)) {
            throw Errors.typeError("argument must be a signal dict");
        }
        int bits = bitsOf(x, d);
        if (bits == NO_SIGNALS) {
            throw Errors.keyError(PyStr.of("invalid signal dict"));
        }
        return bits;
    }

    /** {@link #NO_SIGNALS} when its keys are not all signals. */
    private static int bitsOf(Execution x, PyDict d) {
        if (d.size() != COUNT) {
            return NO_SIGNALS;
        }
        DecimalState state = DecimalState.of(x);
        int bits = 0;
        for (int e = 0; e < d.entries(); e++) {
            if (d.keyAt(e) == null) {
                continue;
            }
            Signal s = state.signal(d.keyAt(e));
            if (s == null) {
                return NO_SIGNALS;
            }
            bits = with(bits, s, Truth.test(x, d.valueAt(e)));
        }
        return bits;
    }
}
