"""Counter, defaultdict and sorting: the words of a text and where they stand."""

from collections import Counter, defaultdict

SYLLABLES = ['ka', 'lo', 'mi', 'ne', 'ru', 'ta', 'vo', 'xi']


def text(words):
    state = 12345
    out = []
    for _ in range(words):
        word = ''
        for _ in range(2 + state % 3):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            word += SYLLABLES[(state >> 11) % 8]
        out.append(word.title() if state >> 8 & 3 == 0 else word)
        if state >> 10 & 7 == 0:
            out[-1] += ','
    return ' '.join(out)


TEXT = text(40_000)


def run():
    counts = Counter()
    places = defaultdict(list)
    for number, word in enumerate(TEXT.split()):
        word = word.strip(',.').lower()
        counts[word] += 1
        places[word].append(number)
    letters = Counter(TEXT)
    common = counts.most_common(3)
    longest = max(places.values(), key=lambda p: p[-1] - p[0])
    return len(counts), common, letters['a'], len(longest)


EXPECTED = (4463, [('kavo', 239), ('kata', 232), ('tata', 231)], 30048, 168)
