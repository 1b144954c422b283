"""Starts child processes. No code of ours runs in the child: preexec_fn, pass_fds and changes of user are refused or ignored."""

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
    try:
        return posix._spawn(list(args), list(executable_list), cwd, env, p2cread, c2pwrite, errwrite)
    except OSError as e:
        # subprocess reads from this pipe what went wrong in the child, and raises it.
        where = 'noexec:chdir' if e.filename is not None else ''
        _os.write(errpipe_write, f'OSError:{e.errno:X}:{where}'.encode())
        return posix._spawn(['/bin/sh', '-c', 'exit 255'], ['/bin/sh'], None, None, -1, -1, -1)
