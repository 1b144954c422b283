package org.picklejar.modules.heapq;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.modules.ModuleBuilder;

/** The module {@code _heapq}. CPython: Modules/_heapqmodule.c. */
public final class HeapqModule {
    private HeapqModule() {}

    public static PyModule create() {
        return new ModuleBuilder("_heapq")
                .doc("Heap queue algorithm (a.k.a. priority queue).")
                .tail(
                        "heappush(heap, item, /) -- Push item onto heap, maintaining the heap invariant.",
                        (x, heap, item) -> push(x, heap(heap, "heappush() argument 1"), item))
                .tail(
                        "heappop(heap, /) -- Pop the smallest item off the heap, maintaining the heap invariant.",
                        (x, heap) -> pop(x, heap(heap, "heappop() argument"), false))
                .tail(
                        "heapreplace(heap, item, /) -- Pop and return the current smallest value, and add the new item.\n\n"
                                + "This is more efficient than heappop() followed by heappush(), and can be\n"
                                + "more appropriate when using a fixed-size heap.  Note that the value\n"
                                + "returned may be larger than item!  That constrains reasonable uses of\n"
                                + "this routine unless written as part of a conditional replacement:\n\n"
                                + "    if item > heap[0]:\n        item = heapreplace(heap, item)",
                        (x, heap, item) -> replace(x, heap(heap, "heapreplace() argument 1"), item, false))
                .tail(
                        "heappushpop(heap, item, /) -- Push item on the heap, then pop and return the smallest item from the heap.\n\n"
                                + "The combined action runs more efficiently than heappush() followed by\n"
                                + "a separate call to heappop().",
                        (x, heap, item) -> HeapFrame.pushPop(x, heap(heap, "heappushpop() argument 1"), item))
                .tail(
                        "heapify(heap, /) -- Transform list into a heap, in-place, in O(len(heap)) time.",
                        (x, heap) -> HeapFrame.heapify(x, heap(heap, "heapify() argument"), false))
                .tail(
                        "_heappop_max(heap, /) -- Maxheap variant of heappop.",
                        (x, heap) -> pop(x, heap(heap, "_heappop_max() argument"), true))
                .tail(
                        "_heapreplace_max(heap, item, /) -- Maxheap variant of heapreplace.",
                        (x, heap, item) -> replace(x, heap(heap, "_heapreplace_max() argument 1"), item, true))
                .tail(
                        "_heapify_max(heap, /) -- Maxheap variant of heapify.",
                        (x, heap) -> HeapFrame.heapify(x, heap(heap, "_heapify_max() argument"), true))
                .build();
    }

    private static PyList heap(PyObject o, String what) {
        if (o instanceof PyList l) {
            return l;
        }
        throw Errors.typeError("%s must be list, not %s", what, o.type().name());
    }

    private static PyObject push(Execution x, PyList heap, PyObject item) {
        heap.append(item);
        return HeapFrame.rise(x, heap);
    }

    private static PyObject pop(Execution x, PyList heap, boolean max) {
        requireItem(heap);
        PyObject last = heap.remove(heap.size - 1);
        return heap.size == 0 ? last : replace(x, heap, last, max);
    }

    private static PyObject replace(Execution x, PyList heap, PyObject item, boolean max) {
        requireItem(heap);
        PyObject top = heap.items[0];
        heap.items[0] = item;
        return HeapFrame.sink(x, heap, max, top);
    }

    static void requireItem(PyList heap) {
        if (heap.size == 0) {
            throw Errors.indexError("index out of range");
        }
    }
}
