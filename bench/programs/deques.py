"""collections.deque as queue, stack, ring and window; lists used likewise."""

from collections import deque


def josephus(n, k):
    ring = deque(range(n))
    while len(ring) > 1:
        ring.rotate(1 - k)
        ring.popleft()
    return ring[0]


def window_maximum(values, width):
    window = deque()
    out = []
    for i, v in enumerate(values):
        while window and values[window[-1]] <= v:
            window.pop()
        window.append(i)
        if window[0] <= i - width:
            window.popleft()
        if i >= width - 1:
            out.append(values[window[0]])
    return out


def run():
    values = [i * 7919 % 10_007 for i in range(50_000)]
    best = window_maximum(values, 50)
    queue = deque(maxlen=100)
    total = 0
    for i in range(100_000):
        queue.append(i)
        if i % 3 == 0:
            total += queue.popleft()
    stack = []
    for i in range(80_000):
        stack.append(i)
        if i % 4 == 3:
            total += stack.pop() - stack.pop()
    return sum(best), josephus(20_000, 7), total, len(queue), len(stack)


EXPECTED = (492719066, 16549, 1663405767, 99, 40000)
