package org.picklejar.modules.sqlite;

import java.lang.ref.Cleaner;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.modules.Blocking;

/** The handle of a connection. When nobody has it any more, the connection is closed. */
final class PyDatabase extends PyObject {
    static final PyType TYPE = PyType.builtin("_Database", PyDatabase.class, PyType.OBJECT)
            .inModule("_sqlite_calls")
            .notSubclassable();
    static final Cleaner CLEANER = Cleaner.create();
    /** In nanoseconds. */
    private static final long MOST_WAIT = 1_000_000_000;

    private static final long SETTLING = 20_000_000;

    final Session session;
    private final Cleaner.Cleanable cleanable;

    @SuppressWarnings("this-escape")
    PyDatabase(Session session) {
        this.session = session;
        this.cleanable = CLEANER.register(this, session::abandon);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    /** Lets what nobody has any more be closed, also statements: who collects finds a witness at about the same time. */
    static void collect(Execution x) {
        boolean[] found = new boolean[1];
        registerWitness(found);
        System.gc();
        Blocking.await(x, found, () -> found[0], MOST_WAIT);
        Blocking.sleep(x, SETTLING);
    }

    private static void registerWitness(boolean[] found) {
        CLEANER.register(new Object(), () -> {
            synchronized (found) {
                found[0] = true;
                found.notifyAll();
            }
        });
    }

    void close() {
        cleanable.clean();
    }
}
