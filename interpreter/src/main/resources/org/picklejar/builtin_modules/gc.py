"""Access to the garbage collector, which is Java's.

It runs when it likes to: what is set here is remembered and changes nothing of that. What nobody can reach any more is not seen.
"""

import sys as _sys

from _gc import *
from _gc import collect as _collect
from _gc import containers as _containers
from _operator import index as _index

_generations = 3
_debug = 0
callbacks = []


def collect(generation=2):
    """Run the garbage collector.

    Whole collections are all that Java can be asked for. How many objects were found it does not tell: the result is 0.
    """
    generation = _index(generation)
    if not 0 <= generation < _generations:
        raise ValueError('invalid generation')
    if _debug & DEBUG_STATS:
        _sys.stderr.write(f'gc: collecting generation {generation}...\n')
    _tell('start', generation)
    result = _collect()
    _tell('stop', generation)
    return result


def _tell(phase, generation):
    for callback in list(callbacks):
        try:
            callback(phase, {'generation': generation, 'collected': 0, 'uncollectable': 0})
        except BaseException as e:
            _sys.unraisablehook(_sys._unraisable_args(e, None, callback))


def get_objects(generation=None):
    """Return a list of objects tracked by the collector: those that can be reached. All of them count as old.

    generation: 0 to 2; only objects of that generation. None or -1: all.
    """
    if generation is not None:
        if not hasattr(generation, '__index__'):
            raise TypeError(f"argument should be integer or None, not '{type(generation).__name__}'")
        generation = generation.__index__()
        if generation >= _generations:
            raise ValueError(
                f'generation parameter must be less than the number of available generations ({_generations})'
            )
        if generation < -1:
            raise ValueError('generation parameter cannot be negative')
        if 0 <= generation < _generations - 1:
            return []
    return _containers()


def get_debug():
    """Get the garbage collection debugging flags."""
    return _debug


def set_debug(flags, /):
    """Set the garbage collection debugging flags: DEBUG_STATS, or 0.

    Java does not tell what it has found, so the others raise NotImplementedError.
    """
    global _debug
    flags = _index(flags)
    if flags & ~DEBUG_STATS:
        raise NotImplementedError(
            "of the flags only DEBUG_STATS works: Java's collector does not tell what it has found"
        )
    _debug = flags
