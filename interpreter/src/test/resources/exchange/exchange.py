"""Writes pickles of generated values for another interpreter, or reads those that another one wrote.

exchange.py write FILE SEED COUNT
exchange.py read FILE SEED COUNT    prints a line for each that is wrong, then their number
"""

import base64
import io
import json
import pickle
import random
import sys

from exchange_values import KINDS, describe


def values(seed, count):
    """Makers of values, with the names of their kinds: one is the same as often as it is made."""
    for i in range(count):
        make = KINDS[i % len(KINDS)]
        yield make.__name__, lambda make=make, seed=f'{seed} {i}': make(random.Random(seed))


def dumps(value, protocol, python, buffers):
    file = io.BytesIO()
    kind = pickle._Pickler if python else pickle.Pickler
    kind(file, protocol, buffer_callback=None if buffers is None else buffers.append).dump(value)
    return file.getvalue()


def text(data):
    return base64.b64encode(data).decode()


def dumped(make, protocol, python, buffers=None):
    """The pickle of a value, or which exception there was."""
    try:
        return text(dumps(make(), protocol, python, buffers))
    except Exception as e:
        return f'{type(e).__name__}: {e}'


def loaded(data, python, sent=None):
    """What comes of a pickle, described."""
    if ': ' in data:
        return data.partition(':')[0]
    buffers = sent and [base64.b64decode(b) if fixed else bytearray(base64.b64decode(b)) for b, fixed in sent]
    kind = pickle._Unpickler if python else pickle.Unpickler
    try:
        return describe(kind(io.BytesIO(base64.b64decode(data)), buffers=buffers).load())
    except Exception as e:
        return type(e).__name__


def write(name, seed, count):
    written = []
    for i, (kind, make) in enumerate(values(seed, count)):
        for protocol in range(6):
            python = (i + protocol) % 3 == 0
            buffers = [] if protocol == 5 and (i // len(KINDS)) % 2 else None
            data = dumped(make, protocol, python, buffers)
            sent = buffers and [[text(bytes(b)), memoryview(b).readonly] for b in buffers]
            written.append([i, kind, protocol, loaded(data, python, sent), data, sent])
    with open(name, 'w') as f:
        json.dump(written, f)


def read(name, seed, count):
    """Each is compared three times: as the writer reads its own, as that is read here, and what is read here of ours."""
    with open(name) as f:
        written = json.load(f)
    makers = [make for _, make in values(seed, count)]
    wrong = 0
    for i, kind, protocol, expected, data, sent in written:
        python = (i + protocol) % 2 == 0
        own_buffers = None if sent is None else []
        own = dumped(makers[i], protocol, not python, own_buffers)
        own_sent = own_buffers and [[text(bytes(b)), memoryview(b).readonly] for b in own_buffers]
        for what, got in ('read', loaded(data, python, sent)), ('made', loaded(own, python, own_sent)):
            if got != expected:
                wrong += 1
                print(f'{i} {kind} protocol {protocol} {what} differently:\n   {got[:500]}\n   {expected[:500]}')
    print(len(written), 'read,', wrong, 'wrong')


if __name__ == '__main__':
    globals()[sys.argv[1]](sys.argv[2], sys.argv[3], int(sys.argv[4]))
