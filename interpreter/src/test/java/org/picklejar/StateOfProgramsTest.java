package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Saved states of programs as people write them, restored where nothing of the program is known. */
class StateOfProgramsTest extends SavedProgram {
    @Test
    void aStateSavedTwiceHoldsTheSameBytes() {
        assertEquals("True True\n", run("""
            import stackless, json
            class Box:
                kinds = {'x', 'y', 'z'}
                def __init__(self, v): self.v = v
            shared = {'a', 'b', 'c'}
            def work(box):
                for n in range(3):
                    shared.add(str(n))
                    stackless.schedule()
                print(box.v)
            jobs = [stackless.tasklet(work)(Box(n)) for n in range(3)]
            stackless.schedule()
            saved = []
            for n in range(2):
                s.save(FILE)
                with open(FILE) as f:
                    saved.append(json.load(f))
                    saved[-1].pop('saved', None)
                    saved[-1].get('manifest', {}).pop('saved', None)
            print(saved[0] == saved[1], len(saved[0]) > 1)
            """));
    }

    @Test
    void classesOfManyKindsComeBack() {
        assertEquals("", run("""
            import stackless, dataclasses, enum, collections, functools, contextlib, random, abc
            class Color(enum.Enum):
                RED = 1
                CRIMSON = 1
                BLUE = 'b'
                def nice(self): return self.name.lower()
                def __str__(self): return 'color ' + self.name
            class Bits(enum.IntFlag):
                A = 1
                B = 2
            @dataclasses.dataclass
            class Point:
                x: int
                tags: list = dataclasses.field(default_factory=list)
            @dataclasses.dataclass(frozen=True, slots=True, order=True)
            class Mark:
                a: int
            class Base(abc.ABC):
                made = 0
                def __init__(self, name):
                    self.name = name
                    Base.made += 1
                @abc.abstractmethod
                def go(self): return self.name
                @property
                def loud(self): return self.name.upper()
                @classmethod
                def make(cls, name): return cls(name)
            class Dog(Base):
                def go(self): return 'dog ' + super().go()
            Pair = collections.namedtuple('Pair', 'a b')
            def counted(f):
                @functools.wraps(f)
                def wrapper(*a, **k):
                    wrapper.calls += 1
                    return f(*a, **k)
                wrapper.calls = 0
                return wrapper
            @counted
            def add(a, b=3): return a + b
            @functools.lru_cache(maxsize=9)
            def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
            @contextlib.contextmanager
            def inside(x):
                stackless.schedule()
                yield x
            add_ten = functools.partial(add, 10)
            defaults = collections.defaultdict(lambda: [7])
            chance = random.Random(3)
            def work():
                with inside('held') as c:
                    p = Point(1, ['q'])
                    stackless.schedule_remove()
                    print(c, p, p == Point(1, ['q']), Mark(1) < Mark(2), Mark(4))
                    print(Color('b').nice(), Color.RED, Color.CRIMSON is Color(1), Bits.A | Bits.B)
                    print(Dog.make('rex').go(), Dog('cat').loud, Base.made, Pair(1, 2), add_ten(b=5), add.calls, fib(20), fib.cache_parameters())
                    print(defaults['k'], chance.random())
                    try: Base('x')
                    except TypeError: print('abstract')
            job = stackless.tasklet(work)()
            stackless.run()
            assert job.paused
            _ = s.save(FILE)
            """));
        assertEquals("""
            held Point(x=1, tags=['q']) True True Mark(a=4)
            blue color RED True 3
            dog rex CAT 2 Pair(a=1, b=2) 15 1 6765 {'maxsize': 9, 'typed': False}
            [7] 0.23796462709189137
            abstract
            """, run("r = s.load(s.read(FILE))\nimport stackless\njob.insert()\nstackless.run()\n"));
    }

    @Test
    void globalsThatHoldPausedTaskletsComeAlong() {
        assertEquals("", run("""
            import stackless
            class Box: pass
            def note(word): print(word)
            def pause(word):
                t = stackless.tasklet(note)(word)
                t.remove()
                return t
            box = Box(); box.held = pause('attribute')
            row = [pause('list')]
            table = {'a': {'b': pause('dict')}}
            _ = s.save(FILE)
            """));
        assertEquals(
                "attribute\nlist\ndict\n",
                resume("for t in box.held, row[0], table['a']['b']: t.insert()\nstackless.run()\n"));
    }

