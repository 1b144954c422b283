"""Dicts inside of dicts: words stored in a trie, and searched by prefix and by pattern."""

WORDS = [''.join('aeiounrst'[(n * k * k + n // 7 * k) % 1009 % 9] for k in range(1, 5 + n % 5)) for n in range(20_000)]
END = object()


def insert(root, word):
    for c in word:
        root = root.setdefault(c, {})
    root[END] = word


def below(node):
    for key, child in node.items():
        if key is END:
            yield child
        else:
            yield from below(child)


def matches(node, pattern, i=0):
    if i == len(pattern):
        return 1 if END in node else 0
    c = pattern[i]
    if c == '.':
        return sum(matches(child, pattern, i + 1) for key, child in node.items() if key is not END)
    return matches(node[c], pattern, i + 1) if c in node else 0


def run():
    root = {}
    for word in WORDS:
        insert(root, word)
    words = list(below(root))
    found = 0
    for word in words[::6]:
        found += matches(root, word[:2] + '.' + word[3:]) + matches(root, '.' + word[1:])
    return len(words), found, max(words)


EXPECTED = (15172, 6077, 'uuttuuei')
