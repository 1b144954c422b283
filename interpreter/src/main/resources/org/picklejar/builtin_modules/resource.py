"""Resource use and limits of the process, which is that of the JVM: its own threads count as well."""

import posix as _posix
from _operator import index as _number
from posix import _struct_rusage as struct_rusage

error = OSError
RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1
RLIM_INFINITY = -1
(
    RLIMIT_CPU,
    RLIMIT_FSIZE,
    RLIMIT_DATA,
    RLIMIT_STACK,
    RLIMIT_CORE,
    RLIMIT_RSS,
    RLIMIT_NPROC,
    RLIMIT_NOFILE,
    RLIMIT_MEMLOCK,
    RLIMIT_AS,
    _,
    RLIMIT_SIGPENDING,
    RLIMIT_MSGQUEUE,
    RLIMIT_NICE,
    RLIMIT_RTPRIO,
) = range(15)
RLIMIT_OFILE = RLIMIT_NOFILE
del _

# What the system calls them (proc(5)), and what prlimit(1) does.
_names = {
    RLIMIT_CPU: ('Max cpu time', 'cpu'),
    RLIMIT_FSIZE: ('Max file size', 'fsize'),
    RLIMIT_DATA: ('Max data size', 'data'),
    RLIMIT_STACK: ('Max stack size', 'stack'),
    RLIMIT_CORE: ('Max core file size', 'core'),
    RLIMIT_RSS: ('Max resident set', 'rss'),
    RLIMIT_NPROC: ('Max processes', 'nproc'),
    RLIMIT_NOFILE: ('Max open files', 'nofile'),
    RLIMIT_MEMLOCK: ('Max locked memory', 'memlock'),
    RLIMIT_AS: ('Max address space', 'as'),
    RLIMIT_SIGPENDING: ('Max pending signals', 'sigpending'),
    RLIMIT_MSGQUEUE: ('Max msgqueue size', 'msgqueue'),
    RLIMIT_NICE: ('Max nice priority', 'nice'),
    RLIMIT_RTPRIO: ('Max realtime priority', 'rtprio'),
}


def _name(resource):
    try:
        return _names[_number(resource)]
    except KeyError:
        raise ValueError('invalid resource specified') from None


def getrusage(who, /):
    """Return the resources used: by the process, or by its children that have ended.

    Those of one thread are its time alone (RUSAGE_THREAD). What the system does not tell is 0.
    """
    who = _number(who)
    if who == RUSAGE_THREAD:
        import time

        return struct_rusage((time.thread_time(),) + (0.0,) + (0,) * 14)
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN):
        raise ValueError('invalid who parameter')
    user, system, peak, minor, major = _posix._usage(who == RUSAGE_CHILDREN)
    ticks = _posix.sysconf('SC_CLK_TCK')
    return struct_rusage((user / ticks, system / ticks, peak, 0, 0, 0, minor, major) + (0,) * 8)


def getrlimit(resource, /):
    """Return the current soft and hard limits of a resource."""
    return _posix._limit(0, _name(resource)[0])


def setrlimit(resource, limits, /):
    """Set new limits of a resource, a pair (soft, hard)."""
    _set(0, _name(resource), limits)


def prlimit(pid, resource, limits=None, /):
    """Return the limits of a process, 0 for this one, and set new ones."""
    name = _name(resource)
    old = _posix._limit(_number(pid), name[0])
    if limits is not None:
        _set(pid, name, limits)
    return old


def _set(pid, name, limits):
    limits = tuple(limits)
    if len(limits) != 2:
        raise ValueError('expected a tuple of 2 integers')
    soft, hard = map(_number, limits)
    if hard != RLIM_INFINITY and (soft > hard or soft == RLIM_INFINITY):
        raise ValueError('current limit exceeds maximum limit')
    text = ':'.join('unlimited' if n == RLIM_INFINITY else str(n) for n in (soft, hard))
    if not _posix._set_limit(pid, '--' + name[1], text):
        raise ValueError('not allowed to raise maximum limit')


def getpagesize():
    """Return the number of bytes in a system page."""
    return _posix.sysconf('SC_PAGESIZE')
