"""A heap, a tree of tuples and strings of bits: Huffman's code there and back."""

import heapq
from collections import Counter

TEXT = ' '.join('%d bottles on the wall' % (i * i % 977) for i in range(4000))


def codes(counts):
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(counts.items()))]
    heapq.heapify(heap)
    number = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], number, (a[2], b[2])))
        number += 1
    result = {}
    work = [(heap[0][2], '')]
    while work:
        tree, prefix = work.pop()
        if isinstance(tree, str):
            result[tree] = prefix
        else:
            work.append((tree[0], prefix + '0'))
            work.append((tree[1], prefix + '1'))
    return result, heap[0][2]


def decode(bits, tree):
    out = []
    node = tree
    for bit in bits:
        node = node[bit == '1']
        if isinstance(node, str):
            out.append(node)
            node = tree
    return ''.join(out)


def run():
    table, tree = codes(Counter(TEXT))
    bits = ''.join([table[c] for c in TEXT])
    packed = int('1' + bits, 2).to_bytes(len(bits) // 8 + 1, 'big')
    restored = bin(int.from_bytes(packed, 'big'))[3:]
    return len(bits), decode(restored, tree) == TEXT, len(table)


EXPECTED = (361040, True, 21)
