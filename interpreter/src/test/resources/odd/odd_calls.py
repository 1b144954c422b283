"""
Calls whatever can be called in modules with odd arguments. A call may end in any exception of Python, but must end: Java's failures are
told by the logger (see OddArgumentsTest), which also interrupts what takes long.
"""

import os
import random
import sys
import time
import types

import odd_values
from odd_values import USUAL, VALUES

# What is not called, by its name or that of its module with a star, and why.
SKIPPED = {
    'posix._exit': 'ends the process',
    'posix.abort': 'ends the process',
    'posix.fork*': 'makes a process',
    'posix.exec*': 'replaces the process',
    'posix.posix_spawn*': 'makes a process',
    'posix.system': 'makes a process',
    'posix.popen': 'makes a process',
    'posix.kill*': 'sends signals',
    'posix.wait*': 'waits for processes',
    'posix.close*': 'closes descriptors that the walk uses',
    'posix.dup2': 'closes descriptors that the walk uses',
    'posix.chdir': 'leaves the temporary folder',
    'posix.fchdir': 'leaves the temporary folder',
    'posix.chroot': 'leaves the temporary folder',
    'posix.read*': 'waits for input',
    'posix.setuid': 'changes the process',
    'posix.set*id*': 'changes the process',
    'posix.setgroups': 'changes the process',
    'posix.nice': 'changes the process',
    'posix.sched_*': 'changes the process',
    'posix.umask': 'changes the process',
    '_posixsubprocess.*': 'makes a process',
    '_signal.*kill*': 'sends signals',
    '_signal.raise_signal': 'sends signals',
    '_signal.alarm': 'sends signals',
    '_signal.setitimer': 'sends signals',
    '_signal.pause': 'waits for signals',
    '_signal.sig*wait*': 'waits for signals',
    '_signal.signal': 'takes the interrupts that end what takes long',
    '_signal.pthread_sigmask': 'takes the interrupts that end what takes long',
    '_thread.interrupt_main': 'sends signals',
    '_thread.start_*': 'runs what it is given beside the walk',
    '_thread.*acquire*': 'waits for ever',
    '_thread.*__enter__': 'waits for ever',
    '_thread._ThreadHandle.join': 'waits for ever',
    '_thread._shutdown': 'waits for threads',
    '_queue.SimpleQueue.get': 'waits for ever',
    'posix.ftruncate': 'changes what the walk uses',
    'posix.*dup*': 'changes what the walk uses',
    'posix.lockf': 'waits for ever',
    'posix.openpty': 'makes a terminal',
    'posix.login_tty': 'makes a terminal',
    'posix.pidfd*': 'waits for processes',
    'posix.write': 'writes where the walk does',
    'posix.pwrite*': 'writes where the walk does',
    'posix.copy_file_range': 'writes where the walk does',
    'posix.sendfile': 'writes where the walk does',
    '_io.FileIO': 'closes descriptors that the walk uses',
    '_io.open*': 'closes descriptors that the walk uses',
    'builtins.open': 'closes descriptors that the walk uses',
    '_thread.allocate*': 'is locked for ever',
    'faulthandler._*': 'ends the process',
    'faulthandler.dump*': 'prints',
    'resource.*': 'changes the process',
    'termios.*': 'waits for a terminal',
    'time.sleep': 'waits',
    'select.*': 'waits',
    'builtins.input': 'waits for input',
    'builtins.breakpoint': 'waits for input',
    'builtins.print': 'prints',
    'builtins.help': 'prints',
    'sys.settrace': 'calls what it is given for each event of the walk',
    'sys.setprofile': 'calls what it is given for each event of the walk',
    'sys._set*allthreads': 'calls what it is given for each event of the walk',
    '_stackless.tasklet.trace_function': 'calls what it is given for each event of the walk',
    '_stackless.tasklet.profile_function': 'calls what it is given for each event of the walk',
    'sys.call_tracing': 'traces the walk',
    'sys.monitoring*': 'calls what it is given for each event of the walk',
    'sys.setrecursionlimit': 'ends the walk',
    'sys.addaudithook': 'calls what it is given for each event of the walk',
    'sys.displayhook': 'prints',
    'sys.excepthook': 'prints',
    'sys.__*': 'prints',
    'sys.unraisablehook': 'prints',
    'sys.breakpointhook': 'waits for input',
    'sys.set_asyncgen_hooks': 'calls what it is given when generators begin',
    'sys.set_coroutine_origin_tracking_depth': 'makes each coroutine slow',
    'gc.*callbacks*': 'calls what it is given at any time',
    'gc.collect': 'takes long',
    '_gc.*': 'takes long',
    'gc.get_*': 'takes long',
    'atexit.*': 'calls what it is given at the end',
    '_asyncio_types._adopt': "puts the walk's own in place of asyncio's",
    '_decimal_types._adopt': "puts the walk's own in place of decimal's",
    '_stackless._register*': 'changes classes of the library',
    '_socket_names.*': 'waits for the network',
    'dis.main': 'reads files',
    '_socket.*': 'waits for the network',
    '_socket_calls.*': 'waits for the network',
    '_ssl*': 'waits for the network',
    '_stackless.run': 'waits for tasklets',
    '_stackless.schedule*': 'waits for tasklets',
    '_stackless.set_*': 'calls what it is given for each switch',
    '_stackless.enable_softswitch': 'changes the walk',
    '_stackless.switch_trap': 'changes the walk',
    '_stackless._set*': 'changes the walk',
    '_stackless._swap*': 'changes the walk',
    '_stackless.select': 'waits for tasklets',
    '_stackless._try_states': 'makes another runtime',
    '_stackless._closure_places': 'takes long',
    '_stackless._reachable_tasklets': 'takes long',
    '_stackless._leading_to': 'takes long',
}


