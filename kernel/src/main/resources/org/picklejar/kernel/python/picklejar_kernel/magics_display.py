"""Magics that show a cell's text as a document: %%html, %%markdown, %%latex, %%svg, %%javascript; %%capture."""

from picklejar_kernel.display import publish_display_data
from picklejar_kernel.shell import get_ipython, run_source


def html(line, cell):
    """%%html: show the cell as HTML."""
    publish_display_data({'text/html': cell, 'text/plain': '<HTML>'})


def markdown(line, cell):
    """%%markdown: show the cell as Markdown."""
    publish_display_data({'text/markdown': cell, 'text/plain': '<Markdown>'})


def latex(line, cell):
    """%%latex: show the cell as LaTeX."""
    publish_display_data({'text/latex': cell, 'text/plain': '<Latex>'})


def svg(line, cell):
    """%%svg: show the cell as an SVG picture."""
    publish_display_data({'image/svg+xml': cell, 'text/plain': '<SVG>'})


def javascript(line, cell):
    """%%javascript: run the cell in the browser."""
    publish_display_data({'application/javascript': cell, 'text/plain': '<Javascript>'})


class Captured:
    """Text that a cell printed: ``stdout`` and ``stderr``; call it to print it."""

    def __init__(self, stdout, stderr):
        self.stdout = stdout
        self.stderr = stderr

    def __str__(self):
        return self.stdout

    def show(self):
        import sys

        sys.stdout.write(self.stdout)
        sys.stderr.write(self.stderr)

    __call__ = show


def capture(line, cell):
    """%%capture [name]: keep what the cell prints, under a name, instead of showing it."""
    import io
    import sys

    shell = get_ipython()
    before = sys.stdout, sys.stderr, sys.displayhook
    sys.stdout, sys.stderr, sys.displayhook = io.StringIO(), io.StringIO(), lambda value: None
    try:
        run_source('\n' + shell.transform_cell(cell), shell.user_ns, f'<cell {shell.execution_count}>')
    finally:
        captured = Captured(sys.stdout.getvalue(), sys.stderr.getvalue())
        sys.stdout, sys.stderr, sys.displayhook = before
        if line.strip():
            shell.user_ns[line.strip()] = captured


def matplotlib(line):
    """%matplotlib: accepted and ignored."""
