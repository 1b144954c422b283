package org.picklejar.pickle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** Which objects a pickle already holds, by identity, and under what number. */
final class Memo {
    private PyObject[] objects = new PyObject[64];
    private int[] numbers = new int[64];
    private int size;
    /** Those that were put since the oldest mark that is not released, in their order; null when there is none. */
    private List<PyObject> recent;

    private int marks;

    int size() {
        return size;
    }

    /** The number, or -1. */
    int get(PyObject o) {
        int mask = objects.length - 1;
        for (int p = start(o, mask); ; p = p + 1 & mask) {
            PyObject there = objects[p];
            if (there == null) {
                return -1;
            }
            if (there == o) {
                return numbers[p];
            }
        }
    }

    /** Gives the next number. */
    int put(PyObject o) {
        int n = size;
        put(o, n);
        return n;
    }

    void put(PyObject o, int number) {
        if (size * 2 >= objects.length) {
            grow();
        }
        if (insert(o, number)) {
            size++;
            if (recent != null) {
                recent.add(o);
            }
        }
    }

    /** Remembers what is in it now, until {@link #release}; marks may lie in one another. */
    int mark() {
        if (marks++ == 0) {
            recent = new ArrayList<>();
        }
        return recent.size();
    }

    void release() {
        if (--marks == 0) {
            recent = null;
        }
    }

    /** Takes out what was put since a mark. */
    void reset(int mark) {
        List<PyObject> gone = recent.subList(mark, recent.size());
        gone.forEach(this::remove);
        gone.clear();
    }

    private void remove(PyObject o) {
        int mask = objects.length - 1;
        int hole = start(o, mask);
        while (objects[hole] != o) {
            hole = hole + 1 & mask;
        }
        // Those behind it move up, unless that would be before the place where they are looked for first.
        for (int p = hole + 1 & mask; objects[p] != null; p = p + 1 & mask) {
            if ((p - start(objects[p], mask) & mask) >= (p - hole & mask)) {
                objects[hole] = objects[p];
                numbers[hole] = numbers[p];
                hole = p;
            }
        }
        objects[hole] = null;
        size--;
    }

    private boolean insert(PyObject o, int number) {
        int mask = objects.length - 1;
        int p = start(o, mask);
        while (objects[p] != null && objects[p] != o) {
            p = p + 1 & mask;
        }
        boolean fresh = objects[p] == null;
        objects[p] = o;
        numbers[p] = number;
        return fresh;
    }

    private static int start(PyObject o, int mask) {
        int h = System.identityHashCode(o);
        return (h ^ h >>> 15) & mask;
    }

    private void grow() {
        PyObject[] old = objects;
        int[] oldNumbers = numbers;
        objects = new PyObject[old.length * 2];
        numbers = new int[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                insert(old[i], oldNumbers[i]);
            }
        }
    }

    /** Those in it, in the order of their numbers. */
    PyTuple objects() {
        return PyTuple.of(inOrder().map(i -> objects[i]).toArray(PyObject[]::new));
    }

    /** The numbers of {@link #objects}. */
    PyTuple numbers() {
        return PyTuple.of(inOrder().map(i -> PyInt.of(numbers[i])).toArray(PyObject[]::new));
    }

    private Stream<Integer> inOrder() {
        return IntStream.range(0, objects.length)
                .filter(i -> objects[i] != null)
                .boxed()
                .sorted(Comparator.comparingInt(i -> numbers[i]));
    }

    void clear() {
        Arrays.fill(objects, null);
        size = 0;
    }

    /** What takes an object and its number. */
    interface Visitor {
        void visit(PyObject o, int number);
    }

    void forEach(Visitor v) {
        for (int i = 0; i < objects.length; i++) {
            if (objects[i] != null) {
                v.visit(objects[i], numbers[i]);
            }
        }
    }
}
