"""C decimal arithmetic module"""

import numbers as _numbers
from collections import namedtuple as _namedtuple
from collections.abc import MutableMapping as _MutableMapping

import _decimal_types as _types
from _decimal_types import *

__version__ = '1.70'
__libmpdec_version__ = '2.5.1'

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
_numbers.Number.register(Decimal)


class _SignalDict(_types._SignalDictMixin, _MutableMapping):
    """The flags or traps of a context."""

    __slots__ = ()


_SignalDict.__name__ = _SignalDict.__qualname__ = 'SignalDict'


def _compare_with_rational(a, b, op):
    """Compare a Decimal with what may be a fraction. op is the name of the comparing method."""
    if not isinstance(b, _numbers.Rational):
        return NotImplemented
    numerator, denominator = b.numerator, b.denominator
    if a.is_finite():
        exact = Context(MAX_PREC, ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX, 1, 0, [], [])
        a = exact.multiply(a, denominator)
    return _types._compare(a, numerator, op)


def _format_with_warning(number, spec, *override):
    import warnings

    warnings.warn("Format specifier 'N' is deprecated", DeprecationWarning, stacklevel=2)
    return _types._format(number, spec, *override)


# Whoever imports the module anew shares the classes, since there is one Decimal.
_first = _types._adopt(globals())
DecimalTuple = _first['DecimalTuple']
_context_manager = _types._context_manager
del _first
