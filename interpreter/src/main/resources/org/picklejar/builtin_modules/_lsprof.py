"""Fast profiler: counts calls and their times, by what sys.setprofile tells."""

import sys as _sys
from collections import namedtuple as _namedtuple
from time import perf_counter as _perf_counter

profiler_entry = _namedtuple('profiler_entry', 'code callcount reccallcount totaltime inlinetime calls')
profiler_subentry = _namedtuple('profiler_subentry', 'code callcount reccallcount totaltime inlinetime')
_monitoring = _sys.monitoring
_DISABLE = "<method 'disable' of '_lsprof.Profiler' objects>"
profiler_entry.__module__ = profiler_subentry.__module__ = __name__


class _Counter:
    """Calls of one function: all of them, or those from one caller."""

    __slots__ = ('code', 'calls', 'recursive', 'total', 'inline', 'level', 'callees')

    def __init__(self, code):
        self.code = code
        self.calls = self.recursive = self.level = 0
        self.total = self.inline = 0
        self.callees = {}

    def begin(self):
        self.level += 1

    def end(self, total, inline):
        """A call is over, in so much time, of which so much was not in what it called."""
        self.level -= 1
        if self.level == 0:
            self.total += total
        else:
            self.recursive += 1
        self.inline += inline
        self.calls += 1

    def numbers(self, unit):
        return self.code, self.calls, self.recursive, self.total * unit, self.inline * unit


class Profiler:
    """Builds a profiler object using the specified timer function.

    timer: a function that returns the time, as an int in units of timeunit seconds, or as a float in seconds.
    subcalls: whether calls are counted by their callers as well. builtins: whether calls of builtins are counted.
    """

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._timer = _perf_counter if timer is None else timer
        self._unit = timeunit or 1.0
        self._subcalls = subcalls
        self._builtins = builtins
        self._counters = {}
        # What is running: [counter, counter for the caller or None, begin, time of what it has called].
        self._running = []
        self._enabled = False

    def enable(self, subcalls=True, builtins=True):
        """Start collecting profiling information."""
        self._subcalls = bool(subcalls)
        self._builtins = bool(builtins)
        if not self._enabled:
            if _sys.getprofile() is not None or _monitoring.get_tool(_monitoring.PROFILER_ID) is not None:
                raise ValueError('Another profiling tool is already active')
            _monitoring.use_tool_id(_monitoring.PROFILER_ID, 'cProfile')
            self._enabled = True
            _sys.setprofile(self._event)

    def disable(self):
        """Stop collecting profiling information."""
        if self._enabled:
            _sys.setprofile(None)
            _monitoring.free_tool_id(_monitoring.PROFILER_ID)
            self._enabled = False
            # This call is the last one that is counted.
            self._begin(_DISABLE, _DISABLE)
        while self._running:
            self._end()

    def clear(self):
        """Clear all profiling information collected so far."""
        self._counters = {}
        self._running = []

    def getstats(self):
        """Return a list of profiler_entry objects: code (or the name of a builtin), counts and times in seconds."""
        entries = []
        for c in self._counters.values():
            if c.calls:
                calls = [profiler_subentry(*s.numbers(self._unit)) for s in c.callees.values() if s.calls]
                entries.append(profiler_entry(*c.numbers(self._unit), calls or None))
        return entries

    def _event(self, frame, event, arg):
        if event == 'call':
            # Code objects are compared whole, which takes long.
            self._begin(id(frame.f_code), frame.f_code)
        elif event == 'return':
            if self._running:
                self._end()
        elif self._builtins:
            if event == 'c_call':
                name = _name(arg)
                self._begin(name, name)
            elif self._running:
                self._end()

    def _begin(self, key, code):
        counter = self._counters.get(key)
        if counter is None:
            counter = self._counters[key] = _Counter(code)
        counter.begin()
        sub = None
        if self._subcalls and self._running:
            callees = self._running[-1][0].callees
            sub = callees.get(key)
            if sub is None:
                # The very object: cProfile goes by identities.
                sub = callees[key] = _Counter(counter.code)
            sub.begin()
        self._running.append([counter, sub, self._timer(), 0])

    def _end(self):
        counter, sub, begin, inside = self._running.pop()
        total = self._timer() - begin
        if self._running:
            self._running[-1][3] += total
        counter.end(total, total - inside)
        if sub is not None:
            sub.end(total, total - inside)


def _name(function):
    """The text by which a builtin is known, as in CPython."""
    owner = getattr(function, '__self__', None)
    name = function.__name__
    if owner is not None and not isinstance(owner, type(_sys)):
        kind = owner if isinstance(owner, type) else type(owner)
        if getattr(kind, name, None) is not None:
            return repr(getattr(kind, name))
    module = getattr(function, '__module__', None)
    if module in (None, 'builtins'):
        return f'<{name}>' if owner is None else f'<built-in method builtins.{name}>'
    return f'<built-in method {module}.{name}>'
