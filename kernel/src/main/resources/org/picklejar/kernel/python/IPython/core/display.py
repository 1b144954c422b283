"""IPython.core.display: the old place of IPython.display."""

from IPython.display import *  # noqa: F403
