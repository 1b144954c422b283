"""POSIX shared memory module"""

import os as _os

_FOLDER = '/dev/shm'


def _path(name):
    if not isinstance(name, str):
        raise TypeError(f'expected str instance, {type(name).__name__} found')
    if '\0' in name:
        raise ValueError('embedded null character')
    if '/' in name.strip('/') or not name.strip('/'):
        raise OSError(22, 'Invalid argument', name)
    return f'{_FOLDER}/{name.strip("/")}'


def shm_open(path, flags, mode=511):
    """Open a shared memory object.  Returns a file descriptor (integer)."""
    try:
        return _os.open(_path(path), flags | _os.O_CLOEXEC | _os.O_NOFOLLOW, mode)
    except OSError as e:
        raise type(e)(e.errno, e.strerror, path) from None


def shm_unlink(path):
    """Remove a shared memory object (similar to unlink())."""
    try:
        _os.unlink(_path(path))
    except OSError as e:
        raise type(e)(e.errno, e.strerror, path) from None
