package org.picklejar.modules.sqlite;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.sqlite.Function;
import org.sqlite.core.DB;

/**
 * What functions and aggregates that SQLite calls have in common. The callee is Python of ours: it calls the program's, and returns
 * (True, value), or (False, text of the error, name of the exception).
 */
final class Callback {
    private static final String RAISED = "user-defined function raised exception";

    /**
     * Where a function finds the call in progress. It is one for all calls of a function: what the program calls may lead to another call of
     * the same one.
     */
    private static final VarHandle CONTEXT;

    static {
        try {
            CONTEXT = MethodHandles.privateLookupIn(Function.class, MethodHandles.lookup())
                    .findVarHandle(Function.class, "context", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Callback() {}

    /** The arguments of a call in progress.
     * @return null when one is text that is not UTF-8 */
    static PyObject[] arguments(DB db, Function f, int count) throws SQLException {
        PyObject[] out = new PyObject[count];
        for (int i = 0; i < count; i++) {
            int at = i;
            out[i] = switch (db.value_type(f, i)) {
                case 1 -> PyInt.of(db.value_long(f, i));
                case 2 -> new PyFloat(db.value_double(f, i));
                case 3 -> SqlValues.fromText(db.value_text(f, i), () -> db.value_blob(f, at));
                case 4 -> SqlValues.blob(db.value_blob(f, i));
                default -> PySingleton.NONE;
            };
            if (out[i] == null) {
                return null;
            }
        }
        return out;
    }

    /** The call of a function that is in progress, for {@link #run} and {@link #fail}. Asked before Python is called. */
    static long context(Function f) {
        return (long) CONTEXT.get(f);
    }

    /** Calls, and tells SQLite the result.
     * @param args null when they cannot be told */
    static void run(Session session, long context, PyObject callee, PyObject... args) throws SQLException {
        if (args == null) {
            fail(session, context, RAISED);
            return;
        }
        PyObject r = session.call(callee, args);
        if (!(r instanceof PyTuple t)) {
            fail(session, context, "interrupted");
        } else if (t.get(0) == PyBool.TRUE) {
            Object value;
            try {
                value = SqlValues.toSql(t.get(1));
            } catch (PyException e) {
                session.raise(Session.tooBig());
                fail(session, context, "string or blob too big");
                return;
            }
            give(session.connection.getDatabase(), context, value);
        } else {
            switch (t.get(2).toString()) {
                case "MemoryError" -> session.raise(Session.noMemory());
                case "OverflowError" -> session.raise(Session.tooBig());
                default -> {}
            }
            fail(session, context, t.get(1).toString());
        }
    }

    private static void give(DB db, long context, Object value) throws SQLException {
        if (value == null) {
            db.result_null(context);
        } else if (value instanceof Long v) {
            db.result_long(context, v);
        } else if (value instanceof Double v) {
            db.result_double(context, v);
        } else if (value instanceof String v) {
            db.result_text(context, v);
        } else {
            db.result_blob(context, (byte[]) value);
        }
    }

    /** Tells SQLite an error as the result. */
    static void fail(Session session, long context, String message) throws SQLException {
        session.connection.getDatabase().result_error(context, message);
    }
}
