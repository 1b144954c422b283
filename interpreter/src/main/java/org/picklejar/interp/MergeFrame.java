package org.picklejar.interp;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyMethod;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.ops.EntriesFrame;
import org.picklejar.ops.Values;

/** Copies a mapping into a dict: for {@code **mapping}. */
public final class MergeFrame extends EntriesFrame {
    private PyDict target;
    private PyObject callee;
    /** What is being stored for it. */
    private PyObject keyword;

    /** For unpickling. */
    public MergeFrame() {}

    /** @param callee of a call, whose keywords must be new; or null */
    MergeFrame(PyDict target, PyObject mapping, PyObject callee) {
        super(mapping);
        this.target = target;
        this.callee = callee;
    }

    @Override
    protected PyObject openOther(Execution x, PyObject source) {
        throw callee == null
                ? Errors.typeError("'%s' object is not a mapping", source.type().name())
                : Errors.typeError(
                        "%s argument after ** must be a mapping, not %s",
                        functionName(callee), source.type().name());
    }

    @Override
    protected void check(Execution x, PyObject key) {
        if (callee != null && !(Values.payload(key) instanceof PyStr)) {
            throw Errors.typeError("keywords must be strings");
        }
    }

    @Override
    protected PyObject entry(Execution x, PyObject key, long hash, PyObject value) {
        if (callee == null) {
            return KeyOperation.SET_ITEM.on(x, target, key, hash, value) == Pending.PENDING ? Pending.PENDING : null;
        }
        keyword = key;
        PyObject added = KeyOperation.ADD_ITEM.on(x, target, key, hash, value);
        return added == Pending.PENDING ? added : entryResumed(x, added);
    }

    @Override
    protected PyObject entryResumed(Execution x, PyObject added) {
        if (added == PyBool.FALSE) {
            throw Errors.typeError("%s got multiple values for keyword argument '%s'", functionName(callee), keyword);
        }
        return null;
    }

    @Override
    protected PyObject end(Execution x) {
        return PySingleton.NONE;
    }

    static String functionName(PyObject callee) {
        if (callee instanceof PyFunction f) {
            return f.module instanceof PyStr m && !m.toString().equals("builtins")
                    ? m + "." + f.qualname + "()"
                    : f.qualname + "()";
        }
        if (callee instanceof PyMethod m) {
            return functionName(m.function);
        }
        if (callee instanceof PyBuiltinFunction b) {
            return b.code.name + "()";
        }
        return callee instanceof PyType t ? t.fullName() + "()" : callee.type().name() + " object";
    }

    @Override
    protected PyObject[] operands() {
        return new PyObject[] {target, callee, keyword};
    }

    @Override
    protected void setOperands(PyObject[] operands) {
        target = (PyDict) operands[0];
        callee = operands[1];
        keyword = operands[2];
    }
}
