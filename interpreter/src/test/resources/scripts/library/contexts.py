"""Context variables and signals."""
import contextvars
v = contextvars.ContextVar('v', default=0)
u = contextvars.ContextVar('u')
print(v.get(), u.get('d'), v.name)  # expect: 0 d v
u.get() if False else None
t = v.set(1)
print(v.get(), t.old_value is contextvars.Token.MISSING, t.var is v)  # expect: 1 True True
c = contextvars.copy_context()
def change():
    v.set(5)
    return v.get()
print(c.run(change), v.get(), c[v], v in c, u in c, len(c), [w.name for w in c])  # expect: 5 1 5 True False 1 ['v']
c[u] if u in c else None
try: c.run(c.run, change)
except RuntimeError as e: print(str(e)[:21])  # expect: cannot enter context:
v.reset(t)
print(v.get())  # expect: 0
v.reset(t) if False else None
def fails(): v.set(7); raise KeyError('x')
c.run(fails)  # expect error: KeyError: 'x'
print(v.get(), c[v])  # expect: 0 7
def gen():
    v.set('in')
    yield v.get()
print(next(gen()), v.get())  # expect: in in
import signal
old = signal.signal(signal.SIGUSR1, lambda n, f: print('signal', n))  # not saved: handlers of signals belong to the process
signal.raise_signal(signal.SIGUSR1)  # not saved: handlers of signals belong to the process  # expect: signal 10
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is not None, signal.raise_signal(signal.SIGUSR1), old)  # not saved: handlers of signals belong to the process  # expect: True None 0
signal.raise_signal(signal.SIGINT)  # expect error: KeyboardInterrupt
signal.signal(signal.SIGKILL, signal.SIG_IGN)  # expect error: OSError: [Errno 22] Invalid argument
signal.signal(1, 'x')  # expect error: TypeError: signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
print(signal.strsignal(15), signal.Signals(2), signal.getsignal(signal.SIGINT) is signal.default_int_handler)  # expect: Terminated 2 True
