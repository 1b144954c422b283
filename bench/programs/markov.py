"""random and dicts of lists: chains of words, shuffles, samples, a walk."""

import random

SOURCE = 'one fish two fish red fish blue fish this one has a star that one has a car what a lot of fish there are'


def run():
    dice = random.Random(2024)
    chain = {}
    words = SOURCE.split()
    for a, b in zip(words, words[1:] + words[:1]):
        chain.setdefault(a, []).append(b)
    word = 'one'
    text = []
    for _ in range(35_000):
        word = dice.choice(chain[word])
        text.append(word)
    deck = list(range(52))
    pairs = 0
    for _ in range(350):
        dice.shuffle(deck)
        pairs += sum(1 for a, b in zip(deck, deck[1:]) if abs(a - b) == 1)
    inside = sum(1 for _ in range(45_000) if dice.random() ** 2 + dice.random() ** 2 < 1)
    numbers = sum(dice.randint(1, 6) for _ in range(20_000))
    return text.count('fish'), pairs, inside, numbers, sum(dice.sample(range(10_000), 500))


EXPECTED = (7180, 739, 35356, 70275, 2572923)
