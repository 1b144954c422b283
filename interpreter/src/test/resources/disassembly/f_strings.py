def text(name, width, value):
    return f'{name!r}: {value:>{width}.2f} {name}' f'{value=}'
