# __new__ of one builtin makes no instances of another.
import collections
class Whole(int): pass
class Odd(int):
    def __new__(cls): return object.__new__(cls)
int.__new__(bool, 5)  # expect error: TypeError: int.__new__(bool) is not safe, use bool.__new__()
int.__new__(str)  # expect error: TypeError: int.__new__(str): str is not a subtype of int
int.__new__(5)  # expect error: TypeError: int.__new__(X): X is not a type object (int)
object.__new__(int)  # expect error: TypeError: object.__new__(int) is not safe, use int.__new__()
object.__new__(Whole)  # expect error: TypeError: object.__new__(Whole) is not safe, use Whole.__new__()
object.__new__(collections.deque)  # expect error: TypeError: object.__new__(collections.deque) is not safe, use collections.deque.__new__()
Odd()  # expect error: TypeError: object.__new__(Odd) is not safe, use int.__new__()
BaseException.__new__(OSError)  # expect error: TypeError: BaseException.__new__(OSError) is not safe, use OSError.__new__()
print(int.__new__(Whole, 5), Exception.__new__(ValueError, 1).args)
# expect: 5 (1,)
