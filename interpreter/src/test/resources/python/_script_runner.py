"""Runs a script's statements in a tasklet that can be saved between any two steps."""

import sys


import stackless


def _work(statements):
    namespace = sys.modules['__main__'].__dict__
    import _script_host as host

    while statements:
        number, code, error = statements.pop(0)
        host.begin(number)
        if code is not None:
            try:
                exec(code, namespace)
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


def _compile(number, text, path):
    try:
        return number, compile(text, path, 'exec'), None
    except SyntaxError as e:
        return number, None, _describe(e)


def start(path, statements):
    stackless.tasklet(_work)([_compile(number, text, path) for number, text in statements])


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
