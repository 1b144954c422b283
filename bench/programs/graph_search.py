"""Shortest paths with heapq, breadth-first search with deque, in dicts of lists."""

import heapq
from collections import deque


def graph(side):
    edges = {}
    for y in range(side):
        for x in range(side):
            near = []
            for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
                nx, ny = x + dx, y + dy
                if 0 <= nx < side and 0 <= ny < side:
                    near.append(((nx, ny), 1 + (nx * 31 + ny * 17) % 9))
            edges[x, y] = near
    return edges


EDGES = graph(110)


def shortest(edges, start):
    distance = {start: 0}
    heap = [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > distance[node]:
            continue
        for other, weight in edges[node]:
            new = d + weight
            if new < distance.get(other, 1 << 30):
                distance[other] = new
                heapq.heappush(heap, (new, other))
    return distance


def breadth_first(edges, start):
    seen = {start}
    queue = deque([(start, 0)])
    last = 0
    while queue:
        node, last = queue.popleft()
        for other, _ in edges[node]:
            if other not in seen:
                seen.add(other)
                queue.append((other, last + 1))
    return last


def run():
    distance = shortest(EDGES, (0, 0))
    return distance[109, 109], max(distance.values()), breadth_first(EDGES, (3, 5))


EXPECTED = (765, 765, 210)
