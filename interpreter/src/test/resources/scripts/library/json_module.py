import json
d = {'a': [1, 2.5, None, True, 'x\u00e9\n"', 10**30], 'n': {'k': {}, 'e': []}, '\U0001f600': -0.0}
print(json.dumps(d))  # expect: {"a": [1, 2.5, null, true, "x\u00e9\n\"", 1000000000000000000000000000000], "n": {"k": {}, "e": []}, "\ud83d\ude00": -0.0}
print(json.loads(json.dumps(d)) == d)  # expect: True
json.loads('{"a":}')  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect error: JSONDecodeError: Expecting value: line 1 column 6 (char 5)
json.loads('[1,2')  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect error: JSONDecodeError: Expecting ',' delimiter: line 1 column 5 (char 4)
json.loads('"\x01"')  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect error: JSONDecodeError: Invalid control character at: line 1 column 2 (char 1)
json.loads('1 2')  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect error: JSONDecodeError: Extra data: line 1 column 3 (char 2)
print(json.loads('{"a": [1.5, 2]}', parse_float=str, object_hook=lambda o: ('H', o)))  # expect: ('H', {'a': ['1.5', 2]})
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list))  # expect: [('a', 1), ('a', 2)]
class C: pass
json.dumps([1, C()])  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect error: TypeError: Object of type C is not JSON serializable
print(json.dumps([C(), 1], default=lambda o: 'C!'), json.dumps({'b': 1, 'a': 2}, sort_keys=True), json.dumps({1: 2, None: 3, True: 4}))  # expect: ["C!", 1] {"a": 2, "b": 1} {"1": 4, "null": 3}
json.dumps({(1, 2): 3})  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect error: TypeError: keys must be str, int, float, bool or None, not tuple
json.dumps(float('nan'), allow_nan=False)  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect error: ValueError: Out of range float values are not JSON compliant: nan
loop = []
loop.append(loop)
json.dumps(loop)  # expect error: ValueError: Circular reference detected
# Subclasses, keys of all kinds, circles through default, and what stands in the way.
import collections, enum
class Colour(enum.IntEnum): RED = 1
class Text(str):
    def __str__(self): return 'not this'
class Real(float):
    def __repr__(self): return 'R'
print(json.dumps([Colour.RED, Text('t'), Real(2.5), collections.OrderedDict(b=1, a=2), collections.namedtuple('P', 'x y')(1, [])]))  # expect: [1, "t", 2.5, {"b": 1, "a": 2}, [1, []]]
print(json.dumps({Colour.RED: 1, Text('k'): 2, 1.5: 3, float('inf'): 4, (): 5}, skipkeys=True))  # expect: {"1": 1, "k": 2, "1.5": 3, "Infinity": 4}
json.dumps({1: 1, 'a': 2}, sort_keys=True)  # expect error: TypeError: '<' not supported between instances of 'str' and 'int'
json.dumps([Real('nan')], allow_nan=False)  # expect error: ValueError: Out of range float values are not JSON compliant: R
json.dumps({1, 2}, default=lambda s: s)  # expect error: ValueError: Circular reference detected
json.dumps(loop, check_circular=False)  # expect error: RecursionError: maximum recursion depth exceeded while encoding a JSON object
json.loads('[' * 10001)  # expect error: RecursionError: maximum recursion depth exceeded while decoding a JSON array from a unicode string
print(len(json.dumps(json.loads('[' * 9000 + ']' * 9000))))  # expect: 18000
print([json.dumps([{(): 1}, {(): 1, 'a': [[], {}, [2]]}], skipkeys=True, indent='-')])  # expect: ['[\n-{},\n-{\n--"a": [\n---[],\n---{},\n---[\n----2\n---]\n--]\n-}\n]']
class Items(dict):
    def items(self): return self.given
wrong = Items(a=1)
wrong.given = 5
json.dumps(wrong)  # expect error: TypeError: Items.items() returned a non-iterable (type int)
wrong.given = [(1, 2, 3)]
json.dumps(wrong)  # expect error: ValueError: items must return 2-tuples
changing = [{1}, 2, 3]
print(json.dumps(changing, default=lambda s: changing.pop()))  # expect: [3, 2]
# The exact places of what is wrong.
def wrong(text):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(e)
wrong('[1,]')  # expect: Illegal trailing comma before end of array: line 1 column 3 (char 2)
wrong('{"a":1,}')  # expect: Illegal trailing comma before end of object: line 1 column 7 (char 6)
wrong('{"a" 1}')  # expect: Expecting ':' delimiter: line 1 column 6 (char 5)
wrong('{1:2}')  # expect: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
wrong('["abc')  # expect: Unterminated string starting at: line 1 column 2 (char 1)
wrong('"\\x"')  # expect: Invalid \escape: line 1 column 2 (char 1)
wrong('"\\u12"')  # expect: Invalid \uXXXX escape: line 1 column 3 (char 2)
wrong('-')  # expect: Expecting value: line 1 column 1 (char 0)
wrong('[1.e5]')  # expect: Expecting ',' delimiter: line 1 column 3 (char 2)
