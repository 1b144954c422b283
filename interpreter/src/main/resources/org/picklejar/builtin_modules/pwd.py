"""The password database, read from /etc/passwd."""

from posix import _struct_passwd as struct_passwd


def getpwall():
    out = []
    try:
        with open('/etc/passwd', encoding='utf-8', errors='surrogateescape') as f:
            for line in f:
                p = line.rstrip('\n').split(':')
                if len(p) == 7 and not line.startswith('#'):
                    out.append(struct_passwd((p[0], p[1], int(p[2]), int(p[3]), p[4], p[5], p[6])))
    except OSError:
        pass
    return out


def getpwuid(uid, /):
    """Return the password database entry for the given numeric user ID."""
    if not isinstance(uid, int):
        raise TypeError(f'uid should be integer, not {type(uid).__name__}')
    for p in getpwall():
        if p.pw_uid == uid:
            return p
    raise KeyError(f'getpwuid(): uid not found: {uid}')


def getpwnam(name, /):
    """Return the password database entry for the given user name."""
    if not isinstance(name, str):
        raise TypeError(f'getpwnam() argument must be str, not {type(name).__name__}')
    for p in getpwall():
        if p.pw_name == name:
            return p
    raise KeyError(f'getpwnam(): name not found: {name!r}')
