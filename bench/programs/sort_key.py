"""Sorting with a key function, with tuples, and with __lt__ of a class."""

from operator import itemgetter


class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split('.')))

    def __lt__(self, other):
        return self.parts < other.parts


def run():
    state = 1
    records = []
    for i in range(8000):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        records.append((state >> 8 & 1023, 'n%d' % (state >> 16 & 255), i))
    by_lambda = sorted(records, key=lambda r: (r[1], -r[0]))
    by_item = sorted(records, key=itemgetter(0), reverse=True)
    plain = sorted(records)
    versions = sorted(Version('%d.%d.%d' % (a % 10, a >> 4 & 7, i % 5)) for a, _, i in records[:2500])
    return by_lambda[100], by_item[100], plain[100], versions[1000].parts


EXPECTED = ((627, 'n10', 1390), (1011, 'n99', 3163), (11, 'n80', 7548), (3, 6, 3))
