package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasklets that wait on a channel inside builtins of every kind, saved by one process, finished by another. */
@Timeout(120)
@Tag("slow")
class TwoProcessesTest {
    private static final String FIRST = """
        import functools, stackless
        import _picklejar_state as state

        ch = stackless.channel()


        def wait(v):
            return v + ch.receive()


        class C:
            def __init__(self, v=0):
                self.v = wait(v)

            def method(self):
                return wait(1)

            def __getattr__(self, name):
                if name.startswith('__'):
                    raise AttributeError(name)
                return wait(2)

            @property
            def prop(self):
                return wait(3)

            def __add__(self, other):
                return wait(other)

            def __str__(self):
                return 's%d' % wait(4)

            def __enter__(self):
                return wait(5)

            def __exit__(self, *exc):
                return wait(0) == 100

            def __iter__(self):
                return Count()

            def __lt__(self, other):
                return wait(0) < 0


        class Count:
            n = 0

            def __next__(self):
                self.n += 1
                if self.n > 2:
                    raise StopIteration
                return wait(self.n)


        def empty():
            return object.__new__(C)


        def nested():
            def inner():
                return wait(10)
            return inner()


        def generator():
            yield wait(1)
            yield wait(2)


        def with_block():
            with empty() as v:
                raise ValueError(v)
            return 'swallowed'


        def executed():
            space = {'wait': wait}
            exec('v = wait(6)', space)
            return space['v']


        class Meta(type):
            def __call__(cls, *args):
                return super().__call__(wait(args[0]))


        class D(metaclass=Meta):
            def __init__(self, v):
                self.v = v


        class L(list):
            def append(self, v):
                super().append(wait(v))


        def list_subclass():
            made = L()
            made.append(13)
            return list(made)


        places = {
            'nested functions': nested,
            'method': lambda: empty().method(),
            '__init__': lambda: C(7).v,
            'generator': lambda: [v for v in generator()],
            'with block': with_block,
            'sorted(key=)': lambda: sorted([3, 1, 2], key=wait),
            'map': lambda: [v for v in map(wait, [1, 2])],
            'filter': lambda: [v for v in filter(wait, [-100, 1])],
            'list of a generator': lambda: list(generator()),
            '__getattr__': lambda: empty().missing,
            'property': lambda: empty().prop,
            '__add__': lambda: empty() + 8,
            'str()': lambda: str(empty()),
            'f-string': lambda: f'{empty()}!',
            'exec': executed,
            'for over a Python iterator': lambda: [v for v in empty()],
            'sum': lambda: sum(generator()),
            'max(key=)': lambda: max([1, 5, 2], key=wait),
            'functools.reduce': lambda: functools.reduce(lambda a, b: a + wait(b), [1, 2, 3]),
            'functools.partial': lambda: functools.partial(wait, 9)(),
            'sorted by __lt__': lambda: len(sorted([empty(), empty()])),
            'dict of a generator': lambda: dict((v, v) for v in generator()),
            'join of a generator': lambda: ','.join(str(v) for v in generator()),
            'metaclass __call__': lambda: D(11).v,
            'super() of a builtin type': list_subclass,
            'class body': lambda: type('E', (), {'v': wait(12)}).v,
        }


        def run(place, function):
            print('%s: %r' % (place, function()))


        jobs = [stackless.tasklet(run)(*item) for item in places.items()]
        stackless.run()
        assert ch.balance == -len(places), ch.balance
        assert all(t.blocked and t.restorable for t in jobs)
        saved = state.save(FILE)
        print(len(saved['tasklets']), 'saved')
        """;
    private static final String SECOND = """
        import stackless
        import _picklejar_state as state

        state.load(state.read(FILE))
        while ch.balance:
            ch.send(100)
            stackless.run()
        print(any(t.alive for t in jobs))
        """;
    private static final String EXPECTED = """
        nested functions: 110
        method: 101
        __init__: 107
        __getattr__: 102
        property: 103
        __add__: 108
        str(): 's104'
        f-string: 's104!'
        exec: 106
        functools.partial: 109
        sorted by __lt__: 2
        metaclass __call__: 111
        super() of a builtin type: [113]
        class body: 112
        generator: [101, 102]
        with block: 'swallowed'
        map: [101, 102]
        filter: [1]
        list of a generator: [101, 102]
        for over a Python iterator: [101, 102]
        sum: 203
        functools.reduce: 206
        dict of a generator: {101: 101, 102: 102}
        join of a generator: '101,102'
        sorted(key=): [1, 2, 3]
        max(key=): 5
        False
        """;

    @TempDir
    private Path folder;

    private String run(String program) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("program.py"), program.replace("FILE", "'" + folder.resolve("saved.state") + "'"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process p = new ProcessBuilder(List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.picklejar.cli.Main",
                        script.toString()))
                .redirectErrorStream(true)
                .start();
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        p.waitFor(60, TimeUnit.SECONDS);
        return out;
    }

    @Test
    void whatOneProcessSavesAnotherFinishes() throws IOException, InterruptedException {
        assertEquals("26 saved\n", run(FIRST));
        Files.delete(folder.resolve("program.py"));
        assertEquals(EXPECTED, run(SECOND));
    }
}
