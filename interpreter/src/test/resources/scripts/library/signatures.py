import inspect, typing, sys
print(inspect.signature(len), inspect.signature([].append), inspect.signature(dict.get), inspect.signature(enumerate), inspect.signature(zip))  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect: (obj, /) (object, /) (self, key, default=None, /) (iterable, start=0) (*iterables, strict=False)
print(inspect.signature(open))  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect: (file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)
import atexit, marshal
print(inspect.signature(marshal.dump), inspect.signature(atexit.register), inspect.signature(sys.breakpointhook))  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect: (value, file, version=4, /, *, allow_code=True) (func, /, *args, **kwargs) (*args, **kwargs)
inspect.signature(sys.set_asyncgen_hooks)  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect error: ValueError: no signature found for builtin <built-in function set_asyncgen_hooks>
print([f.__name__ for f in (abs, print, isinstance, compile, getattr, input) if not f.__doc__])  # expect: []
inspect.signature(getattr)  # expect error: ValueError: no signature found for builtin <built-in function getattr>
T = typing.TypeVar('T')
Ts = typing.TypeVarTuple('Ts')  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__
print(tuple[T, *Ts][int, str, bool], dict[T, list[T]][int], tuple[*Ts][()])  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect: tuple[int, str, bool] dict[int, list[int]] tuple[()]
dict[T, T][int, str]  # expect error: TypeError: Too many arguments for dict[~T, ~T]; actual 2, expected 1
sys.set_int_max_str_digits(640)  # not saved: the limit belongs to the process
str(10 ** 1000)  # not saved: the limit belongs to the process  # expect error: ValueError: Exceeds the limit (640 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
sys.set_int_max_str_digits(0)  # not saved: the limit belongs to the process
print(len(str(10 ** 5000)))  # expect: 5001
nan = float('nan')
print(nan in (x for x in [nan]), dict.__dict__['fromkeys'].__name__)  # not saved: a NaN is a value, not an object  # expect: True fromkeys
dict.__dict__['fromkeys']({}, [])  # expect error: TypeError: descriptor 'fromkeys' for type 'dict' needs a type, not a 'dict' as arg 2
