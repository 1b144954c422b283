package org.picklejar.modules.sqlite;

import java.lang.ref.Cleaner;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;

/** The handle of a connection. When nobody has it any more, the connection is closed. */
final class PyDatabase extends PyObject {
    static final PyType TYPE = PyType.builtin("_Database", PyDatabase.class, PyType.OBJECT)
            .inModule("_sqlite_calls")
            .notSubclassable();
    static final Cleaner CLEANER = Cleaner.create();

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

    void close() {
        cleanable.clean();
    }
}
