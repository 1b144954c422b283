# Builtins that are written in Python show themselves as those of CPython, which are written in C.
import atexit, builtins, inspect, marshal, pickle, sys, types
print(input, breakpoint, sys.displayhook, marshal.dump, atexit.register)  # expect: <built-in function input> <built-in function breakpoint> <built-in function displayhook> <built-in function dump> <built-in function register>
all_of_them = [input, breakpoint, sys.displayhook, sys.breakpointhook, sys.unraisablehook, sys.set_asyncgen_hooks, sys.get_asyncgen_hooks, marshal.dump, marshal.loads, atexit.register, atexit.unregister]
print({type(f) is types.BuiltinFunctionType for f in all_of_them}, {type(f).__name__ for f in all_of_them})  # expect: {True} {'builtin_function_or_method'}
print({inspect.isbuiltin(f) for f in all_of_them}, {inspect.isfunction(f) for f in all_of_them})  # expect: {True} {False}
print([n for f in all_of_them for n in ('__code__', '__globals__', '__defaults__', '__kwdefaults__', '__closure__', '__dict__', '__get__') if hasattr(f, n)])  # expect: []
input.__code__  # expect error: AttributeError: 'builtin_function_or_method' object has no attribute '__code__'
print(input.__self__ is builtins, marshal.dump.__self__ is marshal, input.__module__, marshal.dump.__module__, sys.displayhook.__module__)  # expect: True True builtins marshal sys
print(input.__name__, input.__qualname__, sys.displayhook.__qualname__, marshal.loads.__name__)  # expect: input input displayhook loads
print(input.__text_signature__, breakpoint.__text_signature__, sys.displayhook.__text_signature__)  # expect: ($module, prompt='', /) ($module, /, *args, **kws) ($module, object, /)
print(sys.get_asyncgen_hooks.__text_signature__, len.__text_signature__, atexit.unregister.__doc__[:27])  # expect: ($module, /) ($module, obj, /) Unregister an exit function
print([f for f in all_of_them if pickle.loads(pickle.dumps(f)) is not f])  # expect: []
print(pickle.dumps(sys.displayhook, 0), pickle.dumps(open, 0))  # expect: b'csys\ndisplayhook\np0\n.' b'c_io\nopen\np0\n.'

# They do not become methods of a class.
class Holder:
    dumps = marshal.dumps
    read = input
print(Holder().dumps is marshal.dumps, Holder.read is input, marshal.loads(Holder().dumps((1, 'a'))))  # expect: True True (1, 'a')

# Arguments are taken as builtins take them.
input(1, 2)  # expect error: TypeError: input expected at most 1 argument, got 2
input(prompt='a')  # expect error: TypeError: input() takes no keyword arguments
marshal.dumps(1, 2, 3)  # expect error: TypeError: dumps() takes at most 2 positional arguments (3 given)
print(sys.set_asyncgen_hooks(finalizer=None), sys.get_asyncgen_hooks())  # expect: None sys.asyncgen_hooks(firstiter=None, finalizer=None)
print([marshal.loads(d) for d in (marshal.dumps(5), marshal.dumps(5, 2), marshal.dumps(5, allow_code=False))])  # expect: [5, 5, 5]

# Tracebacks do not show them.
def names(f, *args):
    try:
        f(*args)
    except Exception as e:
        found = []
        t = e.__traceback__
        while t is not None:
            found.append(t.tb_frame.f_code.co_name)
            t = t.tb_next
        return type(e).__name__, found
print(names(marshal.dumps, object()), names(marshal.loads, b''), names(atexit.register, 1))  # expect: ('ValueError', ['names']) ('EOFError', ['names']) ('TypeError', ['names'])
class Odd:
    def __repr__(self):
        raise KeyError
print(names(sys.displayhook, Odd()))  # expect: ('KeyError', ['names', '__repr__'])

# The modules are builtin ones.
print(marshal, hasattr(marshal, '__file__'), marshal.__spec__.origin, 'marshal' in sys.builtin_module_names)  # expect: <module 'marshal' (built-in)> False built-in True
print([m for m in ('_ast', '_imp', '_typing', 'atexit', 'pwd') if hasattr(__import__(m), '__file__')])  # expect: []
print(inspect.getfile(marshal))  # expect error: TypeError: <module 'marshal' (built-in)> is a built-in module

# What they call is Python code, inside which tasklets are switched away from and pickled.
class Lines:
    def __init__(self, *lines):
        self.lines = list(lines)
    def readline(self):
        return self.lines.pop(0) if self.lines else ''
class Text:
    def __init__(self):
        self.parts = []
    def write(self, part):
        self.parts.append(part)
    def flush(self):
        pass
def asking():
    before = sys.stdin, sys.stdout
    sys.stdin, sys.stdout = Lines('ann\n'), Text()
    try:
        answer = input('name? ')
        sys.displayhook([answer])
        return answer, sys.stdout.parts
    finally:
        sys.stdin, sys.stdout = before
print(asking())  # not saved: sys.stdin and sys.stdout are those of the fresh process  # expect: ('ann', ['name? ', "['ann']", '\n'])
print(builtins._)  # expect: ['ann']
def dumping():
    out = Text()
    marshal.dump([1, 'two', {3: 4.0}], out)
    return marshal.loads(b''.join(out.parts))
print(dumping())  # expect: [1, 'two', {3: 4.0}]
def hooked():
    sys.breakpointhook = lambda *args, **kws: ('stopped', args, kws)
    try:
        return breakpoint(1, key=2)
    finally:
        sys.breakpointhook = sys.__breakpointhook__
print(hooked())  # expect: ('stopped', (1,), {'key': 2})
