"""IPython.core: the modules of it that libraries import."""
