# frame: modules.csv.CsvWriter.Row/2
import csv
import io


def fields():
    yield wait(1)
    yield wait('a,b')


def f():
    out = io.StringIO()
    return csv.writer(out).writerow(fields()), out.getvalue()


# expect: (9, '1,"a,b"\r\n')


# frame: modules.csv.CsvWriter.AllRows/2
import csv
import io


def rows():
    yield wait([1, 2])
    yield wait('ab')


def f():
    out = io.StringIO()
    csv.writer(out, delimiter=';').writerows(rows())
    return out.getvalue().split()


# expect: ['1;2', 'a;b']


# frame: modules.csv.CsvWriter.RowsFrame/1
import csv


class File:
    def __init__(self):
        self.lines = []

    def write(self, line):
        self.lines.append(wait(line))


def f():
    file = File()
    csv.writer(file).writerows([[1, 2], [3]])
    return file.lines


# expect: ['1,2\r\n', '3\r\n']


# frame: modules.csv.CsvWriter.LineFrame/1
import csv


class Field:
    def __str__(self):
        return wait('a "b"')


class File:
    def __init__(self):
        self.lines = []

    def write(self, line):
        self.lines.append(wait(line))
        return 'written'


def f():
    file = File()
    return csv.writer(file, quoting=csv.QUOTE_NONNUMERIC).writerow([1, Field(), None, Field()]), file.lines


# expect: ('written', ['1,"a ""b""","","a ""b"""\r\n'])


# frame: modules.posix.CheckFspathFrame/1
import os


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return wait(self.path)


def f():
    try:
        os.fspath(Path(1))
    except TypeError as e:
        return os.fspath(Path('a/b')), str(e)


# expect: ('a/b', 'expected Path.__fspath__() to return str or bytes, not int')


# frame: modules.posix.FspathFrame/1
import os


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return wait(self.path)


def f():
    try:
        os.rename(Path('/no such folder/a'), Path('/no such folder/b'))
    except FileNotFoundError as e:
        return os.access(Path('/'), os.R_OK), e.filename, e.filename2


# expect: (True, '/no such folder/a', '/no such folder/b')


# frame: modules.sre.ExpandFrame/1
import re


class Template(str):
    def __getitem__(self, index):
        return wait(super().__getitem__(index))


def f():
    return re.match('(a)(b)', 'ab').expand(Template(r'\2-\1'))


# expect: b-a


# frame: modules.sre.SubFrame/1
import re


class Template(str):
    def __getitem__(self, index):
        return wait(super().__getitem__(index))


def replace(match):
    return wait(f'<{match[0]}{match.start()}>')


def f():
    return (
        re.sub('[ab]', replace, 'xaybz'),
        re.subn('b*', replace, 'abb', count=2),
        re.sub('(a)', Template(r'\1\1'), 'bab'),
        re.sub(b'a', lambda match: wait(b'A'), b'banana'),
    )


# expect: ('x<a1>y<b3>z', ('<0>a<bb1>', 2), 'baab', b'bAnAnA')


# frame: modules.csv.CsvReader.RowFrame/1
import csv


def f():
    return list(csv.reader(wait(line) for line in ('a,"b', 'c",d', 'e')))


# expect: [['a', 'bc', 'd'], ['e']]


# frame: modules.expat.ParseFrame/1
from xml.parsers import expat


def f():
    p = expat.ParserCreate()
    out = []
    p.StartElementHandler = lambda name, attributes: out.append(wait((name, attributes)))
    p.CharacterDataHandler = lambda text: out.append(wait(text))
    p.ExternalEntityRefHandler = lambda *args: wait(p.ExternalEntityParserCreate(args[0]).Parse('from outside', True))
    p.Parse('<!DOCTYPE a [<!ENTITY e SYSTEM "x">]><a x="1">one<b/>two&e;</a>', True)
    return out, p.CurrentColumnNumber


# expect: ([('a', {'x': '1'}), 'one', ('b', {}), 'two', 'from outside'], 63)


# frame: modules.json.JsonReadFrame/1
import json


def f():
    return json.loads(
        '[{"a": 1.5, "b": [2, NaN]}, {}]',
        object_hook=lambda d: wait(('H', d)),
        parse_float=lambda s: wait('F' + s),
        parse_int=lambda s: wait('I' + s),
        parse_constant=lambda s: wait('C' + s),
    ), json.loads('{"a": {"b": 1}}', object_pairs_hook=lambda pairs: wait(tuple(pairs)))


# expect: ([('H', {'a': 'F1.5', 'b': ['I2', 'CNaN']}), ('H', {})], (('a', (('b', 1),)),))


# frame: modules.json.JsonWriteFrame/1
import json
from _json import make_encoder


class Sorted(dict):
    def items(self):
        wait(0)
        return iter(sorted(super().items()))


class Key(float):
    def __lt__(self, other):
        return wait(float.__lt__(self, other))


def f():
    encode = make_encoder({}, None, lambda s: wait(f'<{s}>'), None, ':', ',', False, False, True)
    return (
        json.dumps([1, {2, 3}, {'k': {4}}], default=lambda s: wait(list(s)), indent=1),
        json.dumps(Sorted(b=1, a=[2])),
        json.dumps({Key(2): 1, Key(1): 2}, sort_keys=True),
        encode({'a': 'b', 1: ['c']}, 0),
    )


# expect: ('[\n 1,\n [\n  2,\n  3\n ],\n {\n  "k": [\n   4\n  ]\n }\n]', '{"a": [2], "b": 1}', '{"1.0": 2, "2.0": 1}', ('{<a>:<b>,<1>:[<c>]}',))
