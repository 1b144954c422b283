"""The module datetime."""
import copy, pickle
from datetime import date, datetime, time, timedelta, timezone, tzinfo, UTC

# ---- timedelta
print(timedelta(1, 2, 3, 4, 5, 6, 7), repr(timedelta(0)), timedelta(days=-1, microseconds=1), timedelta(weeks=-1))  # expect: 50 days, 6:05:02.004003 datetime.timedelta(0) -1 day, 0:00:00.000001 -7 days, 0:00:00
print(repr(timedelta(0.5, 0.25, 1.5, 2.5)), timedelta(microseconds=2.5).microseconds, timedelta(microseconds=0.5).microseconds)  # expect: datetime.timedelta(seconds=43200, microseconds=252502) 2 0
print(timedelta(1) + timedelta(hours=1), timedelta(1) - timedelta(2), -timedelta(1, 1), abs(timedelta(-1)), +timedelta(3))  # expect: 1 day, 1:00:00 -1 day, 0:00:00 -2 days, 23:59:59 1 day, 0:00:00 3 days, 0:00:00
print(timedelta(1) * 3, 2 * timedelta(1), timedelta(1) * 0.3, timedelta(1) / 7, timedelta(1) / 0.7, timedelta(10) // 3)  # expect: 3 days, 0:00:00 2 days, 0:00:00 7:12:00 3:25:42.857143 1 day, 10:17:08.571429 3 days, 8:00:00
print(timedelta(5) / timedelta(2), timedelta(5) // timedelta(2), timedelta(5) % timedelta(2), divmod(timedelta(5), timedelta(2)))  # expect: 2.5 2 1 day, 0:00:00 (2, datetime.timedelta(days=1))
print(timedelta(1) < timedelta(2), timedelta(1) == timedelta(hours=24), timedelta(1) == 1, bool(timedelta(0)), hash(timedelta(1)) == hash((1, 0, 0)))  # expect: True True False False True
print(timedelta.max.total_seconds(), timedelta.min, timedelta.resolution, timedelta(1).__reduce__())  # expect: 86400000000000.0 -999999999 days, 0:00:00 0:00:00.000001 (<class 'datetime.timedelta'>, (1, 0, 0))
timedelta(10**9)  # expect error: OverflowError: days=1000000000; must have magnitude <= 999999999
timedelta('a')  # expect error: TypeError: unsupported type for timedelta days component: str
timedelta(float('nan'))  # expect error: ValueError: cannot convert float NaN to integer
timedelta(float('inf'))  # expect error: OverflowError: cannot convert float infinity to integer
timedelta.max * 2  # expect error: OverflowError: days=1999999999; must have magnitude <= 999999999
timedelta(1) / 0  # expect error: ZeroDivisionError: integer division or modulo by zero
timedelta(1) // timedelta(0)  # expect error: ZeroDivisionError: integer division or modulo by zero
timedelta(1) % timedelta(0)  # expect error: ZeroDivisionError: integer modulo by zero
timedelta(1) + 1  # expect error: TypeError: unsupported operand type(s) for +: 'datetime.timedelta' and 'int'
timedelta(1) < 1  # expect error: TypeError: '<' not supported between instances of 'datetime.timedelta' and 'int'
timedelta(1) * float('inf')  # expect error: OverflowError: cannot convert Infinity to integer ratio
timedelta(1).days = 2  # expect error: AttributeError: readonly attribute

# ---- date
d = date(2024, 2, 29)
print(d, repr(d), d.toordinal(), d.weekday(), d.isoweekday(), d.isocalendar(), d.ctime(), d.timetuple())  # expect: 2024-02-29 datetime.date(2024, 2, 29) 738945 3 4 datetime.IsoCalendarDate(year=2024, week=9, weekday=4) Thu Feb 29 00:00:00 2024 time.struct_time(tm_year=2024, tm_mon=2, tm_mday=29, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=60, tm_isdst=-1)
print(d + timedelta(1), d - timedelta(60, 86399), d - date(2000, 1, 1), timedelta(-1) + d, d.replace(year=2020), d.replace(day=1))  # expect: 2024-03-01 2023-12-31 8825 days, 0:00:00 2024-02-28 2020-02-29 2024-02-01
print(date.fromordinal(738945), date.fromisoformat('2024-02-29'), date.fromisoformat('20240229'), date.fromisoformat('2024-W09-4'))  # expect: 2024-02-29 2024-02-29 2024-02-29 2024-02-29
print(date.fromisocalendar(2024, 9, 4), date.min, date.max, date.resolution, d < date.max, d == date(2024, 2, 29), {d: 1}[date(2024, 2, 29)])  # expect: 2024-02-29 0001-01-01 9999-12-31 1 day, 0:00:00 True True 1
print(d.strftime('%d.%m.%Y %a %j %U'), format(d, '%b %d'), f'{d}', d.isocalendar().week, tuple(d.isocalendar()))  # expect: 29.02.2024 Thu 060 08 Feb 29 2024-02-29 9 (2024, 9, 4)
date(2023, 2, 29)  # expect error: ValueError: day is out of range for month
date(0, 1, 1)  # expect error: ValueError: year 0 is out of range
date(2024)  # expect error: TypeError: function missing required argument 'month' (pos 2)
date(2024, 13, 1)  # expect error: ValueError: month must be in 1..12
date('a', 1, 1)  # expect error: TypeError: 'str' object cannot be interpreted as an integer
date.max + timedelta(1)  # expect error: OverflowError: date value out of range
date.fromisoformat('2024-2-29')  # expect error: ValueError: Invalid isoformat string: '2024-2-29'
date.fromisoformat('2024-02-30')  # expect error: ValueError: day is out of range for month
date.fromisocalendar(2023, 53, 1)  # expect error: ValueError: Invalid week: 53
date.fromordinal(0)  # expect error: ValueError: ordinal must be >= 1
date.fromtimestamp(float('nan'))  # expect error: ValueError: Invalid value NaN (not a number)
d - datetime(2024, 1, 1)  # expect error: TypeError: unsupported operand type(s) for -: 'datetime.date' and 'datetime.datetime'
d < datetime(2024, 1, 1)  # expect error: TypeError: '<' not supported between instances of 'datetime.date' and 'datetime.datetime'
print(d == datetime(2024, 2, 29), datetime(2024, 2, 29) != d)  # expect: False True

# ---- time
t = time(12, 30, 15, 123456, timezone(timedelta(hours=-5)), fold=1)
print(t, repr(t), repr(time(1, 2)), repr(time(1, 2, 3)), t.isoformat('hours'), t.isoformat(timespec='milliseconds'), t.tzname(), t.dst())  # expect: 12:30:15.123456-05:00 datetime.time(12, 30, 15, 123456, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400)), fold=1) datetime.time(1, 2) datetime.time(1, 2, 3) 12-05:00 12:30:15.123-05:00 UTC-05:00 None
print(time.fromisoformat('T12:30:15,5+01:00'), time.fromisoformat('1230'), t.replace(hour=1, fold=0), time.min, time.max, t.strftime('%H:%M:%S.%f %z %:z %Z'))  # expect: 12:30:15.500000+01:00 12:30:00 01:30:15.123456-05:00 00:00:00 23:59:59.999999 12:30:15.123456 -0500 -05:00 UTC-05:00
print(time(1) < time(2), time(1, tzinfo=UTC) == time(2, tzinfo=timezone(timedelta(hours=1))), time(1) == time(1, tzinfo=UTC), time(1) == 1)  # expect: True True False False
print(hash(time(1, tzinfo=UTC)) == hash(time(2, tzinfo=timezone(timedelta(hours=1)))), bool(time(0)))  # expect: True True
time(24)  # expect error: ValueError: hour must be in 0..23
time(1) < time(1, tzinfo=UTC)  # expect error: TypeError: can't compare offset-naive and offset-aware times
time(1, fold=2)  # expect error: ValueError: fold must be either 0 or 1
time(1, tzinfo=1)  # expect error: TypeError: tzinfo argument must be None or of a tzinfo subclass, not type 'int'
time.fromisoformat('25:00')  # expect error: ValueError: hour must be in 0..23
time.fromisoformat('12:3')  # expect error: ValueError: Invalid isoformat string: '12:3'
time(1).isoformat('x')  # expect error: ValueError: Unknown timespec value

# ---- timezone
z = timezone(timedelta(hours=5, minutes=30), 'IST')
print(z, repr(z), UTC, repr(UTC), repr(timezone.min), timezone(timedelta(0)) is UTC, timezone(timedelta(0), 'x') == UTC, hash(z) == hash(timedelta(hours=5, minutes=30)))  # expect: IST datetime.timezone(datetime.timedelta(seconds=19800), 'IST') UTC datetime.timezone.utc datetime.timezone(datetime.timedelta(days=-1, seconds=60)) True True True
print(timezone(timedelta(seconds=-1)), timezone(timedelta(microseconds=1)), z.utcoffset(None), z.dst(None), z.__getinitargs__())  # expect: UTC-00:00:01 UTC+00:00:00.000001 5:30:00 None (datetime.timedelta(seconds=19800), 'IST')
timezone(timedelta(1))  # expect error: ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1).
timezone(1)  # expect error: TypeError: timezone() argument 1 must be datetime.timedelta, not int
timezone.utc.utcoffset(1)  # expect error: TypeError: utcoffset(dt) argument must be a datetime instance or None, not int
timezone.utc.fromutc(datetime(1, 1, 1))  # expect error: ValueError: fromutc: dt.tzinfo is not self
class T(timezone): pass  # expect error: TypeError: type 'datetime.timezone' is not an acceptable base type
tzinfo().utcoffset(None)  # expect error: NotImplementedError: a tzinfo subclass must implement utcoffset()
tzinfo().fromutc(datetime(2024, 1, 1))  # expect error: ValueError: fromutc: dt.tzinfo is not self

# ---- datetime
n = datetime(2024, 2, 29, 12, 30, 15, 123456)
a = n.replace(tzinfo=z)
print(n, repr(n), a, repr(a), repr(a.replace(fold=1)), repr(datetime(1, 1, 1)), a.isoformat(' ', 'minutes'), a.ctime())  # expect: 2024-02-29 12:30:15.123456 datetime.datetime(2024, 2, 29, 12, 30, 15, 123456) 2024-02-29 12:30:15.123456+05:30 datetime.datetime(2024, 2, 29, 12, 30, 15, 123456, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800), 'IST')) datetime.datetime(2024, 2, 29, 12, 30, 15, 123456, fold=1, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800), 'IST')) datetime.datetime(1, 1, 1, 0, 0) 2024-02-29 12:30+05:30 Thu Feb 29 12:30:15 2024
print(n + timedelta(1, 1, 1), n - timedelta(hours=13), n - datetime(2000, 1, 1), a - n.replace(tzinfo=UTC), a.astimezone(UTC), a.astimezone(z) is a)  # expect: 2024-03-01 12:30:16.123457 2024-02-28 23:30:15.123456 8825 days, 12:30:15.123456 -1 day, 18:30:00 2024-02-29 07:00:15.123456+00:00 True
print(a == a.astimezone(UTC), hash(a) == hash(a.astimezone(UTC)), a < n.replace(tzinfo=UTC), n == a, n != a, a.date(), a.time(), a.timetz())  # expect: True True True False True 2024-02-29 12:30:15.123456 12:30:15.123456+05:30
print(a.timestamp(), datetime(9999, 12, 31, tzinfo=UTC).timestamp(), datetime.fromtimestamp(1e9, UTC), datetime.fromtimestamp(-0.5, z), a.utctimetuple())  # expect: 1709190015.123456 253402214400.0 2001-09-09 01:46:40+00:00 1970-01-01 05:29:59.500000+05:30 time.struct_time(tm_year=2024, tm_mon=2, tm_mday=29, tm_hour=7, tm_min=0, tm_sec=15, tm_wday=3, tm_yday=60, tm_isdst=0)
print(datetime.combine(date(2024, 1, 2), time(3, 4)), datetime.combine(d, t, UTC), datetime.fromordinal(1), datetime.fromisocalendar(2020, 53, 7))  # expect: 2024-01-02 03:04:00 2024-02-29 12:30:15.123456+00:00 0001-01-01 00:00:00 2021-01-03 00:00:00
print(datetime.strptime('2024-02-29 12:30', '%Y-%m-%d %H:%M'), datetime.strptime('29/02/24 +0530', '%d/%m/%y %z'), a.strftime('%c %z %Z %%f %f'))  # expect: 2024-02-29 12:30:00 2024-02-29 00:00:00+05:30 Thu Feb 29 12:30:15 2024 +0530 IST %f 123456
print([datetime.fromisoformat(s).isoformat() for s in ('2024-02-29', '20240229T1230', '2024-W09-4T12:30:15.5Z', '2024-02-29 12:30:15,123456789+05:30:10.5', '2024W09412')])  # expect: ['2024-02-29T00:00:00', '2024-02-29T12:30:00', '2024-02-29T12:30:15.500000+00:00', '2024-02-29T12:30:15.123456+05:30:10.500000', '2024-02-26T12:00:00']
print(datetime.min, datetime.max, datetime.resolution, a.__replace__(year=2020), a.tzinfo is z, a.fold, a.utcoffset(), a.tzname(), a.dst())  # expect: 0001-01-01 00:00:00 9999-12-31 23:59:59.999999 0:00:00.000001 2020-02-29 12:30:15.123456+05:30 True 0 5:30:00 IST None
datetime(2024, 1, 1, 24)  # expect error: ValueError: hour must be in 0..23
datetime.fromisoformat('2024-02-29T')  # expect error: ValueError: Invalid isoformat string: '2024-02-29T'
datetime.fromisoformat('2024-02-29T12:3')  # expect error: ValueError: Invalid isoformat string: '2024-02-29T12:3'
datetime.fromisoformat(1)  # expect error: TypeError: fromisoformat: argument must be str
datetime.max + timedelta.resolution  # expect error: OverflowError: date value out of range
n < a  # expect error: TypeError: can't compare offset-naive and offset-aware datetimes
n - a  # expect error: TypeError: can't subtract offset-naive and offset-aware datetimes
a - 1  # expect error: TypeError: unsupported operand type(s) for -: 'datetime.datetime' and 'int'
datetime.fromtimestamp(1e20)  # expect error: OverflowError: timestamp out of range for platform time_t
datetime.fromtimestamp(1e18, UTC)  # expect error: OSError: [Errno 75] Value too large for defined data type
datetime.fromtimestamp(1e13, UTC)  # expect error: ValueError: year 318857 is out of range
datetime.now(1)  # expect error: TypeError: tzinfo argument must be None or of a tzinfo subclass, not type 'int'
datetime.combine(1, 2)  # expect error: TypeError: combine() argument 1 must be datetime.date, not int
n.astimezone(1)  # expect error: TypeError: tzinfo argument must be None or of a tzinfo subclass, not type 'int'
n.isoformat('ab')  # expect error: TypeError: isoformat() argument 1 must be a unicode character, not str
datetime.strptime('x', '%Y')  # expect error: ValueError: time data 'x' does not match format '%Y'
print(type(datetime.now()).__name__, datetime.now(UTC).tzinfo, type(date.today()).__name__, datetime.today() <= datetime.now())  # expect: datetime UTC date True

# ---- pickles
for o in d, t, n, a, a.replace(fold=1), z, UTC, timedelta(1, 2, 3), d.isocalendar():
    print([pickle.loads(pickle.dumps(o, p)) == o for p in range(6)], copy.deepcopy(o) == o, pickle.dumps(o, 2).hex())
# expect: [True, True, True, True, True, True] True 8002636461746574696d650a646174650a7100635f636f646563730a656e636f64650a7101580500000007c3a8021d710258060000006c6174696e3171038671045271058571065271072e
# expect: [True, True, True, True, True, True] True 8002636461746574696d650a74696d650a7100635f636f646563730a656e636f64650a710158070000000c1e0f01c3a240710258060000006c6174696e317103867104527105636461746574696d650a74696d657a6f6e650a7106636461746574696d650a74696d6564656c74610a71074affffffff4a300b01004b0087710852710985710a52710b86710c52710d2e
# expect: [True, True, True, True, True, True] True 8002636461746574696d650a6461746574696d650a7100635f636f646563730a656e636f64650a7101580c00000007c3a8021d0c1e0f01c3a240710258060000006c6174696e3171038671045271058571065271072e
# expect: [True, True, True, True, True, True] True 8002636461746574696d650a6461746574696d650a7100635f636f646563730a656e636f64650a7101580c00000007c3a8021d0c1e0f01c3a240710258060000006c6174696e317103867104527105636461746574696d650a74696d657a6f6e650a7106636461746574696d650a74696d6564656c74610a71074b004d584d4b008771085271095803000000495354710a86710b52710c86710d52710e2e
# expect: [True, True, True, True, True, True] True 8002636461746574696d650a6461746574696d650a7100635f636f646563730a656e636f64650a7101580c00000007c3a8021d0c1e0f01c3a240710258060000006c6174696e317103867104527105636461746574696d650a74696d657a6f6e650a7106636461746574696d650a74696d6564656c74610a71074b004d584d4b008771085271095803000000495354710a86710b52710c86710d52710e2e
# expect: [True, True, True, True, True, True] True 8002636461746574696d650a74696d657a6f6e650a7100636461746574696d650a74696d6564656c74610a71014b004d584d4b00877102527103580300000049535471048671055271062e
# expect: [True, True, True, True, True, True] True 8002636461746574696d650a74696d657a6f6e650a7100636461746574696d650a74696d6564656c74610a71014b004b004b008771025271038571045271052e
# expect: [True, True, True, True, True, True] True 8002636461746574696d650a74696d6564656c74610a71004b014b024b038771015271022e
# expect: [True, True, True, True, True, True] True 8002635f5f6275696c74696e5f5f0a7475706c650a71004de8074b094b048771018571025271032e
print(pickle.loads(pickle.dumps(UTC)) is UTC, pickle.loads(pickle.dumps(a.replace(fold=1), 4)).fold, pickle.loads(pickle.dumps(a.replace(fold=1), 3)).fold)  # expect: True 1 0
print(pickle.loads(b'cdatetime\ndatetime\n(S"\\x07\\xe8\\x02\\x1d\\x0c\\x1e\\x0f\\x01\\xe2@"\ntR.', encoding='latin1'))  # expect: 2024-02-29 12:30:15.123456
datetime('\u0407\xe8\x02\x1d\x0c\x1e\x0f\x01\xe2@')  # expect error: ValueError: Failed to encode latin1 string when unpickling a datetime object. pickle.load(data, encoding='latin1') is assumed.
datetime(b'\x07\xe8\x02\x1d\x0c\x1e\x0f\x01\xe2@', 1)  # expect error: TypeError: bad tzinfo state arg

# ---- classes of programs
class Stamp(datetime):
    made = []

    def __new__(cls, *args, **names):
        cls.made.append((args[3:], names))
        return super().__new__(cls, *args, **names)

class Day(date):
    def __init__(self, *args):
        self.args = args

class Clock(time):
    pass

class Span(timedelta):
    pass

s = Stamp(2024, 2, 29, 1, tzinfo=UTC)
for r in s + timedelta(1), s.replace(fold=1), s.astimezone(z), Stamp.fromtimestamp(0, z), Stamp.fromisoformat('2024-01-01'), Stamp.combine(d, time(1, fold=1)), Stamp.strptime('2024', '%Y'):
    print(type(r).__name__, r, Stamp.made)
    Stamp.made.clear()
# expect: Stamp 2024-03-01 01:00:00+00:00 [((1,), {'tzinfo': datetime.timezone.utc}), ((1, 0, 0, 0, datetime.timezone.utc), {}), ((1, 0, 0, 0, datetime.timezone.utc), {'fold': 1}), ((1, 0, 0, 0, datetime.timezone.utc), {}), ((6, 30, 0, 0, datetime.timezone(datetime.timedelta(seconds=19800), 'IST')), {}), ((0, 0, 0, 0, datetime.timezone(datetime.timedelta(seconds=19800), 'IST')), {}), ((5, 30, 0, 0, datetime.timezone(datetime.timedelta(seconds=19800), 'IST')), {}), ((0, 0, 0, 0, None), {}), ((1, 0, 0, 0, None), {'fold': 1}), ((0, 0, 0, 0), {})]
# expect: Stamp 2024-02-29 01:00:00+00:00 []
# expect: Stamp 2024-02-29 06:30:00+05:30 []
# expect: Stamp 1970-01-01 05:30:00+05:30 []
# expect: Stamp 2024-01-01 00:00:00 []
# expect: Stamp 2024-02-29 01:00:00 []
# expect: Stamp 2024-01-01 00:00:00 []
print(type(s.date()).__name__, type(s - s).__name__, pickle.loads(pickle.dumps(s)) == s, repr(s))  # expect: date timedelta True Stamp(2024, 2, 29, 1, 0, tzinfo=datetime.timezone.utc)
e = Day(2024, 1, 31) + timedelta(1)
print(repr(e), e.args, repr(Day.fromisoformat('2024-01-01')), type(Day.today()).__name__, repr(Day.fromordinal(1).replace(year=3)))  # expect: Day(2024, 2, 1) (2024, 2, 1) Day(2024, 1, 1) Day Day(3, 1, 1)
print(repr(Clock(1).replace(minute=2)), type(Span(1) + Span(1)).__name__, repr(Span(1)), type(-Span(1)).__name__, repr(Clock.fromisoformat('01:02')))  # expect: Clock(1, 2) timedelta Span(days=1) timedelta Clock(1, 2)

class Zone(tzinfo):
    """An hour east of UTC, two from July on; the hours tell what is asked for."""

    def __init__(self, calls):
        self.calls = calls

    def utcoffset(self, when):
        self.calls.append('u')
        return timedelta(hours=1) + self.dst(when)

    def dst(self, when):
        self.calls.append('d')
        return timedelta(hours=when is not None and when.month > 6)

    def tzname(self, when):
        self.calls.append('n')
        return '50%s'

    def __getinitargs__(self):
        return (self.calls,)

calls = []
w = datetime(2024, 7, 1, 12, tzinfo=Zone(calls))

def shown(what):
    print(what, ''.join(calls))
    calls.clear()

shown(w == datetime(2024, 7, 1, 10, tzinfo=UTC))  # expect: True ududud
shown(w < datetime(2024, 7, 1, 10, tzinfo=Zone(calls)))  # expect: False udud
shown(w == w)  # expect: True 
shown(w - datetime(2024, 1, 1, tzinfo=UTC))  # expect: 182 days, 10:00:00 ud
shown(hash(w) == hash(w.astimezone(UTC)))  # expect: True udud
shown(hash(w) == hash(w))  # expect: True 
shown(str(w))  # expect: 2024-07-01 12:00:00+02:00 ud
shown(w.strftime('%z %:z %Z'))  # expect: +0200 +02:00 50%s dududn
shown(datetime.fromtimestamp(1.7e9, w.tzinfo))  # expect: 2023-11-15 00:13:20+02:00 uddd
shown(w.astimezone(z))  # expect: 2024-07-01 15:30:00+05:30 ud
shown(UTC.fromutc(datetime(2024, 1, 1, tzinfo=UTC)).astimezone(w.tzinfo))  # expect: 2024-01-01 01:00:00+01:00 uddd
shown(w.timetuple().tm_isdst)  # expect: 1 d
shown(w.utctimetuple()[:5])  # expect: (2024, 7, 1, 10, 0) ud
shown(w.timestamp())  # expect: 1719828000.0 ud
shown((w.utcoffset(), w.dst(), w.tzname()))  # expect: (datetime.timedelta(seconds=7200), datetime.timedelta(seconds=3600), '50%s') uddn
shown(time(1, tzinfo=w.tzinfo) < time(1, tzinfo=UTC))  # expect: True ud
shown({w: 1}[datetime(2024, 7, 1, 10, tzinfo=UTC)])  # expect: 1 ududud
shown(max(w, w.replace(hour=9, tzinfo=UTC)) is w)  # expect: True udud
shown([type(o).__name__ for o in w.tzinfo.__reduce__()])  # expect: ['type', 'tuple', 'dict'] 

class Fold(Zone):
    def utcoffset(self, when):
        return timedelta(hours=when.fold)

f = datetime(2024, 1, 1, 1, tzinfo=Fold([]))
print(f == datetime(2024, 1, 1, 1, tzinfo=UTC), f < datetime(2024, 1, 1, 2, tzinfo=UTC), hash(f) == hash(f.replace(fold=1)))  # expect: False True True

class Bad(tzinfo):
    def __init__(self, value):
        self.value = value

    def utcoffset(self, when):
        return self.value

    dst = tzname = utcoffset

datetime(2024, 1, 1, tzinfo=Bad(1)).utcoffset()  # expect error: TypeError: tzinfo.utcoffset() must return None or timedelta, not 'int'
datetime(2024, 1, 1, tzinfo=Bad('x')).dst()  # expect error: TypeError: tzinfo.dst() must return None or timedelta, not 'str'
datetime(2024, 1, 1, tzinfo=Bad(timedelta(1))).utcoffset()  # expect error: ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).
datetime(2024, 1, 1, tzinfo=Bad(1)).tzname()  # expect error: TypeError: tzinfo.tzname() must return None or a string, not 'int'
datetime.fromtimestamp(0, Bad(None))  # expect error: ValueError: fromutc: non-None utcoffset() result required
print(datetime(2024, 1, 1, tzinfo=Bad(None)) == datetime(2024, 1, 1), datetime(2024, 1, 1, tzinfo=Bad(None)))  # expect: True 2024-01-01 00:00:00

class Odd(float):
    def as_integer_ratio(self):
        return 1

timedelta(1) * Odd()  # expect error: TypeError: unexpected return type from as_integer_ratio(): expected tuple, got 'int'
timedelta(1) / Odd(1)  # expect error: TypeError: unexpected return type from as_integer_ratio(): expected tuple, got 'int'
