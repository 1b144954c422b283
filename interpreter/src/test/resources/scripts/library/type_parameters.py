"""typing on our own classes of type parameters."""
import typing
from typing import TypeVar, Generic, ParamSpec, TypeVarTuple, Unpack, Optional
T = TypeVar('T')
K = TypeVar('K', int, str)
B = TypeVar('B', bound=int, covariant=True)
P = ParamSpec('P')  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__
Ts = TypeVarTuple('Ts')  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__
print(T, K.__constraints__, B, B.__bound__, P, P.args, P.kwargs, Ts, T.__default__, T.has_default())  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect: ~T (<class 'int'>, <class 'str'>) +B <class 'int'> ~P P.args P.kwargs Ts typing.NoDefault False
TypeVar('X', int)  # expect error: TypeError: A single constraint is not allowed
TypeVar('X', int, str, bound=int)  # expect error: TypeError: Constraints cannot be combined with bound=...
class G(Generic[T]): pass  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__
print(G[int], G.__parameters__, G[int]().__orig_class__, G[T][str])  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect: __main__.G[int] (~T,) __main__.G[int] __main__.G[str]
G[int, str]  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect error: TypeError: Too many arguments for <class '__main__.G'>; actual 2, expected 1
print(list[T][int], dict[str, T].__parameters__, Optional[int], int | None, typing.Union[int, str, int])  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect: list[int] (~T,) typing.Optional[int] int | None typing.Union[int, str]
class H[A, *Bs, **C]: pass  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__
print(H.__type_params__, H.__orig_bases__)  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect: (A, Bs, C) (typing.Generic[A, typing.Unpack[Bs], C],)
def f[X: int = bool](x: X) -> X: return x
x = f.__type_params__[0]
print(f(3), x, x.__bound__, x.__default__, x.__infer_variance__)  # expect: 3 X <class 'int'> <class 'bool'> True
type L[E] = list[E] | None
print(L, L.__value__, L[int], L.__type_params__)  # expect: L list[E] | None L[int] (E,)
class D[Q](dict[str, Q]): pass  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__
print(D.__bases__, D[int], D(a=1))  # expect: (<class 'dict'>, <class 'typing.Generic'>) __main__.D[int] {'a': 1}
print(typing.get_type_hints(f), typing.get_args(dict[str, int]), typing.get_origin(list[int]))  # expect: {'x': X, 'return': X} (<class 'str'>, <class 'int'>) <class 'list'>
class Proto(typing.Protocol):
    def m(self) -> int: ...
@typing.runtime_checkable
class R(typing.Protocol):
    def m(self): ...
class Has:
    def m(self): return 1
print(isinstance(Has(), R), isinstance(3, R))  # expect: True False
isinstance(Has(), Proto)  # expect error: TypeError: Instance and class checks can only be used with @runtime_checkable protocols
class N(typing.NamedTuple):  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__
    a: int
    b: str = 'x'
print(N(1), N._fields, N(1)._replace(a=2))  # expect: N(a=1, b='x') ('a', 'b') N(a=2, b='x')
class TD(typing.TypedDict, total=False):
    k: int
print(TD(k=1), TD.__optional_keys__)  # expect: {'k': 1} frozenset({'k'})
print(typing.Callable[[int], str], typing.Literal['a', 1], typing.Annotated[int, 'meta'].__metadata__, typing.cast(int, 'x'))  # not saved: an object of the library whose __reduce__ needs it whole cannot be pickled in its __init__  # expect: typing.Callable[[int], str] typing.Literal['a', 1] ('meta',) x
