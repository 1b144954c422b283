package org.picklejar.modules.operator;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Items;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Values;
import org.picklejar.types.ReprFrame;

/** {@code operator.itemgetter} and {@code attrgetter}. */
final class Getter extends PyInstance {
    static final PyType ITEM = PyType.builtin("itemgetter", Getter.class, PyType.OBJECT)
            .inModule("operator")
            .notSubclassable();
    static final PyType ATTRIBUTE = PyType.builtin("attrgetter", Getter.class, PyType.OBJECT)
            .inModule("operator")
            .notSubclassable();

    /** Items, or names that may have dots. */
    private final PyTuple wanted;

    private Getter(PyType type, PyTuple wanted) {
        super(type);
        this.wanted = wanted;
    }

    private PyObject call(Execution x, PyObject[] args, PyTuple names) {
        if (names != null) {
            throw Errors.typeError("%s() takes no keyword arguments", type().name());
        }
        if (args.length != 1) {
            throw Errors.typeError("%s expected 1 argument, got %d", type().name(), args.length);
        }
        if (wanted.size() == 1) {
            if (type() == ITEM) {
                return Items.get(x, args[0], wanted.get(0));
            }
            PyStr name = (PyStr) Values.payload(wanted.get(0));
            if (name.toString().indexOf('.') < 0) {
                return Attributes.get(x, args[0], name);
            }
        }
        return new GetFrame(args[0], wanted, type() == ITEM).run(x);
    }

    private static PyTuple checkNames(PyTuple names) {
        for (PyObject o : names.items) {
            if (!(Values.payload(o) instanceof PyStr)) {
                throw Errors.typeError("attribute name must be a string");
            }
        }
        return names;
    }

    static void define(TypeBuilder<?> builder, boolean item) {
        builder.of(Getter.class)
                .doc(
                        item
                                ? "Return a callable object that fetches the given item(s) from its operand.\n\nAfter f = itemgetter(2), the call f(r) "
                                        + "returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])"
                                : "Return a callable object that fetches the given attribute(s) from its operand.\n\nAfter f = attrgetter('name'), the call "
                                        + "f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = "
                                        + "attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).")
                .constructor(
                        item ? "itemgetter(cls, item, /, *items)" : "attrgetter(cls, attr, /, *attrs)", (x, cls, a) -> {
                            PyTuple rest = (PyTuple) a[2];
                            PyObject[] all = new PyObject[rest.size() + 1];
                            all[0] = a[1];
                            System.arraycopy(rest.items, 0, all, 1, rest.size());
                            return new Getter(cls, item ? PyTuple.of(all) : checkNames(PyTuple.of(all)));
                        })
                .call(Slot.CALL, (x, self, args, names) -> ((Getter) self).call(x, args, names))
                .unaryTail(
                        Slot.REPR,
                        (x, g) -> ReprFrame.repr(
                                x,
                                ReprFrame.sequence(
                                        g,
                                        g.type().fullName() + "(",
                                        g.wanted.items,
                                        ")",
                                        g.type().fullName() + "(...)")))
                .method(
                        "__reduce__(self, /) -- Return state information for pickling",
                        g -> PyTuple.of(g.type(), g.wanted));
    }

    /** Fetches one after the other. */
    public static final class GetFrame extends StepFrame {
        private PyObject object;
        private PyTuple wanted;
        private boolean item;
        private int next;
        /** Of a name with dots: what is found so far, and how many parts of the name that took. */
        private PyObject current;

        private int part;
        private PyObject[] found;

        /** For unpickling. */
        public GetFrame() {}

        GetFrame(PyObject object, PyTuple wanted, boolean item) {
            this.object = object;
            this.wanted = wanted;
            this.item = item;
            found = new PyObject[wanted.size()];
        }

        @Override
        protected PyObject advance(Execution x, PyObject value) {
            PyObject v = value;
            for (; ; ) {
                if (v != null) {
                    if (item || part == parts().length) {
                        found[next++] = v;
                        part = 0;
                    } else {
                        current = v;
                    }
                }
                if (next == found.length) {
                    return found.length == 1 ? found[0] : PyTuple.of(found);
                }
                v = item
                        ? Items.get(x, object, wanted.get(next))
                        : Attributes.get(x, part == 0 ? object : current, PyStr.of(parts()[part++]));
                if (v == Pending.PENDING) {
                    return v;
                }
            }
        }

        private String[] parts() {
            return Values.payload(wanted.get(next)).toString().split("\\.", -1);
        }

        @Override
        protected PyObject[] fields() {
            PyObject[] done = Arrays.copyOf(found, next);
            return new PyObject[] {
                object, wanted, PyBool.of(item), PyInt.of(next), current, PyInt.of(part), PyTuple.of(done)
            };
        }

        @Override
        protected void setFields(PyObject[] f) {
            object = f[0];
            wanted = (PyTuple) f[1];
            item = f[2] == PyBool.TRUE;
            next = (int) ((PyInt) f[3]).value;
            current = f[4];
            part = (int) ((PyInt) f[5]).value;
            found = Arrays.copyOf(((PyTuple) f[6]).items, wanted.size());
        }
    }
}
