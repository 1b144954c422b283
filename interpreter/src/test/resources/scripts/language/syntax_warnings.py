import warnings  # not saved: the filters of warnings are state of the library
def warned(source):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter('always')
        compile(source, 'there.py', 'exec')
    return [(str(w.message), w.lineno, w.filename) for w in found]
print(warned('\nx is 1'))  # not saved: the filters of warnings are state of the library  # expect: [('"is" with \'int\' literal. Did you mean "=="?', 2, 'there.py')]
print(warned('\n-1 is x'))  # not saved: the filters of warnings are state of the library  # expect: [('"is" with \'int\' literal. Did you mean "=="?', 2, 'there.py')]
print(warned('x is not ()')[0][0])  # not saved: the filters of warnings are state of the library  # expect: "is not" with 'tuple' literal. Did you mean "!="?
print(warned('x is None'), warned('x is ...'))  # expect: [] []
print(warned('assert (x, "message")')[0][0])  # not saved: the filters of warnings are state of the library  # expect: assertion is always true, perhaps remove parentheses?
print(warned('[(1, 2) (3, 4)]')[0][0])  # not saved: the filters of warnings are state of the library  # expect: 'tuple' object is not callable; perhaps you missed a comma?
print(warned('[[1, 2] [3, 4]]')[0][0])  # not saved: the filters of warnings are state of the library  # expect: list indices must be integers or slices, not tuple; perhaps you missed a comma?
print(warned("a = '\\d'\nb = b'\\400'"))  # not saved: the filters of warnings are state of the library  # expect: [("invalid escape sequence '\\d'", 1, 'there.py'), ("invalid octal escape sequence '\\400'", 2, 'there.py')]
print(warned("f'\\d{x}'")[0][0], warned("r'\\d'"))  # not saved: the filters of warnings are state of the library  # expect: invalid escape sequence '\d' []
warnings.simplefilter('error')  # not saved: the filters of warnings are state of the library
exec('x is 1')  # not saved: the filters of warnings are state of the library  # expect error: SyntaxError: "is" with 'int' literal. Did you mean "=="? (<string>, line 1)
warnings.simplefilter('ignore')  # not saved: the filters of warnings are state of the library
print(bool(NotImplemented), ~True)  # not saved: the filters of warnings are state of the library  # expect: True -2
