package org.picklejar.modules.collections;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Shape;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.GenericAliases;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.StepFrame;
import org.picklejar.types.Collecting;
import org.picklejar.types.DictUpdateFrame;
import org.picklejar.types.ReprFrame;

/** {@code collections.defaultdict}: a dict with a factory in a slot. */
final class DefaultDictType {
    static final PyType TYPE =
            PyType.builtin("defaultdict", PyDict.class, PyDict.TYPE).inModule("collections");
    private static final PyStr FACTORY = Shape.slotKey("defaultdict", "default_factory");

    private DefaultDictType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PyDict> b = builder.of(PyDict.class)
                .doc(
                        "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to "
                                + "produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same "
                                + "items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword "
                                + "arguments.")
                .call(Slot.INIT, DefaultDictType::init)
                .unaryTail(Slot.REPR, DefaultDictType::repr)
                .rawBinary(
                        Slot.OR,
                        (x, a, o) -> a instanceof PyDict d && o instanceof PyDict e
                                ? merge(x, d, e, d)
                                : PySingleton.NOT_IMPLEMENTED)
                .rawBinary(
                        Slot.ROR,
                        (x, a, o) -> a instanceof PyDict d && o instanceof PyDict e
                                ? merge(x, e, d, d)
                                : PySingleton.NOT_IMPLEMENTED)
                .tail(
                        "__missing__(self, key, /) -- __missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n"
                                + "  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value",
                        (x, d, key) -> {
                            PyObject f = factory(d);
                            if (f == PySingleton.NONE) {
                                throw Errors.keyError(key);
                            }
                            return new MissingFrame(d, key).run(x);
                        })
                .tail("copy(self, /) -- D.copy() -> a shallow copy of D.", (x, d) -> x.call(d.type(), factory(d), d))
                .tail(
                        "__copy__(self, /) -- D.copy() -> a shallow copy of D.",
                        (x, d) -> x.call(d.type(), factory(d), d))
                .tail("__reduce__(self, /) -- Return state information for pickling.", DefaultDictType::reduce)
                .getSet(
                        "default_factory",
                        (x, d) -> factory((PyDict) d),
                        (x, d, v) -> ((PyDict) d).setSlot(FACTORY, v == null ? PySingleton.NONE : v));
        GenericAliases.define(b);
    }

    private static PyObject factory(PyDict d) {
        PyObject f = d.getSlot(FACTORY);
        return f == null ? PySingleton.NONE : f;
    }

    private static PyObject init(Execution x, PyObject self, PyObject[] args, PyTuple names) {
        PyDict d = (PyDict) self;
        int positional = args.length - (names == null ? 0 : names.size());
        PyObject[] rest = args;
        PyObject factory = PySingleton.NONE;
        if (positional > 0) {
            factory = args[0];
            if (factory != PySingleton.NONE && factory.type().call(Slot.CALL) == null) {
                throw Errors.typeError("first argument must be callable or None");
            }
            rest = Arrays.copyOfRange(args, 1, args.length);
        }
        d.setSlot(FACTORY, factory);
        return DictUpdateFrame.update(x, d, rest, names, "dict");
    }

    private static PyObject repr(Execution x, PyDict d) {
        // The factory, then the dict as dict shows it.
        ReprFrame.Parts inner = ReprFrame.mapping(d, "{", d, "}", "");
        String[] glue = new String[inner.glue().length + 1];
        PyObject[] items = new PyObject[inner.items().length + 1];
        glue[0] = d.type().name() + "(";
        items[0] = factory(d);
        System.arraycopy(inner.items(), 0, items, 1, inner.items().length);
        System.arraycopy(inner.glue(), 0, glue, 1, inner.glue().length);
        glue[1] = ", " + glue[1];
        glue[glue.length - 1] += ")";
        return ReprFrame.repr(x, new ReprFrame.Parts(d, glue, items, d.type().name() + "(..., {...})"));
    }

    private static PyObject merge(Execution x, PyDict left, PyDict right, PyDict like) {
        PyDict r = new PyDict(like.type());
        r.setSlot(FACTORY, factory(like));
        r.copyFrom(left);
        return DictUpdateFrame.update(x, r, right, null, r);
    }

    private static PyObject reduce(Execution x, PyDict d) {
        PyObject f = factory(d);
        PyObject state = d.type().hasDict && d.dictCopy().size() > 0 ? d.dict() : PySingleton.NONE;
        return PyTuple.of(
                d.type(),
                f == PySingleton.NONE ? PyTuple.EMPTY : PyTuple.of(f),
                state,
                PySingleton.NONE,
                Iteration.iter(x, Collecting.items(d)));
    }

    /** Waits for the factory, then stores what it made. */
    public static final class MissingFrame extends StepFrame {
        private PyDict dict;
        private PyObject key;
        private PyObject made;

        /** For unpickling. */
        public MissingFrame() {}

        MissingFrame(PyDict dict, PyObject key) {
            this.dict = dict;
            this.key = key;
        }

        @Override
        protected PyObject advance(Execution x, PyObject value) {
            if (made != null) {
                return made;
            }
            PyObject v = value == null ? x.call(factory(dict)) : value;
            if (v == Pending.PENDING) {
                return v;
            }
            made = v;
            return Items.set(x, dict, key, v) == Pending.PENDING ? Pending.PENDING : made;
        }

        @Override
        protected PyObject[] fields() {
            return new PyObject[] {dict, key, made};
        }

        @Override
        protected void setFields(PyObject[] f) {
            dict = (PyDict) f[0];
            key = f[1];
            made = f[2];
        }
    }
}
