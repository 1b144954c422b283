"""pickle.dumps and pickle.loads of containers, instances and shared objects."""

import pickle


class Item:
    def __init__(self, number):
        self.number = number
        self.label = 'item %d' % number
        self.link = None


class Counted:
    def __init__(self, n):
        self.n = n

    def __getstate__(self):
        return {'n': self.n}

    def __setstate__(self, state):
        self.n = state['n'] + 1


def run():
    items = [Item(i) for i in range(2400)]
    for a, b in zip(items, items[1:]):
        a.link = b
    items.reverse()
    value = {
        'items': items,
        'numbers': list(range(40_000)),
        'table': {i: (str(i), [i]) for i in range(6000)},
        'counted': [Counted(i) for i in range(1200)],
    }
    total = 0
    for protocol in (2, 5):
        text = pickle.dumps(value, protocol)
        back = pickle.loads(text)
        total += sum(i.number for i in back['items']) + sum(c.n for c in back['counted'])
    return total, back['items'][1].link is back['items'][0], back['table'] == value['table']


EXPECTED = (7198800, True, True)
