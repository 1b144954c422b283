package org.picklejar.modules.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.text.sql.SqlText;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;

/** A prepared statement. When nobody has it any more, it is closed by what is done next with the connection. */
final class PyStatement extends PyObject {
    static final PyType TYPE = PyType.builtin("_Statement", PyStatement.class, PyType.OBJECT)
            .inModule("_sqlite_calls")
            .notSubclassable();

    /** What a row has text as. */
    enum TextAs {
        STR,
        BYTES,
        /** Bytes in a tuple, for a function of the program's. */
        MARKED
    }

    enum Progress {
        DONE,
        ROW,
        /** A lock that may become free was not. */
        BUSY
    }

    final PyDatabase database;
    final String sql;
    /** By number, with their sign; null for those without. */
    final String[] parameters;

    private final Prepared prepared;
    private final boolean onlyReads;
    /** The rows of one that changes something, from the one that it is at. */
    private final Queue<Cell[]> kept = new ArrayDeque<>();

    private long changes;

    private PyStatement(PyDatabase database, Prepared prepared, String sql, String[] parameters) {
        this.database = database;
        this.prepared = prepared;
        this.sql = sql;
        this.parameters = parameters;
        this.onlyReads = SqlText.onlyReads(sql);
    }

    static PyStatement of(PyDatabase database, Prepared prepared, String sql, String[] parameters) {
        PyStatement s = new PyStatement(database, prepared, sql, parameters);
        Session session = database.session;
        // What is cleaned up is not to lead back to the statement; a pointer that is closed may be closed again.
        PyDatabase.CLEANER.register(s, new Dropped(session, prepared));
        return s;
    }

    private record Dropped(Session session, Prepared prepared) implements Runnable {
        @Override
        public void run() {
            SafeStmtPtr p = prepared.pointer;
            if (!p.isClosed()) {
                session.drop(p);
            }
        }
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    /** Begins anew with other values, up to the first row. */
    Progress execute(Execution x, PyTuple values) {
        Object[] bound = SqlValues.toSql(values);
        kept.clear();
        return progress(x, db -> prepared.execute(db, bound) ? begun(db) : Progress.DONE);
    }

    /**
     * At the first row. What changes something goes on to its end, and its rows are kept: as long as it lasts SQLite does not commit what
     * others change, and nobody may want the rest of its rows.
     */
    private Progress begun(DB db) throws SQLException {
        if (onlyReads) {
            return Progress.ROW;
        }
        do {
            kept.add(prepared.pointer.safeRun(Cell::row));
        } while (prepared.next(db));
        return Progress.ROW;
    }

    Progress step(Execution x) {
        if (!kept.isEmpty()) {
            kept.remove();
            return kept.isEmpty() ? Progress.DONE : Progress.ROW;
        }
        return progress(x, db -> prepared.next(db) ? Progress.ROW : Progress.DONE);
    }

    private Progress progress(Execution x, Session.Work<Progress> work) {
        Session session = database.session;
        return session.use(x, db -> {
            boolean ended = false;
            try {
                Progress p = work.run(db);
                ended = true;
                if (p == Progress.DONE || !kept.isEmpty()) {
                    changes = db.changes();
                }
                return p;
            } catch (SQLException e) {
                if (session.foundLock() && Session.isBusy(SqliteErrors.code(e))) {
                    return Progress.BUSY;
                }
                throw e;
            } finally {
                if (!ended) {
                    kept.clear();
                    prepared.reset();
                }
            }
        });
    }

    /** How many rows it has changed, when it was done. */
    long changes() {
        return changes;
    }

    void reset(Execution x) {
        kept.clear();
        database.session.use(x, db -> {
            prepared.reset();
            return null;
        });
    }

    void close(Execution x) {
        database.session.use(x, db -> prepared.pointer.close());
    }

    /** A property of each column. */
    private interface ColumnText {
        String of(DB db, long statement, int i) throws SQLException;
    }

    private PyTuple columns(Execution x, ColumnText text) {
        return database.session.use(
                x,
                db -> prepared.pointer.safeRun((d, p) -> {
                    PyObject[] out = new PyObject[d.column_count(p)];
                    for (int i = 0; i < out.length; i++) {
                        String s = text.of(d, p, i);
                        out[i] = s == null ? PySingleton.NONE : PyStr.of(s);
                    }
                    return PyTuple.of(out);
                }));
    }

    PyTuple columnNames(Execution x) {
        return columns(x, DB::column_name);
    }

    PyTuple columnTypes(Execution x) {
        return columns(x, DB::column_decltype);
    }

    /**
     * The row that it is at.
     *
     * @param raw which columns are to be bytes or None, whatever they are; null for none of them
     */
    PyTuple row(Execution x, TextAs as, PyTuple raw) {
        Cell[] cells = kept.peek();
        if (cells == null) {
            return database.session.use(x, db -> prepared.pointer.safeRun((d, p) -> read(d, p, as, raw)));
        }
        PyObject[] out = new PyObject[cells.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = isRaw(raw, i) ? raw(cells[i].bytes()) : cells[i].value(as);
            if (out[i] == null) {
                PyTuple names = columnNames(x);
                throw SqliteErrors.undecodable(
                        names.get(i).toString(), new String(cells[i].bytes(), StandardCharsets.UTF_8));
            }
        }
        return PyTuple.of(out);
    }

    private static boolean isRaw(PyTuple raw, int i) {
        return raw != null && raw.get(i) != PySingleton.NONE;
    }

    private static PyObject raw(byte[] b) {
        return b == null || b.length == 0 ? PySingleton.NONE : new PyBytes(b);
    }

    /** The row that it is at, and the progress behind it. */
    PyObject take(Execution x, TextAs as) {
        PyTuple row = row(x, as, null);
        return PyTuple.of(row, PyInt.of(step(x).ordinal()));
    }

    /** All rows from the one that it is at, at most so many, and the progress behind them. */
    PyObject rows(Execution x, TextAs as, int most) {
        PyList out = new PyList();
        Progress progress = Progress.ROW;
        while (progress == Progress.ROW && out.size < most) {
            out.append(row(x, as, null));
            progress = step(x);
        }
        return PyTuple.of(out, PyInt.of(progress.ordinal()));
    }

    private static PyTuple read(DB db, long statement, TextAs as, PyTuple raw) throws SQLException {
        PyObject[] out = new PyObject[db.column_count(statement)];
        for (int i = 0; i < out.length; i++) {
            out[i] = isRaw(raw, i) ? raw(db.column_blob(statement, i)) : read(db, statement, i, as);
        }
        return PyTuple.of(out);
    }

    private static PyObject read(DB db, long statement, int i, TextAs as) throws SQLException {
        return switch (db.column_type(statement, i)) {
            case 1 -> PyInt.of(db.column_long(statement, i));
            case 2 -> new PyFloat(db.column_double(statement, i));
            case 3 -> text(db, statement, i, as);
            case 4 -> SqlValues.blob(db.column_blob(statement, i));
            default -> PySingleton.NONE;
        };
    }

    private static PyObject text(DB db, long statement, int i, TextAs as) throws SQLException {
        // Reading it as text converts it to UTF-8, in which then its bytes are.
        String decoded = db.column_text(statement, i);
        if (as != TextAs.STR) {
            PyObject b = SqlValues.blob(db.column_blob(statement, i));
            return as == TextAs.MARKED ? PyTuple.of(b) : b;
        }
        PyStr s = SqlValues.fromText(decoded, () -> db.column_blob(statement, i));
        if (s == null) {
            throw SqliteErrors.undecodable(db.column_name(statement, i), decoded);
        }
        return s;
    }
}
