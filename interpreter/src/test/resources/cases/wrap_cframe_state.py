# states that do not fit: Java's exceptions
import stackless, pickle

w = stackless._wrap
for f in (
    lambda: w.cframe('tasklets.TaskletFrame/1').__setstate__(
        (1, 'tasklets.TaskletFrame/1', ((), [], None, None, True, False), 0, 0)
    ),
    lambda: w.frame('no code'),
):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ != 'SystemError', 'java' not in str(e))
# expect: True True
# expect: True True
