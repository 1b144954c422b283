"""Trees, tokens and plain values as bytes."""
import ast, tokenize, io, marshal
print(ast.dump(ast.parse('x = [1, *y]\nawait_ = f"{a!r:>{w}}"')))  # expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=List(elts=[Constant(value=1), Starred(value=Name(id='y', ctx=Load()), ctx=Load())], ctx=Load())), Assign(targets=[Name(id='await_', ctx=Store())], value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load()), conversion=114, format_spec=JoinedStr(values=[Constant(value='>'), FormattedValue(value=Name(id='w', ctx=Load()), conversion=-1)]))]))])
print(repr(ast.unparse(ast.parse('def f(a, /, b: int = 1, *c, d=2, **e) -> str: return a @ b if c else lambda: d'))))  # expect: 'def f(a, /, b: int=1, *c, d=2, **e) -> str:\n    return a @ b if c else lambda: d'
print(ast.literal_eval("{'a': [1, (2, 3)], 'b': {4}, 'c': -5.0, 'd': None}"))  # expect: {'a': [1, (2, 3)], 'b': {4}, 'c': -5.0, 'd': None}
ast.literal_eval('1 +')  # expect error: SyntaxError: invalid syntax (<unknown>, line 1)
ast.parse('a b')  # expect error: SyntaxError: invalid syntax (<unknown>, line 1)
class Doubler(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value * 2), n)
print(eval(compile(ast.fix_missing_locations(Doubler().visit(ast.parse('3 + 4', mode='eval'))), 'f', 'eval')))  # expect: 14
print([type(n).__name__ for n in ast.walk(ast.parse('a < b <= c'))])  # expect: ['Module', 'Expr', 'Compare', 'Name', 'Lt', 'LtE', 'Name', 'Name', 'Load', 'Load', 'Load']
n = ast.Name('x')
print(n.id, type(n.ctx).__name__, ast.Name._fields, ast.For._attributes)  # expect: x Load ('id', 'ctx') ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')
ast.Name('a', 'b', 'c')  # expect error: TypeError: Name constructor takes at most 2 positional arguments
compile(ast.Module([ast.Expr(ast.Name('x'))], []), 'f', 'exec')  # expect error: TypeError: required field "lineno" missing from stmt
compile(ast.parse('1', mode='eval'), 'f', 'exec')  # expect error: TypeError: expected Module node, got Expression
print(ast.get_docstring(ast.parse('"""doc"""')), ast.parse('\u00e9 = 1').body[0].value.col_offset, ast.parse('x\ny').body[1].lineno)  # expect: doc 5 2
got = []
for t in tokenize.generate_tokens(io.StringIO('x = 1 # c\n').readline): got.append((tokenize.tok_name[t.exact_type], t.string, t.start))
print(got)  # expect: [('NAME', 'x', (1, 0)), ('EQUAL', '=', (1, 2)), ('NUMBER', '1', (1, 4)), ('COMMENT', '# c', (1, 6)), ('NEWLINE', '\n', (1, 9)), ('ENDMARKER', '', (2, 0))]
print([t.string for t in tokenize.tokenize(io.BytesIO(b'if x:\n  f"a{b}c"\n').readline)])  # expect: ['utf-8', 'if', 'x', ':', '\n', '  ', 'f"', 'a', '{', 'b', '}', 'c', '"', '\n', '', '']
list(tokenize.generate_tokens(io.StringIO('(a').readline))  # expect error: TokenError: ('unexpected EOF in multi-line statement', (1, 0))
print(all(marshal.loads(marshal.dumps(v)) == v for v in (None, 1, -2**70, 1.5, 2j, 'a', '\u00e9', b'x', (1,), [1, [2]], {'k': 1}, {3}, ...)))  # expect: True
print(marshal.loads(b'\xe9\x01\x00\x00\x00'), marshal.loads(b')\x02\xda\x01ar\x00\x00\x00\x00'))  # expect: 1 ('a', 'a')
marshal.dumps(object())  # expect error: ValueError: unmarshallable object
marshal.loads(b'')  # expect error: EOFError: EOF read where object expected
