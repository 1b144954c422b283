"""Magics about code and names: %time, %timeit, %run, %load, %who, %whos, %reset, %history, %pinfo."""

from picklejar_kernel.magics import UsageError, options
from picklejar_kernel.shell import get_ipython, split_source


def time(line, cell=None):
    """%time statement, or %%time over a cell: run it once and say how long it took."""
    import sys
    import time as clock

    shell = get_ipython()
    # The empty line stands for the %%time line, so that tracebacks show the lines of the cell.
    source = line if cell is None else '\n' + cell
    statements, expression = split_source(shell.transform_cell(source), f'<cell {shell.execution_count}>')
    value = None
    wall, cpu = clock.perf_counter(), clock.process_time()
    try:
        exec(statements, shell.user_ns)
        if expression is not None:
            value = eval(expression, shell.user_ns)
    finally:
        cpu, wall = clock.process_time() - cpu, clock.perf_counter() - wall
        print(f'CPU times: total: {duration(cpu)}\nWall time: {duration(wall)}')
        sys.stdout.flush()
    return value


def timeit(line, cell=None):
    """%timeit [-n LOOPS] [-r REPEATS] [-q] [-o] statement; %%timeit setup, then the cell: the time of one run."""
    import time as clock

    given, code = options(line, 'n:r:qo')
    shell = get_ipython()
    setup, body = ('pass', code) if cell is None else (code or 'pass', cell)
    if not body.strip():
        raise UsageError('%timeit needs a statement')
    namespace = shell.user_ns
    function = _timer_function(shell.transform_cell(setup), shell.transform_cell(body), namespace)
    repeats = int(given.get('r', 7))
    loops = int(given['n']) if 'n' in given else _enough_loops(function, clock.perf_counter)
    times = [function(loops, clock.perf_counter) / loops for _ in range(repeats)]
    result = TimeitResult(loops, times)
    if 'q' not in given:
        print(result)
    return result if 'o' in given else None


class TimeitResult:
    """Times of one loop in seconds: ``all_runs``, ``best``, ``worst``, ``average``, ``stdev``."""

    def __init__(self, loops, all_runs):
        self.loops = loops
        self.all_runs = all_runs
        self.best = min(all_runs)
        self.worst = max(all_runs)
        self.average = sum(all_runs) / len(all_runs)
        self.stdev = (sum((t - self.average) ** 2 for t in all_runs) / len(all_runs)) ** 0.5

    def __str__(self):
        runs = len(self.all_runs)
        return (
            f'{duration(self.average)} ± {duration(self.stdev)} per loop (mean ± std. dev. of {runs} run{"s" * (runs != 1)}, '
            f'{self.loops:,} loop{"s" * (self.loops != 1)} each)'
        )

    def __repr__(self):
        return f'<TimeitResult : {self}>'


def _timer_function(setup, body, namespace):
    lines = ['def _picklejar_timeit(_loops, _clock):']
    lines += ['    ' + line for line in setup.split('\n')]
    lines += ['    _start = _clock()', '    for _loop in range(_loops):']
    lines += ['        ' + line for line in body.split('\n')]
    lines += ['        pass', '    return _clock() - _start']
    local = {}
    exec(compile('\n'.join(lines), '<timeit>', 'exec'), namespace, local)
    return local['_picklejar_timeit']


def _enough_loops(function, clock):
    loops = 1
    while loops < 10**9 and function(loops, clock) < 0.2:
        loops *= 10
    return loops


