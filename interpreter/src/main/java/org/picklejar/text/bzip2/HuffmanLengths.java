package org.picklejar.text.bzip2;

/** How long the code of each symbol is. Which of equal weights come first is libbz2's choice, so the bytes are the same. */
final class HuffmanLengths {
    /** A weight has the depth of its tree in so many of its low bits: of equal ones the flatter tree is the lighter. */
    private static final int DEPTH_BITS = 8;

    private static final int DEPTH = (1 << DEPTH_BITS) - 1;

    private final int[] weights;
    private final int[] parents;
    /** A heap whose root is at 1; at 0 stands something lighter than all. */
    private final int[] heap;

    private int heapSize;

    private HuffmanLengths(int symbols) {
        weights = new int[2 * symbols + 1];
        parents = new int[2 * symbols + 1];
        heap = new int[symbols + 2];
    }

    /** Sets the lengths of the symbols that occur so often. */
    static void find(int[] frequencies, int symbols, int most, byte[] lengths) {
        HuffmanLengths h = new HuffmanLengths(symbols);
        for (int i = 0; i < symbols; i++) {
            h.weights[i + 1] = Math.max(frequencies[i], 1) << DEPTH_BITS;
        }
        while (!h.tryLengths(symbols, most, lengths)) {
            for (int i = 1; i <= symbols; i++) {
                h.weights[i] = 1 + (h.weights[i] >> DEPTH_BITS) / 2 << DEPTH_BITS;
            }
        }
    }

    private boolean tryLengths(int symbols, int most, byte[] lengths) {
        heapSize = 0;
        for (int i = 1; i <= symbols; i++) {
            add(i);
        }
        int nodes = symbols;
        while (heapSize > 1) {
            int a = takeLightest();
            int b = takeLightest();
            nodes++;
            parents[a] = nodes;
            parents[b] = nodes;
            weights[nodes] = (weights[a] & ~DEPTH) + (weights[b] & ~DEPTH)
                    | 1 + Math.max(weights[a] & DEPTH, weights[b] & DEPTH);
            add(nodes);
        }
        parents[nodes] = 0;
        boolean fits = true;
        for (int i = 1; i <= symbols; i++) {
            int length = 0;
            for (int k = i; parents[k] != 0; k = parents[k]) {
                length++;
            }
            lengths[i - 1] = (byte) length;
            fits &= length <= most;
        }
        return fits;
    }

    private void add(int node) {
        int at = ++heapSize;
        for (; weights[node] < weights[heap[at >> 1]]; at >>= 1) {
            heap[at] = heap[at >> 1];
        }
        heap[at] = node;
    }

    private int takeLightest() {
        int lightest = heap[1];
        int node = heap[heapSize--];
        int at = 1;
        for (int child = 2; child <= heapSize; child = 2 * at) {
            if (child < heapSize && weights[heap[child + 1]] < weights[heap[child]]) {
                child++;
            }
            if (weights[node] < weights[heap[child]]) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = node;
        return lightest;
    }
}
