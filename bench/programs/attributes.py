"""Attributes of instances, classes and modules, also by getattr, setattr and __getattr__."""

import math


class Base:
    limit = 10

    def __getattr__(self, name):
        if name.startswith('auto_'):
            return len(name)
        raise AttributeError(name)


class Node(Base):
    made = 0

    def __init__(self, value):
        self.value = value
        self.left = self.right = None
        Node.made += 1


def insert(root, value):
    while True:
        if value < root.value:
            if root.left is None:
                root.left = Node(value)
                return
            root = root.left
        else:
            if root.right is None:
                root.right = Node(value)
                return
            root = root.right


def run():
    Node.made = 0
    state = 42
    root = Node(1 << 30)
    for _ in range(4000):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        insert(root, state)
    total = 0
    for i in range(25_000):
        total += root.limit + int(math.tau)
        if hasattr(root, 'missing'):
            total -= 1
        setattr(root, 'mark', i)
        total += getattr(root, 'mark') + getattr(root, 'none', 1)
        total += root.auto_name
    return total, Node.made


EXPECTED = (313137500, 4001)
