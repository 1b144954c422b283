# place: re.sub
import re


def f():
    return (
        re.sub(r'\d', lambda m: wait(str(int(m[0]) + 1)), 'a1b2'),
        re.subn('a', lambda m: wait('-'), 'aa'),
        [wait(m.group()) for m in re.finditer(r'\w', 'ab')],
    )


# expect: ('a2b3', ('--', 2), ['a', 'b'])


# place: re.Scanner
import re


def f():
    return re.Scanner([(r'[0-9]+', lambda s, t: wait(int(t))), (r' +', None)]).scan('1 22')


# expect: ([1, 22], '')


# place: json.dumps
import json


class X:
    pass


def f():
    return json.dumps({'a': X(), 'b': [X(), 1]}, default=lambda o: wait('x')), json.dumps(
        [X()], default=lambda o: wait([1]), indent=1
    )


# expect: ('{"a": "x", "b": ["x", 1]}', '[\n [\n  1\n ]\n]')


# place: json.dumps of a dict in Python
import json


class D(dict):
    def items(self):
        return [('k', wait(1))]


class E(json.JSONEncoder):
    def default(self, o):
        return wait(str(o))


def f():
    return (
        json.dumps(D(a=1)),
        json.dumps(
            {
                1,
            },
            cls=E,
        ),
        ''.join(wait(c) for c in json.JSONEncoder().iterencode([1, {'a': 2}])),
    )


# expect: ('{"k": 1}', '"{1}"', '[1, {"a": 2}]')


# place: json.loads
import json


def f():
    return json.loads(
        '{"a": {"b": 1.5}, "c": [2]}', object_hook=lambda d: wait(sorted(d)), parse_float=lambda s: wait('f' + s)
    ), json.loads('{"a": 1}', object_pairs_hook=lambda p: wait(p), parse_int=lambda s: wait(s))


# expect: (['a', 'c'], [('a', '1')])


# place: string.Formatter
import string


class F(string.Formatter):
    def get_value(self, k, a, kw):
        return wait(('v', k))

    def convert_field(self, v, c):
        return wait(v)

    def format_field(self, v, s):
        return wait(str(v) + s)


def f():
    return F().format('{a:>2} {0}', 1), string.Template('$a').substitute(
        type('D', (dict,), {'__missing__': lambda s, k: wait(k)})()
    )


# expect: ("('v', 'a')>2 ('v', 0)", 'a')


# place: csv
import csv, io


class W:
    def __init__(self):
        self.t = ''

    def write(self, s):
        self.t += wait(s)


class S:
    def __str__(self):
        return wait('str')


def f():
    w = W()
    csv.writer(w).writerows([[1, S()], (wait(v) for v in 'ab')])
    d = csv.DictWriter(w, ['a'])
    d.writeheader()
    return w.t, list(csv.reader(wait(s) for s in ('a,b', 'c,d'))), list(csv.DictReader(wait(s) for s in ('x,y', '1,2')))


# expect: ('1,str\r\na,b\r\na\r\n', [['a', 'b'], ['c', 'd']], [{'x': '1', 'y': '2'}])


# place: io over raw objects
import io


class R(io.RawIOBase):
    def __init__(self):
        self.data = [b'line1\nli', b'ne2\n', b'']

    def readable(self):
        return True

    def readinto(self, b):
        d = wait(self.data.pop(0))
        b[: len(d)] = d
        return len(d)


class W(io.RawIOBase):
    def __init__(self):
        self.out = b''

    def writable(self):
        return True

    def write(self, b):
        self.out += wait(bytes(b))
        return len(b)


def f():
    t = io.TextIOWrapper(io.BufferedReader(R()))
    w = W()
    b = io.BufferedWriter(w, 4)
    b.write(b'abc')
    b.write(b'defg')
    b.flush()
    return t.readline(), t.read(), w.out


# expect: ('line1\n', 'line2\n', b'abcdefg')


# place: io.TextIOBase and IOBase in Python
import io


class T(io.TextIOBase):
    def __init__(self):
        self.lines = ['a\n', 'b\n']

    def readline(self, n=-1):
        return wait(self.lines.pop(0) if self.lines else '')


class B(io.RawIOBase):
    def __init__(self):
        self.d = [b'x', b'\n', b'y', b'']

    def readable(self):
        return True

    def readinto(self, b):
        d = wait(self.d.pop(0) if self.d else b'')
        b[: len(d)] = d
        return len(d)


def f():
    return list(T()), B().readline(), B().readall(), B().read(1)


# expect: (['a\n', 'b\n'], b'x\n', b'x\ny', b'x')


# place: datetime and decimal
import datetime, decimal, fractions


class Z(datetime.tzinfo):
    def utcoffset(self, d):
        return wait(datetime.timedelta(hours=1))

    def dst(self, d):
        return wait(datetime.timedelta(0))

    def tzname(self, d):
        return wait('Z')


