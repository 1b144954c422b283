"""Codecs for Korean."""

from _multibytecodec import _codec

_NAMES = ('euc_kr', 'cp949', 'johab')


def getcodec(name, /):
    """The codec of this name; LookupError when it is none of this module."""
    if isinstance(name, str) and name not in _NAMES:
        raise LookupError('no such codec is supported.')
    return _codec(name)
