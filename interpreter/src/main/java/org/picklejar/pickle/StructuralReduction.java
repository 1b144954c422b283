package org.picklejar.pickle;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyProperty;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.PyValueInstance;
import org.picklejar.types.DictIterator;
import org.picklejar.types.IndexIterator;
import org.picklejar.types.ObjectType;
import org.picklejar.types.SetIterator;

/**
 * How saved states take objects: by what they consist of (class, builtin value, content, attributes, slots). Neither this nor the
 * way back runs code of their classes, so an object comes back the same whatever its {@code __new__}, {@code __init__},
 * {@code __getattribute__} or {@code append} do, and also when it is still being made. Classes that say themselves how they are
 * pickled are asked, as ever.
 */
final class StructuralReduction {
    private static final PyStr REDUCE_EX = PyStr.of("__reduce_ex__");
    private static final PyStr REDUCE = PyStr.of("__reduce__");
    private static final PyStr GET_STATE = PyStr.of("__getstate__");
    private static final PyStr SET_STATE = PyStr.of("__setstate__");
    private static final PyStr[] NEW_ARGUMENTS = {PyStr.of("__getnewargs_ex__"), PyStr.of("__getnewargs__")};
    private static final PyStr MAIN = PyStr.of("__main__");

    /** What is known of a class while it has a version. */
    private record Known(int version, boolean silent) {}

    private final Map<PyType, Known> classes = new IdentityHashMap<>();
    private final PyTuple asked;
    private final Set<PyObject> silent;

    /**
     * @param asked classes of the library whose instances need more care: the pickler's {@code reducer_override} knows them
     * @param silent classes of whose own instances it has nothing to say
     */
    StructuralReduction(PyTuple asked, PyTuple silent) {
        this.asked = asked;
        this.silent = Set.of(silent.items);
    }

    /** Whether {@code reducer_override} has to be asked for an object. */
    boolean asks(PyObject o) {
        return !silent.contains(o.type());
    }

    /** The reduce value; null when the object's class is to be asked. */
    PyTuple of(Execution x, PyObject o, CopyReg copyreg) {
        if (o instanceof DictIterator i) {
            PyDict d = i.dict();
            boolean byName = d != null && (d == x.machine.modules || Modules.inUse(x, d) != null);
            return PyTuple.of(WrapModule.of(x).get("dict_iterator"), i.parts(byName));
        } else if (o instanceof SetIterator i) {
            return PyTuple.of(WrapModule.of(x).get("set_iterator"), i.parts());
        }
        return o instanceof PyInstance i && isSilent(i.type())
                ? take(x, i, copyreg, i.type().lookup(SET_STATE) != null)
                : null;
    }

    /** The reduce value of an object whose class is not asked, whatever it says; null when it is of no kind that is known here. */
    static PyTuple take(Execution x, PyInstance o, CopyReg copyreg) {
        return take(x, o, copyreg, false);
    }

    /** @param setsState whether the class shall be given the state */
    private static PyTuple take(Execution x, PyInstance o, CopyReg copyreg, boolean setsState) {
        PyType type = o.type();
        PyObject none = PySingleton.NONE;
        PyTuple made = PyTuple.of(type);
        if (o instanceof PyBaseException e) {
            return PyTuple.of(
                    copyreg.newObject,
                    made,
                    exceptionState(x, e),
                    none,
                    none,
                    WrapModule.of(x).get("fill_exception"));
        }
        PyObject descriptor = type.isBuiltin() ? null : DescriptorParts.of(o);
        if (descriptor != null) {
            PyTuple attributes = attributesOf(x, o);
            PyTuple state = PyTuple.of(descriptor, attributes.get(0), attributes.get(1));
            PyTuple empty = o instanceof PyProperty ? made : PyTuple.of(type, none);
            return PyTuple.of(
                    copyreg.newObject,
                    empty,
                    state,
                    none,
                    none,
                    WrapModule.of(x).get("fill_descriptor"));
        }
        PyObject items = none;
        PyObject pairs = none;
        if (o instanceof PyValueInstance v) {
            made = PyTuple.of(type, v.payload);
        } else if (o instanceof PyByteArray b) {
            made = PyTuple.of(type, new PyBytes(b.toBytes()));
        } else if (o instanceof PyList l) {
            items = new IndexIterator(IndexIterator.Kind.LIST, l);
        } else if (o instanceof PyDict d) {
            pairs = new DictIterator(DictIterator.Kind.ITEMS, d, false);
        } else if (o instanceof PySet s) {
            items = new IndexIterator(IndexIterator.Kind.LIST, PyList.of(s.toArray()));
        } else if (o.getClass() != PyInstance.class) {
            return null;
        }
        if (setsState) {
            return PyTuple.of(copyreg.newObject, made, ObjectType.getState(x, o), items, pairs);
        }
        PyObject setter = WrapModule.of(x).get(o.hasOwnDict() ? "adopt_attributes" : "set_attributes");
        PyObject state = o.hasOwnDict() ? wholeState(x, o) : ObjectType.getState(x, o);
        return state == none
                ? PyTuple.of(copyreg.newObject, made, none, items, pairs)
                : PyTuple.of(copyreg.newObject, made, state, items, pairs, setter);
    }

    /** Arguments, members, cause, context, whether that is hidden, traceback, attributes, whether they are in a dict of their own. */
    private static PyTuple exceptionState(Execution x, PyBaseException e) {
        PyTuple attributes = attributesOf(x, e);
        return PyTuple.of(
                e.args,
                e.extra == null ? PySingleton.NONE : NullTuple.of(e.extra),
                orNone(e.cause),
                orNone(e.context),
                PyBool.of(e.suppressContext),
                orNone(e.traceback),
                attributes.get(0),
                attributes.get(1));
    }

    /** Attributes and slots, and whether the former are in a dict of the object's own, as {@link StructureParts#setAttributes} takes them. */
    static PyTuple attributesOf(Execution x, PyInstance o) {
        return PyTuple.of(o.hasOwnDict() ? wholeState(x, o) : ObjectType.getState(x, o), PyBool.of(o.hasOwnDict()));
    }

    /** The state of an object that has a dict of its own: with the dict also when that is empty. */
    private static PyObject wholeState(Execution x, PyInstance o) {
        PyObject state = ObjectType.getState(x, o);
        if (o.dict().size() > 0) {
            return state;
        }
        return state instanceof PyTuple t ? PyTuple.of(o.dict(), t.get(1)) : o.dict();
    }

    private static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    private boolean isSilent(PyType type) {
        Known k = classes.get(type);
        if (k == null || k.version != type.version) {
            k = new Known(type.version, saysNothing(type));
            classes.put(type, k);
        }
        return k.silent;
    }

    /** Whether a class leaves pickling to {@code object}, or its instances are exceptions. */
    private boolean saysNothing(PyType type) {
        if (type.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            // What they say, if anything, is how to call __init__ again.
            return true;
        }
        if (type.isBuiltin()
                || type.lookup(REDUCE_EX) != PyType.OBJECT.lookup(REDUCE_EX)
                || type.lookup(REDUCE) != PyType.OBJECT.lookup(REDUCE)
                || type.lookup(GET_STATE) != PyType.OBJECT.lookup(GET_STATE)) {
            return false;
        }
        for (PyObject base : asked.items) {
            if (type.isSubtypeOf((PyType) base)) {
                return false;
            }
        }
        for (PyStr name : NEW_ARGUMENTS) {
            if (type.solidBase() == PyType.OBJECT && type.lookup(name) != null) {
                return MAIN.equals(type.namespace().get(Names.MODULE));
            }
        }
        return true;
    }
}
