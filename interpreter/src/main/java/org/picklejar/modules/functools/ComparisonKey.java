package org.picklejar.modules.functools;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Imports;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.StepFrame;

/** What {@code functools.cmp_to_key} returns, and the keys that it makes: one with an object. */
final class ComparisonKey extends PyObject {
    static final PyType TYPE = PyType.builtin("KeyWrapper", ComparisonKey.class, PyType.OBJECT)
            .inModule("functools")
            .notSubclassable();

    private final PyObject comparison;
    /** Null in the key function itself. */
    private PyObject object;

    ComparisonKey(PyObject comparison, PyObject object) {
        this.comparison = comparison;
        this.object = object;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    private PyObject compare(Execution x, PyObject other, Slot op) {
        if (!(other instanceof ComparisonKey k)) {
            throw Errors.typeError("other argument must be K instance");
        }
        if (object == null || k.object == null) {
            throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, "object");
        }
        return new CompareFrame(op, comparison, object, k.object).run(x);
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(ComparisonKey.class)
                .call(Slot.CALL, (x, self, args, names) -> {
                    if (args.length != 1
                            || names != null && !names.get(0).toString().equals("obj")) {
                        throw Errors.typeError("K() missing required argument 'obj' (pos 1)");
                    }
                    return new ComparisonKey(((ComparisonKey) self).comparison, args[0]);
                })
                .comparisons((x, k, other, op) -> k.compare(x, other, op))
                .notHashable()
                .tail(
                        "__reduce__(self, /)",
                        (Execution x, ComparisonKey k) -> k.object != null
                                ? PyTuple.of(new ComparisonKey(k.comparison, null), PyTuple.of(k.object))
                                : PyTuple.of(Imports.ofLoaded(x, "_functools", "cmp_to_key"), PyTuple.of(k.comparison)))
                .property("obj", k -> k.object == null ? PySingleton.NONE : k.object, (k, v) -> k.object = v);
    }

    /** Waits for the comparison function, then compares its result with 0. */
    public static final class CompareFrame extends StepFrame {
        private Slot op;
        private PyObject comparison;
        private PyObject left;
        private PyObject right;
        /** Whether the function has answered. */
        private boolean called;

        /** For unpickling. */
        public CompareFrame() {}

        CompareFrame(Slot op, PyObject comparison, PyObject left, PyObject right) {
            this.op = op;
            this.comparison = comparison;
            this.left = left;
            this.right = right;
        }

        @Override
        protected PyObject advance(Execution x, PyObject value) {
            if (called) {
                return value;
            }
            PyObject v = value == null ? x.call(comparison, left, right) : value;
            if (v == Pending.PENDING) {
                return v;
            }
            called = true;
            return Comparisons.compare(x, op, v, PyInt.ZERO);
        }

        @Override
        protected PyObject[] fields() {
            return new PyObject[] {PyStr.of(op.name()), comparison, left, right, PyInt.of(called ? 1 : 0)};
        }

        @Override
        protected void setFields(PyObject[] f) {
            op = Slot.valueOf(f[0].toString());
            comparison = f[1];
            left = f[2];
            right = f[3];
            called = f[4] != PyInt.ZERO;
        }
    }
}
