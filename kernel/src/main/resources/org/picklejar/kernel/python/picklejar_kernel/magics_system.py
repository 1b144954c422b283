"""Magics about the system: %cd, %pwd, %env, %lsmagic, %%bash, %%writefile, %%script."""

import _picklejar_kernel
from picklejar_kernel import magics
from picklejar_kernel.magics import UsageError
from picklejar_kernel.shell import get_ipython

_previous = None


def cd(line):
    """%cd directory: change the working directory; - is the one before, nothing the home directory."""
    global _previous
    import os

    target = line.strip().strip('"\'') or '~'
    if target == '-':
        if _previous is None:
            raise UsageError('%cd -: no previous directory')
        target = _previous
    here = os.getcwd()
    os.chdir(os.path.expanduser(target))
    _previous = here
    print(os.getcwd())


def pwd(line):
    """%pwd: the working directory."""
    import os

    return os.getcwd()


def ls(line):
    """%ls [arguments]: list files."""
    get_ipython().system('ls ' + line)


def pip(line):
    """%pip arguments: run pip."""
    get_ipython().system('pip ' + line)


def env(line):
    """%env: all environment variables; %env NAME: one; %env NAME=value or NAME value: set it."""
    import os

    line = line.strip()
    if not line:
        return dict(os.environ)
    if '=' not in line and ' ' not in line:
        if line not in os.environ:
            raise UsageError(f'Environment does not have key: {line}')
        return os.environ[line]
    set_env(line)
    return None


def set_env(line):
    """%set_env NAME=value or NAME value."""
    import os

    separator = '=' if '=' in line else ' '
    name, _, value = line.partition(separator)
    name, value = name.strip(), value.strip()
    if not name:
        raise UsageError('%set_env NAME=value')
    os.environ[name] = value
    print(f'env: {name}={value}')


def lsmagic(line):
    """%lsmagic: names of all magics."""
    print('Available line magics:\n' + '  '.join('%' + name for name in magics.names('line')))
    print('\nAvailable cell magics:\n' + '  '.join('%%' + name for name in magics.names('cell')))


def system(line, cell=None):
    """%system command, %%system: run a shell command; returns its lines."""
    return get_ipython().getoutput(line if cell is None else line + '\n' + cell)


sx = system


def bash(line, cell):
    """%%bash [arguments]: run the cell with bash."""
    script('bash ' + line, cell)


def sh(line, cell):
    """%%sh [arguments]: run the cell with sh."""
    script('sh ' + line, cell)


def script(line, cell):
    """%%script program [arguments]: give the cell to a program as its standard input. A failure of the program is an error."""
    import os
    import shlex

    command = shlex.split(line)
    if not command:
        raise UsageError('%%script needs a program')
    status = _picklejar_kernel.run_command(command, os.getcwd(), dict(os.environ), cell, False)['status']
    get_ipython().user_ns['_exit_code'] = status
    if status:
        raise RuntimeError(f'{command[0]} ended with status {status}')


def writefile(line, cell):
    """%%writefile [-a] file: write the cell to a file; -a appends."""
    import os

    given, path = magics.options(line, 'a')
    path = os.path.expanduser(path.strip('"\''))
    if not path:
        raise UsageError('%%writefile needs a file')
    append = 'a' in given
    print(('Appending to ' if append else 'Overwriting ' if os.path.exists(path) else 'Writing ') + path)
    with open(path, 'a' if append else 'w', encoding='utf-8') as file:
        file.write(cell)
