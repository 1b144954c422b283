package org.picklejar.modules.collections;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Finish;
import org.picklejar.ops.FromKeysFrame;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Values;
import org.picklejar.types.Collecting;
import org.picklejar.types.DictCompareFrame;
import org.picklejar.types.DictIterator;
import org.picklejar.types.DictUpdateFrame;
import org.picklejar.types.DictView;
import org.picklejar.types.ObjectType;
import org.picklejar.types.ReprFrame;

/** {@code collections.OrderedDict}. dict keeps the order already; this can change it, and compares it. */
final class OrderedDictType {
    static final PyType TYPE = PyType.builtin("OrderedDict", PyDict.class, PyDict.TYPE)
            .inModule("collections")
            .withDict();
    static final PyType KEYS = view("odict_keys", DictView.KEYS_TYPE);
    static final PyType VALUES = view("odict_values", DictView.VALUES_TYPE);
    static final PyType ITEMS = view("odict_items", DictView.ITEMS_TYPE);

    private OrderedDictType() {}

    /** @param method the one that gives such a view */
    static void defineView(TypeBuilder<?> b, String method) {
        b.of(DictView.class)
                .method("__reduce__(self, /)", v -> PyTuple.of(TYPE.lookup(PyStr.of(method)), PyTuple.of(v.dict)));
    }

    private static PyType view(String name, PyType base) {
        return PyType.builtin(name, DictView.class, base)
                .inModule("collections")
                .notSubclassable();
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(PyDict.class)
                .doc("Dictionary that remembers insertion order")
                .call(Slot.INIT, OrderedDictType::init)
                .unaryTail(Slot.REPR, OrderedDictType::repr)
                .comparisons((x, d, o, op) -> compare(x, d, o, op))
                .notHashable()
                .rawBinary(Slot.OR, (x, a, o) -> or(x, a, o, a))
                .rawBinary(Slot.ROR, (x, a, o) -> or(x, o, a, a))
                .binaryTail(Slot.IOR, OrderedDictType::orInPlace)
                .classMethod(
                        "fromkeys(cls, iterable, value=None) -- Create a new ordered dictionary with keys from iterable and values set "
                                + "to value.",
                        (x, cls, a) -> FromKeysFrame.fromKeys(x, cls, a[1], a[2]))
                .tailN(
                        "update(self, /, *args, **kwargs) -- D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.",
                        (x, d, a) -> DictUpdateFrame.updateBySetItem(
                                x, d, (PyTuple) a[1], ((PyDict) a[2]).size() == 0 ? null : (PyDict) a[2], "update"))
                .tail(
                        "setdefault(self, key, default=None) -- Insert key with a value of default if key is not in the dictionary.\n\n"
                                + "Return the value for key if key is in the dictionary, else default.",
                        (x, d, k, v) -> KeyOperation.SET_DEFAULT.on(x, d, k, v))
                .tail(
                        "pop(self, key, default=<unset>) -- od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\n"
                                + "If the key is not found, return the default if given; otherwise,\nraise a KeyError.",
                        (x, d, k, v) -> KeyOperation.POP.on(x, d, k, v))
                .method(
                        "popitem(self, last: bool = True) -- Remove and return a (key, value) pair from the dictionary.\n\n"
                                + "Pairs are returned in LIFO order if last is true or FIFO order if false.",
                        OrderedDictType::popItem)
                .tail(
                        "move_to_end(self, key, last: bool = True) -- Move an existing element to the end (or beginning if last is false).\n\n"
                                + "Raise KeyError if the element does not exist.",
                        OrderedDictType::moveToEnd)
                .method(
                        "keys(self, /) -- D.keys() -> a set-like object providing a view on D's keys",
                        d -> new DictView(DictIterator.Kind.KEYS, d, KEYS))
                .method(
                        "values(self, /) -- D.values() -> an object providing a view on D's values",
                        d -> new DictView(DictIterator.Kind.VALUES, d, VALUES))
                .method(
                        "items(self, /) -- D.items() -> a set-like object providing a view on D's items",
                        d -> new DictView(DictIterator.Kind.ITEMS, d, ITEMS))
                .tail("copy(self, /) -- od.copy() -> a shallow copy of od", OrderedDictType::copy)
                .method(
                        "__reversed__(self, /) -- od.__reversed__() <==> reversed(od)",
                        d -> new DictIterator(DictIterator.Kind.KEYS, d, true))
                .tail("__reduce__(self, /) -- Return state information for pickling", OrderedDictType::reduce);
    }

