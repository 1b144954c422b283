def read():
    raise KeyError('k')

try:
    read()
except KeyError as e:
    raise ValueError('bad value') from e
