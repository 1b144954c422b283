"""Indexing and slices of short lists: the most flips that any permutation of eight needs."""


def run():
    n = 8
    order = list(range(n))
    count = [0] * n
    most = checksum = number = 0
    while True:
        if order[0]:
            cards = order[:]
            flips = 0
            while first := cards[0]:
                cards[: first + 1] = cards[first::-1]
                flips += 1
            most = max(most, flips)
            checksum += flips if number % 2 == 0 else -flips
        number += 1
        i = 1
        while i < n and count[i] >= i:
            count[i] = 0
            i += 1
        if i == n:
            return most, checksum
        # Heap's order: each permutation is one exchange away from the last.
        j = count[i] if i % 2 else 0
        order[i], order[j] = order[j], order[i]
        count[i] += 1


EXPECTED = (22, 158)
