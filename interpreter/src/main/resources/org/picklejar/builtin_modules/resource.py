"""Resource use and limits."""

import posix
import time as _time

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
) = range(10)


def getrusage(who, /):
    cpu = _time.thread_time() if who == RUSAGE_THREAD else posix.times()[0] if who == RUSAGE_SELF else 0.0
    peak = 0
    try:
        with open('/proc/self/status') as f:
            for line in f:
                if line.startswith('VmHWM:'):
                    peak = int(line.split()[1])
    except OSError:
        pass
    return struct_rusage((cpu, 0.0, peak) + (0,) * 13)


def getrlimit(resource, /):
    return (1024, 4096) if resource == RLIMIT_NOFILE else (RLIM_INFINITY, RLIM_INFINITY)


def setrlimit(resource, limits, /):
    raise ValueError('not allowed to raise maximum limit')


def getpagesize():
    return 4096