    @Test
    void blockedTaskletsAndWhatTheyShareKeepTheirIdentity() {
        assertEquals("", run("""
            import stackless
            line = stackless.channel()
            def reader(box):
                while True:
                    box.append(line.receive())
            def writer(box):
                stackless.schedule_remove()
                box.append('own'); line.send('sent'); print(box)
            shared = []
            stackless.tasklet(reader)(shared)
            job = stackless.tasklet(writer)(shared)
            stackless.run()
            del shared
            _ = s.save(FILE)
            """));
        assertEquals("['own', 'sent']\n", resume("job.insert()\nstackless.run()\n"));
    }

    @Test
    void hooksForSubclassesAreNotCalledAgain() {
        assertEquals("", run("""
            import stackless
            class Base:
                seen = []
                def __init_subclass__(cls, kind):
                    cls.kind = kind
                    Base.seen.append(kind)
            class First(Base, kind=1): pass
            class Second(First, kind=2): pass
            def work():
                stackless.schedule()
                print(First.kind, Second.kind, Base.seen)
                class Third(Second, kind=3): pass
                print(Base.seen)
            stackless.tasklet(work)()
            stackless.schedule()
            _ = s.save(FILE)
            """));
        assertEquals("1 2 [1, 2]\n[1, 2, 3]\n", resume(""));
    }

    @Test
    void attributeNamesAreNotTakenForGlobals() {
        assertEquals("", run("""
            import stackless
            conn = open(FILE, 'w')
            class Thing: pass
            def work():
                t = Thing(); t.conn = 5
                stackless.schedule()
                print(t.conn)
            stackless.tasklet(work)()
            stackless.schedule()
            _ = s.save(FILE)
            """));
        assertEquals("5\n", resume(""));
    }

    @Test
    void whatCannotBePickledIsNamedWithItsPathAndNothingIsWritten() {
        String said = run("""
            import os, stackless
            guard = {'file': open(os.devnull)}
            def inside():
                conn = open(os.devnull)
                stackless.schedule()
            def outside():
                guard
                stackless.schedule()
            for f in inside, outside:
                t = stackless.tasklet(f)()
                stackless.schedule()
                try: s.save(FILE)
                except s.StateError as e: print(e)
                t.kill()
            """);
        String[] lines = said.split("\n");
        assertTrue(
                lines[0].startsWith("nothing was saved: tasklet ")
                        && lines[0].contains("inside() line")
                        && lines[0].contains("local 'conn'"),
                said);
        assertTrue(
                lines[1].startsWith("nothing was saved: global 'guard' (guard['file']): ")
                        && lines[1].contains("TextIOWrapper"),
                said);
        assertFalse(Files.exists(folder.resolve("saved.state")));
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void theTextOfTheCellsTravelsWithTheState() {
        assertEquals(
                "",
                run(
                        "import stackless\ndef work():\n    stackless.schedule()\n    1/0  # here\njob = stackless.tasklet(work)()\n"
                                + "stackless.schedule()\n_ = s.save(FILE)\n"));
        String said = run(
                "r = s.load(s.read(FILE))\nrow = s.describe([job])[0]\nprint(row['source'], row['cell'])\nimport stackless\nstackless.run()\n");
        assertTrue(said.startsWith("stackless.schedule() <cell 1>\n"), said);
        assertTrue(said.contains("File \"<cell 1, saved ") && said.contains("    1/0  # here\n"), said);
    }

    @Test
    void theReportTellsRestoredKeptAndSkippedNames() {
        assertEquals(
                "",
                run("import stackless\na, b, c = 1, [2], 3\ndef work():\n    stackless.schedule()\n    print(a, b, c)\n"
                        + "stackless.tasklet(work)()\nstackless.schedule()\n_ = s.save(FILE)\n"));
        assertEquals(
                "['b', 'work'] ['a'] ['c', 'stackless']\n",
                run("import stackless\na, c = 'mine', 3\nr = s.load(s.read(FILE))\n"
                        + "print(sorted(r['restored'] + ['work']), r['kept'], r['skipped'])\n"));
    }
}
