package org.picklejar.modules.sqlite;

import java.sql.SQLException;
import org.picklejar.core.PyObject;
import org.sqlite.Function;

/** A function of the program's. */
final class ScalarFunction extends Function {
    private final Session session;
    private final PyObject callee;

    ScalarFunction(Session session, PyObject callee) {
        this.session = session;
        this.callee = callee;
    }

    @Override
    protected void xFunc() throws SQLException {
        PyObject[] args = Callback.arguments(session.connection.getDatabase(), this, args());
        Callback.run(session, Callback.context(this), callee, args);
    }
}
