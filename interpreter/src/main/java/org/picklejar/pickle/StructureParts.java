package org.picklejar.pickle;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.picklejar.core.Execution;
import org.picklejar.core.PatternKind;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyGetSet;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.types.ClassParts;
import org.picklejar.types.DictIterator;
import org.picklejar.types.SetIterator;

/** Puts the parts of objects where {@link StructuralReduction} found them. */
final class StructureParts {
    private static final int EXCEPTION_LENGTH = 8;

    private StructureParts() {}

    /** The functions that saved states name. */
    static void addTo(ModuleBuilder b) {
        b.tail("fill_exception(exception, state, /)", (x, e, state) -> {
                    fillException(x, (PyBaseException) e, state);
                    return PySingleton.NONE;
                })
                .tail("fill_descriptor(descriptor, state, /)", (x, d, state) -> {
                    StateTuple s = new StateTuple(state, "descriptor", 3);
                    DescriptorParts.set(d, s.get(0));
                    setAttributes(x, (PyInstance) d, s.get(1), s.truth(2));
                    return PySingleton.NONE;
                })
                .tail("fill_pickler(pickler, state, /)", (x, p, state) -> {
                    PicklerReduction.fillPickler(x, (Pickler) p, state);
                    return PySingleton.NONE;
                })
                .tail("fill_unpickler(unpickler, state, /)", (x, u, state) -> {
                    PicklerReduction.fillUnpickler(x, (Unpickler) u, state);
                    return PySingleton.NONE;
                })
                .tail("new_object(cls, /)", (x, cls) -> StructuralLoading.make(x, (PyType) cls, PyTuple.EMPTY))
                .tail("without_attributes(object, result, /)", (x, o, result) -> {
                    clearAttributes((PyInstance) o);
                    return result;
                })
                .tail("adopt_attributes(object, state, /)", (x, o, state) -> {
                    setAttributes(x, (PyInstance) o, state, true);
                    return PySingleton.NONE;
                })
                .tail("set_attributes(object, state, /)", (x, o, state) -> {
                    setAttributes(x, (PyInstance) o, state, false);
                    return PySingleton.NONE;
                })
                .tail("take_apart(object, /)", (x, o) -> {
                    PyTuple value = StructuralReduction.take(x, (PyInstance) o, CopyReg.of(x));
                    return value == null ? PySingleton.NONE : value;
                })
                .tailN("make_class(metaclass, name, qualname, bases, slots, /)", (x, a) -> makeClass(x, a))
                .tailN("fill_class(cls, attributes, kept, order, abstract, flags, /)", (x, a) -> {
                    PyTuple order = a[3] == PySingleton.NONE ? null : (PyTuple) a[3];
                    ClassParts.fill(
                            (PyType) a[0],
                            (PyDict) a[1],
                            (PyTuple) a[2],
                            order,
                            a[4] == PyBool.TRUE,
                            PatternKind.of(((PyInt) a[5]).longValue()));
                    return PySingleton.NONE;
                })
                .tailN("prepare(pickler, needs, begin, undo, places, by_value, asked, silent, /)", (x, a) -> {
                    Pickler p = (Pickler) a[0];
                    // Parts of the pickle may be taken back.
                    p.write = null;
                    p.needs = a[1];
                    p.begin = a[2];
                    p.undo = a[3];
                    p.places = places((PyList) a[4]);
                    p.byValue = Arrays.stream(((PyList) a[5]).toArray())
                            .map(PyObject::toString)
                            .collect(Collectors.toSet());
                    p.structure = new StructuralReduction((PyTuple) a[6], (PyTuple) a[7]);
                    p.identities = new Identities(p);
                    return PySingleton.NONE;
                })
                .tail(
                        "try_each(pickler, objects, /)",
                        (x, p, objects) -> x.push(DumpFrame.trying((Pickler) p, ((PyList) objects).toArray())))
                .tail("load(data, /)", (x, data) -> {
                    Unpickler u = new Unpickler(Unpickler.TYPE);
                    u.structure = new StructuralLoading();
                    PickleModule.give(u, data);
                    return x.push(new LoadFrame(u));
                })
                .tail(
                        "relocated(table, number, /)",
                        (x, table, number) -> Identities.relocated((PyDict) table, (PyInt) number))
                .tail("give_identity(owner, table, old, /)", (x, owner, table, old) -> {
                    Identities.give(owner, (PyDict) table, old);
                    return PySingleton.NONE;
                })
                .tailN("dict_iterator(*parts)", (x, a) -> DictIterator.of((PyTuple) a[0]))
                .tailN("set_iterator(*parts)", (x, a) -> SetIterator.of((PyTuple) a[0]));
    }

