package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.Keys;
import org.picklejar.core.NativeCode;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Finish;
import org.picklejar.ops.GenericAliases;
import org.picklejar.ops.SetOperations;

/** Python's set and frozenset. */
final class SetType {
    private SetType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PySet> b = builder.of(PySet.class)
                .doc("Build an unordered collection of unique elements.")
                .constructor("set(cls, /, *args, **kwargs)", (x, cls, a) -> new PySet(cls))
                .call(Slot.INIT, SetType::init)
                .notHashable();
        defineCommon(b);
        b.binaryTail(Slot.IAND, inPlace(SetOperations::intersect))
                .binaryTail(Slot.IOR, inPlace(SetOperations::update))
                .binaryTail(Slot.ISUB, inPlace(SetOperations::subtract))
                .binaryTail(Slot.IXOR, inPlace(SetOperations::toggle))
                .tail(
                        "add(self, object, /) -- Add an element to a set.\n\nThis has no effect if the element is already present.",
                        (x, s, o) -> KeyOperation.ADD.on(x, s, o))
                .method("clear(self, /) -- Remove all elements from this set.", s -> {
                    s.clear();
                    return PySingleton.NONE;
                })
                .tail(
                        "discard(self, object, /) -- Remove an element from a set if it is a member.\n\n"
                                + "Unlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set.",
                        (x, s, o) -> {
                            Frame caller = x.top;
                            PyObject found = KeyOperation.DISCARD.on(x, s, key(o));
                            return Finish.RETURN_A.on(x, caller, found, PySingleton.NONE, null);
                        })
                .tail(
                        "remove(self, object, /) -- Remove an element from a set; it must be a member.\n\n"
                                + "If the element is not a member, raise a KeyError.",
                        (x, s, o) -> KeyOperation.REMOVE.on(x, s, key(o), o))
                .method(
                        "pop(self, /) -- Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty.",
                        SetType::pop)
                .tailN(
                        "update(self, /, *others) -- Update the set, adding elements from all others.",
                        (x, s, a) -> SetFoldFrame.fold(
                                x, SetFoldFrame.Operation.UPDATE, s, (PyTuple) a[1], PySingleton.NONE))
                .tailN(
                        "difference_update(self, /, *others) -- Update the set, removing elements found in others.",
                        (x, s, a) -> SetFoldFrame.fold(
                                x, SetFoldFrame.Operation.DIFFERENCE_UPDATE, s, (PyTuple) a[1], PySingleton.NONE))
                .tailN(
                        "intersection_update(self, /, *others) -- Update the set, keeping only elements found in it and all others.",
                        (x, s, a) -> {
                            Frame caller = x.top;
                            PyObject kept = intersection(x, s, (PyTuple) a[1]);
                            return Finish.BECOME_SET.on(x, caller, kept, s, PySingleton.NONE);
                        })
                .tail(
                        "symmetric_difference_update(self, other, /) -- Update the set, keeping only elements found in either set, but not in both.",
                        (x, s, o) -> SetOperations.toggle(x, s, o, PySingleton.NONE));
    }

    static void defineFrozen(TypeBuilder<?> builder) {
        TypeBuilder<PySet> b = builder.of(PySet.class)
                .doc("Build an immutable unordered collection of unique elements.")
                .constructor("frozenset(cls, iterable=(), /)", (x, cls, a) -> {
                    if (cls == PySet.FROZEN_TYPE && a[1].type() == cls) {
                        return a[1];
                    }
                    PySet s = new PySet(cls);
                    return SetOperations.update(x, s, a[1], s);
                })
                .unary(Slot.HASH, SetType::hash);
        defineCommon(b);
    }

    private static void defineCommon(TypeBuilder<PySet> b) {
        b.rawUnary(Slot.REPR, (x, s) -> ReprFrame.repr(x, s))
                .comparisons(SetType::compare)
                .unary(Slot.LEN, s -> PyInt.of(s.size()))
                .unary(Slot.ITER, s -> new SetIterator(s))
                .binaryTail(Slot.CONTAINS, (x, s, o) -> KeyOperation.CONTAINS.on(x, s, key(o)))
                .arithmetic(Slot.AND, ofSets(SetOperations::intersection))
                .arithmetic(Slot.OR, ofSets(SetOperations::union))
                .arithmetic(Slot.SUB, ofSets(SetOperations::difference))
                .arithmetic(Slot.XOR, ofSets(SetOperations::symmetricDifference))
                .method(
                        "copy(self, /) -- Return a shallow copy of a set.",
                        s -> s.type() == PySet.FROZEN_TYPE ? s : SetOperations.copy(s))
                .tailN(
                        "union(self, /, *others) -- Return a new set with elements from the set and all others.",
                        (x, s, a) -> {
                            PySet r = SetOperations.copy(s);
                            return SetFoldFrame.fold(x, SetFoldFrame.Operation.UPDATE, r, (PyTuple) a[1], r);
                        })
                .tailN(
                        "difference(self, /, *others) -- Return a new set with elements in the set that are not in the others.",
                        (x, s, a) -> {
                            PyTuple others = (PyTuple) a[1];
                            if (others.size() == 1) {
                                return SetOperations.difference(x, s, others.get(0));
                            }
                            PySet r = SetOperations.copy(s);
                            return SetFoldFrame.fold(x, SetFoldFrame.Operation.DIFFERENCE_UPDATE, r, others, r);
                        })
                .tailN(
                        "intersection(self, /, *others) -- Return a new set with elements common to the set and all others.",
                        (x, s, a) -> intersection(x, s, (PyTuple) a[1]))
                .tail(
                        "symmetric_difference(self, other, /) -- Return a new set with elements in either the set or other but not both.",
                        SetOperations::symmetricDifference)
                .tail(
                        "isdisjoint(self, other, /) -- Return True if two sets have a null intersection.",
                        SetOperations::isDisjoint)
                .tail(
                        "issubset(self, other, /) -- Report whether another set contains this set.",
                        SetOperations::isSubset)
                .tail(
                        "issuperset(self, other, /) -- Report whether this set contains another set.",
                        SetOperations::isSuperset)
                .tail("__reduce__(self, /) -- Return state information for pickling.", SetType::reduce)
                .method(
                        "__sizeof__(self, /) -- S.__sizeof__() -> size of S in memory, in bytes.",
                        s -> PyInt.of(200 + 16L * s.size()));
        GenericAliases.define(b);
    }

    private static PyObject init(Execution x, PyObject self, PyObject[] args, PyTuple names) {
        PySet s = (PySet) self;
        if (names != null) {
            throw Errors.typeError("set() takes no keyword arguments");
        }
        if (args.length > 1) {
            throw Errors.typeError("set expected at most 1 argument, got %d", args.length);
        }
        if (args.length == 0) {
            s.clear();
            return PySingleton.NONE;
        }
        if (args[0] == s) {
            return PySingleton.NONE;
        }
        s.clear();
        return SetOperations.update(x, s, args[0], PySingleton.NONE);
    }

    /** An operator on two sets. */
    private static Slot.Binary ofSets(NativeCode.X2<PySet> operation) {
        return (x, a, b) ->
                a instanceof PySet s && b instanceof PySet ? operation.call(x, s, b) : PySingleton.NOT_IMPLEMENTED;
    }

    /** An operator that changes the set on its left. */
    private static NativeCode.X2<PySet> inPlace(Update update) {
        return (x, s, o) -> o instanceof PySet ? update.apply(x, s, o, s) : PySingleton.NOT_IMPLEMENTED;
    }

    private interface Update {
        PyObject apply(Execution x, PySet set, PyObject other, PyObject result);
    }

    private static PyObject intersection(Execution x, PySet s, PyTuple others) {
        PySet r = SetOperations.copy(s);
        return SetFoldFrame.fold(x, SetFoldFrame.Operation.INTERSECTION_UPDATE, r, others, r);
    }

    /** What to look for: a set, which is not hashable, stands for the frozenset of its elements. */
    private static PyObject key(PyObject o) {
        if (o instanceof PySet s && s.type().unary(Slot.HASH) == null) {
            PySet frozen = new PySet(PySet.FROZEN_TYPE);
            frozen.copyFrom(s);
            return frozen;
        }
        return o;
    }

    private static PyObject pop(PySet s) {
        PyObject o = s.pop();
        if (o != null) {
            return o;
        }
        throw Errors.of(ExceptionTypes.KEY_ERROR, "pop from an empty set");
    }

    private static PyObject compare(Execution x, PySet s, PyObject other, Slot op) {
        if (!(other instanceof PySet t)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return switch (op) {
            case EQ -> SetOperations.isEqual(x, s, t);
            case NE -> {
                Frame caller = x.top;
                yield Finish.NOT.on(x, caller, SetOperations.isEqual(x, s, t), null, null);
            }
            case LE -> SetOperations.isSubset(x, s, t);
            case LT -> s.size() < t.size() ? SetOperations.isSubset(x, s, t) : PyBool.FALSE;
            case GE -> SetOperations.isSubset(x, t, s);
            default -> t.size() < s.size() ? SetOperations.isSubset(x, t, s) : PyBool.FALSE;
        };
    }

    private static PyObject hash(PySet s) {
        if (s.hash == 0) {
            long h = Keys.hashSet(s.elementHashes());
            s.hash = h == 0 ? 1 : h;
        }
        return PyInt.of(s.hash);
    }

    private static PyObject reduce(Execution x, PySet s) {
        PyObject[] items = s.toArray();
        PyObject state = ObjectType.getState(x, s);
        return PyTuple.of(s.type(), PyTuple.of(new PyList(items, items.length)), state);
    }
}
