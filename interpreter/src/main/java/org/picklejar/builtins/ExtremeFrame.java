package org.picklejar.builtins;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.ConsumeFrame;
import org.picklejar.ops.Truth;

/** {@code min} and {@code max}. */
public final class ExtremeFrame extends ConsumeFrame {
    private enum Stage {
        KEY,
        COMPARED,
        TRUTH
    }

    /** LT for min, GT for max. */
    private Slot op;
    /** Null when the items are their keys. */
    private PyObject keyFunction;

    private PyObject fallback;
    private Stage stage;
    private PyObject item;
    private PyObject key;
    private PyObject best;
    private PyObject bestKey;

    /** For unpickling. */
    public ExtremeFrame() {}

    private ExtremeFrame(PyObject iterable, Slot op) {
        super(iterable);
        this.op = op;
    }

    /** @param args positional arguments, key, default */
    static PyObject find(Execution x, Slot op, PyObject[] args) {
        PyTuple values = (PyTuple) args[0];
        String name = op == Slot.LT ? "min" : "max";
        if (values.size() == 0) {
            throw Errors.typeError("%s expected at least 1 argument, got 0", name);
        }
        if (values.size() > 1 && args[2] != null) {
            throw Errors.typeError("Cannot specify a default for %s() with multiple positional arguments", name);
        }
        ExtremeFrame f = new ExtremeFrame(values.size() > 1 ? values : values.get(0), op);
        f.keyFunction = args[1] == PySingleton.NONE ? null : args[1];
        f.fallback = args[2];
        return f.run(x);
    }

    @Override
    protected PyObject item(Execution x, PyObject next) {
        item = next;
        stage = Stage.KEY;
        PyObject v = keyFunction == null ? next : x.call(keyFunction, next);
        return v == Pending.PENDING ? v : resumed(x, v);
    }

    @Override
    protected PyObject resumed(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (stage) {
                case KEY -> {
                    key = v;
                    if (best == null) {
                        return take();
                    }
                    stage = Stage.COMPARED;
                    v = Comparisons.compare(x, op, key, bestKey);
                }
                case COMPARED -> {
                    stage = Stage.TRUTH;
                    v = Truth.of(x, v);
                }
                case TRUTH -> {
                    return v == PyBool.TRUE ? take() : null;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private PyObject take() {
        best = item;
        bestKey = key;
        return null;
    }

    @Override
    protected PyObject end(Execution x) {
        if (best != null) {
            return best;
        }
        if (fallback != null) {
            return fallback;
        }
        throw Errors.valueError("%s() iterable argument is empty", op == Slot.LT ? "min" : "max");
    }

    @Override
    protected PyObject[] ownFields() {
        return new PyObject[] {
            PyStr.of(op.name()),
            keyFunction,
            fallback,
            stage == null ? null : PyStr.of(stage.name()),
            item,
            key,
            best,
            bestKey
        };
    }

    @Override
    protected void setOwnFields(PyObject[] f) {
        op = Slot.valueOf(f[0].toString());
        keyFunction = f[1];
        fallback = f[2];
        stage = f[3] == null ? null : Stage.valueOf(f[3].toString());
        item = f[4];
        key = f[5];
        best = f[6];
        bestKey = f[7];
    }
}
