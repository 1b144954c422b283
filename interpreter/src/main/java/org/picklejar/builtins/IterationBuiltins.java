package org.picklejar.builtins;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.Slot;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;
import org.picklejar.types.CallableIterator;
import org.picklejar.types.SortFrame;

/** The builtin functions that work on iterables. */
public final class IterationBuiltins {
    private IterationBuiltins() {}

    public static void addTo(ModuleBuilder b) {
        b.tail(
                        "iter(object, sentinel=<unset>, /) -- Get an iterator from an object.\n\nIn the first form, the argument must supply its own "
                                + "iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel.",
                        IterationBuiltins::iter)
                .tail(
                        "next(iterator, default=<unset>, /) -- Return the next item from the iterator.\n\n"
                                + "If default is given and the iterator is exhausted,\nit is returned instead of raising StopIteration.",
                        IterationBuiltins::next)
                .tail("len(obj, /) -- Return the number of items in a container.", Items::len)
                .tail(
                        "sorted(iterable, /, *, key=None, reverse: bool = False) -- Return a new list containing all items from the iterable in "
                                + "ascending order.\n\nA custom key function can be supplied to customize the sort order, and the\n"
                                + "reverse flag can be set to request the result in descending order.",
                        SortFrame::sorted)
                .tail(
                        "sum(iterable, /, start=0) -- Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\n"
                                + "When the iterable is empty, return the start value.\n"
                                + "This function is intended specifically for use with numeric values and may\nreject non-numeric types.",
                        SumFrame::sum)
                .tailN(
                        "min(*args, key=None, default=<unset>) -- min(iterable, *[, default=obj, key=func]) -> value\n"
                                + "min(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its smallest item. The\n"
                                + "default keyword-only argument specifies an object to return if\nthe provided iterable is empty.\n"
                                + "With two or more positional arguments, return the smallest argument.",
                        (x, a) -> ExtremeFrame.find(x, Slot.LT, a))
                .tailN(
                        "max(*args, key=None, default=<unset>) -- max(iterable, *[, default=obj, key=func]) -> value\n"
                                + "max(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its biggest item. The\n"
                                + "default keyword-only argument specifies an object to return if\nthe provided iterable is empty.\n"
                                + "With two or more positional arguments, return the largest argument.",
                        (x, a) -> ExtremeFrame.find(x, Slot.GT, a))
                .tail(
                        "any(iterable, /) -- Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.",
                        (x, o) -> TruthSearchFrame.search(x, o, true))
                .tail(
                        "all(iterable, /) -- Return True if bool(x) is True for all values x in the iterable.\n\n"
                                + "If the iterable is empty, return True.",
                        (x, o) -> TruthSearchFrame.search(x, o, false));
    }

    private static PyObject iter(Execution x, PyObject o, PyObject sentinel) {
        if (sentinel == null) {
            return Iteration.iter(x, o);
        }
        if (o.type().call(Slot.CALL) == null) {
            throw Errors.typeError("iter(v, w): v must be callable");
        }
        return new CallableIterator(o, sentinel);
    }

    private static PyObject next(Execution x, PyObject it, PyObject fallback) {
        if (it.type().unary(Slot.NEXT) == null) {
            throw Errors.typeError("'%s' object is not an iterator", it.type().name());
        }
        Frame caller = x.top;
        PyObject v;
        try {
            v = Iteration.next(x, it);
        } catch (PyException e) {
            return fallback == null ? raise(e) : Finish.DEFAULT_ON_STOP.recover(x, e, fallback, null);
        }
        if (fallback == null) {
            if (v == null) {
                throw Errors.stopIteration(null);
            }
            return v;
        }
        return v == null ? fallback : Finish.DEFAULT_ON_STOP.on(x, caller, v, fallback, null);
    }

    private static PyObject raise(PyException e) {
        throw e;
    }
}
