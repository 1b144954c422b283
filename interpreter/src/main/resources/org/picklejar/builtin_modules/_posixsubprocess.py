"""Starts child processes. No code of ours runs in the child: masks and users are set by the programs sh and setpriv."""

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
    wrapper = _wrapper(gid, extra_groups, uid, umask)
    passed = [fd for fd in pass_fds if fd != errpipe_write]
    own_group = -1 if call_setsid and pgid_to_set == 0 else pgid_to_set
    try:
        return posix._spawn(
            list(args),
            list(executable_list),
            cwd,
            env,
            p2cread,
            c2pwrite,
            errwrite,
            wrapper,
            passed,
            close_fds,
            call_setsid,
            own_group,
            restore_signals,
        )
    except OSError as e:
        # subprocess reads from this pipe what went wrong in the child, and raises it.
        where = 'noexec:chdir' if e.filename is not None else ''
        _os.write(errpipe_write, f'OSError:{e.errno:X}:{where}'.encode())
        exiting = ['/bin/sh', '-c', 'exit 255']
        return posix._spawn(exiting, exiting[:1], None, None, -1, -1, -1, [], [], True, False, -1, False)


def _wrapper(gid, groups, uid, umask):
    """The command that becomes the program, once it has changed what is asked for."""
    command = []
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
