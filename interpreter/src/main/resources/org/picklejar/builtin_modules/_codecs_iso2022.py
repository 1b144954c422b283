"""Codecs for mail in Japanese and Korean (ISO 2022)."""

from _multibytecodec import _codec

_NAMES = ('iso2022_jp', 'iso2022_jp_1', 'iso2022_jp_ext', 'iso2022_kr')


def getcodec(name, /):
    """The codec of this name; LookupError when it is none of this module."""
    if isinstance(name, str) and name not in _NAMES:
        raise LookupError('no such codec is supported.')
    return _codec(name)
