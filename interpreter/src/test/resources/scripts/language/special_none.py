# Special methods that are None: who needs one calls None, but for those whose None says that there is none.
def tried(name, *operations):
    o = type('C', (), {name: None})()
    for operation in operations:
        try: print(name, operation(o))
        except Exception as e: print(name, type(e).__name__, e)
for name, operation in ('bool', bool), ('len', len), ('index', [1].__getitem__), ('int', int), ('float', float), ('neg', lambda o: -o), ('abs', abs): tried('__%s__' % name, operation)
# expect: __bool__ TypeError 'NoneType' object is not callable
# expect: __len__ TypeError 'NoneType' object is not callable
# expect: __index__ TypeError 'NoneType' object is not callable
# expect: __int__ TypeError 'NoneType' object is not callable
# expect: __float__ TypeError 'NoneType' object is not callable
# expect: __neg__ TypeError 'NoneType' object is not callable
# expect: __abs__ TypeError 'NoneType' object is not callable
tried('__bool__', lambda o: not o, lambda o: 1 if o else 2)
# expect: __bool__ TypeError 'NoneType' object is not callable
# expect: __bool__ TypeError 'NoneType' object is not callable
tried('__add__', lambda o: o + 1, lambda o: 1 + o)
# expect: __add__ TypeError 'NoneType' object is not callable
# expect: __add__ TypeError unsupported operand type(s) for +: 'int' and 'C'
tried('__getitem__', lambda o: o[0], list, lambda o: 1 in o)
# expect: __getitem__ TypeError 'NoneType' object is not callable
# expect: __getitem__ TypeError 'NoneType' object is not callable
# expect: __getitem__ TypeError 'NoneType' object is not callable
for name, operation in ('str', str), ('repr', repr), ('format', format), ('call', lambda o: o()), ('next', next), ('getattr', lambda o: o.a), ('setattr', lambda o: setattr(o, 'a', 1)): tried('__%s__' % name, operation)
# expect: __str__ TypeError 'NoneType' object is not callable
# expect: __repr__ TypeError 'NoneType' object is not callable
# expect: __format__ TypeError 'NoneType' object is not callable
# expect: __call__ TypeError 'NoneType' object is not callable
# expect: __next__ TypeError 'NoneType' object is not callable
# expect: __getattr__ TypeError 'NoneType' object is not callable
# expect: __setattr__ TypeError 'NoneType' object is not callable
type('C', (), {'__init__': None})()  # expect error: TypeError: 'NoneType' object is not callable
type('C', (), {'__new__': None})()  # expect error: TypeError: 'NoneType' object is not callable
tried('__hash__', hash)  # expect: __hash__ TypeError unhashable type: 'C'
tried('__iter__', list)  # expect: __iter__ TypeError 'C' object is not iterable
tried('__contains__', lambda o: 1 in o)  # expect: __contains__ TypeError 'C' object is not a container
