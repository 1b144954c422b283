"""The group database, read from /etc/group."""

from posix import _struct_group as struct_group


def getgrall():
    out = []
    try:
        with open('/etc/group', encoding='utf-8', errors='surrogateescape') as f:
            for line in f:
                p = line.rstrip('\n').split(':')
                if len(p) == 4 and not line.startswith('#'):
                    out.append(struct_group((p[0], p[1], int(p[2]), p[3].split(',') if p[3] else [])))
    except OSError:
        pass
    return out


def getgrgid(id):
    """Return the group database entry for the given numeric group ID."""
    if not isinstance(id, int):
        raise TypeError(f'group id must be int, not {type(id).__name__}')
    for g in getgrall():
        if g.gr_gid == id:
            return g
    raise KeyError(f'getgrgid(): gid not found: {id}')


def getgrnam(name):
    """Return the group database entry for the given group name."""
    for g in getgrall():
        if g.gr_name == name:
            return g
    raise KeyError(f'getgrnam(): name not found: {name!r}')
