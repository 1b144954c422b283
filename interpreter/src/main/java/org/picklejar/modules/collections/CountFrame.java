package org.picklejar.modules.collections;

import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.Keys;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.ops.Arithmetic;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.ConsumeFrame;
import org.picklejar.ops.Items;

/** {@code _count_elements(mapping, iterable)}: the heart of Counter. */
public final class CountFrame extends ConsumeFrame {
    private static final PyStr GET = PyStr.of("get");

    private enum Stage {
        HASH,
        LOOKUP,
        METHOD,
        OLD,
        SUM,
        STORED
    }

    private PyObject mapping;
    /** Whether the mapping reads and writes as dict does. */
    private boolean plain;

    private Stage stage;
    private PyObject key;
    /** Of a plain mapping's key; once it is known. */
    private long hash;

    /** For unpickling. */
    public CountFrame() {}

    private CountFrame(PyObject mapping, PyObject iterable) {
        super(iterable);
        this.mapping = mapping;
        plain = mapping instanceof PyDict
                && mapping.type().lookup(GET) == PyDict.TYPE.lookup(GET)
                && mapping.type().ternary(Slot.SETITEM) == PyDict.TYPE.ternary(Slot.SETITEM);
    }

    static PyObject count(Execution x, PyObject mapping, PyObject iterable) {
        return new CountFrame(mapping, iterable).run(x);
    }

    @Override
    protected PyObject item(Execution x, PyObject item) {
        key = item;
        if (plain) {
            hash = Keys.plainHash(item);
            stage = hash == Keys.UNKNOWN ? Stage.HASH : Stage.LOOKUP;
            return resumed(x, null);
        }
        stage = Stage.METHOD;
        PyObject v = Attributes.get(x, mapping, GET);
        return v == Pending.PENDING ? v : resumed(x, v);
    }

    @Override
    protected PyObject resumed(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (stage) {
                case HASH -> {
                    if (v != null) {
                        hash = Keys.result(v);
                        v = null;
                        stage = Stage.LOOKUP;
                        continue;
                    }
                    v = Keys.ask(x, key);
                }
                case LOOKUP -> {
                    stage = Stage.OLD;
                    v = KeyOperation.GET.on(x, (PyDict) mapping, key, hash, PyInt.ZERO);
                }
                case METHOD -> {
                    stage = Stage.OLD;
                    v = x.call(v, key, PyInt.ZERO);
                }
                case OLD -> {
                    stage = Stage.SUM;
                    v = Arithmetic.binary(x, Slot.ADD, v, PyInt.ONE);
                }
                case SUM -> {
                    stage = Stage.STORED;
                    v = plain
                            ? KeyOperation.SET_ITEM.on(x, (PyDict) mapping, key, hash, v)
                            : Items.set(x, mapping, key, v);
                }
                case STORED -> {
                    return null;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    @Override
    protected PyObject end(Execution x) {
        return PySingleton.NONE;
    }

    @Override
    protected PyObject[] ownFields() {
        return new PyObject[] {
            mapping, PyBool.of(plain), stage == null ? null : PyStr.of(stage.name()), key, Keys.saved(key, hash)
        };
    }

    @Override
    protected void setOwnFields(PyObject[] f) {
        mapping = f[0];
        plain = f[1] == PyBool.TRUE;
        stage = f[2] == null ? null : Stage.valueOf(f[2].toString());
        key = f[3];
        hash = Keys.restored(f[4]);
    }
}
