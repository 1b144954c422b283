"""Trees that programs make: what no program text has is refused; constants of all kinds."""

import ast

load, store = ast.Load(), ast.Store()
x = ast.Name('x', load)
passes = [ast.Pass()]


def compiled(tree, mode='exec', complete=True):
    if isinstance(tree, ast.stmt):
        tree = ast.Module([tree], [])
    elif isinstance(tree, ast.expr):
        tree, mode = ast.Expression(tree), 'eval'
    try:
        compile(ast.fix_missing_locations(tree) if complete else tree, '<tree>', mode)
        return 'compiled'
    except (ValueError, TypeError) as e:
        return '%s: %s' % (type(e).__name__, e)


def case(*patterns):
    return ast.Match(x, [ast.match_case(p, None, passes) for p in patterns])


no_arguments = ast.arguments([], [], None, [], [], None, [])
for tree in [
    ast.FunctionDef('f', no_arguments, [], []),
    ast.AsyncFunctionDef('f', no_arguments, [], []),
    ast.ClassDef('C', [], [], [], []),
    ast.Delete([]),
    ast.Delete([x]),
    ast.Assign([], x),
    ast.Assign([x], x),
    ast.Assign([ast.Constant(1)], x),
    ast.AugAssign(x, ast.Add(), x),
    ast.AnnAssign(ast.Attribute(x, 'a', store), x, None, 1),
    ast.For(ast.Name('y', store), x, [], []),
    ast.While(x, [], []),
    ast.If(x, [], []),
    ast.With([], passes),
    ast.Match(x, []),
    ast.Raise(None, x),
    ast.Try([], [], [], passes),
    ast.Try(passes, [], [], []),
    ast.Try(passes, [], passes, passes),
    ast.TryStar(passes, [], [], []),
    ast.Try(passes, [ast.ExceptHandler(None, None, [])], [], []),
    ast.Import([]),
    ast.ImportFrom(None, [ast.alias('a')], -1),
    ast.ImportFrom('m', [], 0),
    ast.Global([]),
    ast.Nonlocal([]),
    ast.Expr(None),
    ast.Module([None], []),
    case(ast.MatchValue(x)),
    case(ast.MatchValue(ast.Constant(...))),
    case(ast.MatchSingleton(1)),
    case(ast.MatchStar('a')),
    case(ast.MatchSequence([ast.MatchStar('_')])),
    case(ast.MatchAs(ast.MatchAs(), None)),
    case(ast.MatchOr([ast.MatchAs()])),
    case(ast.MatchMapping([x], [], None)),
    case(ast.MatchClass(ast.Constant(1), [], [], [])),
    case(ast.MatchClass(x, [], ['a'], [])),
    ast.BoolOp(ast.And(), [x]),
    ast.Compare(x, [], []),
    ast.Compare(x, [ast.Lt()], [x, x]),
    ast.Dict([x], []),
    ast.Set([None]),
    ast.List([None], load),
    ast.ListComp(x, []),
    ast.Lambda(ast.arguments([], [], None, [], [], None, [x]), x),
    ast.Lambda(ast.arguments([], [], None, [ast.arg('a')], [], None, []), x),
    ast.NamedExpr(x, x),
    ast.Starred(ast.Name('x', store), load),
    ast.Name('None', load),
    ast.Name(3, load),
    ast.YieldFrom(None),
    ast.Constant([1]),
]:
    print(type(tree).__name__, compiled(tree))