def f():
    d = datetime.datetime(2024, 1, 2, 3, tzinfo=Z())
    with decimal.localcontext() as c:
        c.prec = 5
        wait()
        x = decimal.Decimal(1) / 3
    return str(d), d.strftime('%Z'), x, fractions.Fraction(wait(1), 3) + 1, d.astimezone(datetime.timezone.utc).hour


# expect: ('2024-01-02 03:00:00+01:00', 'Z', Decimal('0.33333'), Fraction(4, 3), 2)


# place: decimals, contexts and signals
import decimal, numbers


class Half(numbers.Rational):
    numerator = property(lambda self: wait(1))
    denominator = property(lambda self: wait(2))

    def refuse(self, *others):
        raise TypeError

    for name in numbers.Rational.__abstractmethods__ - {'numerator', 'denominator'}:
        locals()[name] = refuse


class Money(decimal.Decimal):
    def __new__(cls, *args):
        made = super().__new__(cls, *args)
        made.currency = wait('EUR')
        return made


class Exact(decimal.Context):
    def __init__(self):
        super().__init__(prec=wait(4), traps=[decimal.Inexact])
        self.name = wait('exact')


class True_:
    def __bool__(self):
        return wait(True)


def f():
    e, m, n = Exact(), Money('1.5'), decimal.Decimal('sNaN7')
    with decimal.localcontext(e) as c:
        flags, traps = c.flags, c.traps
        wait()
        flags[decimal.Rounded] = True_()
        x = (
            decimal.Decimal('1.50') < Half(),
            decimal.Decimal('0.5') == Half(),
            m + 1,
            dict.fromkeys(flags, True_()) == flags,
        )
        new = decimal.Context(flags=dict.fromkeys(flags, True_()))
    return (
        x,
        m.currency,
        type(m).__name__,
        e.name,
        flags is c.flags,
        list(c.flags.values()).index(True),
        traps,
        n,
        all(new.flags.values()),
    )


# expect: ((False, True, Decimal('2.5'), False), 'EUR', 'Money', 'exact', True, 7, {<class 'decimal.InvalidOperation'>:False, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:False, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:True, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}, Decimal('sNaN7'), True)


# place: struct and array
import struct, array


def f():
    s = struct.Struct('<hb')
    wait()
    a = array.array('i', (wait(v) for v in (1, 2)))
    it = struct.iter_unpack('<h', b'\1\0\2\0')
    next(it)
    wait()
    return s.pack(1, 2), a, list(it)


# expect: (b'\x01\x00\x02', array('i', [1, 2]), [(2,)])


# place: statistics and textwrap
import statistics, textwrap


def f():
    return statistics.mean(wait(v) for v in (1, 2, 3)), statistics.median([wait(1), 5]), textwrap.fill(wait('a b c'), 3)


# expect: (2, 3.0, 'a b\nc')


# place: files in memory
import io, zipfile, tempfile


def f():
    b, s = io.BytesIO(b'abc'), io.StringIO('one\ntwo\n')
    b.read(1)
    next(s)
    t = io.TextIOWrapper(io.BytesIO(b'x\ny\n'))
    next(t)
    wait()
    return b.read(), s.read(), t.read()


# expect: (b'bc', 'two\n', 'y\n')


# place: argparse and shlex
import argparse, shlex


def f():
    p = argparse.ArgumentParser(prog='p')
    p.add_argument('-n', type=lambda s: wait(int(s)))
    p.add_argument('rest', nargs='*')
    return p.parse_args(['-n', '3', 'a', 'b']), list(shlex.shlex(wait('a b')))


# expect: (Namespace(n=3, rest=['a', 'b']), ['a', 'b'])


# place: uuid and hashlib
import uuid, hashlib


def f():
    u = uuid.UUID(int=5)
    wait()
    return str(u), hashlib.sha256(wait(b'a')).hexdigest()[:8]


# expect: ('00000000-0000-0000-0000-000000000005', 'ca978112')


# place: html urllib and email
import html.parser, urllib.parse, email.message


class P(html.parser.HTMLParser):
    out = ''

    def handle_starttag(self, t, a):
        self.out += wait(t)

    def handle_data(self, d):
        self.out += wait(d)


def f():
    p = P()
    p.feed('<b>x</b>')
    m = email.message.EmailMessage()
    m['To'] = 'a@b'
    m.set_content(wait('text'))
    return p.out, urllib.parse.urlparse('http://a/b?c=1').query, m['To'], m.get_content()


# expect: ('bx', 'c=1', 'a@b', 'text\n')


# place: ast visitors and tokenize
import ast, tokenize, io


class V(ast.NodeVisitor):
    def visit_Name(self, n):
        self.seen = wait(n.id)


class T(ast.NodeTransformer):
    def visit_Constant(self, n):
        return wait(ast.Constant(n.value + 1))


def f():
    t = ast.parse('x = 1')
    v = V()
    v.visit(t)
    lines = [b'a\n', b'']
    return v.seen, ast.unparse(T().visit(t)), [k.string for k in tokenize.tokenize(lambda: wait(lines.pop(0)))][1]


# expect: ('x', 'x = 2', 'a')
