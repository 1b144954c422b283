# Builtins that call methods of their arguments: conversions, formatting, joining, substitution.
import re

class Number:
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __index__(self): return 9
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __format__(self, spec): return "<" + spec + ">"
    def __bytes__(self): return b"bytes"
    def __complex__(self): return 1j

n = Number()
print(int(n), float(n), complex(n), bytes(n), str(n))  # expect: 7 2.5 1j b'bytes' str
print("%s %r %d %x %.1f" % (n, n, n, n, n))  # expect: str repr 7 9 2.5
print("{} {!r} {:{}} {!s:>5}".format(n, n, n, 3, n))  # expect: <> repr <3>   str
print(b"%s" % n)  # expect: b'bytes'
print(",".join(c for c in "abc"))  # expect: a,b,c
print(b",".join(c for c in [b"a", b"b"]))  # expect: b'a,b'
print(bytes(i for i in range(3)))  # expect: b'\x00\x01\x02'

class Table:
    def __getitem__(self, key):
        if key == ord("b"):
            raise LookupError
        return chr(key + 1)

print("abc".translate(Table()))  # expect: bbd
print(re.sub(r"\d", lambda m: "<" + m[0] + ">", "a1b2"))  # expect: a<1>b<2>

class Bad:
    def __str__(self): return 1
    def __int__(self): return "x"
    def __format__(self, spec): return 1

str(Bad())  # expect error: TypeError: __str__ returned non-string (type int)
"%s" % Bad()  # expect error: TypeError: __str__ returned non-string (type int)
"{}".format(Bad())  # expect error: TypeError: __format__ must return a str, not int
int(Bad())  # expect error: TypeError: __int__ returned non-int (type str)
