try:
    raise ExceptionGroup('g', [TypeError('t'), ValueError('v')])
except* TypeError as g:
    raise OSError('in handler')
