package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/** What is pickled in one runtime goes on in another, which has never seen the program. */
@Tag("slow")
class TwoRuntimesTest {
    @TempDir
    private Path folder;

    private static String run(String code) {
        StringBuilder out = new StringBuilder();
        try (Runtime r =
                Runtime.builder().path("").output((s, t, o) -> out.append(t)).build()) {
            Interpreter.Outcome outcome = r.execute(new Interpreter.Cell(code, "<test>", null, false, false));
            if (outcome instanceof Interpreter.Outcome.Error e) {
                out.append(String.join("\n", e.error().traceback()));
            }
        }
        return out.toString();
    }

    @Test
    void nineNestedCallsAreLeftInAnotherProcess() {
        String program = """
            import pickle, sys, stackless
            ch = stackless.channel()
            def recurs(depth, level=1):
                print('enter level %s%d' % (level * '  ', level))
                if level >= depth:
                    ch.send('hi')
                if level < depth:
                    recurs(depth, level + 1)
                print('leave level %s%d' % (level * '  ', level))
            def demo(depth):
                t = stackless.tasklet(recurs)(depth)
                print(ch.receive())
                with open(FILE, 'wb') as f:
                    pickle.dump(t, f)
            """.replace("FILE", "'" + folder.resolve("tasklet.pickle") + "'");
        StringBuilder leave = new StringBuilder();
        for (int level = 9; level >= 1; level--) {
            leave.append("leave level ")
                    .append("  ".repeat(level))
                    .append(level)
                    .append('\n');
        }
        String first = run(program + "stackless.tasklet(demo)(9)\nstackless.run()\n");
        assertTrue(first.contains("enter level                   9\nhi\n"), first);
        assertTrue(first.endsWith(leave.toString()), first);
        String second = run(program + "t = pickle.load(open('" + folder.resolve("tasklet.pickle")
                + "', 'rb'))\nt.insert()\nstackless.run()\n");
        assertEquals(leave.toString(), second);
    }