    /** The reduce values of objects, from pairs of an object and its; the first of an object. */
    private static Map<PyObject, PyTuple> places(PyList pairs) {
        Map<PyObject, PyTuple> places = new IdentityHashMap<>();
        for (PyObject pair : pairs.toArray()) {
            PyTuple t = (PyTuple) pair;
            places.putIfAbsent(t.get(0), (PyTuple) t.get(1));
        }
        return places;
    }

    private static PyObject makeClass(Execution x, PyObject[] a) {
        PyTuple slots = a[4] == PySingleton.NONE ? null : (PyTuple) a[4];
        return ClassParts.make(x, (PyType) a[0], a[1].toString(), a[2], (PyTuple) a[3], slots);
    }

    /**
     * Sets attributes and slots directly.
     *
     * @param state attributes, None, or a pair of both and the slots, as {@code object.__getstate__} gives
     * @param adopt whether the dict of attributes shall be the object's {@code __dict__} itself
     */
    static void setAttributes(Execution x, PyInstance o, PyObject state, boolean adopt) {
        PyObject attributes = state;
        if (state instanceof PyTuple t && t.size() == 2) {
            attributes = t.get(0);
            if (t.get(1) instanceof PyDict slots) {
                for (int e = 0; e < slots.entries(); e++) {
                    if (slots.keyAt(e) instanceof PyStr name) {
                        setSlot(o, name, slots.valueAt(e));
                    }
                }
            }
        }
        if (attributes == PySingleton.NONE) {
            return;
        }
        if (!(attributes instanceof PyDict d)) {
            throw PickleErrors.unpickling("state is not a dictionary");
        }
        if (adopt) {
            o.setDict(d);
            return;
        }
        for (int e = 0; e < d.entries(); e++) {
            if (d.keyAt(e) instanceof PyStr s) {
                o.setField(s, d.valueAt(e));
            } else if (d.keyAt(e) != null) {
                o.dict().put(x, d.keyAt(e), d.valueAt(e));
            }
        }
    }

    /** Takes attributes and what is in {@code __slots__} away. */
    private static void clearAttributes(PyInstance o) {
        o.clearFields();
        for (PyType t : o.type().mro()) {
            for (PyObject v : t.isBuiltin() ? new PyObject[0] : t.namespace().valueArray()) {
                if (v instanceof PyGetSet g && g.slotKey != null) {
                    o.setSlot(g.slotKey, null);
                }
            }
        }
    }

    private static void setSlot(PyInstance o, PyStr name, PyObject value) {
        for (PyType t : o.type().mro()) {
            if (!t.isBuiltin() && t.namespace().get(name) instanceof PyGetSet g && g.slotKey != null) {
                o.setSlot(g.slotKey, value);
                return;
            }
        }
        throw PickleErrors.unpickling("'%s' object has no slot '%s'", o.type().name(), name);
    }

    /** See {@link StructuralReduction} for the parts. */
    static void fillException(Execution x, PyBaseException e, PyObject state) {
        StateTuple s = new StateTuple(state, "exception", EXCEPTION_LENGTH);
        e.args = s.get(0, PyTuple.class);
        e.extra = s.orNull(1) == null ? null : NullTuple.values(s.get(1), "members of an exception");
        e.cause = s.orNull(2, PyBaseException.class);
        e.context = s.orNull(3, PyBaseException.class);
        e.suppressContext = s.get(4) == PyBool.TRUE;
        e.traceback = s.orNull(5, PyTraceback.class);
        setAttributes(x, e, s.get(6), s.truth(7));
    }
}
