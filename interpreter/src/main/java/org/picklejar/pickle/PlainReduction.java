package org.picklejar.pickle;

import java.util.IdentityHashMap;
import java.util.Map;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyGetSet;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.ops.Attributes;
import org.picklejar.types.ObjectType;

/** The fast way for instances of classes that leave pickling to {@code object.__reduce_ex__} (PEP 307). */
final class PlainReduction {
    private static final PyStr[] DEFAULTS = {PyStr.of("__reduce_ex__"), PyStr.of("__reduce__"), PyStr.of("__getstate__")
    };
    private static final PyStr[] ABSENT = {PyStr.of("__getnewargs_ex__"), PyStr.of("__getnewargs__")};

    /** What is known of a class while it has a version. */
    private record Known(int version, boolean plain, boolean slots) {}

    private final Map<PyType, Known> classes = new IdentityHashMap<>();
    private PyType last;
    private Known lastKnown;

    /** The reduce value; null when the object must be asked in Python. */
    PyTuple of(Execution x, PyObject o, DumpFrame d) {
        if (d.out.protocol < 2 || o.getClass() != PyInstance.class) {
            return null;
        }
        PyType type = o.type();
        Known k = known(type);
        if (!k.plain) {
            return null;
        }
        PyInstance i = (PyInstance) o;
        PyObject state;
        if (k.slots || !type.hasDict) {
            state = ObjectType.getState(x, o);
        } else {
            PyDict attributes = i.hasOwnDict() ? i.dict() : i.dictCopy();
            state = attributes.size() == 0 ? PySingleton.NONE : attributes;
        }
        return PyTuple.of(d.copyreg.newObject, PyTuple.of(type), state);
    }

    private Known known(PyType type) {
        if (type == last && lastKnown.version == type.version) {
            return lastKnown;
        }
        Known k = classes.get(type);
        if (k == null || k.version != type.version) {
            k = new Known(type.version, isPlain(type), hasSlots(type));
            classes.put(type, k);
        }
        last = type;
        lastKnown = k;
        return k;
    }

    private static boolean hasSlots(PyType type) {
        for (PyType t : type.mro()) {
            if (!t.isBuiltin()) {
                for (PyObject v : t.namespace().valueArray()) {
                    if (v instanceof PyGetSet g && g.slotKey != null) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isPlain(PyType type) {
        if (type.isBuiltin()
                || type.solidBase() != PyType.OBJECT
                || type.binary(Slot.GETATTRIBUTE) != Attributes.GENERIC
                || type.binary(Slot.GETATTR) != null) {
            return false;
        }
        return isUsual(type);
    }

    /** Whether a class leaves it to {@code object} what its instances are reduced to, and what their state is. */
    static boolean isUsual(PyType type) {
        for (PyStr n : DEFAULTS) {
            if (type.lookup(n) != PyType.OBJECT.lookup(n)) {
                return false;
            }
        }
        for (PyStr n : ABSENT) {
            if (type.lookup(n) != null) {
                return false;
            }
        }
        return true;
    }
}