    /** Each stops inside the named construct; its function prints the line when it goes on. */
    static Stream<String[]> places() {
        String pause = "stackless.schedule_remove()";
        return Stream.of(
                new String[] {
                    "nested functions", "def f():\n  def g():\n    " + pause + "\n    return 1\n  return g() + 1\n", "2"
                },
                new String[] {
                    "method",
                    "class C:\n  def m(self, v):\n    " + pause + "\n    return v\ndef f(): return C().m(3)\n",
                    "3"
                },
                new String[] {
                    "__init__",
                    "class C:\n  def __init__(self):\n    " + pause + "\n    self.v = 4\ndef f(): return C().v\n",
                    "4"
                },
                new String[] {
                    "generator", "def g():\n  " + pause + "\n  yield 5\ndef f():\n  for v in g(): return v\n", "5"
                },
                new String[] {
                    "with",
                    "class C:\n  def __enter__(self):\n    " + pause
                            + "\n    return 6\n  def __exit__(self, *a): pass\n"
                            + "def f():\n  with C() as v: return v\n",
                    "6"
                },
                new String[] {
                    "sorted",
                    "def k(v):\n  if v == 2: " + pause + "\n  return -v\ndef f(): return sorted([1, 3, 2], key=k)\n",
                    "[3, 2, 1]"
                },
                new String[] {
                    "map",
                    "def k(v):\n  if v == 2: " + pause
                            + "\n  return v * 2\ndef f(): return [v for v in map(k, [1, 2, 3])]\n",
                    "[2, 4, 6]"
                },
                new String[] {
                    "list of a generator",
                    "def g():\n  yield 1\n  " + pause + "\n  yield 2\ndef f(): return list(g())\n",
                    "[1, 2]"
                },
                new String[] {
                    "__getattr__",
                    "class C:\n  def __getattr__(self, n):\n"
                            + "    if n.startswith('__'): raise AttributeError(n)\n    " + pause
                            + "\n    return n\ndef f(): return C().abc\n",
                    "abc"
                },
                new String[] {
                    "property",
                    "class C:\n  @property\n  def p(self):\n    " + pause + "\n    return 7\ndef f(): return C().p\n",
                    "7"
                },
                new String[] {
                    "__add__",
                    "class C:\n  def __add__(self, o):\n    " + pause + "\n    return o\ndef f(): return C() + 8\n",
                    "8"
                },
                new String[] {
                    "__radd__",
                    "class C:\n  def __radd__(self, o):\n    " + pause + "\n    return o\ndef f(): return 8 + C()\n",
                    "8"
                },
                new String[] {
                    "str()",
                    "class C:\n  def __str__(self):\n    " + pause
                            + "\n    return 's'\ndef f(): return str(C()) + f'{C()}'\n",
                    "ss"
                },
                new String[] {
                    "exec",
                    "def f():\n  ns = {}\n  exec('import stackless\\n" + pause + "\\nv = 9', ns)\n  return ns['v']\n",
                    "9"
                },
                new String[] {
                    "Python iterator",
                    "class I:\n  n = 0\n  def __iter__(self): return self\n  def __next__(self):\n    self.n += 1\n    "
                            + pause
                            + "\n    if self.n > 2: raise StopIteration\n    return self.n\ndef f(): return [v for v in I()]\n",
                    "[1, 2]"
                },
                new String[] {
                    "finally",
                    "def f():\n  try:\n    try: 1 / 0\n    finally: " + pause
                            + "\n  except ZeroDivisionError as e: return repr(e)\n",
                    "ZeroDivisionError('division by zero')"
                },
                new String[] {"class body", "def f():\n  class C:\n    " + pause + "\n    v = 10\n  return C.v\n", "10"
                },
                new String[] {
                    "comparison",
                    "class C:\n  def __lt__(self, o):\n    " + pause + "\n    return True\ndef f(): return C() < 1\n",
                    "True"
                },
                new String[] {
                    "truth",
                    "class C:\n  def __bool__(self):\n    " + pause
                            + "\n    return False\ndef f(): return 'no' if C() else 'yes'\n",
                    "yes"
                },
                new String[] {
                    "await",
                    "class A:\n  def __await__(self):\n    " + pause
                            + "\n    return 11\n    yield\nasync def c(): return await A()\n"
                            + "def f():\n  try: c().send(None)\n  except StopIteration as e: return e.value\n",
                    "11"
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void aTaskletStoppedInsideGoesOnInAFreshRuntime(String place, String definitions, String expected) {
        String file = "'" + folder.resolve("saved.state") + "'";
        String first = run("import stackless\n" + definitions + "def top():\n  print('result', f())\n"
                + "job = stackless.tasklet(top)()\nstackless.run()\nimport _picklejar_state as s\n"
                + "assert job.paused\nm = s.save(" + file + ")\nprint('saved', len(m['tasklets']))\n");
        assertEquals("saved 1\n", first);
        String second = run("import stackless, _picklejar_state as s\nr = s.load(s.read(" + file + "))\n"
                + "while job.alive:\n  job.insert()\n  stackless.run()\n");
        assertEquals("result " + expected + "\n", second);
    }

    @Test
    void aDamagedStateChangesNothing() throws IOException {
        Path file = folder.resolve("saved.state");
        String quoted = "'" + file + "'";
        assertEquals(
                "",
                run("import stackless, _picklejar_state as s\ndef f(): stackless.schedule()\n"
                        + "job = stackless.tasklet(f)()\n_ = s.save(" + quoted + ")\n"));
        String text = Files.readString(file);
        String load = "import _picklejar_state as s\ntry: s.load(s.read(" + quoted
                + "))\nexcept s.StateError as e: print(e)\n" + "print('job' in globals())\n";
        Files.writeString(file, text.substring(0, text.length() / 2));
        assertTrue(run(load).endsWith("is no state file, or it was cut off: it is not valid JSON\nFalse\n"));
        Files.writeString(file, text.replaceFirst("\"sha256\": \"....", "\"sha256\": \"0000"));
        assertTrue(run(load).endsWith("was altered: its pickle is not the one that the manifest tells of\nFalse\n"));
        Files.writeString(file, "{}");
        assertTrue(run(load).endsWith("is no state of Picklejar\nFalse\n"));
        Files.writeString(file, text);
        assertEquals("True\n", run(load));
    }

    @Test
    void existingNamesAreKeptUnlessReplaced() {
        String file = "'" + folder.resolve("saved.state") + "'";
        assertEquals(
                "",
                run("import stackless, _picklejar_state as s\nshared = [1]\n"
                        + "def f():\n  while True:\n    shared.append(len(shared) + 1)\n    stackless.schedule()\n"
                        + "job = stackless.tasklet(f)()\nstackless.schedule()\n_ = s.save(" + file + ")\n"));
        String load = "import stackless, _picklejar_state as s\nshared = 'mine'\nr = s.load(s.read(" + file
                + "), replace=%s)\n"
                + "print(shared, r['kept'])\nstackless.schedule() if %s else None\nprint(shared)\n";
        assertEquals("mine ['shared']\nmine\n", run(String.format(load, "False", "False")));
        assertEquals("[1, 2] []\n[1, 2, 3]\n", run(String.format(load, "True", "True")));
    }
}
