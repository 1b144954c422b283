package org.picklejar.modules.decimal;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Values;
import org.picklejar.text.decimal.Condition;
import org.picklejar.text.decimal.DecimalContext;

/** The settings of a Context; its other methods are in {@link ContextMethods}. */
final class ContextType {
    private static final String[] SETTINGS = {"prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"
    };
    /** Names of the bits of {@link Condition} in the order in which a context shows them. */
    private static final String[] BITS = {
        "Clamped",
        "InvalidOperation",
        "DivisionByZero",
        "InvalidOperation",
        "InvalidOperation",
        "InvalidOperation",
        "Inexact",
        "InvalidOperation",
        "InvalidOperation",
        "InvalidOperation",
        "FloatOperation",
        "Overflow",
        "Rounded",
        "Subnormal",
        "Underflow"
    };

    private ContextType() {}

    static void define(TypeBuilder<PyDecimalContext> b) {
        b.doc("The context affects almost all operations and controls rounding,\n"
                        + "Over/Underflow, raising of exceptions and much more.  A new context\n"
                        + "can be constructed as follows:\n\n"
                        + "    >>> c = Context(prec=28, Emin=-425000000, Emax=425000000,\n"
                        + "    ...             rounding=ROUND_HALF_EVEN, capitals=1, clamp=1,\n"
                        + "    ...             traps=[InvalidOperation, DivisionByZero, Overflow],\n"
                        + "    ...             flags=[])\n"
                        + "    >>>\n\n\n")
                .constructor("Context(cls, /, *args, **kwargs)", (x, cls, a) -> {
                    PyDecimalContext c = new PyDecimalContext(cls);
                    c.take(DecimalState.of(x).defaultContext);
                    c.capitals = true;
                    return c;
                })
                .initializer(
                        "Context",
                        "__init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, "
                                + "flags=None, traps=None)",
                        (x, a) -> {
                            for (int i = 0; i < SETTINGS.length; i++) {
                                set(x, (PyDecimalContext) a[0], SETTINGS[i], a[i + 1], true);
                            }
                            return PySingleton.NONE;
                        })
                .rawUnary(Slot.REPR, (x, o) -> repr((PyDecimalContext) o))
                .rawTernaryTail(Slot.SETATTR, ContextType::setAttribute)
                .rawBinary(Slot.DELATTR, (x, o, name) -> {
                    throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, PyStr.of("context attributes cannot be deleted"));
                })
                .tail("clear_flags(self, /)", (Execution x, PyDecimalContext c) -> {
                    c.flags = 0;
                    return PySingleton.NONE;
                })
                .tail("clear_traps(self, /)", (Execution x, PyDecimalContext c) -> {
                    c.traps = 0;
                    return PySingleton.NONE;
                })
                .method("copy(self, /)", c -> c.copy())
                .method("__copy__(self, /)", c -> c.copy())
                .tail(
                        "__reduce__(self, /)",
                        (Execution x, PyDecimalContext c) -> PyTuple.of(c.type(), arguments(x, c)));
        for (String name : SETTINGS) {
            // They are set by __setattr__, which can begin again after the truth of a flag.
            b.getSet(name, (x, o) -> get(x, (PyDecimalContext) o, name), null);
        }
        ContextMethods.define(b);
    }

    private static PyTuple arguments(Execution x, PyDecimalContext c) {
        PyObject[] all = new PyObject[SETTINGS.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = get(x, c, SETTINGS[i]);
        }
        all[all.length - 2] = PySignalDict.list(x, c.flags);
        all[all.length - 1] = PySignalDict.list(x, c.traps);
        return PyTuple.of(all);
    }

    private static PyObject get(Execution x, PyDecimalContext c, String name) {
        return switch (name) {
            case "prec" -> PyInt.of(c.arithmetic.prec);
            case "rounding" -> Roundings.name(c.arithmetic.rounding);
            case "Emin" -> PyInt.of(c.arithmetic.emin);
            case "Emax" -> PyInt.of(c.arithmetic.emax);
            case "capitals" -> PyInt.of(c.capitals ? 1 : 0);
            case "clamp" -> PyInt.of(c.arithmetic.clamp ? 1 : 0);
            case "flags" -> c.flagsDict(x);
            default -> c.trapsDict(x);
        };
    }

    private static PyObject setAttribute(Execution x, PyObject self, PyObject name, PyObject value) {
        PyStr key = Attributes.nameOf(name);
        if (!Arrays.asList(SETTINGS).contains(key.toString())) {
            return Attributes.setGeneric(x, self, key, value);
        }
        set(x, (PyDecimalContext) self, key.toString(), value, false);
        return PySingleton.NONE;
    }

    /** @param isArgument whether None leaves it, and a list stands for the signals that are set */
    private static void set(Execution x, PyDecimalContext c, String name, PyObject value, boolean isArgument) {
        if (isArgument && value == PySingleton.NONE) {
            return;
        }
        DecimalContext a = c.arithmetic;
        switch (name) {
            case "prec" -> a.prec = limited(name, value, 1, DecimalContext.MAX_PREC, "[1, MAX_PREC]");
            case "rounding" -> a.rounding = Roundings.of(value);
            case "Emin" -> a.emin = limited(name, value, DecimalContext.MIN_EMIN, 0, "[MIN_EMIN, 0]");
            case "Emax" -> a.emax = limited(name, value, 0, DecimalContext.MAX_EMAX, "[0, MAX_EMAX]");
            case "capitals" -> c.capitals = isOne(name, value);
            case "clamp" -> a.clamp = isOne(name, value);
            case "flags" -> c.flags = signals(x, value, isArgument);
            default -> c.traps = signals(x, value, isArgument);
        }
    }

    private static int signals(Execution x, PyObject value, boolean isArgument) {
        return isArgument && value instanceof PyList l ? PySignalDict.ofList(x, l) : PySignalDict.ofMapping(x, value);
    }

    private static long limited(String name, PyObject value, long from, long to, String range) {
        long v = size(value);
        if (v < from || v > to) {
            throw Errors.valueError("valid range for " + name + " is " + range);
        }
        return v;
    }

    private static boolean isOne(String name, PyObject value) {
        long v = size(value);
        if (v != 0 && v != 1) {
            throw Errors.valueError("valid values for " + name + " are 0 or 1");
        }
        return v == 1;
    }

    private static long size(PyObject o) {
        if (Values.payload(o) instanceof PyInteger i) {
            return size(i);
        }
        throw Errors.typeError("an integer is required");
    }

    /** As {@code PyLong_AsSsize_t}. */
    static long size(PyInteger i) {
        if (i.isLong()) {
            return i.longValue();
        }
        throw Errors.overflowError("Python int too large to convert to C ssize_t");
    }

    private static PyStr repr(PyDecimalContext c) {
        DecimalContext a = c.arithmetic;
        return PyStr.of("Context(prec=" + a.prec + ", rounding=" + Roundings.name(a.rounding) + ", Emin=" + a.emin
                + ", Emax=" + a.emax + ", capitals=" + (c.capitals ? 1 : 0) + ", clamp=" + (a.clamp ? 1 : 0)
                + ", flags=" + names(c.flags) + ", traps=" + names(c.traps) + ")");
    }

    private static String names(int bits) {
        StringBuilder out = new StringBuilder("[");
        boolean invalidDone = false;
        for (int i = 0; i < BITS.length; i++) {
            boolean invalid = (1 << i & Condition.ANY_INVALID) != 0;
            if ((bits & 1 << i) == 0 || invalid && invalidDone) {
                continue;
            }
            invalidDone |= invalid;
            out.append(out.length() == 1 ? "" : ", ").append(BITS[i]);
        }
        return out.append(']').toString();
    }

    /** Sets what keywords say. */
    static void setAll(Execution x, PyDecimalContext c, PyDict keywords) {
        for (int e = 0; e < keywords.entries(); e++) {
            if (keywords.keyAt(e) == null) {
                continue;
            }
            String name = keywords.keyAt(e).toString();
            if (!Arrays.asList(SETTINGS).contains(name)) {
                throw Errors.typeError("this function got an unexpected keyword argument '%s'", name);
            }
            set(x, c, name, keywords.valueAt(e), true);
        }
    }
}
