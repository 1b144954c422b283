"""copy.deepcopy of nested containers, objects and cycles."""

import copy


class Node:
    def __init__(self, name):
        self.name = name
        self.children = []
        self.parent = None
        self.data = {'name': name, 'tags': [name, name * 2]}

    def add(self, child):
        child.parent = self
        self.children.append(child)


def tree(depth, name):
    node = Node(name)
    if depth:
        for i in range(3):
            node.add(tree(depth - 1, name + str(i)))
    return node


def size(node):
    return 1 + sum(map(size, node.children))


def run():
    root = tree(6, 'r')
    twin = copy.deepcopy(root)
    table = {i: [(i, i + 1), {'k': [i, str(i)]}] for i in range(1500)}
    other = copy.deepcopy(table)
    shallow = [copy.copy(root) for _ in range(4000)]
    return size(twin), twin is not root, twin.children[0].parent is twin, other == table, shallow[-1].data is root.data


EXPECTED = (1093, True, True, True, True)
