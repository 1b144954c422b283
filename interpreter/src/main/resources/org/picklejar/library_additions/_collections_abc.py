# CPython's array registers its type here when it is made; here either module may be the first.
if 'array' in sys.modules:
    MutableSequence.register(sys.modules['array'].array)
