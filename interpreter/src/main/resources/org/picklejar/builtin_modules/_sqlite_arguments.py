"""Arguments of connections of sqlite3."""

import os as _os

from _sqlite_calls import OperationalError
from _sqlite_names import LEGACY_TRANSACTION_CONTROL

_LEVELS = ('', 'DEFERRED', 'IMMEDIATE', 'EXCLUSIVE')
_URI_PARAMETERS = {'vfs', 'mode', 'cache', 'psow', 'nolock', 'immutable', 'modeof'}


def _settings(
    timeout=5.0,
    detect_types=0,
    isolation_level='',
    check_same_thread=True,
    factory=None,
    cached_statements=128,
    uri=False,
    *,
    autocommit=LEGACY_TRANSACTION_CONTROL,
    **unknown,
):
    """The arguments of a connection but the first, without the factory."""
    for name in unknown:
        raise TypeError(f"Connection() got an unexpected keyword argument '{name}'")
    return timeout, detect_types, isolation_level, check_same_thread, cached_statements, uri, autocommit


def _warn_of_positions(caller):
    import warnings

    warnings.warn(
        f'Passing more than 1 positional argument to {caller}() is deprecated. '
        "Parameters 'timeout', 'detect_types', 'isolation_level', 'check_same_thread', 'factory', "
        "'cached_statements' and 'uri' will become keyword-only parameters in Python 3.15.",
        DeprecationWarning,
        stacklevel=2,
    )


def _level(value):
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError('isolation_level must be str or None')
    level = str.upper(value)
    if level not in _LEVELS:
        raise ValueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'")
    return level


def _autocommit_mode(value):
    if value is True or value is False:
        return value
    if isinstance(value, int) and value == LEGACY_TRANSACTION_CONTROL:
        return LEGACY_TRANSACTION_CONTROL
    raise ValueError('autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL')


def _location(path, uri):
    """The name of a database as the driver takes it: always a URI, with the directory of the program."""
    if path in (':memory:', ''):
        return path
    if not (uri and path.startswith('file:')):
        _check_name(_os.fsencode(path))
        return 'file:' + _quoted(_os.fsencode(_os.path.abspath(path)))
    place, _, query = path[5:].partition('#')[0].partition('?')
    if '%' in place:
        from urllib.parse import unquote_to_bytes

        _check_name(unquote_to_bytes(place))
    parameters = [p for p in query.split('&') if p.partition('=')[0] in _URI_PARAMETERS]
    if (
        place
        and not place.startswith('/')
        and place != ':memory:'
        and not {'mode=memory', 'vfs=memdb'} & set(parameters)
    ):
        place = _quoted(_os.fsencode(_os.getcwd())) + '/' + place
    place = ''.join(c if c.isascii() else _quoted(_os.fsencode(c)) for c in place)
    return 'file:' + place + ('?' + '&'.join(parameters) if parameters else '')


def _check_name(path):
    """Refuses what no other function for files could name."""
    try:
        path.decode()
    except UnicodeDecodeError:
        raise OperationalError('unable to open database file') from None


def _quoted(path):
    """A path in a URI."""
    return ''.join(chr(b) if 47 <= b < 58 or 64 < b < 91 or 96 < b < 123 or b in b'-._~' else f'%{b:02X}' for b in path)
