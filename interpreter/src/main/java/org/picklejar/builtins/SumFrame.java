package org.picklejar.builtins;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.ops.Arithmetic;
import org.picklejar.ops.ConsumeFrame;
import org.picklejar.ops.Ints;
import org.picklejar.ops.Values;

/** {@code sum}: exact for ints, compensated for floats (CPython: builtin_sum_impl, cs_add), otherwise by {@code +}. */
public final class SumFrame extends ConsumeFrame {
    /** What the sum is so far: a long in {@link #integer}, floats in {@link #sum} and {@link #compensation}, or an object. */
    private enum Mode {
        LONG,
        FLOAT,
        OBJECT
    }

    private Mode mode;
    private PyObject total;
    private long integer;
    private double sum;
    private double compensation;

    /** For unpickling. */
    public SumFrame() {}

    private SumFrame(PyObject iterable, PyObject start) {
        super(iterable);
        total = start;
        if (start instanceof PyInt i) {
            mode = Mode.LONG;
            integer = i.value;
        } else if (start instanceof PyFloat f) {
            mode = Mode.FLOAT;
            sum = f.value;
        } else {
            mode = Mode.OBJECT;
        }
    }

    static PyObject sum(Execution x, PyObject iterable, PyObject start) {
        PyObject s = Values.payload(start);
        if (s instanceof PyStr) {
            throw Errors.typeError("sum() can't sum strings [use ''.join(seq) instead]");
        }
        if (s instanceof PyBytes) {
            throw Errors.typeError("sum() can't sum bytes [use b''.join(seq) instead]");
        }
        if (s.type().name().equals("bytearray")) {
            throw Errors.typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
        }
        return new SumFrame(iterable, start).run(x);
    }

    @Override
    protected PyObject item(Execution x, PyObject item) {
        if (mode == Mode.LONG) {
            if (item instanceof PyInt i) {
                long r = integer + i.value;
                if (((integer ^ r) & (i.value ^ r)) >= 0) {
                    integer = r;
                    return null;
                }
            } else if (item instanceof PyBool b) {
                return item(x, PyInt.of(b.longValue()));
            } else if (item instanceof PyFloat f) {
                mode = Mode.FLOAT;
                sum = integer;
                addFloat(f.value);
                return null;
            }
            total = PyInt.of(integer);
            mode = Mode.OBJECT;
        } else if (mode == Mode.FLOAT) {
            if (item instanceof PyFloat f) {
                addFloat(f.value);
                return null;
            }
            if (item instanceof PyInteger i && i.isLong()) {
                sum += i.longValue();
                return null;
            }
            total = floatTotal();
            mode = Mode.OBJECT;
        } else if (total instanceof PyInteger i && item instanceof PyInteger j) {
            total = Ints.add(i, j);
            return null;
        }
        PyObject v = Arithmetic.binary(x, Slot.ADD, total, item);
        return v == Pending.PENDING ? v : resumed(x, v);
    }

    private void addFloat(double v) {
        double t = sum + v;
        compensation += Math.abs(sum) >= Math.abs(v) ? sum - t + v : v - t + sum;
        sum = t;
    }

    private PyObject floatTotal() {
        // An infinite sum makes the compensation NaN.
        return new PyFloat(compensation != 0 && Double.isFinite(compensation) ? sum + compensation : sum);
    }

    @Override
    protected PyObject resumed(Execution x, PyObject value) {
        total = value;
        if (value instanceof PyFloat f) {
            mode = Mode.FLOAT;
            sum = f.value;
            compensation = 0;
        }
        return null;
    }

    @Override
    protected PyObject end(Execution x) {
        return switch (mode) {
            case LONG -> PyInt.of(integer);
            case FLOAT -> floatTotal();
            case OBJECT -> total;
        };
    }

    @Override
    protected PyObject[] ownFields() {
        return new PyObject[] {
            PyStr.of(mode.name()), total, PyInt.of(integer), new PyFloat(sum), new PyFloat(compensation)
        };
    }

    @Override
    protected void setOwnFields(PyObject[] f) {
        mode = Mode.valueOf(f[0].toString());
        total = f[1];
        integer = ((PyInt) f[2]).value;
        sum = ((PyFloat) f[3]).value;
        compensation = ((PyFloat) f[4]).value;
    }
}
