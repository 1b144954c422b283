# Trace and profile functions: each tasklet has its own.
import pickle
import sys

import stackless

events = []


def tracer(frame, event, arg):
    code = frame.f_code
    if code.co_filename == tracer.__code__.co_filename:
        events.append((code.co_name, event, frame.f_lineno - code.co_firstlineno))
        return tracer


def traced(function, *args):
    sys.settrace(tracer)
    function(*args)
    sys.settrace(None)


def show():
    print(*events or ['nothing'], sep='\n')
    events.clear()


def worker(name):
    stackless.schedule()
    total = 1
    return total


traced(
    worker, 'main'
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
show()
# expect: ('worker', 'call', 0)
# expect: ('worker', 'line', 1)
# expect: ('worker', 'line', 2)
# expect: ('worker', 'line', 3)
# expect: ('worker', 'return', 3)


def run_two():
    t = stackless.tasklet(worker)('a')
    u = stackless.tasklet(worker)('b')
    t.trace_function = tracer
    print(t.trace_function is tracer, u.trace_function, sys.gettrace())
    stackless.run()
    for name in 'trace_function', 'profile_function':
        try:
            setattr(t, name, None)
        except RuntimeError as e:
            print(e)
    show()


run_two()  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: True None None
# expect: tasklet is not alive
# expect: tasklet is not alive
# expect: ('worker', 'call', 0)
# expect: ('worker', 'line', 1)
# expect: ('worker', 'line', 2)
# expect: ('worker', 'line', 3)
# expect: ('worker', 'return', 3)


def run_begun(own):
    """Only frames with a function of their own are traced when it is set on a tasklet that has begun."""
    t = stackless.tasklet(worker)('c')
    t.run()
    if own:
        t.frame.f_trace = tracer
    t.trace_function = tracer
    stackless.run()
    show()


run_begun(
    False
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: nothing
run_begun(
    True
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: ('worker', 'line', 2)
# expect: ('worker', 'line', 3)
# expect: ('worker', 'return', 3)


def run_profiled():
    t = stackless.tasklet(worker)('e')
    t.run()
    t.profile_function = tracer
    print(t.profile_function is tracer, sys.getprofile())
    stackless.run()
    show()


run_profiled()  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: True None
# expect: ('worker', 'return', 3)


def kept(preserve):
    """Whether a copy by pickle has the functions."""
    t = stackless.tasklet(worker)('f')
    t.run()
    t.frame.f_trace = tracer
    t.trace_function = tracer
    t.profile_function = tracer
    stackless.pickle_with_tracing_state = preserve
    copy = pickle.loads(pickle.dumps(t))
    stackless.pickle_with_tracing_state = False
    t.kill()
    print(copy.trace_function is tracer, copy.profile_function is tracer, copy.frame.f_trace is tracer)
    copy.trace_function = None
    copy.profile_function = None
    copy.insert()
    stackless.run()
    events.clear()


kept(
    False
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: False False False
kept(
    True
)  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: True True True


def blocks():
    """A trace function may switch to another tasklet: its Java stack waits meanwhile."""
    channel = stackless.channel()

    def waits(frame, event, arg):
        if frame.f_code is worker.__code__:
            events.append(channel.receive())

    t = stackless.tasklet(worker)('g')
    t.trace_function = waits
    t.run()
    print(t.blocked, t.restorable, t.nesting_level)
    channel.send('sent')
    stackless.run()
    show()


blocks()  # not saved: holds a Java stack while it is inside a trace or profile function, or a callback of sys.monitoring
# expect: True False 1
# expect: sent
