"""The object that get_ipython() returns."""

import _picklejar_kernel

_shell = None


def get_ipython():
    """The running shell; None outside a kernel."""
    return _shell


def install(shell):
    """Make a shell the one that get_ipython() returns, and give its namespace the usual names."""
    global _shell
    _shell = shell
    shell.prepare_namespace()


class Exiter:
    """exit and quit: end the kernel when called."""

    def __repr__(self):
        return 'call exit() to end the kernel'

    def __call__(self, keep_kernel=False):
        _picklejar_kernel.set_payload({'source': 'ask_exit', 'keepkernel': bool(keep_kernel)})


class Events:
    """The callbacks that libraries register, such as post_execute. They are kept, pre_run_cell and post_run_cell are not called."""

    def __init__(self):
        self.callbacks = {}

    def register(self, event, function):
        self.callbacks.setdefault(event, []).append(function)

    def unregister(self, event, function):
        self.callbacks[event].remove(function)


class InteractiveShell:
    """What programs and magics can ask of the kernel."""

    def __init__(self, user_ns):
        self.user_ns = user_ns
        self.user_global_ns = user_ns
        self.events = Events()
        self.input_hist = ['']
        self.output_hist = {}
        self.hidden = set()

    @classmethod
    def initialized(cls):
        return _shell is not None

    @classmethod
    def instance(cls):
        return _shell

    @property
    def execution_count(self):
        return _picklejar_kernel.execution_count()

    @property
    def kernel(self):
        return self

    def prepare_namespace(self):
        exiter = Exiter()
        names = {
            'In': self.input_hist,
            'Out': self.output_hist,
            '_ih': self.input_hist,
            '_oh': self.output_hist,
            '_': '',
            '__': '',
            '___': '',
            '_i': '',
            '_ii': '',
            '_iii': '',
            'exit': exiter,
            'quit': exiter,
        }
        self.user_ns.update(names)
        self.hidden = set(self.user_ns)

    # The cell history

    def begin_cell(self, count, code):
        while len(self.input_hist) <= count:
            self.input_hist.append('')
        self.input_hist[count] = code
        ns = self.user_ns
        ns['_iii'], ns['_ii'], ns['_i'] = ns.get('_ii', ''), ns.get('_i', ''), self.input_hist[count - 1]
        ns[f'_i{count}'] = code
        self.hidden.add(f'_i{count}')

    def keep_result(self, count, value):
        if value is self.output_hist:
            return
        ns = self.user_ns
        ns['___'], ns['__'], ns['_'] = ns.get('__'), ns.get('_'), value
        ns[f'_{count}'] = value
        self.output_hist[count] = value
        self.hidden.add(f'_{count}')

    # Magics

    def run_line_magic(self, name, line):
        """Run ``%name line``; returns its value."""
        from picklejar_kernel import magics

        return magics.line_magic(name)(self.var_expand(name, line))

    def run_cell_magic(self, name, line, cell):
        """Run ``%%name line`` over the rest of a cell; returns its value."""
        from picklejar_kernel import magics

        return magics.cell_magic(name)(self.var_expand(name, line), cell)

    def magic(self, text):
        """Run a line magic written as one string."""
        name, _, line = text.lstrip('%').partition(' ')
        return self.run_line_magic(name, line)

    def register_magic_function(self, function, magic_kind='line', magic_name=None):
        """Make a function a magic. magic_kind: "line", "cell" or "line_cell"."""
        from picklejar_kernel import magics

        magics.register(magic_name or function.__name__, function, magic_kind)

    def register_magics(self, *classes):
        """Make the marked methods of Magics classes or objects magics."""
        from picklejar_kernel import magics

        for item in classes:
            magics.register_marked(item(self) if isinstance(item, type) else item)

    def find_line_magic(self, name):
        from picklejar_kernel import magics

        return magics.find(name, 'line')

    def find_cell_magic(self, name):
        from picklejar_kernel import magics

        return magics.find(name, 'cell')

    def var_expand(self, name, line):
        """Replace ``{expression}`` and ``$name`` by their values, where they have one. Magics that take code get it unchanged."""
        from picklejar_kernel import magics

        if name in magics.TAKES_CODE or ('{' not in line and '$' not in line):
            return line
        return magics.expand(line, self.user_ns)

    # Commands of the system

    def system(self, command):
        """Run a shell command, its output appearing at once. The exit status becomes ``_exit_code``."""
        self.user_ns['_exit_code'] = self._run_command(command, False)['status']

    def getoutput(self, command, split=True):
        """The output of a shell command, as a list of lines."""
        result = self._run_command(command, True)
        self.user_ns['_exit_code'] = result['status']
        text = result['stdout'] + result['stderr']
        return SList(text.splitlines()) if split else text

    def _run_command(self, command, capture):
        import os

        command = self.var_expand('system', command)
        shell = [os.environ.get('SHELL', '/bin/sh'), '-c', command]
        return _picklejar_kernel.run_command(shell, os.getcwd(), dict(os.environ), None, capture)

    # The namespace

    def ev(self, expression):
        """The value of an expression in the user's namespace."""
        return eval(expression, self.user_ns)

    def ex(self, code):
        """Run statements in the user's namespace."""
        exec(code, self.user_ns)

    def push(self, variables, interactive=True):
        """Add names to the user's namespace."""
        self.user_ns.update(variables)

    def user_names(self):
        """The names that cells have defined."""
        return sorted(name for name in self.user_ns if not name.startswith('_') and name not in self.hidden)

    def reset(self):
        """Remove the names that cells have defined."""
        for name in list(self.user_ns):
            if name not in self.hidden and not name.startswith('__'):
                del self.user_ns[name]
        self.output_hist.clear()

    # Running code

    def transform_cell(self, code):
        """Python source of a cell that may contain magics."""
        return _picklejar_kernel.transform_cell(code)

    def run_cell(self, code, store_history=False, silent=False):
        """Run a cell's text; its last expression is displayed."""
        run_source(self.transform_cell(code), self.user_ns, '<cell>')

    # The front end

    def set_next_input(self, text, replace=False):
        """Put text into the next cell, or with replace into this one."""
        _picklejar_kernel.set_payload({'source': 'set_next_input', 'text': text, 'replace': bool(replace)})

    def page(self, text, start=0):
        """Show long text."""
        _picklejar_kernel.set_payload({'source': 'page', 'data': {'text/plain': text}, 'start': start})

    def showtraceback(self, *args, **kwargs):
        import sys
        import traceback

        traceback.print_exc(file=sys.stderr)

    def ask_exit(self):
        Exiter()()

    def enable_gui(self, gui=None):
        if gui:
            from picklejar_kernel.magics import UsageError

            raise UsageError(f'event loop {gui!r} is not supported')


class SList(list):
    """Lines of output. ``.n`` is the text, ``.s`` the lines with spaces between, ``.l`` the list."""

    @property
    def l(self):
        return list(self)

    @property
    def n(self):
        return '\n'.join(self)

    @property
    def s(self):
        return ' '.join(self)

    def grep(self, pattern):
        """The lines that contain a regular expression."""
        import re

        return SList(line for line in self if re.search(pattern, line))

    def fields(self, *indices):
        """White-space separated columns of each line."""
        rows = (line.split() for line in self)
        if not indices:
            return SList(rows)
        return SList(' '.join(row[i] for i in indices if -len(row) <= i < len(row)) for row in rows)


def run_source(source, namespace, filename):
    """Run source; the value of a last expression is given to the display hook and returned."""
    statements, expression = split_source(source, filename)
    exec(statements, namespace)
    if expression is None:
        return None
    import sys

    value = eval(expression, namespace)
    sys.displayhook(value)
    return value


def split_source(source, filename):
    """Code objects of all statements but a last expression, and of that expression (None without one)."""
    import ast

    tree = ast.parse(source, filename)
    expression = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
        expression = compile(last, filename, 'eval')
    return compile(tree, filename, 'exec'), expression
