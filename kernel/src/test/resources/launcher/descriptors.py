# Children that get descriptors of all kinds.
import os
import socket
import subprocess
import sys
import tempfile


def shell(command, **more):
    return subprocess.run(['bash', '-c', command], capture_output=True, text=True, **more)


def main():
    r, w = os.pipe()
    os.write(w, b'before, ')
    p = subprocess.Popen(['bash', '-c', f'read -r line <&{r}; echo "got $line" >&{w}'], pass_fds=[r, w])
    os.write(w, b'after\n')
    p.wait()
    print(os.read(r, 100))
    p = subprocess.Popen(['true'], pass_fds=[w])
    os.close(w)
    p.wait()
    print(os.read(r, 100))

    r, w = os.pipe()
    child = f'import os; os.write({w}, f"{{os.get_inheritable({w})}}".encode())'
    p = subprocess.Popen([sys.executable, '-c', child], pass_fds=[w])
    os.close(w)
    print(os.read(r, 100), os.read(r, 100), p.wait())

    with tempfile.TemporaryFile('w+') as f:
        f.write('one ')
        f.flush()
        shell(f'echo -n "two " >&{f.fileno()}', pass_fds=[f.fileno()])
        f.write('three')
        f.seek(0)
        print(f.read())

    a, b = socket.socketpair()
    a.send(b'hello')
    p = subprocess.Popen(['bash', '-c', f'cat <&{b.fileno()} >&{b.fileno()}'], pass_fds=[b.fileno()])
    b.close()
    a.shutdown(socket.SHUT_WR)
    print(a.recv(10), a.recv(10), p.wait())

    r, w = os.pipe()
    os.set_inheritable(w, True)
    print(os.get_inheritable(r), os.get_inheritable(w))
    shell(f'echo -n inherited >&{w}', close_fds=False)
    print(os.read(r, 100))
    print(shell(f'echo -n refused >&{w}').returncode)

    group, number = shell('ps -o pgid= -p $$; echo $$', process_group=0).stdout.split()
    print(group == number)
    print(shell('umask', umask=0o77, pass_fds=[w]).stdout.strip())
    print(shell('pwd; echo $NAME', cwd='/', env={'NAME': 'given'}, pass_fds=[w]).stdout.split())
    try:
        subprocess.run(['/no/such/program'], pass_fds=[w])
    except FileNotFoundError as e:
        print(e)

    pid = os.posix_spawn('/bin/sh', ['sh', '-c', 'exit 3'], os.environ)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    with tempfile.TemporaryDirectory() as folder:
        out = f'{folder}/out'
        actions = [(os.POSIX_SPAWN_OPEN, 1, out, os.O_WRONLY | os.O_CREAT, 0o600), (os.POSIX_SPAWN_DUP2, 1, 2)]
        pid = os.posix_spawnp('sh', ['sh', '-c', 'echo $A >&2'], {'A': 'spawned'}, file_actions=actions)
        os.waitpid(pid, 0)
        print(open(out).read().strip())

    controller, terminal = os.openpty()
    print(os.isatty(controller), os.ttyname(terminal).startswith('/dev/pts/'))
    command = ['sh', '-c', 'read line; echo "got $line"']
    p = subprocess.Popen(command, stdin=terminal, stdout=terminal, start_new_session=True)
    os.write(controller, b'a line\n')
    p.wait()
    print(os.read(controller, 100))


main()
# expect: b'got before, after\n'
# expect: b''
# expect: b'True' b'' 0
# expect: one two three
# expect: b'hello' b'' 0
# expect: False True
# expect: b'inherited'
# expect: 1
# expect: True
# expect: 0077
# expect: ['/', 'given']
# expect: [Errno 2] No such file or directory: '/no/such/program'
# expect: 3
# expect: spawned
# expect: True True
# expect: b'a line\r\ngot a line\r\n'
