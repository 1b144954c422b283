package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/** What becomes of threads and tasklets that are still there when a program ends. */
class EndOfProgramTest {
    private static final String WAITING = """
            import atexit, stackless, sys, threading

            channel = stackless.channel()

            def wait(name, f):
                try:
                    f()
                except BaseException as e:
                    print(name, type(e).__name__)
                    raise
                finally:
                    print(name, 'finally')

            def hard(name, f):
                sys.call_tracing(wait, (name, f))

            # A paused tasklet that nobody holds ends when Java has collected it.
            paused = []

            def leave_tasklets(where, holds=True):
                stackless.tasklet(hard)(f'hard, blocked, {where}', channel.receive)
                t = stackless.tasklet(hard)(f'hard, paused, {where}', stackless.schedule_remove)
                paused.extend([t] if holds else [])
                del t
                stackless.tasklet(wait)(f'soft, blocked, {where}', channel.receive)
                stackless.run()
                stackless.tasklet(hard)(f'hard, queued, {where}', stackless.schedule)
                stackless.tasklet(wait)(f'soft, queued, {where}', stackless.schedule)
                stackless.schedule()
                stackless.tasklet(wait)(f'not started, {where}', stackless.schedule)

            def start(f, daemon):
                threading.Thread(target=f, daemon=daemon).start()
            """;

    private static final String MAINS_KILLED = """
            hard, blocked, main TaskletExit
            hard, blocked, main finally
            hard, paused, main TaskletExit
            hard, paused, main finally
            hard, queued, main TaskletExit
            hard, queued, main finally
            """;

    private final StringBuilder out = new StringBuilder();
    private Interpreter.Outcome outcome;
    /** Whether Java collects when a program prints "collect". */
    private boolean collects;

    /** @return what a program has written once everything of it has ended */
    private String run(String program) {
        try (Runtime r = Runtime.builder()
                .path("")
                .output((stream, text, origin) -> {
                    out.append(text);
                    if (collects && text.contains("collect")) {
                        System.gc();
                    }
                })
                .build()) {
            outcome = r.script(WAITING + program, null, false);
            r.awaitThreads();
        }
        return out.toString();
    }

    @Test
    void killsWhatIsInsideBlockingBuiltinsThenRunsExitFunctions() {
        assertEquals("the program ends\n" + MAINS_KILLED + "atexit\n", run("""
                        atexit.register(print, 'atexit')
                        leave_tasklets('main')
                        print('the program ends')
                        """));
    }

    @Test
    void doesSoAfterAnError() {
        assertEquals(MAINS_KILLED + "atexit\n", run("""
                        atexit.register(print, 'atexit')
                        leave_tasklets('main')
                        1 / 0
                        """));
    }

    /** The program ends without a safe point after the collection. */
    @Test
    void killsAlsoWhatJavaHasCollected() {
        collects = true;
        String printed = run("""
                        leave_tasklets('main', False)
                        print('collect')
                        1 / 0
                        """);
        assertEquals("collect\n" + MAINS_KILLED, printed);
    }

    @Test
    void doesSoWhenATaskletExits() {
        assertEquals("killed TaskletExit\nkilled finally\n", run("""
                        stackless.tasklet(hard)('killed', channel.receive)
                        stackless.tasklet(sys.exit)(3)
                        stackless.run()
                        """));
        assertEquals(new Interpreter.Outcome.Exit(3), outcome);
    }

    @Test
    void killsThoseOfAThreadAtItsEndForWhichItWaits() {
        assertEquals(
                "the program ends\nthe thread ends\n" + MAINS_KILLED.replace("main", "thread") + "atexit\n", run("""
                        atexit.register(print, 'atexit')
                        ends = threading.Event()

                        def work():
                            leave_tasklets('thread')
                            ends.wait()
                            print('the thread ends')

                        start(work, False)
                        print('the program ends')
                        ends.set()
                        """));
    }

    @Test
    void doesNotWaitForDaemonThreads() {
        assertEquals("the program ends\natexit\n", run("""
                        atexit.register(print, 'atexit')
                        ready = threading.Semaphore(0)

                        def receive():
                            stackless.tasklet(hard)('of the daemon that receives', channel.receive)
                            stackless.schedule()
                            ready.release()
                            hard('the daemon that receives', channel.receive)

                        def wait_for_ever():
                            leave_tasklets('thread')
                            ready.release()
                            hard('the daemon that waits', threading.Event().wait)

                        start(receive, True)
                        start(wait_for_ever, True)
                        ready.acquire()
                        ready.acquire()
                        print('the program ends')
                        """));
    }

    @Test
    void killsTaskletsThatWaitInRun() {
        assertEquals("TaskletExit\n", run("""
                        def runs():
                            stackless.tasklet(stackless.schedule)()
                            try:
                                stackless.schedule_remove()
                            except TaskletExit as e:
                                print(type(e).__name__)
                                stackless.run()
                                raise

                        stackless.tasklet(sys.call_tracing)(runs, ())
                        stackless.run()
                        """));
    }
}
