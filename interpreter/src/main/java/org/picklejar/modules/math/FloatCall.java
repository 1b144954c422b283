package org.picklejar.modules.math;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Ints;
import org.picklejar.ops.Steps;

/** Calls one of the {@link FloatFunctions} after it has made floats of the arguments, which may run {@code __float__}. */
public final class FloatCall extends NativeFrame {
    private String function;
    /** Floats up to {@link #at}. */
    private PyObject[] arguments;

    private int at;

    /** For unpickling. */
    public FloatCall() {}

    private FloatCall(String function, PyObject[] arguments) {
        this.function = function;
        this.arguments = arguments.clone();
    }

    static PyObject of(Execution x, String function, PyObject... arguments) {
        double[] values = new double[arguments.length];
        for (int i = 0; i < values.length; i++) {
            PyObject v = arguments[i];
            if (v instanceof PyFloat f) {
                values[i] = f.value;
            } else if (v instanceof PyInteger n) {
                values[i] = Ints.toDouble(n);
            } else {
                return Steps.run(x, new FloatCall(function, arguments));
            }
        }
        return FloatFunctions.call(function, values);
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            if (v != null) {
                arguments[at++] = v;
            }
            if (at == arguments.length) {
                double[] values = new double[at];
                for (int i = 0; i < at; i++) {
                    values[i] = ((PyFloat) arguments[i]).value;
                }
                return FloatFunctions.call(function, values);
            }
            v = Conversions.real(x, arguments[at]);
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {PyStr.of(function), PyTuple.of(arguments), PyInt.of(at)};
    }

    @Override
    public void restore(PyObject[] state) {
        function = state[0].toString();
        arguments = ((PyTuple) state[1]).items.clone();
        at = (int) ((PyInt) state[2]).value;
    }
}
