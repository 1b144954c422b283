# modes: plain, switch (compiles its statements beforehand when it is pickled, which is what warns)
import warnings
def warned(source):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter('always')
        compile(source, 'there.py', 'exec')
    return [(str(w.message), w.lineno, w.filename) for w in found]
print(warned('\nx is 1'))  # expect: [('"is" with \'int\' literal. Did you mean "=="?', 2, 'there.py')]
print(warned('x is not ()')[0][0])  # expect: "is not" with 'tuple' literal. Did you mean "!="?
print(warned('x is None'), warned('x is ...'))  # expect: [] []
print(warned('assert (x, "message")')[0][0])  # expect: assertion is always true, perhaps remove parentheses?
print(warned('[(1, 2) (3, 4)]')[0][0])  # expect: 'tuple' object is not callable; perhaps you missed a comma?
print(warned('[[1, 2] [3, 4]]')[0][0])  # expect: list indices must be integers or slices, not tuple; perhaps you missed a comma?
print(warned("a = '\\d'\nb = b'\\400'"))  # expect: [("invalid escape sequence '\\d'", 1, 'there.py'), ("invalid octal escape sequence '\\400'", 2, 'there.py')]
print(warned("f'\\d{x}'")[0][0], warned("r'\\d'"))  # expect: invalid escape sequence '\d' []
warnings.simplefilter('error')
exec('x is 1')  # expect error: SyntaxError: "is" with 'int' literal. Did you mean "=="? (<string>, line 1)
warnings.simplefilter('ignore')
print(bool(NotImplemented), ~True)  # expect: True -2
