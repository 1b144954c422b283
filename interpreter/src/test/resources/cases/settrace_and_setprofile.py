# sys.settrace and sys.setprofile do nothing, and say nothing: no pdb, no coverage
import sys

events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name == 'f':
        events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
        return tracer


def f(n):
    m = n + 1
    return m


sys.settrace(tracer)
f(1)
sys.settrace(None)
print(events)
events.clear()
sys.setprofile(tracer)
f(1)
sys.setprofile(None)
print(events)
# expect: [('call', 0), ('line', 1), ('line', 2), ('return', 2)]
# expect: [('call', 0), ('return', 2)]
