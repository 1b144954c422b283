# what a pickle of the program finds by its name in __main__, it finds there in a fresh process, though no code names it
import collections, dataclasses, enum, functools, pickle, stackless, typing, _picklejar_state as state


class Plain:
    class Inner:
        pass

    def method(self):
        pass


class Job(stackless.tasklet):
    pass


def function(x):
    return x


@functools.lru_cache
def cached(x):
    return x


def decorator(f):
    @functools.wraps(f)
    def g(*args):
        return f(*args)

    return g


@decorator
def wrapped():
    pass


class Choice(enum.Enum):
    A = 1


@dataclasses.dataclass
class Data:
    x: int = 3


class Trouble(Exception):
    pass


class Typed(typing.TypedDict):
    a: int


class Single:
    def __reduce__(self):
        return 'single'


single = Single()
T = typing.TypeVar('T')
New = typing.NewType('New', int)
Named = collections.namedtuple('Named', 'a')
type Alias = int

instances = Plain(), Plain.Inner(), Job(function), Choice.A, Named(1), Data(), Trouble(1), Plain().method
constants = function, cached, wrapped, T, New, Alias, Typed, Plain.method, single
channel = stackless.channel()


def work():
    held = constants
    channel.receive()
    print(all(type(pickle.loads(pickle.dumps(o))) is type(o) for o in instances))
    print(all(pickle.loads(pickle.dumps(o)) is o for o in held))


stackless.tasklet(work)()
stackless.run()
state.save('case.state')
# ==== fresh process
import _picklejar_state as state

state.load(state.read('case.state'))
channel.send(None)
# expect: True
# expect: True
