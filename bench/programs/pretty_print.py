"""pprint, repr, textwrap and ast.literal_eval of nested data."""

import ast
import pprint
import textwrap


def run():
    data = {
        'records': [
            {'id': i, 'name': 'name %d' % i, 'values': list(range(i % 30)), 'set': {i, i + 1}, 'pair': (i, None)}
            for i in range(220)
        ]
    }
    text = pprint.pformat(data, width=100)
    plain = repr(data)
    back = ast.literal_eval(plain)
    filled = textwrap.fill(plain[:6000].replace(',', ', '), width=60)
    return len(text), text.count('\n'), back == data, len(filled)


EXPECTED = (77016, 2383, True, 6814)
