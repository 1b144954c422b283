"""What CPython's module site adds to the builtins for interactive use."""

import builtins


class Quitter:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'Use {self.name}() or Ctrl-D (i.e. EOF) to exit'

    def __call__(self, code=None):
        raise SystemExit(code)


class Helper:
    def __repr__(self):
        return 'Type help() for interactive help, or help(object) for help about object.'

    def __call__(self, *args, **kwargs):
        import pydoc

        return pydoc.help(*args, **kwargs)


Quitter.__module__ = '_sitebuiltins'
Helper.__module__ = '_sitebuiltins'
Helper.__name__ = Helper.__qualname__ = '_Helper'
builtins.exit = Quitter('exit')
builtins.quit = Quitter('quit')
builtins.help = Helper()
