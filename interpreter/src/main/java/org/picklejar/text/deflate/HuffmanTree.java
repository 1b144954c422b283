package org.picklejar.text.deflate;

import java.util.Arrays;

/**
 * Makes the codes of an alphabet from how often each symbol occurs. There are many best trees; this is the one that zlib takes, whose heap prefers
 * among equal frequencies the lower tree.
 */
final class HuffmanTree {
    /** Of each symbol, and behind these of the inner nodes. */
    final int[] frequency;

    /** Codes with their first bit in the lowest. */
    final int[] code;

    /** In bits, 0 for symbols that do not occur. */
    final int[] length;

    /** The last symbol that has a code. */
    int lastSymbol;

    private final int symbols;
    private final byte[] extraBits;
    private final int extraFrom;
    private final int maxLength;
    private final int[] parent;
    private final int[] depth;
    /** From 1 the heap, and at the end all nodes that have left it, the rarest last. */
    private final int[] heap;

    private int heapSize;
    private int sorted;
    private final int[] lengthCount;

    /**
     * @param extraBits how many bits follow each symbol from {@code extraFrom} on
     * @param maxLength of a code
     */
    HuffmanTree(int symbols, byte[] extraBits, int extraFrom, int maxLength) {
        int nodes = 2 * symbols + 1;
        this.symbols = symbols;
        this.extraBits = extraBits;
        this.extraFrom = extraFrom;
        this.maxLength = maxLength;
        frequency = new int[nodes];
        code = new int[symbols];
        length = new int[nodes];
        parent = new int[nodes];
        depth = new int[nodes];
        heap = new int[nodes];
        lengthCount = new int[maxLength + 1];
    }

    /** A tree whose lengths are given. */
    static HuffmanTree fixed(byte[] lengths) {
        HuffmanTree tree = new HuffmanTree(lengths.length, new byte[0], lengths.length, Symbols.MAX_CODE_BITS);
        for (int s = 0; s < lengths.length; s++) {
            tree.length[s] = lengths[s];
            tree.lengthCount[lengths[s]]++;
        }
        tree.lastSymbol = lengths.length - 1;
        tree.assignCodes();
        return tree;
    }

    void clearFrequencies() {
        Arrays.fill(frequency, 0, symbols, 0);
    }

    /** Makes lengths and codes. At least two symbols get one, whether they occur or not. */
    void build() {
        heapSize = 0;
        sorted = heap.length;
        lastSymbol = -1;
        for (int s = 0; s < symbols; s++) {
            length[s] = 0;
            if (frequency[s] != 0) {
                heap[++heapSize] = s;
                lastSymbol = s;
                depth[s] = 0;
            }
        }
        int forced = 0;
        while (heapSize < 2) {
            int s = lastSymbol < 2 ? ++lastSymbol : 0;
            heap[++heapSize] = s;
            frequency[s] = 1;
            depth[s] = 0;
            forced = forced << 10 | s + 1;
        }
        for (int i = heapSize / 2; i >= 1; i--) {
            sink(i);
        }
        int node = symbols;
        do {
            int a = heap[1];
            heap[1] = heap[heapSize--];
            sink(1);
            int b = heap[1];
            heap[--sorted] = a;
            heap[--sorted] = b;
            frequency[node] = frequency[a] + frequency[b];
            depth[node] = Math.max(depth[a], depth[b]) + 1;
            parent[a] = node;
            parent[b] = node;
            heap[1] = node++;
            sink(1);
        } while (heapSize >= 2);
        heap[--sorted] = heap[1];
        assignLengths();
        assignCodes();
        for (; forced != 0; forced >>= 10) {
            frequency[(forced & 0x3FF) - 1] = 0;
        }
    }

    private boolean isLess(int a, int b) {
        return frequency[a] < frequency[b] || frequency[a] == frequency[b] && depth[a] <= depth[b];
    }

    private void sink(int from) {
        int at = from;
        int node = heap[at];
        for (int child = 2 * at; child <= heapSize; child = 2 * at) {
            if (child < heapSize && isLess(heap[child + 1], heap[child])) {
                child++;
            }
            if (isLess(node, heap[child])) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = node;
    }

    private void assignLengths() {
        Arrays.fill(lengthCount, 0);
        length[heap[sorted]] = 0;
        int tooLong = 0;
        for (int i = sorted + 1; i < heap.length; i++) {
            int n = heap[i];
            int bits = length[parent[n]] + 1;
            if (bits > maxLength) {
                bits = maxLength;
                tooLong++;
            }
            length[n] = bits;
            if (n < symbols) {
                lengthCount[bits]++;
            }
        }
        if (tooLong > 0) {
            shorten(tooLong);
        }
    }

    /** Hangs leaves that would be too deep beside others, which thereby get longer codes; the rarest get the longest. */
    private void shorten(int tooLong) {
        for (int left = tooLong; left > 0; left -= 2) {
            int bits = maxLength - 1;
            while (lengthCount[bits] == 0) {
                bits--;
            }
            lengthCount[bits]--;
            lengthCount[bits + 1] += 2;
            lengthCount[maxLength]--;
        }
        int at = heap.length;
        for (int bits = maxLength; bits > 0; bits--) {
            for (int n = lengthCount[bits]; n > 0; ) {
                int s = heap[--at];
                if (s < symbols) {
                    length[s] = bits;
                    n--;
                }
            }
        }
    }

    private void assignCodes() {
        int[] next = new int[maxLength + 1];
        for (int bits = 1, first = 0; bits <= maxLength; bits++) {
            first = first + lengthCount[bits - 1] << 1;
            next[bits] = first;
        }
        for (int s = 0; s <= lastSymbol; s++) {
            if (length[s] != 0) {
                code[s] = Integer.reverse(next[length[s]]++) >>> Integer.SIZE - length[s];
            }
        }
    }

    /** What the symbols that were counted take by the codes of a tree of the same alphabet, with their extra bits. */
    long bitsBy(HuffmanTree tree) {
        long bits = 0;
        for (int s = 0; s < symbols; s++) {
            if (frequency[s] != 0) {
                bits += (long) frequency[s] * (tree.length[s] + (s < extraFrom ? 0 : extraBits[s - extraFrom]));
            }
        }
        return bits;
    }
}
