# The text of objects whose classes CPython has in C: types.SimpleNamespace, and those of datetime
import copy, types
from types import SimpleNamespace
n = SimpleNamespace(a=1)
n.x = n
print(n)
# expect: namespace(a=1, x=namespace(...))
class S(SimpleNamespace):
    pass
s = S(b=[n])
s.me = s
print(s, S(), S() == SimpleNamespace())
# expect: S(b=[namespace(a=1, x=namespace(...))], me=S(...)) S() True
vars(s)['x y'] = 1
vars(s)[1] = 1
print(s)
# expect: S(b=[namespace(a=1, x=namespace(...))], me=S(...), x y=1)
print(SimpleNamespace({'a': 1, 'b': 2}, b=3, c=4), SimpleNamespace([('a', 1)]), SimpleNamespace(SimpleNamespace(a=1).__dict__))
# expect: namespace(a=1, b=3, c=4) namespace(a=1) namespace(a=1)
SimpleNamespace(1)
# expect error: TypeError: 'int' object is not iterable
SimpleNamespace({1: 2})
# expect error: TypeError: keywords must be strings
SimpleNamespace([1])
# expect error: TypeError: cannot convert dictionary update sequence element #0 to a sequence
SimpleNamespace(1, 2)
# expect error: TypeError: SimpleNamespace expected at most 1 argument, got 2
print(copy.replace(SimpleNamespace(a=1, b=2), a=9), SimpleNamespace(self=1))
# expect: namespace(a=9, b=2) namespace(self=1)
class Slow:
    def __repr__(self):
        return 'slow'
print([SimpleNamespace(a=Slow(), b={'c': SimpleNamespace(d=Slow())})])
# expect: [namespace(a=slow, b={'c': namespace(d=slow)})]
from datetime import datetime, time, timezone
print(repr(datetime(2020, 1, 1, fold=1, tzinfo=timezone.utc)), repr(time(1, fold=1, tzinfo=timezone.utc)))
# expect: datetime.datetime(2020, 1, 1, 0, 0, fold=1, tzinfo=datetime.timezone.utc) datetime.time(1, 0, tzinfo=datetime.timezone.utc, fold=1)
class D(datetime):
    pass
print(repr(datetime(2020, 1, 1, 2, 3, 4, 5)), repr(datetime(2020, 1, 1, 2, 3, 4)), repr(D(2020, 1, 1, second=1, fold=1)))
# expect: datetime.datetime(2020, 1, 1, 2, 3, 4, 5) datetime.datetime(2020, 1, 1, 2, 3, 4) D(2020, 1, 1, 0, 0, 1, fold=1)
from datetime import date, timedelta
print([type(c.__name__, (c,), {'__module__': 'elsewhere'})(*args) for c, args in ((date, (1, 2, 3)), (time, (1,)), (timedelta, (0, 5)))], date(1, 2, 3), repr(date(1, 2, 3)), repr(timedelta(1)), repr(timezone(timedelta(hours=1), 'x')))
# expect: [date(1, 2, 3), time(1, 0), timedelta(seconds=5)] 0001-02-03 datetime.date(1, 2, 3) datetime.timedelta(days=1) datetime.timezone(datetime.timedelta(seconds=3600), 'x')