    private static PyObject init(Execution x, PyObject self, PyObject[] args, PyTuple names) {
        PyDict d = (PyDict) self;
        int positional = args.length - (names == null ? 0 : names.size());
        PyDict keywords = names == null ? null : PyDict.ofKeywords(names, args);
        return DictUpdateFrame.updateBySetItem(
                x, d, PyTuple.of(Arrays.copyOf(args, positional)), keywords, "OrderedDict");
    }

    private static PyObject repr(Execution x, PyDict d) {
        String name = d.type().name();
        if (d.size() == 0) {
            return PyStr.of(name + "()");
        }
        return ReprFrame.repr(x, ReprFrame.mapping(d, name + "({", d, "})", "..."));
    }

    private static boolean isOrdered(PyDict d) {
        return d.type().isSubtypeOf(TYPE);
    }

    private static PyObject compare(Execution x, PyDict d, PyObject other, Slot op) {
        if (!(other instanceof PyDict e) || op != Slot.EQ && op != Slot.NE) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        boolean negate = op == Slot.NE;
        return DictCompareFrame.compare(x, d, e, negate, isOrdered(e));
    }

    private static PyObject or(Execution x, PyObject a, PyObject b, PyObject like) {
        if (!(a instanceof PyDict d && b instanceof PyDict e && like instanceof PyDict l)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDict r = new PyDict(l.type());
        r.copyFrom(d);
        return DictUpdateFrame.update(x, r, e, null, r);
    }

    private static PyObject orInPlace(Execution x, PyDict d, PyObject other) {
        Frame caller = x.top;
        return Finish.RETURN_A.on(
                x, caller, DictUpdateFrame.updateBySetItem(x, d, PyTuple.of(other), null, "update"), d, null);
    }

    private static PyObject popItem(PyDict d, PyObject last) {
        if (d.size() == 0) {
            throw Errors.of(ExceptionTypes.KEY_ERROR, "dictionary is empty");
        }
        boolean fromEnd = Values.isTrue(last);
        int i = fromEnd ? d.entries() - 1 : d.firstEntry();
        while (d.keyAt(i) == null) {
            i += fromEnd ? -1 : 1;
        }
        PyObject key = d.keyAt(i);
        return PyTuple.of(key, d.removeEntry(i));
    }

    private static PyObject moveToEnd(Execution x, PyDict d, PyObject key, PyObject last) {
        return (Values.isTrue(last) ? KeyOperation.MOVE_TO_END : KeyOperation.MOVE_TO_START).on(x, d, key);
    }

    private static PyObject copy(Execution x, PyDict d) {
        if (d.type() == TYPE) {
            PyDict c = new PyDict(TYPE);
            c.copyFrom(d);
            return c;
        }
        return new CopyFrame(d).run(x);
    }

    private static PyObject reduce(Execution x, PyDict d) {
        PyObject state = ObjectType.getState(x, d);
        return PyTuple.of(d.type(), PyTuple.EMPTY, state, PySingleton.NONE, Iteration.iter(x, Collecting.items(d)));
    }

    /** Copies an instance of a subclass: {@code cls()}, then item by item. */
    public static final class CopyFrame extends StepFrame {
        private PyDict source;
        private PyDict made;
        private PyTuple keys;
        private int next;
        /** Whether the value of the key before the next is awaited. */
        private boolean reading;

        /** For unpickling. */
        public CopyFrame() {}

        CopyFrame(PyDict source) {
            this.source = source;
        }

        @Override
        protected PyObject advance(Execution x, PyObject value) {
            PyObject v = value;
            if (keys == null) {
                v = value == null ? x.call(source.type()) : value;
                if (v == Pending.PENDING) {
                    return v;
                }
                made = (PyDict) v;
                keys = PyTuple.of(source.keyArray());
            }
            while (reading || next < keys.size()) {
                reading = !reading;
                v = reading ? Items.get(x, source, keys.get(next++)) : Items.set(x, made, keys.get(next - 1), v);
                if (v == Pending.PENDING) {
                    return v;
                }
            }
            return made;
        }

        @Override
        protected PyObject[] fields() {
            return new PyObject[] {source, made, keys, PyInt.of(next), PyBool.of(reading)};
        }

        @Override
        protected void setFields(PyObject[] f) {
            source = (PyDict) f[0];
            made = (PyDict) f[1];
            keys = (PyTuple) f[2];
            next = (int) ((PyInt) f[3]).value;
            reading = f[4] == PyBool.TRUE;
        }
    }
}
