"""Write the tables of org.picklejar.text.unicode from the Unicode data of the running CPython.

Usage: python3.13 generate_tables.py DIRECTORY [NAMED]
NAMED lists, one in a line in hex, the code points that the oldest JDK supported has a name for: names.txt gets the others.
aliases.txt is written by hand, from the Unicode Character Database.
A run table is a sequence of tokens VALUE or VALUE*COUNT that covers 0..0x10FFFF in order.
A mapping token is START*COUNT+STEP=DELTA (all numbers in base 36) or START=HEX,HEX,... for one character that maps to several.
"""

import sys
import unicodedata as U
from itertools import groupby

ALL = range(0x110000)
DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'


def b36(n):
    if n < 0:
        return '-' + b36(-n)
    s = ''
    while True:
        n, r = divmod(n, 36)
        s = DIGITS[r] + s
        if not n:
            return s


def write(name, tokens):
    with open(f'{sys.argv[1]}/{name}.txt', 'w') as f:
        line = ''
        for t in tokens:
            if len(line) + len(t) >= 120:
                f.write(line.rstrip() + '\n')
                line = ''
            line += t + ' '
        f.write(line.rstrip() + '\n')


def runs(name, value):
    tokens = []
    for v, g in groupby(ALL, value):
        n = sum(1 for _ in g)
        tokens.append(v if n == 1 else f'{v}*{b36(n)}')
    write(name, tokens)


def mapping(name, pairs):
    """pairs: list of (code, mapped string)"""
    tokens, i = [], 0
    while i < len(pairs):
        c, s = pairs[i]
        if len(s) > 1:
            tokens.append(b36(c) + '=' + ','.join(f'{ord(x):x}' for x in s))
            i += 1
            continue
        d = ord(s) - c
        n, step = 1, 1
        while i + n < len(pairs) and len(pairs[i + n][1]) == 1:
            c2, s2 = pairs[i + n]
            gap = c2 - pairs[i + n - 1][0]
            if ord(s2) - c2 != d or gap > 2 or (n > 1 and gap != step):
                break
            step, n = gap, n + 1
        tokens.append(f'{b36(c)}*{b36(n)}+{step}={b36(d)}')
        i += n
    write(name, tokens)


def case_ignorable(ch):
    # The final sigma rule shows it: an ignorable character does not end the search for a cased one.
    if ('a' + ch + '\u03a3').lower()[-1] != '\u03c2':
        return False
    return ('a\u03a3' + ch + 'a').lower()[1] == '\u03c3' and ('.' + ch + '\u03a3').lower()[-1] != '\u03c2'


def flags(c):
    """Bits of what the general category does not tell: 1 lower, 2 upper, 4 XID_Start, 8 XID_Continue, 16 case ignorable."""
    ch, cat = chr(c), U.category(chr(c))
    f = 1 * (ch.islower() != (cat == 'Ll')) + 2 * (ch.isupper() != (cat == 'Lu'))
    f += 4 * (ch.isidentifier() != (cat in ('Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'Nl') or ch == '_'))
    f += 8 * (('a' + ch).isidentifier() != (cat in ('Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'Nl', 'Mn', 'Mc', 'Nd', 'Pc')))
    f += 16 * ((not 0xD800 <= c < 0xE000) and case_ignorable(ch) != (cat in ('Mn', 'Me', 'Cf', 'Lm', 'Sk')))
    return str(f)


def numeric(c):
    ch = chr(c)
    if U.category(ch) == 'Nd':
        return '-'
    d = U.digit(ch, None)
    if d is not None:
        return f'd{d}'
    v = U.numeric(ch, None)
    if v is None:
        return '-'
    from fractions import Fraction

    f = Fraction(v).limit_denominator(1000)
    assert f.numerator / f.denominator == v
    return str(f)


runs('category', lambda c: U.category(chr(c)))
runs('width', lambda c: U.east_asian_width(chr(c)))
runs('bidi', lambda c: U.bidirectional(chr(c)) or '-')
runs('combining', lambda c: str(U.combining(chr(c))))
runs('mirrored', lambda c: str(U.mirrored(chr(c))))
runs('flags', flags)
runs('numeric', numeric)
letters = [c for c in ALL if not 0xD800 <= c < 0xE000]
mapping('lower', [(c, chr(c).lower()) for c in letters if chr(c).lower() != chr(c)])
mapping('upper', [(c, chr(c).upper()) for c in letters if chr(c).upper() != chr(c)])
mapping('title', [(c, chr(c).title()) for c in letters if chr(c).title() != chr(c).upper()])
mapping('fold', [(c, chr(c).casefold()) for c in letters if chr(c).casefold() != chr(c).lower()])
if len(sys.argv) > 2:
    with open(sys.argv[2]) as f:
        named = {int(line, 16) for line in f}
    with open(f'{sys.argv[1]}/names.txt', 'w') as f:
        for c in ALL:
            if c not in named and U.name(chr(c), None):
                f.write(f'{c:x} {U.name(chr(c))}\n')
