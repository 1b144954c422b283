# objects that a plain pickle turns into tuples or values, or does not know by name, are the same in a state
import datetime, stackless, sys, types, _picklejar_state as state

channel = stackless.channel()


class Own:
    __slots__ = ('a', '__dict__', '__weakref__')


def work():
    day = datetime.date(2020, 1, 2).isocalendar()
    system = sys.version_info, sys.flags, sys.float_info, sys.hash_info, sys.int_info, sys.thread_info
    hooks = sys.get_asyncgen_hooks()
    copied = type(sys.version_info)((1, 2, 3, 'x', 4))
    version = sys.implementation.version
    found = dict.__dict__['fromkeys'], type.__dict__['__name__'], types.FunctionType.__code__, Own.__dict__['__dict__']
    slots = Own.a, Own.__dict__['__weakref__']
    channel.receive()
    print(day, hooks, copied)
    print([getattr(sys, type(v).__name__) is v for v in system], version is sys.version_info)
    print(
        found[0] is dict.__dict__['fromkeys'],
        found[1] is type.__dict__['__name__'],
        found[2] is types.FunctionType.__code__,
    )
    print(found[3] is Own.__dict__['__dict__'], slots[0] is Own.a, slots[1] is Own.__dict__['__weakref__'])


stackless.tasklet(work)()
stackless.run()
state.save('case.state')
# ==== fresh process
import _picklejar_state as state

state.load(state.read('case.state'))
channel.send(None)
# expect: datetime.IsoCalendarDate(year=2020, week=1, weekday=4) sys.asyncgen_hooks(firstiter=None, finalizer=None) sys.version_info(major=1, minor=2, micro=3, releaselevel='x', serial=4)
# expect: [True, True, True, True, True, True] True
# expect: True True True
# expect: True True True