# expect: FunctionDef ValueError: empty body on FunctionDef
# expect: AsyncFunctionDef ValueError: empty body on AsyncFunctionDef
# expect: ClassDef ValueError: empty body on ClassDef
# expect: Delete ValueError: empty targets on Delete
# expect: Delete ValueError: expression must have Del context but has Load instead
# expect: Assign ValueError: empty targets on Assign
# expect: Assign ValueError: expression must have Store context but has Load instead
# expect: Assign ValueError: expression which can't be assigned to in Store context
# expect: AugAssign ValueError: expression must have Store context but has Load instead
# expect: AnnAssign TypeError: AnnAssign with simple non-Name target
# expect: For ValueError: empty body on For
# expect: While ValueError: empty body on While
# expect: If ValueError: empty body on If
# expect: With ValueError: empty items on With
# expect: Match ValueError: empty cases on Match
# expect: Raise ValueError: Raise with cause but no exception
# expect: Try ValueError: empty body on Try
# expect: Try ValueError: Try has neither except handlers nor finalbody
# expect: Try ValueError: Try has orelse but no except handlers
# expect: TryStar ValueError: TryStar has neither except handlers nor finalbody
# expect: Try ValueError: empty body on ExceptHandler
# expect: Import ValueError: empty names on Import
# expect: ImportFrom ValueError: Negative ImportFrom level
# expect: ImportFrom ValueError: empty names on ImportFrom
# expect: Global ValueError: empty names on Global
# expect: Nonlocal ValueError: empty names on Nonlocal
# expect: Expr ValueError: field 'value' is required for Expr
# expect: Module ValueError: None disallowed in statement list
# expect: Match ValueError: patterns may only match literals and attribute lookups
# expect: Match ValueError: unexpected constant inside of a literal pattern
# expect: Match ValueError: MatchSingleton can only contain True, False and None
# expect: Match ValueError: can't use MatchStar here
# expect: Match ValueError: can't capture name '_' in patterns
# expect: Match ValueError: MatchAs must specify a target name if a pattern is given
# expect: Match ValueError: MatchOr requires at least 2 patterns
# expect: Match ValueError: MatchMapping doesn't have the same number of keys as patterns
# expect: Match ValueError: MatchClass cls field can only contain Name or Attribute nodes.
# expect: Match ValueError: MatchClass doesn't have the same number of keyword attributes as patterns
# expect: BoolOp ValueError: BoolOp with less than 2 values
# expect: Compare ValueError: Compare with no comparators
# expect: Compare ValueError: Compare has a different number of comparators and operands
# expect: Dict ValueError: Dict doesn't have the same number of keys as values
# expect: Set ValueError: None disallowed in expression list
# expect: List ValueError: None disallowed in expression list
# expect: ListComp ValueError: comprehension with no generators
# expect: Lambda ValueError: more positional defaults than args on arguments
# expect: Lambda ValueError: length of kwonlyargs is not the same as kw_defaults on arguments
# expect: NamedExpr compiled
# expect: Starred ValueError: expression must have Load context but has Store instead
# expect: Name ValueError: identifier field can't represent 'None' constant
# expect: Name TypeError: AST identifier must be of type str
# expect: YieldFrom ValueError: field 'value' is required for YieldFrom
# expect: Constant TypeError: got an invalid type in Constant: list

for change in {'lineno': 5, 'end_lineno': 1}, {'lineno': -1}, {'col_offset': 5, 'end_col_offset': 1}, {'lineno': None}:
    name = ast.Name('x', load, **{'lineno': 2, 'col_offset': 0, 'end_lineno': 2, 'end_col_offset': 1} | change)
    print(change, compiled(name, complete=False))
# expect: {'lineno': 5, 'end_lineno': 1} ValueError: AST node line range (5, 1) is not valid
# expect: {'lineno': -1} ValueError: AST node column range (0, 1) for line range (-1, 2) is not valid
# expect: {'col_offset': 5, 'end_col_offset': 1} ValueError: line 2, column 5-1 is not a valid range
# expect: {'lineno': None} ValueError: invalid integer value: None
print(compiled(ast.Name('x', load), complete=False))  # expect: TypeError: required field "lineno" missing from expr

for value in (1, 2), (), frozenset({3}), (None, ..., 1.5, (True, b'x')), 2 + 3j, -0.0, complex(-1, -2):
    made = eval(compile(ast.fix_missing_locations(ast.Expression(ast.Constant(value))), '<tree>', 'eval'))
    print(
        repr(made) == repr(value), type(made) is type(value), end=' '
    )  # expect: True True True True True True True True True True True True True True
print()
