package org.picklejar.types;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.ExtendFrame;
import org.picklejar.ops.GenericAliases;
import org.picklejar.ops.SliceBounds;
import org.picklejar.ops.Values;

/** Python's list. */
final class ListType {
    private ListType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PyList> b = builder.of(PyList.class)
                .doc(
                        "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\n"
                                + "The argument must be an iterable if specified.")
                .constructor("list(cls, /, *args, **kwargs)", (x, cls, a) -> new PyList(cls))
                .call(Slot.INIT, ListType::init)
                .unaryTail(Slot.REPR, ListType::repr)
                .comparisons(SequenceCompareFrame::compare)
                .notHashable()
                .unary(Slot.LEN, l -> PyInt.of(l.size))
                .unary(Slot.ITER, l -> new IndexIterator(IndexIterator.Kind.LIST, l))
                .binaryTail(Slot.CONTAINS, (x, l, o) -> SequenceSearchFrame.contains(x, l, o))
                .binaryTail(Slot.GETITEM, ListType::getItem)
                .ternaryTail(Slot.SETITEM, ListType::setItem)
                .binaryTail(Slot.DELITEM, ListType::deleteItem)
                .binary(Slot.ADD, ListType::add)
                .binaryTail(Slot.IADD, (x, l, o) -> ExtendFrame.extend(x, l, o, l))
                .binaryTail(Slot.MUL, ListType::multiply)
                .binaryTail(Slot.RMUL, ListType::multiply)
                .binaryTail(Slot.IMUL, ListType::multiplyInPlace)
                .method("append(self, object, /) -- Append object to the end of the list.", (l, o) -> {
                    l.append(o);
                    return PySingleton.NONE;
                })
                .method("clear(self, /) -- Remove all items from list.", l -> {
                    l.clear();
                    return PySingleton.NONE;
                })
                .method("copy(self, /) -- Return a shallow copy of the list.", l -> new PyList(l.toArray(), l.size))
                .tail(
                        "count(self, value, /) -- Return number of occurrences of value.",
                        (x, l, o) -> SequenceSearchFrame.count(x, l, o))
                .tail(
                        "extend(self, iterable, /) -- Extend list by appending elements from the iterable.",
                        (x, l, o) -> ExtendFrame.extend(x, l, o, PySingleton.NONE))
                .tail(
                        "index(self, value, start: position = 0, stop: position = 9223372036854775807, /) -- Return first index of value.\n\n"
                                + "Raises ValueError if the value is not present.",
                        (x, l, o, from, to) -> SequenceSearchFrame.index(x, l, o, from, to))
                .tail("insert(self, index: index, object, /) -- Insert object before index.", ListType::insert)
                .tail(
                        "pop(self, index: index = -1, /) -- Remove and return item at index (default last).\n\n"
                                + "Raises IndexError if list is empty or index is out of range.",
                        ListType::pop)
                .tail(
                        "remove(self, value, /) -- Remove first occurrence of value.\n\nRaises ValueError if the value is not present.",
                        (x, l, o) -> SequenceSearchFrame.remove(x, l, o))
                .method("reverse(self, /) -- Reverse *IN PLACE*.", l -> {
                    reverse(l.items, l.size);
                    return PySingleton.NONE;
                })
                .tail(
                        "sort(self, /, *, key=None, reverse: bool = False) -- Sort the list in ascending order and return None.\n\n"
                                + "The sort is in-place (i.e. the list itself is modified) and stable (i.e. the\n"
                                + "order of two equal elements is maintained).\n\n"
                                + "If a key function is given, apply it once to each list item and sort them,\n"
                                + "ascending or descending, according to their function values.\n\n"
                                + "The reverse flag can be set to sort in descending order.",
                        (x, l, key, reverse) -> SortFrame.sort(x, l, key, reverse))
                .method(
                        "__reversed__(self, /) -- Return a reverse iterator over the list.",
                        l -> new IndexIterator(IndexIterator.Kind.LIST_REVERSED, l))
                .method(
                        "__sizeof__(self, /) -- Return the size of the list in memory, in bytes.",
                        l -> PyInt.of(56 + 8L * l.size));
        GenericAliases.define(b);
    }

    private static PyObject init(Execution x, PyObject self, PyObject[] args, PyTuple names) {
        PyList l = (PyList) self;
        if (names != null && l.type().lookup("__new__") != PyList.TYPE.lookup("__new__")) {
            // A __new__ of the program has taken them.
            return init(x, self, Arrays.copyOf(args, args.length - names.size()), null);
        }
        if (names != null) {
            throw Errors.typeError("list() takes no keyword arguments");
        }
        if (args.length > 1) {
            throw Errors.typeError("list expected at most 1 argument, got %d", args.length);
        }
        l.clear();
        return args.length == 0 ? PySingleton.NONE : ExtendFrame.extend(x, l, args[0], PySingleton.NONE);
    }

    private static PyObject repr(Execution x, PyList l) {
        return ReprFrame.repr(x, l);
    }

    // ---- items

    private static PyObject getItem(Execution x, PyList l, PyObject key) {
        if (key instanceof PySlice s) {
            PyObject[] out = SliceBounds.of(x, s, () -> l.size).select(l.items);
            return new PyList(out, out.length);
        }
        return l.items[index(x, l, key, "list index out of range")];
    }

    static int index(Execution x, PyList l, PyObject key, String message) {
        if (!Conversions.isIndex(key)) {
            throw Errors.typeError(
                    "list indices must be integers or slices, not %s",
                    key.type().name());
        }
        long i = Values.toIndex(x, key);
        long at = i < 0 ? i + l.size : i;
        if (at < 0 || at >= l.size) {
            throw Errors.indexError(message);
        }
        return (int) at;
    }

    private static PyObject setItem(Execution x, PyList l, PyObject key, PyObject value) {
        if (key instanceof PySlice s) {
            return SliceAssignFrame.assign(x, l, s, value);
        }
        l.items[index(x, l, key, "list assignment index out of range")] = value;
        return PySingleton.NONE;
    }

    private static PyObject deleteItem(Execution x, PyList l, PyObject key) {
        if (key instanceof PySlice s) {
            SliceAssignFrame.delete(l, SliceBounds.of(x, s, () -> l.size));
        } else {
            l.remove(index(x, l, key, "list assignment index out of range"));
        }
        return PySingleton.NONE;
    }

    private static PyObject insert(Execution x, PyList l, PyObject index, PyObject o) {
        long i = Values.toIndex(index);
        l.insert((int) (i < 0 ? Math.max(0, i + l.size) : Math.min(i, l.size)), o);
        return PySingleton.NONE;
    }

    private static PyObject pop(Execution x, PyList l, PyObject index) {
        long i = Values.toIndex(index);
        if (l.size == 0) {
            throw Errors.indexError("pop from empty list");
        }
        long at = i < 0 ? i + l.size : i;
        if (at < 0 || at >= l.size) {
            throw Errors.indexError("pop index out of range");
        }
        return l.remove((int) at);
    }

    static void reverse(PyObject[] items, int n) {
        for (int i = 0, j = n - 1; i < j; i++, j--) {
            PyObject t = items[i];
            items[i] = items[j];
            items[j] = t;
        }
    }

    // ---- operators

    private static PyObject add(PyList l, PyObject other) {
        if (!(other instanceof PyList m)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyObject[] out = Arrays.copyOf(l.items, l.size + m.size);
        System.arraycopy(m.items, 0, out, l.size, m.size);
        return new PyList(out, out.length);
    }

    private static PyObject multiply(Execution x, PyList l, PyObject times) {
        if (!Conversions.isIndex(times)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyObject[] out = repeat(l.items, l.size, Repetition.count(x, times, l.size, null));
        return new PyList(out, out.length);
    }

    private static PyObject multiplyInPlace(Execution x, PyList l, PyObject times) {
        if (!Conversions.isIndex(times)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        l.items = repeat(l.items, l.size, Repetition.count(x, times, l.size, null));
        l.size = l.items.length;
        return l;
    }

    /** The first {@code n} items so many times. */
    static PyObject[] repeat(PyObject[] items, int n, int times) {
        PyObject[] out = new PyObject[n * times];
        if (out.length == 0) {
            return out;
        }
        if (n == 1) {
            Arrays.fill(out, items[0]);
            return out;
        }
        System.arraycopy(items, 0, out, 0, n);
        for (int done = n; done < out.length; done *= 2) {
            System.arraycopy(out, 0, out, done, Math.min(done, out.length - done));
        }
        return out;
    }
}
