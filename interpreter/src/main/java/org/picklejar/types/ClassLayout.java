package org.picklejar.types;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Names;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyGetSet;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;
import org.picklejar.symbols.SymbolTable;

/** The order of bases, the base that gives the layout, and slots (CPython: typeobject.c). */
public final class ClassLayout {
    private ClassLayout() {}

    /** The C3 linearisation of the bases, without the class itself. */
    public static PyType[] mro(PyTuple bases) {
        List<List<PyType>> lists = new ArrayList<>();
        for (PyObject b : bases.items) {
            lists.add(new ArrayList<>(List.of(((PyType) b).mro())));
        }
        List<PyType> direct = new ArrayList<>();
        for (PyObject b : bases.items) {
            if (direct.contains(b)) {
                throw Errors.typeError("duplicate base class %s", ((PyType) b).name());
            }
            direct.add((PyType) b);
        }
        lists.add(direct);
        List<PyType> out = new ArrayList<>();
        for (; ; ) {
            lists.removeIf(List::isEmpty);
            if (lists.isEmpty()) {
                return out.toArray(PyType[]::new);
            }
            PyType next = null;
            for (List<PyType> l : lists) {
                PyType c = l.get(0);
                if (lists.stream().noneMatch(o -> o.indexOf(c) > 0)) {
                    next = c;
                    break;
                }
            }
            if (next == null) {
                throw inconsistent(lists);
            }
            out.add(next);
            for (List<PyType> l : lists) {
                if (l.get(0) == next) {
                    l.remove(0);
                }
            }
        }
    }

    private static PyException inconsistent(List<List<PyType>> lists) {
        List<String> names = new ArrayList<>();
        for (List<PyType> l : lists) {
            if (!names.contains(l.get(0).name())) {
                names.add(l.get(0).name());
            }
        }
        return Errors.typeError(
                "Cannot create a consistent method resolution order (MRO) for bases %s", String.join(", ", names));
    }

    /** The base whose builtin layout instances get. */
    public static PyType bestBase(PyTuple bases) {
        PyType best = null;
        for (PyObject o : bases.items) {
            if (!(o instanceof PyType t)) {
                throw Errors.typeError("bases must be types");
            }
            if (!t.isSubclassable()) {
                throw Errors.typeError("type '%s' is not an acceptable base type", t.nameWithModule());
            }
            if (best == null) {
                best = t;
            } else if (solid(t) != solid(best)) {
                if (solid(t).isSubtypeOf(solid(best))) {
                    best = t;
                } else if (!solid(best).isSubtypeOf(solid(t))) {
                    throw Errors.typeError("multiple bases have instance lay-out conflict");
                }
            }
        }
        return best;
    }

    /** The outermost base that adds nothing to the layout of this one (CPython: solid_base). */
    private static PyType solid(PyType cls) {
        PyType t = cls;
        while (!t.isBuiltin()) {
            if (hasOwnSlots(t)) {
                return t;
            }
            t = t.base;
        }
        while (t.base != null
                && t.javaClass == t.base.javaClass
                && ExceptionTypes.members(t) == ExceptionTypes.members(t.base)) {
            t = t.base;
        }
        return t;
    }

    private static boolean hasOwnSlots(PyType cls) {
        for (PyObject v : cls.namespace().valueArray()) {
            if (v instanceof PyGetSet g && g.slotKey != null && g.owner == cls) {
                return true;
            }
        }
        return false;
    }

    /** Makes descriptors for {@code __slots__}, and decides whether instances have a dict. */
    static void applySlots(PyType cls, PyObject slots, PyTuple bases) {
        PyDict ns = cls.namespace();
        boolean inheritsDict = false;
        for (PyObject b : bases.items) {
            inheritsDict |= ((PyType) b).hasDict;
        }
        if (slots == null) {
            cls.hasDict = true;
            if (!inheritsDict && ns.get(Names.DICT) == null && cls.lookup(Names.DICT) == null) {
                ns.put(Names.DICT, dictDescriptor(cls));
            }
            if (cls.lookup(Names.WEAKREF) == null) {
                ns.put(Names.WEAKREF, new PyGetSet("__weakref__", cls, (x, o) -> PySingleton.NONE, null, false));
            }
            return;
        }
        cls.hasDict = inheritsDict;
        PyObject[] names =
                Values.payload(slots) instanceof PyStr ? new PyObject[] {slots} : Iteration.itemsOrNull(slots);
        if (names == null) {
            throw Errors.typeError("__slots__ must be a sequence of names");
        }
        if (names.length > 0 && cls.solidBase() != PyType.OBJECT && isValueType(cls.solidBase())) {
            throw Errors.typeError("nonempty __slots__ not supported for subtype of '%s'", cls.base.name());
        }
        for (PyObject n : names) {
            if (!(Values.payload(n) instanceof PyStr s)) {
                throw Errors.typeError(
                        "__slots__ items must be strings, not '%s'", n.type().name());
            }
            String name = SymbolTable.mangle(cls.name(), s.toString());
            if (!isIdentifier(name)) {
                throw Errors.typeError("__slots__ must be identifiers");
            }
            if (name.equals("__dict__")) {
                if (inheritsDict) {
                    throw Errors.typeError("__dict__ slot disallowed: we already got one");
                }
                cls.hasDict = true;
                ns.put(Names.DICT, dictDescriptor(cls));
            } else if (name.equals("__weakref__")) {
                ns.put(Names.WEAKREF, new PyGetSet("__weakref__", cls, (x, o) -> PySingleton.NONE, null, false));
            } else {
                PyStr key = PyStr.of(name);
                PyObject there = ns.get(key);
                if (there != null && !name.equals("__qualname__") && !name.equals("__classcell__")) {
                    throw Errors.valueError("'%s' in __slots__ conflicts with class variable", name);
                }
                ns.put(key, new PyGetSet(name, cls));
            }
        }
    }

    private static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && Character.isUnicodeIdentifierStart(name.charAt(0) == '_' ? 'a' : name.codePointAt(0))
                && name.codePoints()
                        .allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    private static boolean isValueType(PyType solid) {
        return solid == PyInt.TYPE || solid == PyTuple.TYPE || solid == PyBytes.TYPE;
    }

    private static PyGetSet dictDescriptor(PyType cls) {
        return new PyGetSet(
                "__dict__",
                cls,
                (x, o) -> ((PyInstance) o).dict(),
                (x, o, v) -> {
                    if (v == null) {
                        ((PyInstance) o).setDict(new PyDict());
                    } else if (v instanceof PyDict d) {
                        ((PyInstance) o).setDict(d);
                    } else {
                        throw Errors.typeError(
                                "__dict__ must be set to a dictionary, not a '%s'",
                                v.type().name());
                    }
                },
                false);
    }
}
