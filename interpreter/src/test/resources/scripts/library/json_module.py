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
print(json.dumps([C(), 1], default=lambda o: 'C!'), json.dumps({'b': 1, 'a': 2}, sort_keys=True), json.dumps({1: 2, None: 3, True: 4}))  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect: ["C!", 1] {"a": 2, "b": 1} {"1": 4, "null": 3}
json.dumps({(1, 2): 3})  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect error: TypeError: keys must be str, int, float, bool or None, not tuple
json.dumps(float('nan'), allow_nan=False)  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect error: ValueError: Out of range float values are not JSON compliant: nan
loop = []
loop.append(loop)
json.dumps(loop)  # expect error: ValueError: Circular reference detected
