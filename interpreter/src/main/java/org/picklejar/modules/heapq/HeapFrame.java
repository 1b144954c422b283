package org.picklejar.modules.heapq;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Truth;

/**
 * Puts items of a heap in their places. An item sinks to a leaf, always to the smaller child, and then rises to where its parent is
 * not greater: that takes fewer comparisons than to stop on the way down. The comparisons may be Python code, so their order is
 * CPython's, and the heap must keep its size meanwhile.
 */
public final class HeapFrame extends StepFrame {
    /** From this length on heapify goes up from each second child at once, while its items are still in the processor's cache. */
    private static final int LARGE = 2500;

    private enum State {
        /** Compares the top with the item of heappushpop. */
        TOP,
        /** Compares the children of the position. */
        SINK,
        /** Compares the item at the position with its parent. */
        RISE
    }

    private State state;
    private PyList heap;
    /** Whether the greatest item is on top. */
    private boolean max;
    /** The item of heappushpop, until it is in the heap. */
    private PyObject item;

    private PyObject result;
    /** Where the item stands, and the root of the part in which it moves. */
    private int position;

    private int root;
    /** The length of the heap. */
    private int end;
    /** Of heapify: from which position it goes up; -1 when there is only one item to place. */
    private int base = -1;

    /** For unpickling. */
    public HeapFrame() {}

    private HeapFrame(State state, PyList heap, boolean max, PyObject result) {
        this.state = state;
        this.heap = heap;
        this.max = max;
        this.result = result;
        this.end = heap.size;
    }

    /** Lets the last item rise. The result is None. */
    static PyObject rise(Execution x, PyList heap) {
        if (heap.size == 1) {
            return PySingleton.NONE;
        }
        HeapFrame f = new HeapFrame(State.RISE, heap, false, PySingleton.NONE);
        f.position = heap.size - 1;
        return f.run(x);
    }

    /** Lets the item on top sink. */
    static PyObject sink(Execution x, PyList heap, boolean max, PyObject result) {
        return new HeapFrame(State.SINK, heap, max, result).run(x);
    }

    /** Replaces the top by the item when the top is less; the result is the lesser of the two. */
    static PyObject pushPop(Execution x, PyList heap, PyObject item) {
        if (heap.size == 0) {
            return item;
        }
        HeapFrame f = new HeapFrame(State.TOP, heap, false, item);
        f.item = item;
        return f.run(x);
    }

    static PyObject heapify(Execution x, PyList heap, boolean max) {
        if (heap.size < 2) {
            return PySingleton.NONE;
        }
        HeapFrame f = new HeapFrame(State.SINK, heap, max, PySingleton.NONE);
        int parents = f.end / 2;
        f.base = f.end > LARGE ? f.afterRow(firstOfRow(parents)) : parents - 1;
        f.root = f.base;
        f.position = f.base;
        return f.run(x);
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            if (v == null) {
                if (!compares()) {
                    return result;
                }
                v = less(x);
            }
            if (v != Pending.PENDING && !(v instanceof PyBool)) {
                v = Truth.of(x, v);
            }
            if (v == Pending.PENDING) {
                return v;
            }
            if (!take(v == PyBool.TRUE)) {
                return result;
            }
            v = null;
        }
    }

    /** Moves on to the next comparison. False when all is done. */
    private boolean compares() {
        for (; ; ) {
            if (state == State.TOP) {
                return true;
            }
            if (state == State.SINK) {
                while (position < end / 2) {
                    if (2 * position + 2 < end) {
                        return true;
                    }
                    swap(2 * position + 1);
                }
                state = State.RISE;
            }
            if (position > root) {
                return true;
            }
            root = base < 0 ? -1 : nextRoot();
            if (root < 0) {
                return false;
            }
            position = root;
            state = State.SINK;
        }
    }

    private PyObject less(Execution x) {
        PyObject[] items = heap.items;
        return switch (state) {
            case TOP -> lessThan(x, items[0], item);
            case SINK -> {
                int child = 2 * position + 1;
                yield max ? lessThan(x, items[child + 1], items[child]) : lessThan(x, items[child], items[child + 1]);
            }
            case RISE -> {
                int parent = (position - 1) / 2;
                yield max ? lessThan(x, items[parent], items[position]) : lessThan(x, items[position], items[parent]);
            }
        };
    }

    private static PyObject lessThan(Execution x, PyObject a, PyObject b) {
        return Comparisons.compare(x, Slot.LT, a, b);
    }

    /** Does what follows from a comparison. False when there is nothing more to do. */
    private boolean take(boolean less) {
        if (state == State.TOP) {
            if (!less) {
                return false;
            }
            HeapqModule.requireItem(heap);
            result = heap.items[0];
            heap.items[0] = item;
            item = null;
            end = heap.size;
            state = State.SINK;
            return true;
        }
        if (heap.size != end) {
            throw Errors.runtimeError("list changed size during iteration");
        }
        if (state == State.SINK) {
            swap(2 * position + (less ? 1 : 2));
        } else if (less) {
            swap((position - 1) / 2);
        } else {
            // It has found its place.
            position = root;
        }
        return true;
    }

    private void swap(int other) {
        PyObject[] items = heap.items;
        PyObject moved = items[position];
        items[position] = items[other];
        items[other] = moved;
        position = other;
    }

    // ---- the order of heapify (CPython: heapify_internal, cache_friendly_heapify)

    /** The next root of a part that becomes a heap, or -1. */
    private int nextRoot() {
        if (end <= LARGE) {
            base--;
        } else if (root % 2 == 1) {
            return root / 2;
        } else {
            int parents = end / 2;
            int first = firstOfRow(parents);
            if (base == first) {
                base = -1;
            } else if (base == parents / 2) {
                base = parents - 1 >= first ? parents - 1 : -1;
            } else {
                base--;
            }
        }
        return base;
    }

    /** Where heapify of a large heap begins: at the last parents that are a row further up than the last parent of all. */
    private int afterRow(int first) {
        int parents = end / 2;
        return first - 1 >= parents / 2 ? first - 1 : parents - 1;
    }

    /** The first position of the row of the tree in which the position is. */
    private static int firstOfRow(int position) {
        return Integer.highestOneBit(position + 1) - 1;
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {
            PyStr.of(state.name()),
            heap,
            PyBool.of(max),
            item,
            result,
            PyInt.of(position),
            PyInt.of(root),
            PyInt.of(end),
            PyInt.of(base)
        };
    }

    @Override
    protected void setFields(PyObject[] f) {
        state = State.valueOf(f[0].toString());
        heap = (PyList) f[1];
        max = f[2] == PyBool.TRUE;
        item = f[3];
        result = f[4];
        position = (int) ((PyInt) f[5]).value;
        root = (int) ((PyInt) f[6]).value;
        end = (int) ((PyInt) f[7]).value;
        base = (int) ((PyInt) f[8]).value;
    }
}
