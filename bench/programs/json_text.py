"""json: dumps and loads, with indentation, sorted keys, a default and a hook."""

import json


class Money:
    def __init__(self, cents):
        self.cents = cents


def encode(value):
    return {'cents': value.cents}


def decode(d):
    return Money(d['cents']) if d.keys() == {'cents'} else d


def run():
    records = [
        {
            'id': i,
            'name': 'name %d \u00e9\n' % i,
            'ratio': i / 8,
            'tags': ['a', 'b"c', None, True],
            'nested': {'x': [i, -i], 'y': {}},
        }
        for i in range(2000)
    ]
    total = 0
    for _ in range(3):
        text = json.dumps(records)
        total += len(text)
        assert json.loads(text) == records
    pretty = json.dumps(records[:600], indent=2, sort_keys=True)
    bills = json.dumps([Money(i) for i in range(3000)], default=encode)
    back = json.loads(bills, object_hook=decode)
    return total, len(pretty), pretty.count('\n'), sum(m.cents for m in back)


EXPECTED = (807537, 137631, 10801, 4498500)
