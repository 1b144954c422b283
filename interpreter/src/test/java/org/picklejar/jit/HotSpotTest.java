package org.picklejar.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HotSpot's first compiler takes what ours writes: what it refuses stays in the JVM's interpreter. */
@Timeout(120)
@Tag("slow")
class HotSpotTest {
    /** Functions of the shapes that it has refused: handlers in and around loops, loops that end by an exception, many variables and ways out. */
    private static final String PROGRAM = """
        class Count:
            def __init__(self, n):
                self.n = n

            def __iter__(self):
                return self

            def __next__(self):
                self.n -= 1
                if self.n < 0:
                    raise StopIteration
                return self.n


        def tree(low, high):
            if low < high:
                middle = (low + high) // 2
                yield from tree(low, middle)
                yield middle
                yield from tree(middle + 1, high)


        def queens(n, row, columns, sums, differences):
            if row == n:
                yield ()
                return
            for column in range(n):
                if column in columns or row + column in sums or row - column in differences:
                    continue
                taken = columns | {column}, sums | {row + column}, differences | {row - column}
                for rest in queens(n, row + 1, *taken):
                    yield (column, *rest)


        class Ready:
            def __init__(self, value):
                self.value = value

            def __await__(self):
                yield
                return self.value


        async def delayed(n):
            for i in range(n):
                yield await Ready(i)


        async def total(n):
            return sum([v async for v in delayed(n)])


        def driven(coroutine):
            try:
                while True:
                    coroutine.send(None)
            except StopIteration as e:
                return e.value


        def handlers(items):
            total = 0
            for item in items:
                try:
                    for other in Count(3):
                        total += 10 // item + other
                except ZeroDivisionError as e:
                    total += len(str(e))
                    continue
                finally:
                    total -= 1
                while item:
                    item -= 1
                    try:
                        total += {1: 2}[item]
                    except KeyError:
                        pass
            return total


        def shuffle(items, seed):
            for i in range(len(items) - 1, 0, -1):
                seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
                j = seed % (i + 1)
                items[i], items[j] = items[j], items[i]
            return items[0] if items else None


        LARGE = 'def large(o, v):\\n'
        for i in range(18):
            LARGE += '    a%d = o.method(v, %d)\\n' % (i, i)
        for i in range(18):
            LARGE += '    if a%d is None: return o.other(a%d, v)\\n' % (i, i)
            LARGE += '    v = o.method(v, a%d)\\n' % i
        LARGE += '    return v\\n'


        class Object:
            def method(self, a, b):
                return a + b & 0xFFFF

            def other(self, a, b):
                return self.method(b, b)


        exec(LARGE)
        for i in range(600):
            r = sum(tree(0, 9)), handlers([1, 0, 3]), shuffle(list(range(9)), i), large(Object(), i), driven(total(5))
        print(r, sum(len(list(queens(5, 0, set(), set(), set()))) for _ in range(40)))
        """;

    @TempDir
    private Path folder;

    @Test
    void itsFirstCompilerRefusesNone() throws IOException {
        Path script = Files.writeString(folder.resolve("program.py"), PROGRAM);
        Process p = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-BackgroundCompilation",
                        "-XX:+PrintCompilation",
                        "-Dpicklejar.jit.calls=20",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.picklejar.cli.Main",
                        script.toString()))
                .redirectErrorStream(true)
                .start();
        List<String> out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertTrue(out.stream().anyMatch(l -> l.endsWith("(36, 78, 6, 11534, 10) 400")), () -> String.join("\n", out));
        for (String name : List.of("tree", "handlers", "queens", "delayed", "shuffle", "large")) {
            assertTrue(out.stream().anyMatch(l -> l.contains("Unit$" + name)), name + " was not compiled");
        }
        assertEquals(
                List.of(),
                out.stream()
                        .filter(l -> l.contains("Unit$") && l.contains("COMPILE SKIPPED"))
                        .toList());
    }
}
