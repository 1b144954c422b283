# sys.settrace and sys.setprofile, jumps of debuggers, the views of variables, sys.monitoring.
import sys

events = []


def tracer(frame, event, arg):
    code = frame.f_code
    if code.co_filename == tracer.__code__.co_filename:
        events.append((code.co_name, event, frame.f_lineno - code.co_firstlineno))
        return tracer


def traced(function):
    sys.settrace(tracer)
    function()
    sys.settrace(None)


def show():
    print(*events, sep='\n')
    events.clear()


def generator(n):
    for i in range(n):
        yield i
    return 'end'


def consume():
    try:
        for x in generator(1):
            y = x
        raise ValueError
    except ValueError as e:
        y = e
    finally:
        y = 1
    while y < 2:
        y += 1


traced(
    consume
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
show()
# expect: ('consume', 'call', 0)
# expect: ('consume', 'line', 1)
# expect: ('consume', 'line', 2)
# expect: ('generator', 'call', 0)
# expect: ('generator', 'line', 1)
# expect: ('generator', 'line', 2)
# expect: ('generator', 'return', 2)
# expect: ('consume', 'line', 3)
# expect: ('consume', 'line', 2)
# expect: ('generator', 'call', 2)
# expect: ('generator', 'line', 1)
# expect: ('generator', 'line', 3)
# expect: ('generator', 'return', 3)
# expect: ('consume', 'exception', 2)
# expect: ('consume', 'line', 4)
# expect: ('consume', 'exception', 4)
# expect: ('consume', 'line', 5)
# expect: ('consume', 'line', 6)
# expect: ('consume', 'line', 8)
# expect: ('consume', 'line', 9)
# expect: ('consume', 'line', 10)
# expect: ('consume', 'line', 9)
# expect: ('consume', 'return', 9)


def calls():
    len('abc')
    'abc'.upper()
    try:
        int('x')
        [].pop()
    except ValueError:
        pass
    try:
        [].pop()
    except IndexError:
        pass


def profiler(frame, event, arg):
    if frame.f_code is calls.__code__:
        events.append((event, getattr(arg, '__name__', arg)))


def profiled(function):
    sys.setprofile(profiler)
    function()
    sys.setprofile(None)


profiled(
    calls
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
show()
# expect: ('call', None)
# expect: ('c_call', 'len')
# expect: ('c_return', 'len')
# expect: ('c_call', 'upper')
# expect: ('c_return', 'upper')
# expect: ('c_call', 'pop')
# expect: ('c_exception', 'pop')
# expect: ('return', None)


def failing(frame, event, arg):
    raise KeyError(event)


def fail():
    sys.settrace(failing)
    consume()


fail()  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect error: KeyError: 'call'
print(sys.gettrace())
# expect: None

# -- jumps


def jumper(event, line, target):
    def trace(frame, e, arg):
        if e == event and frame.f_lineno - frame.f_code.co_firstlineno == line:
            sys.settrace(None)
            try:
                frame.f_lineno = frame.f_code.co_firstlineno + target
            except ValueError as error:
                print(error)
        return trace

    return trace


def steps():
    out = []
    for i in (1, 2):
        out.append(i)
    out.append(3)
    try:
        out.append(4)
        out.append(5)
    except ValueError:
        out.append(6)
    return out


def run(event, line, target):
    sys.settrace(jumper(event, line, target))
    out = steps()
    sys.settrace(None)
    print(out)


import warnings

warnings.simplefilter('ignore', RuntimeWarning)
run(
    'line', 4, 7
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: [1, 2, 5]
run(
    'line', 3, 4
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: [3, 4, 5]
run(
    'line', 4, 3
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: can't jump into the body of a for loop
# expect: [1, 2, 3, 4, 5]
run(
    'line', 6, 9
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: can't jump into an 'except' block as there's no exception
# expect: [1, 2, 3, 4, 5]
run(
    'call', 0, 4
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: can't jump from the 'call' trace event of a new frame
# expect: [1, 2, 3, 4, 5]
run(
    'return', 10, 4
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: can only jump from a 'line' trace event
# expect: [1, 2, 3, 4, 5]

# -- variables of a running function


def variables(a):
    b = 1
    view = sys._getframe().f_locals
    view['a'] = 2
    view['added'] = 3
    inner = lambda: b
    view['b'] = 5
    return a, b, inner(), view['added'], 'added' in locals(), type(view).__name__


print(variables(0))  # not saved: cannot pickle 'FrameLocalsProxy' object
# expect: (2, 5, 5, 3, True, 'FrameLocalsProxy')
print(sys._getframe().f_locals is globals())
# expect: True

# -- sys.monitoring


def lines(code, line):
    events.append(line - code.co_firstlineno)
    return sys.monitoring.DISABLE


def monitored():
    mon = sys.monitoring
    mon.use_tool_id(mon.COVERAGE_ID, 'test')
    mon.register_callback(mon.COVERAGE_ID, mon.events.LINE, lines)
    mon.set_local_events(mon.COVERAGE_ID, steps.__code__, mon.events.LINE)
    steps()
    steps()
    print(events, mon.get_tool(mon.COVERAGE_ID))
    mon.free_tool_id(mon.COVERAGE_ID)
    print(mon.get_tool(mon.COVERAGE_ID))


monitored()  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: [1, 2, 3, 2, 4, 5, 6, 7, 10] test
# expect: None
