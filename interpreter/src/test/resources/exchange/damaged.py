"""Damages pickles and says how they are read: CPython writes what it does, and we compare what we do.

damaged.py write FILE SEED COUNT
damaged.py read FILE SEED COUNT    prints a line for each that another exception came of, then their number
"""

import base64
import json
import pickle
import random
import sys

from exchange_values import KINDS, large

CODES = bytes(
    getattr(pickle, name)[0] for name in sorted(pickle.__all__) if name.isupper() and type(getattr(pickle, name)) is bytes
)  # fmt: skip


def damaged(numbers):
    make = numbers.choice([k for k in KINDS if k is not large])
    data = bytearray(pickle.dumps(make(numbers), numbers.randrange(6)))[:3000]
    for _ in range(numbers.choice((1, 1, 1, 2, 3))):
        at, to = sorted(numbers.randrange(len(data) + 1) for _ in range(2))
        kind = numbers.randrange(6)
        if kind == 0:
            data[at : at + 1] = bytes([numbers.randrange(256)])
        elif kind == 1:
            data[at : at + 1] = bytes([numbers.choice(CODES)])
        elif kind == 2:
            data[at:at] = bytes([numbers.choice(CODES)])
        elif kind == 3:
            del data[at : at + 1]
        elif kind == 4:
            data[at:] = b'.' * numbers.randrange(2)
        else:
            data[at:at] = data[at:to]
    return bytes(data)


def reaction(data):
    try:
        return 'a value of ' + type(pickle.loads(data)).__name__
    except Exception as e:
        return type(e).__name__


def write(name, seed, count):
    import resource

    resource.setrlimit(
        resource.RLIMIT_AS, (4 << 30, 4 << 30)
    )  # a number in a memo can ask CPython for more than there is
    written = []
    for i in range(count):
        try:
            data = damaged(random.Random(f'{seed} {i}'))
        except (TypeError, pickle.PicklingError):
            continue  # a value that older protocols cannot write
        written.append([base64.b64encode(data).decode(), reaction(data)])
    with open(name, 'w') as f:
        json.dump(written, f)


def read(name, seed, count):
    with open(name) as f:
        written = json.load(f)
    wrong = 0
    for data, expected in written:
        got = reaction(base64.b64decode(data))
        if got != expected and expected != 'MemoryError':
            wrong += 1
            print(f'{got} instead of {expected}: {base64.b64decode(data)}')
    print(len(written) > count * 0.9, wrong, 'wrong')


if __name__ == '__main__':
    globals()[sys.argv[1]](sys.argv[2], sys.argv[3], int(sys.argv[4]))
