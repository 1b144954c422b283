"""Runs a script's statements in a tasklet that can be saved between any two steps."""

import sys
import warnings

import stackless


def _work(statements):
    namespace = sys.modules['__main__'].__dict__
    import _script_host as host

    while statements:
        # What the code names is saved, and its text is compiled again for what the compiler says of it.
        number, code, text, path = statements.pop(0)
        error = None
        host.begin(number)
        try:
            exec(compile(text, path, 'exec'), namespace)
        except SystemExit:
            pass
        except BaseException as e:
            error = _describe(e)
        host.end(number, error)


def _describe(e):
    try:
        text = str(e)
    except Exception:
        text = '<exception str() failed>'
    name = type(e).__qualname__
    return f'{name}: {text}' if text else name


def _compile(text, path):
    try:
        return compile(text, path, 'exec')
    except SyntaxError:
        return None


def start(path, statements):
    with warnings.catch_warnings(action='ignore'):
        work = [(number, _compile(text, path), text, path) for number, text in statements]
    stackless.tasklet(_work)(work)


def go():
    """Goes on until all is done, or somebody makes this call of run() return."""
    stackless.run()


def _accompany():
    turns = 0
    while True:
        turns += 1
        stackless.schedule_remove()


def add_companion():
    stackless.tasklet(_accompany)()
