package org.picklejar.text.bzip2;

import java.util.Arrays;

/**
 * Sorts the rotations of a block: Larsson and Sadakane, "Faster suffix sorting" (2007), where what follows the last byte is the first. Its time does not
 * depend on how much the rotations have in common.
 */
final class RotationSort {
    private static final int SMALL = 7;

    /** Rotations in order; at the begin of a sorted stretch its negative length. */
    private final int[] order;
    /** For each rotation the last place of the group of those that are equal to it so far. */
    private final int[] group;

    private final int size;
    /** So many bytes of the rotations are compared. */
    private int depth;

    private int random = 1;
    private final int[] keys = new int[SMALL];

    private RotationSort(byte[] block, int size) {
        this.size = size;
        order = new int[size];
        group = new int[size];
        sortByPairs(block);
    }

    /** The first bytes of the rotations, in order. */
    static int[] sort(byte[] block, int size) {
        RotationSort s = new RotationSort(block, size);
        while (s.depth < size && s.order[0] != -size) {
            s.refine();
            s.depth *= 2;
        }
        return s.result();
    }

    private int pair(byte[] block, int i) {
        return (block[i] & 0xFF) << 8 | block[i + 1 == size ? 0 : i + 1] & 0xFF;
    }

    private void sortByPairs(byte[] block) {
        int[] ends = new int[1 << 16];
        for (int i = 0; i < size; i++) {
            ends[pair(block, i)]++;
        }
        int sum = 0;
        for (int p = 0; p < ends.length; p++) {
            sum += ends[p];
            ends[p] = sum;
        }
        for (int i = 0; i < size; i++) {
            group[i] = ends[pair(block, i)] - 1;
        }
        for (int i = size - 1; i >= 0; i--) {
            order[--ends[pair(block, i)]] = i;
        }
        for (int i = 0; i < size; ) {
            int end = group[order[i]];
            if (i == end) {
                order[i] = -1;
            }
            i = end + 1;
        }
        depth = 2;
    }

    private int key(int place) {
        int i = order[place] + depth;
        return group[i >= size ? i - size : i];
    }

    /** Sorts within each group by the group of what follows, and joins sorted stretches. */
    private void refine() {
        int sorted = 0;
        int i = 0;
        while (i < size) {
            int first = order[i];
            if (first < 0) {
                sorted += first;
                i -= first;
                continue;
            }
            if (sorted < 0) {
                order[i + sorted] = sorted;
                sorted = 0;
            }
            int end = group[first];
            split(i, end);
            i = end + 1;
        }
        if (sorted < 0) {
            order[i + sorted] = sorted;
        }
    }

    private void setGroup(int from, int to) {
        for (int i = from; i <= to; i++) {
            group[order[i]] = to;
        }
        if (from == to) {
            order[from] = -1;
        }
    }

    private void swap(int i, int j) {
        int t = order[i];
        order[i] = order[j];
        order[j] = t;
    }

    /** Quicksort in three parts, from the smallest on: new groups must not be seen by those before them. */
    private void split(int begin, int to) {
        int from = begin;
        while (to - from >= SMALL) {
            int pivot = pivot(from, to);
            int less = from;
            int greater = to;
            for (int i = from; i <= greater; ) {
                int k = key(i);
                if (k < pivot) {
                    swap(less++, i++);
                } else if (k > pivot) {
                    swap(i, greater--);
                } else {
                    i++;
                }
            }
            if (less > from) {
                split(from, less - 1);
            }
            setGroup(less, greater);
            from = greater + 1;
        }
        if (from <= to) {
            insertionSort(from, to);
        }
    }

    private int pivot(int from, int to) {
        int a = randomKey(from, to);
        int b = randomKey(from, to);
        int c = randomKey(from, to);
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private int randomKey(int from, int to) {
        random = random * 1_103_515_245 + 12_345;
        return key(from + (int) ((random & 0xFFFF_FFFFL) * (to - from + 1) >>> 32));
    }

    private void insertionSort(int from, int to) {
        for (int i = from; i <= to; i++) {
            int k = key(i);
            int rotation = order[i];
            int j = i - from;
            for (; j > 0 && keys[j - 1] > k; j--) {
                keys[j] = keys[j - 1];
                order[from + j] = order[from + j - 1];
            }
            keys[j] = k;
            order[from + j] = rotation;
        }
        for (int i = from; i <= to; ) {
            int end = i;
            while (end < to && keys[end + 1 - from] == keys[i - from]) {
                end++;
            }
            setGroup(i, end);
            i = end + 1;
        }
    }

    /** Rotations that are the same, in a block that repeats itself, come in any order. */
    private int[] result() {
        int[] taken = order;
        Arrays.fill(taken, 0);
        int[] all = new int[size];
        for (int i = 0; i < size; i++) {
            int end = group[i];
            all[end - taken[end]++] = i;
        }
        return all;
    }
}
