# code objects can neither be made nor marshalled: cloudpickle, dill and joblib cannot pickle a function
import marshal, types


def f(x):
    return x + 1


c = f.__code__
d = types.CodeType(
    c.co_argcount,
    c.co_posonlyargcount,
    c.co_kwonlyargcount,
    c.co_nlocals,
    c.co_stacksize,
    c.co_flags,
    c.co_code,
    c.co_consts,
    c.co_names,
    c.co_varnames,
    c.co_filename,
    c.co_name,
    c.co_qualname,
    c.co_firstlineno,
    c.co_linetable,
    c.co_exceptiontable,
    c.co_freevars,
    c.co_cellvars,
)
print(types.FunctionType(d, {})(1), types.FunctionType(marshal.loads(marshal.dumps(c)), {})(4))
# expect: 2 5
