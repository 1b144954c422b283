package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.FromKeysFrame;
import org.picklejar.ops.GenericAliases;

/** Python's dict. */
final class DictType {
    private DictType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PyDict> b = builder.of(PyDict.class)
                .doc(
                        "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n"
                                + "    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n"
                                + "    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n"
                                + "    in the keyword argument list.  For example:  dict(one=1, two=2)")
                .constructor("dict(cls, /, *args, **kwargs)", (x, cls, a) -> new PyDict(cls))
                .call(
                        Slot.INIT,
                        (x, self, args, names) -> DictUpdateFrame.update(x, (PyDict) self, args, names, "dict"))
                .rawUnary(Slot.REPR, (x, d) -> ReprFrame.repr(x, d))
                .comparisons(DictType::compare)
                .notHashable()
                .unary(Slot.LEN, d -> PyInt.of(d.size()))
                .unary(Slot.ITER, d -> new DictIterator(DictIterator.Kind.KEYS, d, false))
                .binaryTail(Slot.CONTAINS, KeyOperation.CONTAINS::on)
                .binaryTail(Slot.GETITEM, KeyOperation.GET_ITEM::on)
                .ternaryTail(Slot.SETITEM, KeyOperation.SET_ITEM::on)
                .binaryTail(Slot.DELITEM, KeyOperation.DELETE_ITEM::on)
                .rawBinary(Slot.OR, DictType::or)
                .rawBinary(Slot.ROR, (x, d, other) -> or(x, other, d))
                .binaryTail(Slot.IOR, (x, d, other) -> DictUpdateFrame.update(x, d, other, null, d))
                .method("clear(self, /) -- Remove all items from the dict.", d -> {
                    d.clear();
                    return PySingleton.NONE;
                })
                .method("copy(self, /) -- Return a shallow copy of the dict.", d -> copy(d))
                .classMethod(
                        "fromkeys(cls, iterable, value=None, /) -- Create a new dictionary with keys from iterable and values set to value.",
                        (x, cls, a) -> FromKeysFrame.fromKeys(x, cls, a[1], a[2]))
                .tail(
                        "get(self, key, default=None, /) -- Return the value for key if key is in the dictionary, else default.",
                        (x, d, k, v) -> KeyOperation.GET.on(x, d, k, v))
                .tail(
                        "setdefault(self, key, default=None, /) -- Insert key with a value of default if key is not in the dictionary.\n\n"
                                + "Return the value for key if key is in the dictionary, else default.",
                        (x, d, k, v) -> KeyOperation.SET_DEFAULT.on(x, d, k, v))
                .tail(
                        "pop(self, key, default=<unset>, /) -- D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\n"
                                + "If the key is not found, return the default if given; otherwise,\nraise a KeyError.",
                        DictType::pop)
                .method(
                        "popitem(self, /) -- Remove and return a (key, value) pair as a 2-tuple.\n\n"
                                + "Pairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty.",
                        DictType::popItem)
                .tailN(
                        "update(self, /, *args, **kwargs) -- Update D from mapping/iterable E and F.",
                        (x, d, a) -> DictUpdateFrame.update(x, d, (PyTuple) a[1], (PyDict) a[2], "update"))
                .method(
                        "keys(self, /) -- D.keys() -> a set-like object providing a view on D's keys",
                        d -> new DictView(DictIterator.Kind.KEYS, d))
                .method(
                        "values(self, /) -- D.values() -> an object providing a view on D's values",
                        d -> new DictView(DictIterator.Kind.VALUES, d))
                .method(
                        "items(self, /) -- D.items() -> a set-like object providing a view on D's items",
                        d -> new DictView(DictIterator.Kind.ITEMS, d))
                .method(
                        "__reversed__(self, /) -- Return a reverse iterator over the dict keys.",
                        d -> new DictIterator(DictIterator.Kind.KEYS, d, true))
                .method(
                        "__sizeof__(self, /) -- Return the size of the dict in memory.",
                        d -> PyInt.of(64 + 40L * d.entries()));
        GenericAliases.define(b);
    }

    private static PyObject pop(Execution x, PyDict d, PyObject key, PyObject fallback) {
        if (d.size() == 0 && fallback == null) {
            throw Errors.keyError(key);
        }
        return d.size() == 0 ? fallback : KeyOperation.POP.on(x, d, key, fallback);
    }

    private static PyObject popItem(PyDict d) {
        for (int i = d.entries() - 1; i >= 0; i--) {
            PyObject k = d.keyAt(i);
            if (k != null) {
                return PyTuple.of(k, d.removeEntry(i));
            }
        }
        throw Errors.of(ExceptionTypes.KEY_ERROR, "popitem(): dictionary is empty");
    }

    private static PyDict copy(PyDict d) {
        PyDict c = new PyDict();
        c.copyFrom(d);
        return c;
    }

    private static PyObject or(Execution x, PyObject a, PyObject b) {
        if (!(a instanceof PyDict d && b instanceof PyDict e)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDict r = copy(d);
        return DictUpdateFrame.update(x, r, e, null, r);
    }

    private static PyObject compare(Execution x, PyDict d, PyObject other, Slot op) {
        if (!(other instanceof PyDict e) || op != Slot.EQ && op != Slot.NE) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return DictCompareFrame.compare(x, d, e, op == Slot.NE, false);
    }
}
