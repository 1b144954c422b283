package org.picklejar.modules.sqlite;

import java.sql.SQLException;
import org.picklejar.core.PyObject;
import org.sqlite.Function;

/** A function of the program's. */
final class ScalarFunction extends Function implements Callback.Result {
    private final Session session;
    private final PyObject callee;

    ScalarFunction(Session session, PyObject callee) {
        this.session = session;
        this.callee = callee;
    }

    @Override
    protected void xFunc() throws SQLException {
        Callback.run(session, this, callee, Callback.arguments(session.connection.getDatabase(), this, args()));
    }

    @Override
    public void give(Object value) throws SQLException {
        if (value == null) {
            result();
        } else if (value instanceof Long v) {
            result(v.longValue());
        } else if (value instanceof Double v) {
            result(v.doubleValue());
        } else if (value instanceof String v) {
            result(v);
        } else {
            result((byte[]) value);
        }
    }

    @Override
    public void fail(String message) throws SQLException {
        error(message);
    }
}