def duration(seconds):
    """A time with a fitting unit: 1.5 µs, 12 ms, 2min 3s."""
    if seconds >= 60:
        whole = int(seconds)
        parts = [(whole // 86400, 'd'), (whole // 3600 % 24, 'h'), (whole // 60 % 60, 'min'), (whole % 60, 's')]
        return ' '.join(f'{n}{unit}' for n, unit in parts if n)
    for factor, unit in ((1, 's'), (1e3, 'ms'), (1e6, 'µs')):
        if seconds * factor >= 1:
            return f'{seconds * factor:.3g} {unit}'
    return f'{seconds * 1e9:.3g} ns'


def run(line):
    """%run [-i] file [arguments]: run a script as __main__; its names are in the notebook afterwards. -i: it sees those of the notebook."""
    import shlex
    import sys

    given, rest = options(line, 'i')
    words = shlex.split(rest)
    if not words:
        raise UsageError('%run needs a file')
    path = words[0]
    if not path.endswith(('.py', '.ipy')):
        path += '.py'
    shell = get_ipython()
    with open(path, encoding='utf-8') as file:
        source = file.read()
    if path.endswith('.ipy'):
        source = shell.transform_cell(source)
    namespace = shell.user_ns if 'i' in given else {'__name__': '__main__', '__builtins__': __builtins__}
    before, sys.argv = sys.argv, [path] + words[1:]
    had_file = namespace.get('__file__')
    namespace['__file__'] = path
    try:
        exec(compile(source, path, 'exec'), namespace)
    except SystemExit as status:
        if status.code:
            raise
    finally:
        sys.argv = before
        if namespace is shell.user_ns and had_file is None:
            del namespace['__file__']
    if namespace is not shell.user_ns:
        shell.user_ns.update((k, v) for k, v in namespace.items() if not k.startswith('__'))


def load(line):
    """%load file: put a file's text into this cell."""
    path = line.strip().strip('"\'')
    if not path:
        raise UsageError('%load needs a file')
    with open(path, encoding='utf-8') as file:
        text = file.read()
    get_ipython().set_next_input(f'# %load {path}\n{text}', replace=True)


def page(line):
    """%page expression: show the value as a page of its own."""
    value = get_ipython().ev(line)
    get_ipython().page(value if isinstance(value, str) else repr(value))


def pinfo(line):
    """%pinfo object, or object?: its signature and documentation."""
    _page_about(line, 0)


def pinfo2(line):
    """%pinfo2 object, or object??: its signature, documentation and source."""
    _page_about(line, 1)


def _page_about(line, detail):
    import _picklejar_kernel
    from picklejar_kernel import inspection

    if not line.strip():
        get_ipython().page(
            _picklejar_kernel.banner()
            + 'object? shows what is known of an object, object?? its source; %lsmagic lists the magics.\n'
            '%tasklets shows the tasklets, %pickle_tasklets and %unpickle_tasklets save them and bring them back.\n'
        )
        return
    found = inspection.about(line.strip(), detail)
    if found is None:
        print(f'Object `{line.strip()}` not found.')
        return
    _picklejar_kernel.set_payload({'source': 'page', 'data': found, 'start': 0})


def history(line):
    """%history [-n] [-l COUNT] [-g PATTERN]: the inputs of this session, the last ones, or those that match; -n numbers them."""
    import _picklejar_kernel

    given, rest = options(line, 'nl:g:')
    if 'g' in given:
        pattern = (given['g'] + ' ' + rest).strip()
        rows = _picklejar_kernel.history('search', {'pattern': f'*{pattern}*'})
    elif 'l' in given:
        rows = _picklejar_kernel.history('tail', {'n': int(given['l'])})
    else:
        rows = _picklejar_kernel.history('range', {'session': 0, 'start': 1})
    for session, number, text in rows:
        print(f'{session}/{number}: {text}' if 'g' in given else f'{number}: {text}' if 'n' in given else text)


def who_ls(line):
    """%who_ls [types]: names that cells have defined, as a list; only those of the given types."""
    shell = get_ipython()
    types = line.split()
    return [n for n in shell.user_names() if not types or type(shell.user_ns[n]).__name__ in types]


def who(line):
    """%who [types]: names that cells have defined."""
    names = who_ls(line)
    print('\t '.join(names) if names else 'Interactive namespace is empty.')


def whos(line):
    """%whos [types]: names that cells have defined, with type and value."""
    names = who_ls(line)
    if not names:
        print('Interactive namespace is empty.')
        return
    namespace = get_ipython().user_ns
    rows = [(n, type(namespace[n]).__name__, _short(namespace[n])) for n in names]
    first = max(8, *(len(row[0]) for row in rows)) + 3
    second = max(4, *(len(row[1]) for row in rows)) + 3
    print(f'{"Variable":<{first}}{"Type":<{second}}Data/Info')
    print('-' * (first + second + 9))
    for name, kind, text in rows:
        print(f'{name:<{first}}{kind:<{second}}{text}')


def _short(value):
    if isinstance(value, (list, dict, set, frozenset, tuple)):
        return f'n={len(value)}'
    text = ' '.join(repr(value).split())
    return text if len(text) <= 60 else text[:40] + '<...>' + text[-15:]


def reset(line):
    """%reset [-f]: remove all names that cells have defined; asks unless -f is given."""
    if '-f' not in line.split():
        answer = input('Once deleted, variables cannot be recovered. Proceed (y/[n])? ')
        if not answer.strip().lower().startswith('y'):
            print('Nothing done.')
            return
    get_ipython().reset()
