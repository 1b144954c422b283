package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is not saved is told when it is to be saved, with the way to it; nothing is written then. */
class StateErrorsTest extends SavedProgram {
    private static final String HELD = """
        import os, stackless
        held = stackless.channel()
        def job():
            held.receive()
            work()
        """;
    private static final String SAVE = """
        t = stackless.tasklet(job)()
        stackless.run()
        try: s.save(FILE)
        except s.StateError as e: print(e)
        print(os.path.exists(FILE))
        """;

    @Test
    void stateThatCannotBeLoadedIsNotSaved() {
        String program = HELD + """
            class Bad:
                def __reduce__(self): return fails, (1,)
            def fails(v): raise ValueError('not again')
            bad = Bad()
            other = [1]
            def work(): print(bad, other)
            """;
        assertEquals("""
            nothing was saved, since it could not be loaded again: global 'bad': ValueError: not again
            False
            """, run(program + SAVE));
        assertEquals("True\n", run(program + SAVE.replace("FILE)\nexcept", "FILE, checked=False)\nexcept")));
    }

    @Test
    void theWayToWhatCannotBeSavedIsTold() {
        assertEquals("""
            nothing was saved: global 'holder' (holder.deep['key'][0]): cannot pickle 'TextIOWrapper' instances (needed by helper() in work() in job() in tasklet 1)
            False
            """, run(HELD + """
            class Holder: pass
            holder = Holder()
            holder.deep = {'key': [open(os.devnull, 'w')]}
            def helper(): holder.deep['key'][0].write('x')
            def work(): helper()
            """ + SAVE));
    }

    @Test
    void savingRunsNoImportHookOfTheProgram() {
        assertEquals("True\n", run(HELD + """
            import builtins
            before = builtins.__import__
            def work(): pass
            def hook(name, *args):
                print('imports', name)
                return before(name, *args)
            builtins.__import__ = hook
            """ + SAVE));
    }
}
