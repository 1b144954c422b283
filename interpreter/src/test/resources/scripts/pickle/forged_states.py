# States that no builtin has given are errors, and the program goes on.
import stackless._wrap as wrap

NAME = 'tasklets.TaskletFrame/2'


def forged(*fields):
    frame = wrap.cframe(NAME)
    frame.__setstate__((1, NAME, ((2, 3), *fields), 0, 0))


forged(
    None, None, 1, False, False
)  # not saved: a frame outside of tasklets cannot be pickled  # expect error: ValueError: invalid state of a call in progress (tasklets.TaskletFrame/2)
forged(
    None
)  # not saved: a frame outside of tasklets cannot be pickled  # expect error: ValueError: invalid obs for cframe
print(sum(n for n in range(5)))  # expect: 10