def skipped(name):
    """The reason for which this is not called, or None."""
    for pattern, reason in SKIPPED.items():
        if pattern == name:
            return reason
        head, star, tail = pattern.partition('*')
        if star and name.startswith(head) and tail.strip('*') in name[len(head) :]:
            return reason
    return None


class Walk:
    """One walk: what was found so far, and how calls are made."""

    def __init__(self, seed, begin, rounds, seconds):
        self.random = random.Random(seed)
        self.begin = begin  # is told each call before it is made
        self.rounds = rounds  # how many calls with several arguments a callable gets
        self.end = time.monotonic() + seconds
        self.calls = 0
        self.names = list(VALUES)
        self.seen = set()  # classes that were walked through
        self.instances = {}  # class: (how it is made, function that makes one)
        self.found = []  # classes that are to be walked through
        for name, make in VALUES.items():
            self.keep(name, make)

    def keep(self, label, make):
        """Notes how an instance of a class is made."""
        t = type(make())
        if t not in self.instances:
            self.instances[t] = label, make
            self.found.append(t)

    def sample(self, n):
        return self.random.sample(self.names, min(n, len(self.names)))

    def values(self, names):
        made = [VALUES[n]() for n in names]
        if self.random.random() < 0.1:
            made[self.random.randrange(len(made))] = odd_values.Changing(made)
            names = [*names, 'Changing']
        return names, made

    def call(self, label, function, args=(), keywords={}):
        """One call; what it gives is kept when no such thing is known."""
        self.begin(label)
        self.calls += 1
        try:
            result = function(*args, **keywords)
        except BaseException:
            return
        finally:
            self.begin('')
        t = type(result)
        if t not in self.instances and not t.__module__.startswith('odd_'):
            self.instances[t] = label, lambda: result
            self.found.append(t)

    def odd_calls(self, label, find, single=True):
        """Calls what find() gives with odd arguments."""
        try:
            self.calls_with(label, find, single)
        except KeyboardInterrupt:
            # It came when the call had just ended.
            pass

    def calls_with(self, label, find, single):
        if time.monotonic() > self.end:
            return
        try:
            self.call(f'{label}()', find())
        except BaseException:
            return
        for n in self.sample(4 * self.rounds if single else self.rounds):
            self.call(f'{label}({n})', find(), (VALUES[n](),))
        for _ in range(self.rounds):
            pool = self.names if self.random.random() < 0.5 else USUAL
            several, made = self.values(self.random.choices(pool, k=self.random.randint(2, 5)))
            self.call(f'{label}({", ".join(several)})', find(), made)
        self.call(f'{label}(*range(40))', find(), range(40))
        n = self.random.choice(self.names)
        self.call(f'{label}(bogus={n})', find(), (), {'bogus': VALUES[n]()})
        self.call(f"{label}(**{{'\\ud800': {n}}})", find(), (1,), {'\ud800': 1})
        self.keywords(label, find)

    def keywords(self, label, find):
        """Calls it with keywords that it knows."""
        text = getattr(find(), '__text_signature__', None)
        if not isinstance(text, str):
            return
        known = [p.split('=')[0].split(':')[0].strip(' *$()') for p in text.split(',')]
        known = [k for k in known if k.isidentifier() and k != 'self']
        for k in known:
            for _ in range(1 + self.rounds // 4):
                n = self.random.choice(self.names)
                self.call(f'{label}({k}={n})', find(), (), {k: VALUES[n]()})
                first = self.random.choice(USUAL)
                self.call(f'{label}({first}, {k}={n})', find(), (VALUES[first](),), {k: VALUES[n]()})

    def walk_class(self, label, t):
        """Everything in a class: its constructor, methods of instances and of what are none, attributes."""
        if t in self.seen or t.__module__.startswith('odd_'):
            return
        self.seen.add(t)
        name = f'{t.__module__}.{t.__qualname__}'
        if skipped(name) or skipped(label):
            return
        own = t not in (type(self), types.FrameType)
        if own:
            self.odd_calls(label, lambda: t)
        for key in sorted(t.__dict__):
            if not isinstance(key, str) or skipped(f'{name}.{key}'):
                continue
            what = t.__dict__[key]
            if t in self.instances:
                how, make = self.instances[t]
                if isinstance(what, (types.GetSetDescriptorType, types.MemberDescriptorType, property)):
                    self.attribute(f'{how}.{key}', make, key)
                elif callable(what) or isinstance(what, (classmethod, staticmethod)):
                    if t is type(None) and key == '__class__':
                        continue
                    self.odd_calls(f'({how}).{key}', lambda: getattr(make(), key))
            if callable(what) or isinstance(what, (classmethod, staticmethod)):
                self.odd_calls(f'{label}.{key}', lambda: getattr(t, key), single=False)
            elif hasattr(what, '__get__'):
                for n in self.sample(self.rounds):
                    self.call(f'{label}.{key}.__get__({n})', what.__get__, (VALUES[n](),))
                    if hasattr(what, '__set__'):
                        self.call(f'{label}.{key}.__set__({n}, 1)', what.__set__, (VALUES[n](), 1))

    def attribute(self, label, make, key):
        """Takes, sets and deletes an attribute."""
        self.call(label, lambda: getattr(make(), key))
        for n in self.sample(2 * self.rounds):
            self.call(f'{label} = {n}', lambda: setattr(make(), key, VALUES[n]()))
        self.call(f'del {label}', lambda: delattr(make(), key))

    def walk_module(self, name):
        if skipped(name + '.'):
            return
        try:
            module = __import__(name, fromlist=['*'])
        except ImportError:
            return
        classes = []
        for key in sorted(module.__dict__):
            what = module.__dict__[key]
            label = f'{name}.{key}'
            if not callable(what) or skipped(label):
                continue
            if isinstance(what, type):
                classes.append((label, what))
            elif getattr(what, '__module__', name) in (name, None, 'builtins'):
                self.odd_calls(label, lambda: what)
        for label, what in classes:
            try:
                if what not in self.instances:
                    self.make_instance(label, what)
                self.walk_class(label, what)
            except KeyboardInterrupt:
                pass
        self.walk_found()

    def walk_found(self):
        while self.found:
            t = self.found.pop()
            try:
                self.walk_class(f'type({self.instances[t][0]})', t)
            except KeyboardInterrupt:
                pass

    def make_instance(self, label, t):
        """Tries to make an instance of a class."""
        tries = [[]] + [[n] for n in USUAL] + [self.random.choices(USUAL, k=2) for _ in range(20)]
        for names in tries:
            self.begin(f'{label}({", ".join(names)})')
            try:
                made = t(*[VALUES[n]() for n in names])
            except BaseException:
                continue
            finally:
                self.begin('')
            if type(made) is t:
                self.instances[t] = f'{label}({", ".join(names)})', lambda: t(*[VALUES[n]() for n in names])
                return


def modules():
    """The names of the modules that are written in Java, or are ours in Python."""
    others = ['builtins', 'sys', '_stackless', 'stackless', '_pickle', 'pickle', 'copyreg', 'dis', 'opcode']
    return sorted({*sys.builtin_module_names, *others})


def walk(seed, rounds, seconds, begin, chosen=''):
    """
    Walks through all modules in the current folder.

    :param seed: int, of what is chosen by chance
    :param rounds: int, how many calls with several arguments a callable gets, and a quarter of those with one
    :param seconds: float, after which no more is called
    :param begin: function that is told each call, as text, before it is made, and "" behind it
    :param chosen: str, the only module whose name this is, or "" for all
    :return: how many calls were made
    """
    streams = sys.stdout, sys.stderr
    w = Walk(seed, begin, rounds, seconds)
    if chosen:
        w.found.clear()
    w.walk_found()
    for name in modules():
        if chosen in ('', name):
            w.walk_module(name)
            sys.stdout, sys.stderr = streams
    return w.calls


if __name__ == '__main__':
    # By hand: SEED ROUNDS [MODULE]. What is called last before the end stands in the file odd.log.
    import tempfile

    log = open('odd.log', 'w', buffering=1, errors='backslashreplace')

    def tell(label):
        log.seek(0)
        log.truncate()
        log.write(label + '\n')

    os.chdir(tempfile.mkdtemp())
    print(walk(int(sys.argv[1]), int(sys.argv[2]), 600, tell, *sys.argv[3:]), 'calls', file=sys.__stdout__)
