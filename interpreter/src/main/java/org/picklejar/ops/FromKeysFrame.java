package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.Keys;
import org.picklejar.core.Pending;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;

/** {@code cls.fromkeys(iterable, value)}. */
public final class FromKeysFrame extends ConsumeFrame {
    private PyObject cls;
    private PyObject value;
    /** The new mapping; null until it is there. */
    private PyObject made;
    /** Of a set or dict, for a dict; otherwise null. */
    private HashedKeys keys;

    /** For unpickling. */
    public FromKeysFrame() {}

    private FromKeysFrame(PyObject cls, PyObject iterable, PyObject value) {
        super(iterable);
        this.cls = cls;
        this.value = value;
    }

    public static PyObject fromKeys(Execution x, PyType cls, PyObject iterable, PyObject value) {
        return new FromKeysFrame(cls, iterable, value).run(x);
    }

    @Override
    protected PyObject open(Execution x, PyObject sent) {
        if (made != null) {
            return super.open(x, sent);
        }
        PyObject v = sent == null ? x.call(cls) : sent;
        if (v == Pending.PENDING) {
            return v;
        }
        made = v;
        keys = made instanceof PyDict d && d.isExact() ? HashedKeys.of(source) : null;
        return keys == null ? super.open(x, null) : PySingleton.NONE;
    }

    @Override
    protected PyObject next(Execution x) {
        return keys == null ? super.next(x) : keys.next();
    }

    @Override
    protected PyObject item(Execution x, PyObject item) {
        PyObject stored = keys == null || keys.hash() == Keys.UNKNOWN
                ? Items.set(x, made, item, value)
                : KeyOperation.SET_ITEM.on(x, (PyDict) made, item, keys.hash(), value);
        return stored == Pending.PENDING ? stored : null;
    }

    @Override
    protected PyObject resumed(Execution x, PyObject stored) {
        return null;
    }

    @Override
    protected PyObject end(Execution x) {
        return made;
    }

    @Override
    protected PyObject[] ownFields() {
        return new PyObject[] {cls, value, made, HashedKeys.save(keys)};
    }

    @Override
    protected void setOwnFields(PyObject[] fields) {
        cls = fields[0];
        value = fields[1];
        made = fields[2];
        keys = HashedKeys.restore(fields[3]);
    }
}
