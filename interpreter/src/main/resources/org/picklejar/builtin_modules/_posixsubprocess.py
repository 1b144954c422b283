"""Starts child processes. No code of ours runs in the child: what it cannot be given by the programs setsid, setpriv and sh is refused."""

import os as _os
import posix


def fork_exec(
    args,
    executable_list,
    close_fds,
    pass_fds,
    cwd,
    env,
    p2cread,
    p2cwrite,
    c2pread,
    c2pwrite,
    errread,
    errwrite,
    errpipe_read,
    errpipe_write,
    restore_signals,
    call_setsid,
    pgid_to_set,
    gid,
    extra_groups,
    uid,
    umask,
    preexec_fn,
    allow_vfork,
    /,
):
    if preexec_fn is not None:
        raise RuntimeError('preexec_fn is not supported here: no Python code can run in the child before the program')
    if set(pass_fds) - {errpipe_write}:
        raise NotImplementedError('pass_fds: a child gets its standard streams, no other descriptors')
    if pgid_to_set != -1 and not (pgid_to_set == 0 and call_setsid):
        raise NotImplementedError('process_group cannot be set; start_new_session=True makes a group as well')
    wrapper = _wrapper(call_setsid, gid, extra_groups, uid, umask)
    try:
        return posix._spawn(list(args), list(executable_list), cwd, env, p2cread, c2pwrite, errwrite, wrapper)
    except OSError as e:
        # subprocess reads from this pipe what went wrong in the child, and raises it.
        where = 'noexec:chdir' if e.filename is not None else ''
        _os.write(errpipe_write, f'OSError:{e.errno:X}:{where}'.encode())
        return posix._spawn(['/bin/sh', '-c', 'exit 255'], ['/bin/sh'], None, None, -1, -1, -1, [])


def _wrapper(setsid, gid, groups, uid, umask):
    """The command that becomes the program, once it has changed what is asked for."""
    command = []
    if setsid:
        command += ['setsid']
    if umask >= 0:
        command += ['/bin/sh', '-c', f'umask {umask:o} && exec "$@"', 'sh']
    change = []
    if gid is not None:
        change += [f'--regid={gid}']
    if groups is not None:
        change += ['--groups=' + ','.join(map(str, groups))] if groups else ['--clear-groups']
    elif gid is not None:
        change += ['--keep-groups']
    if uid is not None:
        change += [f'--reuid={uid}']
    if change:
        command += ['setpriv', *change]
    return command
