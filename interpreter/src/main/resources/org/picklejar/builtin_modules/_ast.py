"""The node classes of syntax trees (the docs of module ast), and the way between trees and our parser and compiler."""

import _ast_bridge

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_OPTIMIZED_AST = 0x8400

# One kind a paragraph: the abstract class with its attributes, then its constructors with their fields.
_GRAMMAR = """
mod []
  Expression(expr body)
  FunctionType(expr* argtypes, expr returns)
  Interactive(stmt* body)
  Module(stmt* body, type_ignore* type_ignores)
stmt [lineno col_offset end_lineno end_col_offset]
  AnnAssign(expr target, expr annotation, expr? value, int simple)
  Assert(expr test, expr? msg)
  Assign(expr* targets, expr value, string? type_comment)
  AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
  AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
  AsyncWith(withitem* items, stmt* body, string? type_comment)
  AugAssign(expr target, operator op, expr value)
  Break
  ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
  Continue
  Delete(expr* targets)
  Expr(expr value)
  For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
  FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
  Global(identifier* names)
  If(expr test, stmt* body, stmt* orelse)
  Import(alias* names)
  ImportFrom(identifier? module, alias* names, int? level)
  Match(expr subject, match_case* cases)
  Nonlocal(identifier* names)
  Pass
  Raise(expr? exc, expr? cause)
  Return(expr? value)
  Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
  TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
  TypeAlias(expr name, type_param* type_params, expr value)
  While(expr test, stmt* body, stmt* orelse)
  With(withitem* items, stmt* body, string? type_comment)
expr [lineno col_offset end_lineno end_col_offset]
  Attribute(expr value, identifier attr, expr_context ctx)
  Await(expr value)
  BinOp(expr left, operator op, expr right)
  BoolOp(boolop op, expr* values)
  Call(expr func, expr* args, keyword* keywords)
  Compare(expr left, cmpop* ops, expr* comparators)
  Constant(constant value, string? kind)
  Dict(expr* keys, expr* values)
  DictComp(expr key, expr value, comprehension* generators)
  FormattedValue(expr value, int conversion, expr? format_spec)
  GeneratorExp(expr elt, comprehension* generators)
  IfExp(expr test, expr body, expr orelse)
  JoinedStr(expr* values)
  Lambda(arguments args, expr body)
  List(expr* elts, expr_context ctx)
  ListComp(expr elt, comprehension* generators)
  Name(identifier id, expr_context ctx)
  NamedExpr(expr target, expr value)
  Set(expr* elts)
  SetComp(expr elt, comprehension* generators)
  Slice(expr? lower, expr? upper, expr? step)
  Starred(expr value, expr_context ctx)
  Subscript(expr value, expr slice, expr_context ctx)
  Tuple(expr* elts, expr_context ctx)
  UnaryOp(unaryop op, expr operand)
  Yield(expr? value)
  YieldFrom(expr value)
expr_context []
  Del
  Load
  Store
boolop []
  And
  Or
operator []
  Add
  BitAnd
  BitOr
  BitXor
  Div
  FloorDiv
  LShift
  MatMult
  Mod
  Mult
  Pow
  RShift
  Sub
unaryop []
  Invert
  Not
  UAdd
  USub
cmpop []
  Eq
  Gt
  GtE
  In
  Is
  IsNot
  Lt
  LtE
  NotEq
  NotIn
comprehension(expr target, expr iter, expr* ifs, int is_async) []
excepthandler [lineno col_offset end_lineno end_col_offset]
  ExceptHandler(expr? type, identifier? name, stmt* body)
arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults) []
arg(identifier arg, expr? annotation, string? type_comment) [lineno col_offset end_lineno end_col_offset]
keyword(identifier? arg, expr value) [lineno col_offset end_lineno end_col_offset]
alias(identifier name, identifier? asname) [lineno col_offset end_lineno end_col_offset]
withitem(expr context_expr, expr? optional_vars) []
match_case(pattern pattern, expr? guard, stmt* body) []
pattern [lineno col_offset end_lineno end_col_offset]
  MatchAs(pattern? pattern, identifier? name)
  MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
  MatchMapping(expr* keys, pattern* patterns, identifier? rest)
  MatchOr(pattern* patterns)
  MatchSequence(pattern* patterns)
  MatchSingleton(constant value)
  MatchStar(identifier? name)
  MatchValue(expr value)
type_ignore []
  TypeIgnore(int lineno, string tag)
type_param [lineno col_offset end_lineno end_col_offset]
  ParamSpec(identifier name, expr? default_value)
  TypeVar(identifier name, expr? bound, expr? default_value)
  TypeVarTuple(identifier name, expr? default_value)
"""

_OPTIONAL_ATTRIBUTES = ('end_lineno', 'end_col_offset')
_CONTEXT_DEFAULT = object()


