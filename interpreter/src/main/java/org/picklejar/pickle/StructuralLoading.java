package org.picklejar.pickle;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.picklejar.code.LibraryFiles;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.PyValueInstance;
import org.picklejar.core.Slot;

/**
 * How a saved state is read: objects are made and filled as {@link StructuralReduction} took them, directly. What has to run code of
 * the program waits until what it may need is there: {@code __setstate__}, and the filling of dicts and sets whose keys have a
 * {@code __hash__} of their own. It is done in the order in which a plain pickle does it, at the end, or before the program's code is called
 * to make an object.
 */
final class StructuralLoading {
    /** Something that runs code of the program; it makes one call. */
    private interface Step {
        /** @return PENDING after one call into Python, else what does not matter */
        PyObject run(Execution x);

        /** Whether it can be done although objects are still being filled. */
        default boolean isReady(LoadFrame f) {
            return true;
        }
    }

    private final Deque<Step> later = new ArrayDeque<>();

    boolean isDone() {
        return later.isEmpty();
    }

    // ---- making and filling

    /** An object of a class, without its {@code __new__}. */
    static PyObject make(Execution x, PyType cls, PyTuple args) {
        PyType solid = cls.solidBase();
        if (solid == PyType.OBJECT) {
            return new PyInstance(cls);
        } else if (cls.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            return new PyBaseException(cls, PyTuple.EMPTY);
        } else if (solid == PyList.TYPE) {
            return new PyList(cls);
        } else if (cls.isSubtypeOf(PyDict.TYPE)) {
            return new PyDict(cls);
        } else if (solid == PySet.TYPE || solid == PySet.FROZEN_TYPE) {
            return new PySet(cls);
        }
        return solid.call(Slot.NEW).call(x, cls, args.items.clone(), null);
    }

    void fill(Execution x, PyDict dict, PyObject[] pairs) {
        Filling all = new Filling(dict, pairs, 2);
        if (all.isSettled()) {
            all.run(x);
        } else {
            later.add(all);
        }
    }

    void fill(Execution x, PySet set, PyObject[] items) {
        Filling all = new Filling(set, items, 1);
        if (all.isSettled()) {
            all.run(x);
        } else {
            later.add(all);
        }
    }

    /** {@code __setstate__} of a class of a program, when its time has come. */
    void setState(PyObject object, PyObject method, PyObject state) {
        later.add(x -> x.callSpecial(object, method, new PyObject[] {object, state}, null));
    }

    /** Entries of a dict (2 objects each) or members of a set. */
    private record Filling(PyObject target, PyObject[] items, int width) implements Step {
        boolean isSettled() {
            for (int i = 0; i < items.length; i += width) {
                if (!StructuralLoading.isSettled(items[i])) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public PyObject run(Execution x) {
            for (int i = 0; i < items.length; i += width) {
                if (target instanceof PyDict d) {
                    d.put(x, items[i], items[i + 1]);
                } else {
                    ((PySet) target).add(x, items[i]);
                }
            }
            return target;
        }

        @Override
        public boolean isReady(LoadFrame f) {
            for (int i = 0; i < items.length; i += width) {
                if (isOnStack(f, items[i])) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isOnStack(LoadFrame f, PyObject key) {
            if (key instanceof PyTuple t) {
                for (PyObject o : t.items) {
                    if (isOnStack(f, o)) {
                        return true;
                    }
                }
                return false;
            }
            return f.isOnStack(key);
        }
    }

    /** Whether the hash of a key depends on nothing that may still be missing. */
    private static boolean isSettled(PyObject key) {
        if (key instanceof PyTuple t) {
            for (PyObject o : t.items) {
                if (!isSettled(o)) {
                    return false;
                }
            }
            return true;
        }
        return isAtom(key)
                || key.type().unary(Slot.HASH) == PyType.OBJECT.unary(Slot.HASH)
                || key instanceof PyValueInstance v
                        && v.type().unary(Slot.HASH) == v.payload.type().unary(Slot.HASH)
                        && isSettled(v.payload);
    }

    // ---- the program's code

    /** Whether a callable that makes an object is code that may look at more than its simplest arguments. */
    static boolean runsProgram(PyObject callable, PyTuple args) {
        if (callable instanceof PyFunction f) {
            return !LibraryFiles.isOurs(f.code.code.fileName) && (isProgram(f.module) || !isSimple(args));
        }
        return callable instanceof PyType t && !t.isBuiltin() && (isProgram(PyStr.of(t.module())) || !isSimple(args));
    }

    private static boolean isProgram(PyObject module) {
        return module instanceof PyStr s && s.toString().equals("__main__");
    }

    private static boolean isSimple(PyObject o) {
        if (o instanceof PyTuple t) {
            return Arrays.stream(t.items).allMatch(StructuralLoading::isSimple);
        }
        return isAtom(o) || o instanceof PyType || o instanceof PyFunction;
    }

    private static boolean isAtom(PyObject o) {
        return o instanceof PyStr
                || o instanceof PyInteger
                || o instanceof PyBool
                || o instanceof PyFloat
                || o instanceof PyComplex
                || o instanceof PyBytes
                || o instanceof PySingleton;
    }

    /** Calls what makes or fills an object; builtins take what they are given as it is. */
    static PyObject call(Execution x, boolean builtin, Execution.Operation call) {
        boolean before = x.restoring;
        x.restoring = builtin;
        try {
            return call.run();
        } finally {
            x.restoring = before;
        }
    }

    /** Whether a callable that makes an object is a builtin. */
    static boolean isBuiltin(PyObject callable) {
        return callable instanceof PyType t ? t.isBuiltin() : callable instanceof PyBuiltinFunction;
    }

    /** Does what can be done by now, then goes on with {@code then}. */
    PyObject settle(Execution x, LoadFrame f, boolean all, LoadStep then) {
        return new Settling(later.iterator(), all, then).resume(x, f, null);
    }

    private static final class Settling implements LoadStep {
        private final Iterator<Step> steps;
        private final boolean all;
        private final LoadStep then;

        Settling(Iterator<Step> steps, boolean all, LoadStep then) {
            this.steps = steps;
            this.all = all;
            this.then = then;
        }

        @Override
        public PyObject resume(Execution x, LoadFrame f, PyObject ignored) {
            while (steps.hasNext()) {
                Step s = steps.next();
                if (all || s.isReady(f)) {
                    steps.remove();
                    f.waiting = this;
                    if (s.run(x) == Pending.PENDING) {
                        return Pending.PENDING;
                    }
                }
            }
            f.waiting = null;
            return then.resume(x, f, null);
        }
    }
}
