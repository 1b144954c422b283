package org.picklejar.modules.sqlite;

import java.sql.SQLException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.sqlite.Function;

/** An aggregate of the program's, also as a window function. The driver makes a copy for each use in a statement. */
final class AggregateFunction extends Function.Window {
    private final Session session;
    private final PyObject maker;
    /** Takes the name of a method and its arguments. Null before the first row. */
    private PyObject instance;

    /** @param maker called without arguments for each use */
    AggregateFunction(Session session, PyObject maker) {
        this.session = session;
        this.maker = maker;
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        AggregateFunction f = (AggregateFunction) super.clone();
        f.instance = null;
        return f;
    }

    private void callWithArguments(String method) throws SQLException {
        PyObject[] args = Callback.arguments(session.connection.getDatabase(), this, args());
        long context = Callback.context(this);
        if (instance == null) {
            instance = session.call(maker);
        }
        if (args == null || instance == null) {
            Callback.fail(session, context, "user-defined aggregate's '" + method + "' method raised error");
            return;
        }
        PyObject[] all = new PyObject[args.length + 1];
        all[0] = PyStr.of(method);
        System.arraycopy(args, 0, all, 1, args.length);
        Callback.run(session, context, instance, all);
    }

    private void callForValue(String method) throws SQLException {
        if (instance == null) {
            // There was no row.
            result();
        } else {
            Callback.run(session, Callback.context(this), instance, PyStr.of(method));
        }
    }

    @Override
    protected void xStep() throws SQLException {
        callWithArguments("step");
    }

    @Override
    protected void xInverse() throws SQLException {
        callWithArguments("inverse");
    }

    @Override
    protected void xValue() throws SQLException {
        callForValue("value");
    }

    @Override
    protected void xFinal() throws SQLException {
        callForValue("finalize");
    }
}
