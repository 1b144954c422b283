# sys.getsizeof asks __sizeof__
import sys


class C:
    def __sizeof__(self):
        return 1000


print(sys.getsizeof(C()) >= 1000)
# expect: True
