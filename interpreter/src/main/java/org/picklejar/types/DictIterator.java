package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** Iterates over a dict while watching that it keeps its size. */
public final class DictIterator extends PyIterator {
    /** What it gives. */
    public enum Kind {
        KEYS("key"),
        VALUES("value"),
        ITEMS("item");

        final PyType type;
        final PyType reversedType;

        Kind(String word) {
            type = builtin("dict_" + word + "iterator");
            reversedType = builtin("dict_reverse" + word + "iterator");
        }

        private static PyType builtin(String name) {
            return PyType.builtin(name, DictIterator.class, PyType.OBJECT).notSubclassable();
        }
    }

    private final Kind kind;
    private final boolean reversed;
    /** Null at the end. */
    private PyDict dict;

    private int size;
    private int entry;
    private int remaining;
    /** The key that it gave last, if any, when its dict may have others before that than where the iterator was saved; else null. */
    private PyTuple after;

    public DictIterator(Kind kind, PyDict dict, boolean reversed) {
        this.kind = kind;
        this.dict = dict;
        this.reversed = reversed;
        size = dict.size();
        remaining = size;
        entry = reversed ? dict.entries() - 1 : dict.firstEntry();
    }

    @Override
    public PyType type() {
        return reversed ? kind.reversedType : kind.type;
    }

    @Override
    public PyObject next() {
        PyDict d = dict;
        if (d == null) {
            return null;
        }
        findPlace();
        if (d.size() != size) {
            size = -1;
            throw Errors.runtimeError("dictionary changed size during iteration");
        }
        int i = entry;
        int n = d.entries();
        if (reversed) {
            while (i >= n || i >= 0 && d.keyAt(i) == null) {
                i--;
            }
        } else {
            while (i < n && d.keyAt(i) == null) {
                i++;
            }
        }
        if (i < 0 || i >= n) {
            dict = null;
            return null;
        }
        if (remaining == 0) {
            dict = null;
            throw Errors.runtimeError("dictionary keys changed during iteration");
        }
        remaining--;
        entry = reversed ? i - 1 : i + 1;
        return switch (kind) {
            case VALUES -> d.valueAt(i);
            case ITEMS -> PyTuple.of(d.keyAt(i), d.valueAt(i));
            default -> d.keyAt(i);
        };
    }

    /** Goes on behind the key that was given last, if the dict has that. */
    private void findPlace() {
        if (after == null || dict == null) {
            return;
        }
        boolean found = after.size() == 0;
        int step = reversed ? -1 : 1;
        int place = reversed ? dict.entries() - 1 : 0;
        int behind = dict.size();
        for (int i = place; !found && i >= 0 && i < dict.entries(); i += step) {
            PyObject key = dict.keyAt(i);
            behind -= key == null ? 0 : 1;
            found = key != null && key.equals(after.get(0));
            place = i + step;
        }
        if (found) {
            entry = place;
            remaining = behind;
            size = dict.size();
        }
        after = null;
    }

    private PyObject lengthHint() {
        findPlace();
        return PyInt.of(dict != null && dict.size() == size ? remaining : 0);
    }

    /** {@code (iter, ([what is left],))}; the iterator itself stays where it is. */
    private PyObject reduce(Execution x) {
        PyList rest = new PyList();
        findPlace();
        if (dict != null) {
            DictIterator copy = new DictIterator(kind, dict, reversed);
            copy.size = size;
            copy.entry = entry;
            copy.remaining = remaining;
            for (PyObject o = copy.next(); o != null; o = copy.next()) {
                rest.append(o);
            }
        }
        return Reduction.iterOf(x, rest);
    }

    /**
     * What it is made of, with its place in the dict as that will be when it is made anew, without gaps.
     *
     * @param byName whether the dict goes by name: what it holds is the new process's own then, so that only keys tell a place
     */
    public PyTuple parts(boolean byName) {
        findPlace();
        PyObject last = byName ? lastKey() : PySingleton.NONE;
        int place = entry;
        if (dict != null) {
            for (int i = Math.min(entry, dict.entries()) - 1; i >= 0; i--) {
                place -= dict.keyAt(i) == null ? 1 : 0;
            }
        }
        return PyTuple.of(
                PyStr.of(kind.name()),
                PyBool.of(reversed),
                dict == null ? PySingleton.NONE : dict,
                PyInt.of(size),
                PyInt.of(place),
                PyInt.of(remaining),
                last);
    }

    public PyDict dict() {
        return dict;
    }

    /** {@code (the key that it gave last,)}, or {@code ()} when it has given none; None when it has ended or the dict has changed its size. */
    private PyObject lastKey() {
        if (dict == null || dict.size() != size) {
            return PySingleton.NONE;
        }
        int step = reversed ? 1 : -1;
        for (int i = entry + step; i >= 0 && i < dict.entries(); i += step) {
            if (dict.keyAt(i) != null) {
                return PyTuple.of(dict.keyAt(i));
            }
        }
        return PyTuple.EMPTY;
    }

    /** An iterator of these {@link #parts}. */
    public static DictIterator of(PyTuple parts) {
        PyDict dict = parts.get(2) instanceof PyDict d ? d : null;
        DictIterator i = new DictIterator(
                Kind.valueOf(parts.get(0).toString()), dict == null ? new PyDict() : dict, parts.get(1) == PyBool.TRUE);
        i.dict = dict;
        i.size = Values.toInt(parts.get(3));
        i.entry = Values.toInt(parts.get(4));
        i.remaining = Values.toInt(parts.get(5));
        i.after = parts.get(6) instanceof PyTuple last ? last : null;
        return i;
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(DictIterator.class)
                .unary(Slot.ITER, i -> i)
                .unary(Slot.NEXT, DictIterator::next)
                .method(
                        "__length_hint__(self, /) -- Private method returning an estimate of len(list(it)).",
                        DictIterator::lengthHint)
                .tail("__reduce__(self, /) -- Return state information for pickling.", (x, i) -> i.reduce(x));
    }
}
