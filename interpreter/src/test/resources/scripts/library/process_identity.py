"""Who the process is, and what it may use: as the system says."""

import fcntl, os, resource, subprocess, tempfile


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__


def shell(text, **options):
    return subprocess.run(['sh', '-c', text], capture_output=True, text=True, **options).stdout.strip()


def stat(field):
    with open('/proc/self/stat') as f:
        return int(f.read().rpartition(')')[2].split()[field])


print(os.getpgrp() == os.getpgid(0) == stat(2), os.getsid(0) == stat(3), os.getpgid(os.getpid()) == os.getpgrp())  # not saved: child processes stay  # expect: True True True
print(attempt(os.getpgid, 2**22 + 1), attempt(os.getsid, 2**22 + 1))  # not saved: child processes stay  # expect: ProcessLookupError ProcessLookupError
print(os.getuid() == int(shell('id -ru')), os.geteuid() == int(shell('id -u')), os.getegid() == int(shell('id -g')))  # not saved: child processes stay  # expect: True True True
print(sorted(set(os.getgroups())) == sorted(set(map(int, shell('id -G').split()))) or os.getgroups() == [])  # not saved: child processes stay  # expect: True
print(os.getresuid() == (os.getuid(), os.geteuid(), os.geteuid()), os.nice(0) == stat(16), os.getpriority(os.PRIO_PROCESS, 0) == os.nice(0))  # not saved: child processes stay  # expect: True True True
print(len(os.sched_getaffinity(0)) >= 1, attempt(os.killpg, 2**22 + 1, 0))  # not saved: child processes stay  # expect: True ProcessLookupError

# The mask of file modes, of what is made here and in children.
def masked():
    old = os.umask(0o027)
    try:
        with tempfile.TemporaryDirectory() as d:
            os.mkdir(d + '/folder', 0o777)
            open(d + '/file', 'w').close()
            subprocess.run(['touch', d + '/touched'])
            os.umask(0)
            os.mkdir(d + '/open', 0o777)
            os.close(os.open(d + '/all', os.O_CREAT | os.O_WRONLY, 0o666))
            return {n: oct(os.stat(f'{d}/{n}').st_mode & 0o777) for n in sorted(os.listdir(d))}
    finally:
        os.umask(old)


print(masked())  # not saved: the mask is that of the process  # expect: {'all': '0o666', 'file': '0o640', 'folder': '0o750', 'open': '0o777', 'touched': '0o640'}


# Children in sessions of their own, with another mask.
def children():
    own = os.getsid(0)
    new = int(shell('ps -o sid= -p $$', start_new_session=True))
    return new != own, int(shell('ps -o sid= -p $$')) == own, shell('umask', umask=0o077)


print(children())  # not saved: child processes stay  # expect: (True, True, '0077')


def limits():
    soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0] == int(shell('ulimit -Sn'))
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    changed = resource.getrlimit(resource.RLIMIT_CORE) == (0, hard)
    return soft, changed, attempt(resource.setrlimit, resource.RLIMIT_CORE, (5, 1)), attempt(resource.getrlimit, 99)


print(limits())  # not saved: child processes stay  # expect: (True, True, 'ValueError', 'ValueError')
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime > 0, usage.ru_maxrss > 1000, attempt(resource.getrusage, 7))  # expect: True True ValueError


# Locks: of one open file against another, and of the process.
def file_locks():
    with tempfile.NamedTemporaryFile() as f, open(f.name, 'r+b') as other:
        fcntl.flock(f, fcntl.LOCK_EX)
        taken = attempt(fcntl.flock, other, fcntl.LOCK_EX | fcntl.LOCK_NB), attempt(fcntl.flock, other, fcntl.LOCK_SH | fcntl.LOCK_NB)
        fcntl.flock(f, fcntl.LOCK_SH)
        shared = fcntl.flock(other, fcntl.LOCK_SH | fcntl.LOCK_NB), attempt(fcntl.flock, f, fcntl.LOCK_EX | fcntl.LOCK_NB)
        other.close()
        alone = fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB), fcntl.flock(f, fcntl.LOCK_UN)
        return taken, shared, alone, attempt(fcntl.flock, f, 77), attempt(fcntl.flock, -1, 1), attempt(fcntl.flock, 'x', 1)


print(file_locks())  # not saved: holds open files  # expect: (('BlockingIOError', 'BlockingIOError'), (None, 'BlockingIOError'), (None, None), 'OSError', 'ValueError', 'TypeError')


def ranges(file):
    """What the process has locked of a file."""
    inode = str(os.fstat(file.fileno()).st_ino)
    with open('/proc/locks') as table:
        found = [line.split() for line in table]
    return sorted((w[3], int(w[6]), w[7]) for w in found if w[1] == 'POSIX' and w[4] == str(os.getpid()) and w[5].endswith(':' + inode))


def range_locks():
    with tempfile.NamedTemporaryFile() as f:
        fcntl.lockf(f, fcntl.LOCK_EX, 10, 5)
        fcntl.lockf(f, fcntl.LOCK_UN, 2, 7)
        seen = [ranges(f)]
        fcntl.lockf(f, fcntl.LOCK_SH, 20, 8)
        seen.append(ranges(f))
        fcntl.lockf(f, fcntl.LOCK_UN)
        seen.append(ranges(f))
        fcntl.lockf(f, fcntl.LOCK_EX)
        seen.append(ranges(f))
        open(f.name).close()
        seen.append(ranges(f))
        return seen


print(range_locks())  # not saved: holds open files  # expect: [[('WRITE', 5, '6'), ('WRITE', 9, '14')], [('READ', 8, '27'), ('WRITE', 5, '6')], [], [('WRITE', 0, 'EOF')], []]


def descriptor_flags():
    with tempfile.TemporaryFile() as f:
        copy = fcntl.fcntl(f, fcntl.F_DUPFD, 50)
        os.close(copy)
        return fcntl.fcntl(f, fcntl.F_GETFL) & 3 == os.O_RDWR, fcntl.fcntl(f, fcntl.F_GETFD), copy >= 50


print(descriptor_flags())  # not saved: holds open files  # expect: (True, 1, True)


def of_null(mode):
    with open(os.devnull, mode) as f:
        return type(f).__name__, f.seekable(), f.read(), f.write(b'gone'), f.tell()


print(of_null('r+b'), of_null('w+b'))  # not saved: holds open files  # expect: ('BufferedRandom', True, b'', 4, 4) ('BufferedRandom', True, b'', 4, 4)
