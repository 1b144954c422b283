package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
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
import org.picklejar.ops.ExtendFrame;
import org.picklejar.ops.GenericAliases;

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
        b.binaryTail(Slot.IAND, inPlace((x, s, t) -> SetOperations.replace(s, SetOperations.intersection(x, s, t))))
                .binaryTail(
                        Slot.IOR,
                        (x, s, o) -> o instanceof PySet ? ExtendFrame.extend(x, s, o, s) : PySingleton.NOT_IMPLEMENTED)
                .binaryTail(Slot.ISUB, inPlace((x, s, t) -> SetOperations.subtract(x, s, t.toArray())))
                .binaryTail(Slot.IXOR, inPlace((x, s, t) -> SetOperations.toggle(x, s, t)))
                .tail(
                        "add(self, object, /) -- Add an element to a set.\n\nThis has no effect if the element is already present.",
                        (x, s, o) -> {
                            s.add(x, o);
                            return PySingleton.NONE;
                        })
                .method("clear(self, /) -- Remove all elements from this set.", s -> {
                    s.clear();
                    return PySingleton.NONE;
                })
                .tail(
                        "discard(self, object, /) -- Remove an element from a set if it is a member.\n\n"
                                + "Unlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set.",
                        (x, s, o) -> {
                            s.discard(x, key(o));
                            return PySingleton.NONE;
                        })
                .tail(
                        "remove(self, object, /) -- Remove an element from a set; it must be a member.\n\n"
                                + "If the element is not a member, raise a KeyError.",
                        (x, s, o) -> {
                            if (!s.discard(x, key(o))) {
                                throw Errors.keyError(o);
                            }
                            return PySingleton.NONE;
                        })
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
                        (x, s, a) -> SetFoldFrame.fold(
                                x, SetFoldFrame.Operation.INTERSECTION_UPDATE, s, (PyTuple) a[1], PySingleton.NONE))
                .tail(
                        "symmetric_difference_update(self, other, /) -- Update the set, keeping only elements found in either set, but not in both.",
                        (x, s, o) ->
                                ContainerGather.gather(x, ContainerGather.Operation.SYMMETRIC_DIFFERENCE_UPDATE, s, o));
    }

    static void defineFrozen(TypeBuilder<?> builder) {
        TypeBuilder<PySet> b = builder.of(PySet.class)
                .doc("Build an immutable unordered collection of unique elements.")
                .constructor("frozenset(cls, iterable=(), /)", (x, cls, a) -> {
                    if (cls == PySet.FROZEN_TYPE && a[1].type() == cls) {
                        return a[1];
                    }
                    PySet s = new PySet(cls);
                    return ExtendFrame.extend(x, s, a[1], s);
                })
                .unaryTail(Slot.HASH, SetType::hash);
        defineCommon(b);
    }

    private static void defineCommon(TypeBuilder<PySet> b) {
        b.rawUnary(Slot.REPR, (x, s) -> ReprFrame.repr(x, s))
                .comparisons(SetType::compare)
                .unary(Slot.LEN, s -> PyInt.of(s.size()))
                .unary(Slot.ITER, s -> new SetIterator(s))
                .binaryTail(Slot.CONTAINS, (x, s, o) -> PyBool.of(s.contains(x, key(o))))
                .arithmetic(
                        Slot.AND,
                        (x, a, o) -> a instanceof PySet s && o instanceof PySet t
                                ? SetOperations.intersection(x, s, t)
                                : PySingleton.NOT_IMPLEMENTED)
                .arithmetic(Slot.OR, (x, a, o) -> {
                    if (!(a instanceof PySet s && o instanceof PySet t)) {
                        return PySingleton.NOT_IMPLEMENTED;
                    }
                    PySet r = SetOperations.copy(x, s);
                    r.addAll(x, t);
                    return r;
                })
                .arithmetic(Slot.SUB, (x, a, o) -> {
                    if (!(a instanceof PySet s && o instanceof PySet t)) {
                        return PySingleton.NOT_IMPLEMENTED;
                    }
                    return SetOperations.difference(x, s, t);
                })
                .arithmetic(Slot.XOR, (x, a, o) -> {
                    if (!(a instanceof PySet s && o instanceof PySet t)) {
                        return PySingleton.NOT_IMPLEMENTED;
                    }
                    PySet r = SetOperations.copyAs(x, t, s.isFrozen() ? PySet.FROZEN_TYPE : PySet.TYPE);
                    SetOperations.toggle(x, r, s);
                    return r;
                })
                .tail(
                        "copy(self, /) -- Return a shallow copy of a set.",
                        (x, s) -> s.type() == PySet.FROZEN_TYPE ? s : SetOperations.copy(x, s))
                .tailN(
                        "union(self, /, *others) -- Return a new set with elements from the set and all others.",
                        (x, s, a) -> {
                            PySet r = SetOperations.copy(x, s);
                            return SetFoldFrame.fold(x, SetFoldFrame.Operation.UPDATE, r, (PyTuple) a[1], r);
                        })
                .tailN(
                        "difference(self, /, *others) -- Return a new set with elements in the set that are not in the others.",
                        (x, s, a) -> {
                            PyTuple others = (PyTuple) a[1];
                            PySet r = others.size() > 0 && others.get(0) instanceof PySet t
                                    ? SetOperations.difference(x, s, t)
                                    : SetOperations.copy(x, s);
                            return SetFoldFrame.fold(x, SetFoldFrame.Operation.DIFFERENCE_UPDATE, r, others, r);
                        })
                .tailN(
                        "intersection(self, /, *others) -- Return a new set with elements common to the set and all others.",
                        (x, s, a) -> {
                            PySet r = SetOperations.copy(x, s);
                            return SetFoldFrame.fold(
                                    x, SetFoldFrame.Operation.INTERSECTION_UPDATE, r, (PyTuple) a[1], r);
                        })
                .tail(
                        "symmetric_difference(self, other, /) -- Return a new set with elements in either the set or other but not both.",
                        (x, s, o) -> ContainerGather.gather(x, ContainerGather.Operation.SYMMETRIC_DIFFERENCE, s, o))
                .tail(
                        "isdisjoint(self, other, /) -- Return True if two sets have a null intersection.",
                        (x, s, o) -> ContainerGather.gather(x, ContainerGather.Operation.IS_DISJOINT, s, o))
                .tail(
                        "issubset(self, other, /) -- Report whether another set contains this set.",
                        (x, s, o) -> ContainerGather.gather(x, ContainerGather.Operation.IS_SUBSET, s, o))
                .tail(
                        "issuperset(self, other, /) -- Report whether this set contains another set.",
                        (x, s, o) -> ContainerGather.gather(x, ContainerGather.Operation.IS_SUPERSET, s, o))
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
        return ExtendFrame.extend(x, s, args[0], PySingleton.NONE);
    }

    /** An operator that changes the set on its left. */
    private static NativeCode.X2<PySet> inPlace(Update update) {
        return (x, s, o) -> {
            if (!(o instanceof PySet other)) {
                return PySingleton.NOT_IMPLEMENTED;
            }
            update.apply(x, s, other);
            return s;
        };
    }

    private interface Update {
        void apply(Execution x, PySet set, PySet other);
    }

    /** What to look for: a set, which is not hashable, stands for the frozenset of its elements. */
    private static PyObject key(PyObject o) {
        if (o instanceof PySet s && s.type().unary(Slot.HASH) == null) {
            PySet frozen = new PySet(PySet.FROZEN_TYPE);
            frozen.addAll(null, s);
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
            case EQ -> PyBool.of(s.size() == t.size() && SetOperations.isSubset(x, s, t) == PyBool.TRUE);
            case NE -> PyBool.of(s.size() != t.size() || SetOperations.isSubset(x, s, t) == PyBool.FALSE);
            case LE -> SetOperations.isSubset(x, s, t);
            case LT -> s.size() < t.size() ? SetOperations.isSubset(x, s, t) : PyBool.FALSE;
            case GE -> SetOperations.isSubset(x, t, s);
            default -> t.size() < s.size() ? SetOperations.isSubset(x, t, s) : PyBool.FALSE;
        };
    }

    /** CPython: frozenset_hash. */
    private static PyObject hash(Execution x, PySet s) {
        if (s.hash == 0) {
            long h = 0;
            for (PyObject o : s.toArray()) {
                long e = Keys.hash(x, o);
                h ^= (e ^ 89869747L ^ e << 16) * 3644798167L;
            }
            h ^= (s.size() + 1L) * 1927868237L;
            h ^= h >>> 11 ^ h >>> 25;
            h = h * 69069L + 907133923L;
            s.hash = h == -1 ? 590923713L : h == 0 ? 1 : h;
        }
        return PyInt.of(s.hash);
    }

    private static PyObject reduce(Execution x, PySet s) {
        PyObject[] items = s.toArray();
        PyObject state = ObjectType.getState(x, s);
        return PyTuple.of(s.type(), PyTuple.of(new PyList(items, items.length)), state);
    }
}
