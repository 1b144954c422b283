"""The time module."""
import time
print(time.gmtime(0))  # expect: time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0)
print(time.gmtime(1e9)[:6], time.gmtime(-1).tm_year, time.gmtime(951782400).tm_yday)  # expect: (2001, 9, 9, 1, 46, 40) 1969 60
t = time.struct_time((2024, 2, 29, 13, 5, 9, 3, 60, 0))
print(time.strftime('%Y-%m-%d %H:%M:%S %y %b %B %a %A %j %U %W %V %G %u %w %p %I %e %k %l %C %D %F %R %T %% %t|', t).expandtabs(1))  # expect: 2024-02-29 13:05:09 24 Feb February Thu Thursday 060 08 09 09 2024 4 4 PM 01 29 13  1 20 02/29/24 2024-02-29 13:05 13:05:09 %  |
print(time.strftime('%-d/%-m %_H %05Y %^a %c %x %X %r %q', t), time.asctime(t), time.strftime('%z %Z', time.gmtime(0)))  # expect: 29/2 13 02024 THU Thu Feb 29 13:05:09 2024 02/29/24 13:05:09 01:05:09 PM %q Thu Feb 29 13:05:09 2024 +0000 GMT
print(t.tm_mon, t[1], len(t), t == (2024, 2, 29, 13, 5, 9, 3, 60, 0), t.n_fields, t.tm_zone)  # expect: 2 2 9 True 11 None
print(time.strptime('2024-02-29 13:05', '%Y-%m-%d %H:%M')[:5])  # expect: (2024, 2, 29, 13, 5)
print(time.mktime(time.localtime(1700000000)), time.ctime(0)[:10] in ('Thu Jan  1', 'Wed Dec 31'))  # expect: 1700000000.0 True
print(type(time.time()).__name__, type(time.time_ns()).__name__, time.monotonic() <= time.monotonic(), time.get_clock_info('time').adjustable)  # expect: float int True True
time.sleep(-1)  # expect error: ValueError: sleep length must be non-negative
time.sleep('x')  # expect error: TypeError: 'str' object cannot be interpreted as an integer
time.gmtime('x')  # expect error: TypeError: 'str' object cannot be interpreted as an integer
time.strftime('%Y', (2024, 13, 1, 0, 0, 0, 0, 1, 0))  # expect error: ValueError: month out of range
time.asctime((1, 2))  # expect error: TypeError: asctime(): illegal time tuple argument
import pickle
print(pickle.loads(pickle.dumps(t)) == t)  # expect: True
import datetime
print(datetime.datetime.fromtimestamp(0, datetime.timezone.utc), datetime.date(2024, 2, 29).strftime('%d.%m.%Y'))  # expect: 1970-01-01 00:00:00+00:00 29.02.2024
