package org.picklejar.modules.collections;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.GenericAliases;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;
import org.picklejar.types.ObjectType;
import org.picklejar.types.ReprFrame;
import org.picklejar.types.SequenceCompareFrame;

/** The table of deque. */
final class DequeType {
    private DequeType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PyDeque> b = builder.of(PyDeque.class)
                .doc("A list-like sequence optimized for data accesses near its endpoints.")
                .constructor("deque(cls, /, *args, **kwargs)", (x, cls, a) -> new PyDeque(cls))
                .callTail(Slot.INIT, DequeType::init)
                .unaryTail(Slot.REPR, DequeType::repr)
                .comparisons((x, d, o, op) -> o instanceof PyDeque e
                        ? SequenceCompareFrame.compare(x, list(d), list(e), op)
                        : PySingleton.NOT_IMPLEMENTED)
                .notHashable()
                .unary(Slot.LEN, d -> PyInt.of(d.size))
                .unary(Slot.BOOL, d -> PyBool.of(d.size > 0))
                .unary(Slot.ITER, d -> new PyDeque.Walk(d, false))
                .binaryTail(Slot.CONTAINS, (x, d, o) -> DequeSearchFrame.search(x, DequeSearchFrame.Aim.CONTAINS, d, o))
                .binaryTail(Slot.GETITEM, (x, d, i) -> d.get(index(x, d, i)))
                .ternaryTail(Slot.SETITEM, (x, d, i, o) -> {
                    d.set(index(x, d, i), o);
                    return PySingleton.NONE;
                })
                .binaryTail(Slot.DELITEM, (x, d, i) -> {
                    d.remove(index(x, d, i));
                    return PySingleton.NONE;
                })
                .binaryTail(Slot.ADD, DequeType::add)
                .binaryTail(Slot.IADD, (x, d, o) -> extend(x, d, o, false, d))
                .binaryTail(Slot.MUL, (x, d, n) -> multiply(x, copy(d), d, n))
                .binaryTail(Slot.RMUL, (x, d, n) -> multiply(x, copy(d), d, n))
                .binaryTail(Slot.IMUL, (x, d, n) -> multiply(x, d, d, n))
                .method("append(self, item, /) -- Add an element to the right side of the deque.", (d, o) -> {
                    d.append(o);
                    return PySingleton.NONE;
                })
                .method("appendleft(self, item, /) -- Add an element to the left side of the deque.", (d, o) -> {
                    d.appendLeft(o);
                    return PySingleton.NONE;
                })
                .method("clear(self, /) -- Remove all elements from the deque.", d -> {
                    d.clear();
                    return PySingleton.NONE;
                })
                .tail("copy(self, /) -- Return a shallow copy of a deque.", DequeType::copySoft)
                .tail("__copy__(self, /) -- Return a shallow copy of a deque.", DequeType::copySoft)
                .tail(
                        "count(self, value, /) -- Return number of occurrences of value.",
                        (x, d, o) -> DequeSearchFrame.search(x, DequeSearchFrame.Aim.COUNT, d, o))
                .tail(
                        "extend(self, iterable, /) -- Extend the right side of the deque with elements from the iterable.",
                        (x, d, o) -> extend(x, d, o, false, PySingleton.NONE))
                .tail(
                        "extendleft(self, iterable, /) -- Extend the left side of the deque with elements from the iterable.",
                        (x, d, o) -> extend(x, d, o, true, PySingleton.NONE))
                .tail(
                        "index(self, value, start: position = <unset>, stop: position = <unset>, /) -- Return first index of value.\n\n"
                                + "Raises ValueError if the value is not present.",
                        DequeSearchFrame::index)
                .tail("insert(self, index: index, value, /) -- Insert value before index.", DequeType::insert)
                .method("pop(self, /) -- Remove and return the rightmost element.", PyDeque::pop)
                .method("popleft(self, /) -- Remove and return the leftmost element.", PyDeque::popLeft)
                .tail(
                        "remove(self, value, /) -- Remove first occurrence of value.",
                        (x, d, o) -> DequeSearchFrame.search(x, DequeSearchFrame.Aim.REMOVE, d, o))
                .method("reverse(self, /) -- Reverse *IN PLACE*.", d -> {
                    PyObject[] all = d.toArray();
                    for (int i = 0; i < all.length; i++) {
                        d.set(i, all[all.length - 1 - i]);
                    }
                    return PySingleton.NONE;
                })
                .method(
                        "rotate(self, n: index = 1, /) -- Rotate the deque n steps to the right.  If n is negative, rotates left.",
                        (d, n) -> {
                            d.rotate(Values.toIndex(n));
                            return PySingleton.NONE;
                        })
                .method(
                        "__reversed__(self, /) -- Return a reverse iterator over the deque.",
                        d -> new PyDeque.Walk(d, true))
                .tail("__reduce__(self, /) -- Return state information for pickling.", DequeType::reduce)
                .method(
                        "__sizeof__(self, /) -- Return the size of the deque in memory, in bytes.",
                        d -> PyInt.of(200 + 8L * d.size))
                .getter("maxlen", d -> d.maxLength < 0 ? PySingleton.NONE : PyInt.of(d.maxLength));
        GenericAliases.define(b);
    }

    static void defineIterator(TypeBuilder<?> builder, boolean backward) {
        builder.of(PyDeque.Walk.class)
                .constructor(
                        (backward ? "_deque_reverse_iterator" : "_deque_iterator")
                                + "(cls, iterable, index: index = 0, /)",
                        (x, cls, a) -> {
                            if (!(a[1] instanceof PyDeque d)) {
                                throw Errors.typeError(
                                        "argument 1 must be collections.deque, not %s",
                                        a[1].type().name());
                            }
                            PyDeque.Walk w = new PyDeque.Walk(d, backward);
                            w.index = Math.max(0, Math.min(d.size, Values.toInt(a[2])));
                            return w;
                        })
                .unary(Slot.ITER, i -> i)
                .unary(Slot.NEXT, PyDeque.Walk::next)
                .method(
                        "__length_hint__(self, /) -- Private method returning an estimate of len(list(it)).",
                        i -> PyInt.of(i.left()))
                .method(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        i -> PyTuple.of(i.type(), PyTuple.of(i.deque, PyInt.of(Math.min(i.index, i.deque.size)))));
    }

    private static PyObject init(Execution x, PyObject self, PyObject[] args, PyTuple names) {
        PyDeque d = (PyDeque) self;
        PyObject[] bound = new PyObject[2];
        int keywords = names == null ? 0 : names.size();
        int given = args.length - keywords;
        if (given > 2) {
            throw Errors.typeError("deque() takes at most 2 arguments (%d given)", args.length);
        }
        System.arraycopy(args, 0, bound, 0, given);
        for (int i = 0; i < keywords; i++) {
            String name = names.get(i).toString();
            int at = name.equals("iterable") ? 0 : name.equals("maxlen") ? 1 : -1;
            if (at < 0) {
                throw Errors.typeError("deque() got an unexpected keyword argument '%s'", name);
            }
            bound[at] = args[given + i];
        }
        int maxLength = -1;
        if (bound[1] != null && bound[1] != PySingleton.NONE) {
            if (!(Values.payload(bound[1]) instanceof PyInteger)) {
                throw Errors.typeError("an integer is required");
            }
            maxLength = Values.toInt(x, bound[1]);
            if (maxLength < 0) {
                throw Errors.valueError("maxlen must be non-negative");
            }
        }
        d.maxLength = maxLength;
        d.clear();
        return bound[0] == null ? PySingleton.NONE : extend(x, d, bound[0], false, PySingleton.NONE);
    }

    private static PyList list(PyDeque d) {
        return new PyList(d.toArray(), d.size);
    }

    private static PyObject repr(Execution x, PyDeque d) {
        String close = d.maxLength < 0 ? "])" : "], maxlen=" + d.maxLength + ")";
        return ReprFrame.repr(x, ReprFrame.sequence(d, d.type().name() + "([", d.toArray(), close, "[...]"));
    }

    private static int index(Execution x, PyDeque d, PyObject key) {
        if (!Conversions.isIndex(key)) {
            throw Errors.typeError(
                    "sequence index must be integer, not '%s'", key.type().name());
        }
        long i = Values.toIndex(x, key);
        long at = i < 0 ? i + d.size : i;
        if (at < 0 || at >= d.size) {
            throw Errors.indexError("deque index out of range");
        }
        return (int) at;
    }

    private static PyObject insert(Execution x, PyDeque d, PyObject index, PyObject o) {
        long i = Values.toIndex(index);
        if (d.size == d.maxLength) {
            throw Errors.indexError("deque already at its maximum size");
        }
        d.insert((int) (i < 0 ? Math.max(0, i + d.size) : Math.min(i, d.size)), o);
        return PySingleton.NONE;
    }

    static PyObject extend(Execution x, PyDeque d, PyObject iterable, boolean left, PyObject result) {
        PyObject[] items = iterable instanceof PyDeque e ? e.toArray() : Iteration.itemsOrNull(iterable);
        if (items == null) {
            return DequeExtendFrame.extend(x, d, iterable, left, result);
        }
        for (PyObject o : items) {
            if (left) {
                d.appendLeft(o);
            } else {
                d.append(o);
            }
        }
        return result;
    }

    private static PyDeque copy(PyDeque d) {
        PyDeque c = new PyDeque(d.type());
        c.maxLength = d.maxLength;
        for (PyObject o : d.toArray()) {
            c.append(o);
        }
        return c;
    }

    /** A subclass makes its copy itself. */
    private static PyObject copySoft(Execution x, PyDeque d) {
        if (d.type() == PyDeque.TYPE) {
            return copy(d);
        }
        return d.maxLength < 0 ? x.call(d.type(), d) : x.call(d.type(), d, PyInt.of(d.maxLength));
    }

    private static PyObject add(Execution x, PyDeque d, PyObject other) {
        if (!(other instanceof PyDeque e)) {
            throw Errors.typeError(
                    "can only concatenate deque (not \"%s\") to deque",
                    other.type().name());
        }
        PyDeque r = copy(d);
        return extend(x, r, e, false, r);
    }

    private static PyObject multiply(Execution x, PyDeque target, PyDeque d, PyObject times) {
        if (!Conversions.isIndex(times)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        long n = Values.toIndex(x, times);
        PyObject[] items = d.toArray();
        if (items.length > 0) {
            if (d.maxLength >= 0) {
                // What comes before falls out again.
                n = Math.min(n, d.maxLength / items.length + 1);
            } else if (n > (Integer.MAX_VALUE - 16) / items.length) {
                throw Errors.of(ExceptionTypes.MEMORY_ERROR);
            }
        }
        target.clear();
        for (long i = 0; i < n && items.length > 0; i++) {
            for (PyObject o : items) {
                target.append(o);
            }
        }
        return target;
    }

    private static PyObject reduce(Execution x, PyDeque d) {
        PyObject state = ObjectType.getState(x, d);
        PyTuple args = d.maxLength < 0 ? PyTuple.EMPTY : PyTuple.of(PyTuple.EMPTY, PyInt.of(d.maxLength));
        return PyTuple.of(d.type(), args, state, new PyDeque.Walk(d, false));
    }
}
