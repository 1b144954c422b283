"""The compiler's scopes, as symtable shows them."""
import symtable
t = symtable.symtable("""
import os
x: int = 1
def f(a, *b):
    global g
    g = [i for i in a if x]
    def h():
        nonlocal a
        a = yield b
    return h
class C[T](object):
    def m(self): return super()
""", 'file', 'exec')
print(t, t.get_type(), sorted(t.get_identifiers()))  # expect: <SymbolTable for module file> module ['C', 'f', 'g', 'int', 'os', 'x']
f, c = t.get_children()
print(f, f.get_parameters(), f.get_locals(), f.get_globals())  # expect: <Function SymbolTable for f in file> ('a', 'b') ('a', 'b', 'h', 'i') ('g', 'x')
print(f.lookup('a'), f.get_children()[0].lookup('a'))  # expect: <symbol 'a': CELL, USE|DEF_PARAM> <symbol 'a': FREE, DEF_NONLOCAL|DEF_LOCAL>
print(c.get_type(), c.get_children()[0].get_methods())  # expect: type parameters ('m',)
print(t.lookup('os').is_imported(), t.lookup('x').is_annotated(), t.lookup('C').is_namespace())  # expect: True True True
symtable.symtable('x', 'file', 'all')  # expect error: ValueError: symtable() arg 3 must be 'exec' or 'eval' or 'single'
symtable.symtable('def', 'file', 'exec')  # expect error: SyntaxError: invalid syntax (file, line 1)
