package org.picklejar.modules.itertools;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;
import org.picklejar.types.Reduction;

/** {@code itertools.groupby}. */
final class GroupBy extends SoftIterator {
    static final PyType TYPE =
            PyType.builtin("groupby", GroupBy.class, PyType.OBJECT).inModule("itertools");
    private static final int CHECK = 1;
    private static final int COMPARED = 2;
    private static final int TRUTH = 3;
    private static final int ITEM = 4;
    private static final int KEY = 5;
    private static final int DONE = 6;

    private final PyObject keyFunction;
    private PyObject source;
    /** The key of the group given last. */
    private PyObject targetKey;
    /** The item read last and its key; the item is null once it was given. */
    private PyObject currentKey;

    private PyObject currentValue;
    /** The group that may read. */
    private Group currentGroup;

    private GroupBy(PyType type, PyObject keyFunction) {
        super(type);
        this.keyFunction = keyFunction;
    }

    @Override
    protected void open(PyObject[] iterators) {
        source = iterators[0];
    }

    /** Reads an item and its key, from stage ITEM to {@code after}. Null at the end. */
    private PyObject read(Execution x, NextFrame call, PyObject v, int after) {
        if (call.stage == ITEM) {
            if (v == null) {
                return null;
            }
            call.a = v;
            call.stage = KEY;
            return keyFunction == PySingleton.NONE ? v : x.call(keyFunction, v);
        }
        currentValue = call.a;
        currentKey = v;
        call.stage = after;
        return v;
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (call.stage) {
                case 0, CHECK -> {
                    if (call.stage == 0) {
                        currentGroup = null;
                    }
                    if (currentKey == null) {
                        call.stage = ITEM;
                        v = call.askFor(x, source);
                    } else if (targetKey == null) {
                        call.stage = DONE;
                    } else if (targetKey == currentKey) {
                        call.stage = ITEM;
                        v = call.askFor(x, source);
                    } else {
                        call.stage = COMPARED;
                        v = Comparisons.compare(x, Slot.EQ, targetKey, currentKey);
                    }
                }
                case COMPARED -> {
                    call.stage = TRUTH;
                    v = Truth.of(x, v);
                }
                case TRUTH -> {
                    if (v == PyBool.TRUE) {
                        call.stage = ITEM;
                        v = call.askFor(x, source);
                    } else {
                        call.stage = DONE;
                    }
                }
                case ITEM, KEY -> {
                    v = read(x, call, v, CHECK);
                    if (v == null) {
                        return null;
                    }
                }
                default -> {
                    targetKey = currentKey;
                    currentGroup = new Group(this, targetKey);
                    return PyTuple.of(currentKey, currentGroup);
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private PyObject reduce() {
        PyTuple args = PyTuple.of(source, keyFunction);
        return targetKey != null && currentKey != null && currentValue != null
                ? PyTuple.of(type(), args, PyTuple.of(currentValue, targetKey, currentKey))
                : PyTuple.of(type(), args);
    }

    private PyObject setState(PyObject state) {
        PyTuple t = PoolIterator.arguments(state, 3);
        currentValue = t.get(0);
        targetKey = t.get(1);
        currentKey = t.get(2);
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, GroupBy.class)
                .doc(
                        "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups "
                                + "according to the key function.\n  key\n    A function for computing the group category for each element.\n    If the key "
                                + "function is not specified or is None, the element itself\n    is used for grouping.")
                .constructor(
                        "groupby(cls, iterable, key=None)",
                        (x, cls, a) -> OpenFrame.open(x, new GroupBy(cls, a[2]), a[1]))
                .method("__reduce__(self, /) -- Return state information for pickling.", GroupBy::reduce)
                .method("__setstate__(self, state, /) -- Set state information for unpickling.", GroupBy::setState);
    }

    /** The items of one group. */
    static final class Group extends SoftIterator {
        static final PyType TYPE = PyType.builtin("_grouper", Group.class, PyType.OBJECT)
                .inModule("itertools")
                .notSubclassable();

        private final GroupBy parent;
        private final PyObject key;

        private Group(GroupBy parent, PyObject key) {
            super(TYPE);
            this.parent = parent;
            this.key = key;
        }

        @Override
        protected PyObject advance(Execution x, NextFrame call, PyObject value) {
            PyObject v = value;
            for (; ; ) {
                switch (call.stage) {
                    case 0 -> {
                        if (parent.currentGroup != this) {
                            return null;
                        }
                        if (parent.currentValue == null) {
                            call.stage = ITEM;
                            v = call.askFor(x, parent.source);
                        } else {
                            call.stage = CHECK;
                        }
                    }
                    case ITEM, KEY -> {
                        v = parent.read(x, call, v, CHECK);
                        if (v == null) {
                            return null;
                        }
                    }
                    case CHECK -> {
                        if (key == parent.currentKey) {
                            return give();
                        }
                        call.stage = COMPARED;
                        v = Comparisons.compare(x, Slot.EQ, key, parent.currentKey);
                    }
                    case COMPARED -> {
                        call.stage = TRUTH;
                        v = Truth.of(x, v);
                    }
                    default -> {
                        return v == PyBool.TRUE ? give() : null;
                    }
                }
                if (v == Pending.PENDING) {
                    return v;
                }
            }
        }

        private PyObject give() {
            PyObject v = parent.currentValue;
            parent.currentValue = null;
            parent.currentKey = null;
            return v;
        }

        private PyObject reduce(Execution x) {
            return parent.currentGroup == this
                    ? PyTuple.of(TYPE, PyTuple.of(parent, key))
                    : PyTuple.of(Reduction.builtin(x, "iter"), PyTuple.of(PyTuple.EMPTY));
        }

        static void define(TypeBuilder<?> builder) {
            define(builder, Group.class)
                    .constructor("_grouper(cls, parent, tgtkey, /)", (x, cls, a) -> {
                        Group g =
                                new Group(Values.as(GroupBy.class, a[1], "argument 1 must be itertools.groupby"), a[2]);
                        g.parent.currentGroup = g;
                        return g;
                    })
                    .tail("__reduce__(self, /) -- Return state information for pickling.", (x, g) -> g.reduce(x));
        }
    }
}
