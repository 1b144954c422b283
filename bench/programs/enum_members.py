"""Enumerations and flags: lookups, comparison, iteration, combination."""

import enum


class State(enum.Enum):
    IDLE = 0
    READY = 1
    RUNNING = 2
    DONE = 3

    def next(self):
        return State((self.value + 1) % 4)


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 10


class Access(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()
    RUN = enum.auto()


def run():
    state = State.IDLE
    visits = dict.fromkeys(State, 0)
    allowed = 0
    for i in range(25_000):
        state = state.next()
        visits[state] += 1
        if state is State.DONE or state == State.READY:
            allowed += Level.HIGH if i % 2 else Level.LOW
        allowed += len(state.name)
    rights = Access.READ
    for i in range(5000):
        rights = rights | Access.WRITE if i % 2 else rights & ~Access.WRITE
        if Access.WRITE in rights:
            allowed += 1
        allowed += sum(1 for a in Access if a in rights)
    return {s.name: n for s, n in visits.items()}, int(allowed), State['READY'].value


EXPECTED = ({'IDLE': 6250, 'READY': 6250, 'RUNNING': 6250, 'DONE': 6250}, 147500, 1)
