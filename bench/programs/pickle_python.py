"""pickle written in Python: pickle._Pickler and pickle._Unpickler."""

import io
import pickle


def data():
    shared = ['shared', 1.5, None]
    return {
        'numbers': [i * i for i in range(4000)],
        'text': {'key %d' % i: ('value', i, shared) for i in range(1000)},
        'sets': [frozenset(range(i % 6)) for i in range(400)],
        'ranges': [range(i) for i in range(300)],
    }


def run():
    value = data()
    sizes = []
    for protocol in (2, 4):
        out = io.BytesIO()
        pickle._Pickler(out, protocol).dump(value)
        sizes.append(out.tell())
        back = pickle._Unpickler(io.BytesIO(out.getvalue())).load()
        assert back == value
    return sizes, back['text']['key 0'][2] is back['text']['key 1'][2]


EXPECTED = ([67271, 45956], True)
