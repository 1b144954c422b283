class Node:
    next = None

node = Node()
print(node.next.next.value)
