package org.picklejar.modules.decimal;

import java.util.function.Supplier;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.text.decimal.Arithmetic;
import org.picklejar.text.decimal.Decimal;
import org.picklejar.text.decimal.DecimalContext;
import org.picklejar.text.decimal.TooLargeException;

/** Runs operations in the context of a program: raises what they raise. */
final class Operation {
    /** Digits beyond which an operation runs where an interrupt can abandon it. */
    private static final long HEAVY_DIGITS = 100_000;

    private Operation() {}

    @FunctionalInterface
    interface Unary {
        Decimal apply(Decimal a, DecimalContext c);
    }

    @FunctionalInterface
    interface Binary {
        Decimal apply(Decimal a, Decimal b, DecimalContext c);
    }

    @FunctionalInterface
    interface Ternary {
        Decimal apply(Decimal a, Decimal b, Decimal d, DecimalContext c);
    }

    static PyObject run(Execution x, PyDecimalContext context, Unary op, Decimal a) {
        return isHeavy(context, a, a)
                ? result(x, context, work(x, context, true, c -> op.apply(a, c)))
                : result(x, context, light(context, op, a));
    }

    private static Decimal light(PyDecimalContext context, Unary op, Decimal a) {
        try {
            return op.apply(a, context.begin());
        } catch (TooLargeException e) {
            throw noMemory();
        }
    }

    static PyObject run(Execution x, PyDecimalContext context, Binary op, Decimal a, Decimal b) {
        return isHeavy(context, a, b)
                ? result(x, context, work(x, context, true, c -> op.apply(a, b, c)))
                : result(x, context, light(context, op, a, b));
    }

    private static Decimal light(PyDecimalContext context, Binary op, Decimal a, Decimal b) {
        try {
            return op.apply(a, b, context.begin());
        } catch (TooLargeException e) {
            throw noMemory();
        }
    }

    static PyObject run(Execution x, PyDecimalContext context, Ternary op, Decimal a, Decimal b, Decimal d) {
        return result(x, context, work(x, context, isHeavy(context, a, b), c -> op.apply(a, b, d, c)));
    }

    static PyObject divmod(Execution x, PyDecimalContext context, Decimal a, Decimal b) {
        Arithmetic.Quotient q = work(x, context, isHeavy(context, a, b), c -> Arithmetic.divmod(a, b, c));
        context.raise(x, context.arithmetic.status);
        return PyTuple.of(new PyDecimal(q.quotient()), new PyDecimal(q.remainder()));
    }

    private static PyObject result(Execution x, PyDecimalContext context, Decimal r) {
        int status = context.arithmetic.status;
        if (status != 0) {
            context.raise(x, status);
        }
        return new PyDecimal(r);
    }

    private static boolean isHeavy(PyDecimalContext context, Decimal a, Decimal b) {
        return context.arithmetic.prec > HEAVY_DIGITS || (long) a.digits() + b.digits() > HEAVY_DIGITS;
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(DecimalContext c);
    }

    /** Computes on a copy of the context, elsewhere when it may take long. The conditions are in the context's status then. */
    private static <T> T work(Execution x, PyDecimalContext context, boolean heavy, Work<T> work) {
        DecimalContext c = context.arithmetic.copy();
        T r = guarded(() -> heavy ? x.machine.safePoint.compute(x, () -> work.in(c)) : work.in(c));
        context.arithmetic.status = c.status;
        return r;
    }

    /** MemoryError for what has too many digits. */
    static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (TooLargeException e) {
            throw noMemory();
        }
    }

    static PyException noMemory() {
        return Errors.of(ExceptionTypes.MEMORY_ERROR, new PyObject[0]);
    }
}
