package org.picklejar.modules.decimal;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.text.decimal.Condition;
import org.picklejar.text.decimal.Rounding;
import org.picklejar.types.ClassLayout;

/** What a runtime has of the module: its exceptions, the contexts that others begin as, and what of it is written in Python. */
final class DecimalState {
    private static final int DEFAULT_EMAX = 999_999;

    /** By {@link Signal}. */
    private final PyType[] signals = new PyType[Signal.values().length];

    private final PyType base;
    private final PyType conversionSyntax;
    private final PyType divisionImpossible;
    private final PyType divisionUndefined;
    private final PyType invalidContext;
    final PyDecimalContext defaultContext;
    final PyDecimalContext basicContext;
    final PyDecimalContext extendedContext;
    /** The namespace of the first {@code _decimal} that was imported. Null before. */
    private PyDict python;

    private DecimalState(Machine m) {
        PyType arithmetic = ExceptionTypes.ARITHMETIC_ERROR;
        base = make("DecimalException", arithmetic);
        PyType inexact = set(Signal.INEXACT, base);
        PyType rounded = set(Signal.ROUNDED, base);
        PyType subnormal = set(Signal.SUBNORMAL, base);
        PyType invalid = set(Signal.INVALID_OPERATION, base);
        set(Signal.CLAMPED, base);
        set(Signal.DIVISION_BY_ZERO, base, ExceptionTypes.ZERO_DIVISION_ERROR);
        set(Signal.OVERFLOW, inexact, rounded);
        set(Signal.UNDERFLOW, inexact, rounded, subnormal);
        set(Signal.FLOAT_OPERATION, base, ExceptionTypes.TYPE_ERROR);
        conversionSyntax = make("ConversionSyntax", invalid);
        divisionImpossible = make("DivisionImpossible", invalid);
        divisionUndefined = make("DivisionUndefined", invalid, ExceptionTypes.ZERO_DIVISION_ERROR);
        invalidContext = make("InvalidContext", invalid);
        int usual = Condition.ANY_INVALID | Condition.DIVISION_BY_ZERO | Condition.OVERFLOW;
        defaultContext = context(28, Rounding.HALF_EVEN, usual);
        basicContext = context(9, Rounding.HALF_UP, usual | Condition.UNDERFLOW | Condition.CLAMPED);
        extendedContext = context(9, Rounding.HALF_EVEN, 0);
    }

    static DecimalState of(Execution x) {
        return x.machine.state(DecimalState.class, DecimalState::new);
    }

    private static PyDecimalContext context(int prec, Rounding rounding, int traps) {
        PyDecimalContext c = new PyDecimalContext(PyDecimalContext.TYPE);
        c.arithmetic.prec = prec;
        c.arithmetic.rounding = rounding;
        c.arithmetic.emax = DEFAULT_EMAX;
        c.arithmetic.emin = -DEFAULT_EMAX;
        c.traps = traps;
        return c;
    }

    private PyType set(Signal signal, PyType... bases) {
        PyType t = make(signal.text, bases);
        signals[signal.ordinal()] = t;
        return t;
    }

    private static PyType make(String name, PyType... bases) {
        PyDict ns = new PyDict();
        ns.put("__module__", PyStr.of("decimal"));
        PyTuple all = PyTuple.of(bases);
        PyType t = PyType.create(PyType.TYPE, name, all, bases[0], ClassLayout.mro(all), ns);
        t.hasDict = true;
        return t;
    }

    void addExceptions(ModuleBuilder b) {
        b.type(base)
                .type(conversionSyntax)
                .type(divisionImpossible)
                .type(divisionUndefined)
                .type(invalidContext);
        for (PyType t : signals) {
            b.type(t);
        }
    }

    PyType type(Signal s) {
        return signals[s.ordinal()];
    }

    /** The signal of an exception class; null when it is none. */
    Signal signal(PyObject exception) {
        for (Signal s : Signal.values()) {
            if (signals[s.ordinal()] == exception) {
                return s;
            }
        }
        return null;
    }

    /** The exception for what was raised and trapped: its only argument lists all conditions. */
    PyException exception(int trapped) {
        PyList all = new PyList();
        add(all, trapped, Condition.INVALID_OPERATION, type(Signal.INVALID_OPERATION));
        add(all, trapped, Condition.CONVERSION_SYNTAX, conversionSyntax);
        add(all, trapped, Condition.DIVISION_IMPOSSIBLE, divisionImpossible);
        add(all, trapped, Condition.DIVISION_UNDEFINED, divisionUndefined);
        add(all, trapped, Condition.INVALID_CONTEXT, invalidContext);
        PyType first = null;
        for (Signal s : Signal.values()) {
            if (s.isIn(trapped)) {
                first = first == null ? type(s) : first;
                if (s != Signal.INVALID_OPERATION) {
                    all.append(type(s));
                }
            }
        }
        return new PyException(new PyBaseException(first, PyTuple.of(all)));
    }

    private static void add(PyList all, int trapped, int condition, PyType type) {
        if ((trapped & condition) != 0) {
            all.append(type);
        }
    }

    /** Keeps the namespace of the module when it is the first, and gives that which is kept. */
    PyDict adopt(PyDict namespace) {
        python = python == null ? namespace : python;
        return python;
    }

    /** Something that the part in Python defines. */
    PyObject python(String name) {
        PyObject found = python == null ? null : python.get(name);
        if (found == null) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "_decimal, whose part this is, is not imported");
        }
        return found;
    }
}
