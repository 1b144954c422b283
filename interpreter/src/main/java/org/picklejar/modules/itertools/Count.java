package org.picklejar.modules.itertools;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Arithmetic;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.SoftIterator;
import org.picklejar.ops.Values;
import org.picklejar.types.ReprFrame;

/** {@code itertools.count}. */
final class Count extends SoftIterator {
    static final PyType TYPE =
            PyType.builtin("count", Count.class, PyType.OBJECT).inModule("itertools");

    private PyObject current;
    private final PyObject step;

    private Count(PyType type, PyObject start, PyObject step) {
        super(type);
        this.current = start;
        this.step = step;
    }

    @Override
    public PyObject next(Execution x) {
        if (current instanceof PyInt i && step instanceof PyInt s) {
            long sum = i.value + s.value;
            if (((i.value ^ sum) & (s.value ^ sum)) >= 0) {
                current = PyInt.of(sum);
                return i;
            }
        }
        return super.next(x);
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        if (call.stage == 0) {
            call.stage = 1;
            call.a = current;
            v = Arithmetic.binary(x, Slot.ADD, current, step);
            if (v == Pending.PENDING) {
                return v;
            }
        }
        current = v;
        return call.a;
    }

    private static PyObject make(PyType cls, PyObject start, PyObject step) {
        if (!isNumber(start) || !isNumber(step)) {
            throw Errors.typeError("a number is required");
        }
        return new Count(cls, start, step);
    }

    private static boolean isNumber(PyObject o) {
        PyObject v = Values.payload(o);
        return v instanceof PyInteger
                || v instanceof PyFloat
                || o.type().unary(Slot.INDEX) != null
                || o.type().unary(Slot.INT) != null
                || o.type().unary(Slot.FLOAT) != null
                || o.type().name().equals("complex");
    }

    private boolean isPlain() {
        return step instanceof PyInt s && s.value == 1 || step == PyBool.TRUE;
    }

    private PyObject repr(Execution x) {
        PyObject[] shown = isPlain() ? new PyObject[] {current} : new PyObject[] {current, step};
        return ReprFrame.repr(x, ReprFrame.sequence(this, type().name() + "(", shown, ")", "..."));
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, Count.class)
                .doc(
                        "Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n"
                                + "    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step")
                .constructor("count(cls, start=0, step=1)", (x, cls, a) -> make(cls, a[1], a[2]))
                .unaryTail(Slot.REPR, (x, c) -> c.repr(x))
                .method(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        c -> PyTuple.of(c.type(), c.isPlain() ? PyTuple.of(c.current) : PyTuple.of(c.current, c.step)));
    }
}