class AST:
    __module__ = 'ast'
    _fields = ()
    _attributes = ()
    __match_args__ = ()
    _field_types = {}

    def __init__(self, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            raise TypeError(
                f'{cls.__name__} constructor takes at most {len(fields)} positional argument{"" if len(fields) == 1 else "s"}'
            )
        remaining = list(fields[len(args) :])
        for name, value in zip(fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in fields:
                if name not in remaining:
                    raise TypeError(f"{cls.__name__} got multiple values for argument '{name}'")
                remaining.remove(name)
            elif name not in cls._attributes:
                _warn(
                    f"{cls.__name__}.__init__ got an unexpected keyword argument '{name}'. "
                    'Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.'
                )
            setattr(self, name, value)
        kinds = cls.__dict__.get('_kinds') or getattr(cls, '_kinds', {})
        for name in remaining:
            kind = kinds.get(name)
            if kind == '?':
                pass
            elif kind == '*':
                setattr(self, name, [])
            elif kind == 'ctx':
                setattr(self, name, Load())
            elif kind is not None:
                _warn(
                    f"{cls.__name__}.__init__ missing 1 required positional argument: '{name}'. "
                    'This will become an error in Python 3.15.'
                )

    def __reduce__(self):
        state = dict(self.__dict__)
        args = []
        for f in self._fields:
            if f not in state:
                break
            args.append(state.pop(f))
        return type(self), tuple(args), state

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x}>'


AST.__qualname__ = 'AST'


def _warn(text):
    import warnings

    warnings.warn(text, DeprecationWarning, stacklevel=2)


def _make(text, base, attributes, optional):
    head, _, rest = text.partition('(')
    name = head.strip()
    ns = {'__module__': 'ast', '__doc__': text}
    fields = []
    types = {}
    kinds = {}
    for item in rest.rstrip(')').split(', '):
        if item:
            type_name, field = item.split(' ')
            fields.append(field)
            mark = type_name[-1]
            kinds[field] = mark if mark in '*?' else 'ctx' if type_name == 'expr_context' else '!'
            types[field] = type_name
            if mark == '?':
                ns[field] = None
    ns['_fields'] = ns['__match_args__'] = tuple(fields)
    ns['_kinds'] = kinds
    ns['_pending_types'] = types
    if attributes is not None:
        ns['_attributes'] = attributes
        for a in attributes:
            if a in optional:
                ns[a] = None
    cls = type(name, (base,), ns)
    globals()[name] = cls
    return cls


def _build():
    made = []
    kind = AST
    for line in _GRAMMAR.strip().split('\n'):
        if line.startswith('  '):
            made.append(_make(line.strip(), kind, None, ()))
            continue
        text, _, attributes = line.rstrip(']').partition(' [')
        attributes = tuple(attributes.split())
        cls = _make(text, AST, attributes, _OPTIONAL_ATTRIBUTES)
        if '(' not in text:
            kind = cls
            cls.__doc__ = None
        made.append(cls)
    simple = {'identifier': str, 'int': int, 'string': str, 'constant': object}
    for cls in made:
        types = {}
        for field, name in cls._pending_types.items():
            t = simple.get(name.rstrip('*?')) or globals()[name.rstrip('*?')]
            types[field] = list[t] if name.endswith('*') else t | None if name.endswith('?') and t is not object else t
        cls._field_types = types
        del cls._pending_types
    for kind in made:
        if kind.__bases__ == (AST,) and kind.__doc__ is None:
            parts = [c.__doc__ for c in made if c.__bases__ == (kind,)]
            kind.__doc__ = kind.__name__ + ' = ' + ('\n' + ' ' * len(kind.__name__) + ' | ').join(parts)


_build()
_singletons = {
    name: globals()[name]()
    for name in (
        'Load',
        'Store',
        'Del',
        'And',
        'Or',
        'Add',
        'Sub',
        'Mult',
        'MatMult',
        'Div',
        'Mod',
        'Pow',
        'LShift',
        'RShift',
        'BitOr',
        'BitXor',
        'BitAnd',
        'FloorDiv',
        'Invert',
        'Not',
        'UAdd',
        'USub',
        'Eq',
        'NotEq',
        'Lt',
        'LtE',
        'Gt',
        'GtE',
        'Is',
        'IsNot',
        'In',
        'NotIn',
    )
}
_roots = {'exec': 'Module', 'eval': 'Expression', 'single': 'Interactive', 'func_type': 'FunctionType'}


def _convert(source, filename, mode, flags):
    """compile() with PyCF_ONLY_AST."""
    if isinstance(source, AST):
        _check_root(source, mode)
        return source
    if mode == 'func_type':
        return _function_type(source, filename)
    return _ast_bridge.parse(source, filename, mode)


def _function_type(source, filename):
    arguments, arrow, returns = source.rpartition('->')
    if not arrow:
        raise SyntaxError('invalid syntax')
    call = _ast_bridge.parse('f' + arguments.strip(), filename, 'eval').body
    types = call.args + [k.value for k in call.keywords]
    return FunctionType(
        [t.value if isinstance(t, Starred) else t for t in types],
        _ast_bridge.parse(returns.strip(), filename, 'eval').body,
    )


def _check_root(tree, mode):
    root = _roots[mode]
    if not isinstance(tree, globals()[root]):
        raise TypeError(f'expected {root} node, got {type(tree).__name__}')


def _compile(source, filename, mode, flags):
    """compile() of a tree."""
    if not isinstance(source, AST):
        raise TypeError('compile() arg 1 must be a string, bytes or AST object')
    _check_root(source, mode)
    return _ast_bridge.compile(source, filename, mode, flags)


_ast_bridge.install(_convert, _compile)
