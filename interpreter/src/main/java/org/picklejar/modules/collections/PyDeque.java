package org.picklejar.modules.collections;

import java.util.function.Consumer;
import org.picklejar.core.Errors;
import org.picklejar.core.PatternKind;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;

/** A deque: items in a ring. */
final class PyDeque extends PyInstance {
    static final PyType TYPE = PyType.builtin("deque", PyDeque.class, PyType.OBJECT)
            .inModule("collections")
            .repeated()
            .matchedAs(PatternKind.SEQUENCE);

    private PyObject[] ring = new PyObject[8];
    private int head;
    int size;
    /** -1 when there is no bound. */
    int maxLength = -1;
    /** Changes whenever an item comes or goes. */
    int version;

    PyDeque(PyType type) {
        super(type);
    }

    PyObject get(int i) {
        return ring[head + i & ring.length - 1];
    }

    void set(int i, PyObject o) {
        ring[head + i & ring.length - 1] = o;
    }

    void append(PyObject o) {
        if (maxLength == 0) {
            return;
        }
        if (size == maxLength) {
            popLeft();
        }
        grow();
        set(size++, o);
        version++;
    }

    void appendLeft(PyObject o) {
        if (maxLength == 0) {
            return;
        }
        if (size == maxLength) {
            pop();
        }
        grow();
        head = head - 1 & ring.length - 1;
        ring[head] = o;
        size++;
        version++;
    }

    private void grow() {
        if (size == ring.length) {
            PyObject[] bigger = new PyObject[size * 2];
            for (int i = 0; i < size; i++) {
                bigger[i] = get(i);
            }
            ring = bigger;
            head = 0;
        }
    }

    PyObject pop() {
        if (size == 0) {
            throw Errors.indexError("pop from an empty deque");
        }
        PyObject o = get(--size);
        set(size, null);
        version++;
        return o;
    }

    PyObject popLeft() {
        if (size == 0) {
            throw Errors.indexError("pop from an empty deque");
        }
        PyObject o = ring[head];
        ring[head] = null;
        head = head + 1 & ring.length - 1;
        size--;
        version++;
        return o;
    }

    void clear() {
        ring = new PyObject[8];
        head = 0;
        size = 0;
        version++;
    }

    /** Takes {@code n} items from the right end to the left; from the left end when negative. The shorter way round is taken. */
    void rotate(long n) {
        if (size < 2) {
            return;
        }
        int right = (int) Math.floorMod(n, (long) size);
        int left = size - right;
        if (right <= left) {
            for (int i = 0; i < right; i++) {
                PyObject o = get(size - 1);
                set(size - 1, null);
                head = head - 1 & ring.length - 1;
                ring[head] = o;
            }
        } else {
            for (int i = 0; i < left; i++) {
                PyObject o = ring[head];
                ring[head] = null;
                head = head + 1 & ring.length - 1;
                set(size - 1, o);
            }
        }
        version++;
    }

    void insert(int at, PyObject o) {
        append(o);
        for (int i = size - 1; i > at; i--) {
            set(i, get(i - 1));
        }
        set(at, o);
    }

    void remove(int at) {
        for (int i = at; i + 1 < size; i++) {
            set(i, get(i + 1));
        }
        pop();
    }

    PyObject[] toArray() {
        PyObject[] out = new PyObject[size];
        for (int i = 0; i < size; i++) {
            out[i] = get(i);
        }
        return out;
    }

    /** Walks a deque, which must not change meanwhile. */
    static final class Walk extends PyIterator {
        static final PyType FORWARD = PyType.builtin("_deque_iterator", Walk.class, PyType.OBJECT)
                .inModule("collections")
                .notSubclassable();
        /** CPython names module collections too, where it is not found. */
        static final PyType BACKWARD = PyType.builtin("_deque_reverse_iterator", Walk.class, PyType.OBJECT)
                .inModule("_collections")
                .notSubclassable();

        final PyDeque deque;
        private final boolean backward;
        private final int version;
        int index;

        Walk(PyDeque deque, boolean backward) {
            this.deque = deque;
            this.backward = backward;
            this.version = deque.version;
        }

        @Override
        public PyType type() {
            return backward ? BACKWARD : FORWARD;
        }

        int left() {
            return Math.max(0, deque.size - index);
        }

        @Override
        public PyObject next() {
            if (version != deque.version) {
                index = Integer.MAX_VALUE;
                throw Errors.runtimeError("deque mutated during iteration");
            }
            if (index >= deque.size) {
                return null;
            }
            int i = index++;
            return deque.get(backward ? deque.size - 1 - i : i);
        }
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        for (int i = 0; i < size; i++) {
            visitor.accept(get(i));
        }
    }
}
