package org.picklejar.modules.decimal;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Values;
import org.picklejar.text.decimal.DecimalContext;
import org.picklejar.text.decimal.Rounding;

/** What {@code _decimal}, a file of Python, has in Java. */
public final class DecimalModule {
    private DecimalModule() {}

    public static PyModule create(Execution x) {
        DecimalState state = DecimalState.of(x);
        ModuleBuilder b = new ModuleBuilder(new PyModule("_decimal_types"), "_decimal")
                .type(PyDecimal.TYPE)
                .type(PyDecimalContext.TYPE)
                .constant("_SignalDictMixin", PySignalDict.TYPE)
                .constant("DefaultContext", state.defaultContext)
                .constant("BasicContext", state.basicContext)
                .constant("ExtendedContext", state.extendedContext)
                .constant("HAVE_THREADS", PyBool.TRUE)
                .constant("HAVE_CONTEXTVAR", PyBool.TRUE)
                .constant("MAX_PREC", PyInt.of(DecimalContext.MAX_PREC))
                .constant("MAX_EMAX", PyInt.of(DecimalContext.MAX_EMAX))
                .constant("MIN_EMIN", PyInt.of(DecimalContext.MIN_EMIN))
                .constant("MIN_ETINY", PyInt.of(DecimalContext.MIN_ETINY))
                .constant("_current", PyDecimalContext.CURRENT);
        state.addExceptions(b);
        for (Rounding r : Rounding.values()) {
            b.constant(Roundings.name(r).toString(), Roundings.name(r));
        }
        return b.tail("getcontext() -- Get the current default context.\n\n", PyDecimalContext::current)
                .tail("setcontext(context, /) -- Set a new default context.\n\n", (e, c) -> {
                    PyDecimalContext.setCurrent(e, context(c, "argument must be a context"));
                    return PySingleton.NONE;
                })
                .tailN(
                        "localcontext(ctx=None, **kwargs) -- Return a context manager that will set the default context to a copy of ctx\n"
                                + "on entry to the with-statement and restore the previous default context when\n"
                                + "exiting the with-statement. If no context is supplied, a copy of the current\n"
                                + "default context is used.\n\n",
                        (e, a) -> localContext(e, a[0], (PyDict) a[1]))
                .function(
                        "_context_manager(inside, outside, /)",
                        (in, out) -> new PyContextManager(
                                Values.as(PyDecimalContext.class, in), Values.as(PyDecimalContext.class, out)))
                .function(
                        "_place_of(signals, /)",
                        d -> Values.as(PySignalDict.class, d).place())
                .tail("_adopt(namespace, /)", (e, ns) -> DecimalState.of(e).adopt(Values.as(PyDict.class, ns)))
                .tail(
                        "_compare(a, b, op, /)",
                        (e, v, w, op) -> DecimalType.compare(
                                e, Operands.required(v), Operands.required(w), Slot.of(op.toString())))
                .tailN(
                        "_format(number, spec, override=<unset>, /)",
                        (e, a) -> DecimalFormatting.formatted(e, Operands.required(a[0]), a[1].toString(), a[2]))
                .build();
    }

    private static PyDecimalContext context(PyObject o, String problem) {
        if (o instanceof PyDecimalContext c) {
            return c;
        }
        throw Errors.typeError(problem);
    }

    private static PyObject localContext(Execution x, PyObject given, PyDict keywords) {
        PyDecimalContext outside = PyDecimalContext.current(x);
        PyDecimalContext inside = given == PySingleton.NONE
                ? outside.copy()
                : context(given, "optional argument must be a context").copy();
        ContextType.setAll(x, inside, keywords);
        return new PyContextManager(inside, outside);
    }

    /** @param name qualified. @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "decimal.Decimal" -> DecimalType.define(b.of(PyDecimal.class));
            case "decimal.Context" -> ContextType.define(b.of(PyDecimalContext.class));
            case "decimal.SignalDictMixin" -> PySignalDict.define(b.of(PySignalDict.class));
            case "decimal.ContextManager" -> PyContextManager.define(b.of(PyContextManager.class));
            default -> {
                return false;
            }
        }
        return true;
    }
}
