"""Stores into a list in a while loop: primes, item by item."""


def run():
    n = 200_000
    prime = [True] * n
    count = 0
    for i in range(2, n):
        if prime[i]:
            count += 1
            j = i * i
            while j < n:
                prime[j] = False
                j += i
    return count


EXPECTED = 17984
