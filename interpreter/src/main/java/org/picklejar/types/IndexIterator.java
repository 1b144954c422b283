package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;

/** The iterators of list, tuple, str and bytes: a sequence and an index. */
public final class IndexIterator extends PyIterator {
    /** Which sequence it walks. */
    public enum Kind {
        LIST("list_iterator"),
        LIST_REVERSED("list_reverseiterator"),
        TUPLE("tuple_iterator"),
        STR("str_iterator"),
        ASCII("str_ascii_iterator"),
        BYTES("bytes_iterator");

        final PyType type;

        Kind(String name) {
            type = PyType.builtin(name, IndexIterator.class, PyType.OBJECT).notSubclassable();
        }
    }

    private final Kind kind;
    /** Null at the end. */
    private PyObject sequence;

    private int index;

    public IndexIterator(Kind kind, PyObject sequence) {
        this.kind = kind;
        this.sequence = sequence;
        this.index = kind == Kind.LIST_REVERSED ? ((PyList) sequence).size - 1 : 0;
    }

    /** The iterator of a str. */
    public static PyObject ofStr(PyStr s) {
        boolean ascii = s.isSimple();
        for (int i = 0; ascii && i < s.length(); i++) {
            ascii = s.codePointAt(i) < 128;
        }
        return new IndexIterator(ascii ? Kind.ASCII : Kind.STR, s);
    }

    @Override
    public PyType type() {
        return kind.type;
    }

    @Override
    public PyObject next() {
        PyObject s = sequence;
        if (s instanceof PyList l) {
            if (index >= 0 && index < l.size) {
                return l.items[kind == Kind.LIST ? index++ : index--];
            }
        } else if (s instanceof PyTuple t) {
            if (index < t.items.length) {
                return t.items[index++];
            }
        } else if (s instanceof PyStr t) {
            if (index < t.length()) {
                return t.charAt(index++);
            }
        } else if (s instanceof PyBytes b) {
            if (index < b.value.length) {
                return PyInt.of(b.value[index++] & 255);
            }
        }
        sequence = null;
        return null;
    }

    private int length() {
        PyObject s = sequence;
        return s instanceof PyList l
                ? l.size
                : s instanceof PyTuple t
                        ? t.size()
                        : s instanceof PyStr t ? t.length() : s instanceof PyBytes b ? b.value.length : 0;
    }

    private PyObject lengthHint() {
        if (sequence == null) {
            return PyInt.ZERO;
        }
        return PyInt.of(kind == Kind.LIST_REVERSED ? index < length() ? index + 1 : 0 : Math.max(0, length() - index));
    }

    private PyObject reduce(Execution x) {
        if (kind == Kind.LIST_REVERSED) {
            return sequence == null
                    ? Reduction.iterOf(x, new PyList())
                    : Reduction.of(x, "reversed", PyInt.of(index), sequence);
        }
        if (sequence == null) {
            return Reduction.iterOf(
                    x,
                    switch (kind) {
                        case TUPLE, BYTES -> PyTuple.EMPTY;
                        case STR, ASCII -> PyStr.EMPTY;
                        default -> new PyList();
                    });
        }
        return Reduction.of(x, "iter", PyInt.of(index), sequence);
    }

    private PyObject setState(PyObject state) {
        if (sequence != null) {
            PyInteger i = (PyInteger) state;
            int n = length();
            long at = i.isLong() ? i.longValue() : i.signum() < 0 ? -1 : n;
            index = (int)
                    (kind == Kind.LIST_REVERSED ? Math.max(-1, Math.min(at, n - 1)) : Math.max(0, Math.min(at, n)));
        }
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(IndexIterator.class)
                .unary(Slot.ITER, i -> i)
                .unary(Slot.NEXT, IndexIterator::next)
                .method(
                        "__length_hint__(self, /) -- Private method returning an estimate of len(list(it)).",
                        IndexIterator::lengthHint)
                .tail("__reduce__(self, /) -- Return state information for pickling.", (x, i) -> i.reduce(x))
                .tail(
                        "__setstate__(self, state: index, /) -- Set state information for unpickling.",
                        (x, i, s) -> i.setState(s));
    }
}
